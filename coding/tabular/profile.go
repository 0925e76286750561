package tabular

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// profile is what the answers in a column are like.
type profile struct {
	rows     int // looked at
	filled   int
	values   []string       // different ones, in the order in which they came
	count    map[string]int // of each
	words    int            // in all
	runes    int
	maxWords int
	comma    bool // that numbers are written with, in place of a point
	numbers  int
	whole    int // numbers without a fraction
	low      float64
	high     float64
	dates    int
	at       int // e-mail addresses
	ips      int
}

func profileOf(rows []Row, column int, form Form) *profile {
	p := &profile{rows: len(rows), count: map[string]int{}}
	for _, row := range rows {
		if v := strings.TrimSpace(row.Cells[column]); v != "" {
			p.add(v)
		}
	}
	p.comma = decimalCommas(p.values, form)
	for _, v := range p.values {
		p.measure(v)
	}
	return p
}

func (p *profile) add(v string) {
	p.filled++
	if p.count[v]++; p.count[v] == 1 {
		p.values = append(p.values, v)
	}
	n := words(v)
	p.words += n
	p.maxWords = max(p.maxWords, n)
	p.runes += utf8.RuneCountInString(v)
	if isDate(v) {
		p.dates++
	}
	if local, host, found := strings.Cut(v, "@"); found && n == 1 && local != "" && strings.Contains(host, ".") {
		p.at++
	}
	if isAddress(v) {
		p.ips++
	}
}

// measure takes a value into account as the number that it may be.
func (p *profile) measure(v string) {
	x, ok := number(v)
	if p.comma {
		x, ok = number(pointed(v))
	}
	if !ok {
		return
	}
	if p.numbers == 0 {
		p.low, p.high = x, x
	}
	p.numbers += p.count[v]
	p.low, p.high = min(p.low, x), max(p.high, x)
	if x == float64(int64(x)) {
		p.whole += p.count[v]
	}
}

// words is how many words an answer has. Scripts that put no blanks between
// words are counted at two characters a word.
func words(v string) int {
	n, together := len(strings.Fields(v)), 0
	for _, c := range v {
		if c >= 0x0E00 && unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			together++
		}
	}
	return n + together/2
}

// most reports whether n of the filled cells are nearly all of them.
func (p *profile) most(n int) bool { return p.filled > 0 && n*10 >= p.filled*9 }

// different is the share of the filled cells that are unlike each other.
func (p *profile) different() float64 {
	if p.filled == 0 {
		return 0
	}
	return float64(len(p.values)) / float64(p.filled)
}

func (p *profile) meanWords() float64 {
	if p.filled == 0 {
		return 0
	}
	return float64(p.words) / float64(p.filled)
}

func (p *profile) meanRunes() float64 {
	if p.filled == 0 {
		return 0
	}
	return float64(p.runes) / float64(p.filled)
}

// numeric reports whether every answer is a number.
func (p *profile) numeric() bool { return p.filled > 0 && p.numbers == p.filled }

// binary reports whether the column holds nothing but 0 and 1, with both.
func (p *profile) binary() bool {
	return p.numeric() && p.whole == p.filled && p.low == 0 && p.high == 1
}

// isDate recognises the ways in which survey programs write times.
func isDate(v string) bool {
	if len(v) < 8 || len(v) > 40 || v[0] < '0' || v[0] > '9' {
		return false
	}
	day, _, _ := strings.Cut(strings.Replace(v, "T", " ", 1), " ")
	for _, layout := range []string{"2006-01-02", "2006/01/02", "1/2/2006", "2/1/2006", "2.1.2006", "1-2-2006", "2-1-2006", "01-02-06", "1/2/06", "2/1/06", "2.1.06"} {
		if _, err := time.Parse(layout, day); err == nil {
			return true
		}
	}
	return false
}

// isAddress recognises the IP addresses that survey programs note.
func isAddress(v string) bool {
	parts := strings.Split(v, ".")
	if len(parts) != 4 {
		return false
	}
	for _, p := range parts {
		if n, err := strconv.Atoi(p); (err != nil || n < 0 || n > 255) && p != "*" {
			return false
		}
	}
	return true
}
