package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a run of letters and digits, with what stands within: O'Brien, Anna-Lena.
type word struct {
	from, to int
	// first says that it begins a sentence, or a line, or a quotation.
	first bool
	// capital is its first letter, upper all of its letters.
	capital, upper bool
	digits         bool
	// gap is what stands between it and the word before: blank for spaces
	// alone, dot for a full stop and spaces, torn for anything else.
	gap gap
}

type gap byte

const (
	torn gap = iota
	blank
	dot
)

// divide divides the text into words.
func (r *reading) divide() {
	r.words = r.words[:0]
	text, end := r.text, 0
	for i := 0; i < len(text); {
		c, size := decode(text[i:])
		if !isLetter(c) && !isDigit(c) {
			i += size
			continue
		}
		w := word{from: i, capital: unicode.IsUpper(c), upper: true, digits: isDigit(c)}
		letters := 0
		for i < len(text) {
			if c, size = decode(text[i:]); !isLetter(c) && !isDigit(c) && !unicode.Is(unicode.Mn, c) {
				if c != '\'' && c != '’' && c != '-' {
					break
				}
				if next, _ := decode(text[i+size:]); i == w.from || !isLetter(next) {
					break
				}
			}
			if isLetter(c) {
				letters++
			}
			w.upper = w.upper && !unicode.IsLower(c)
			w.digits = w.digits || isDigit(c)
			i += size
		}
		w.to = i
		w.upper = w.upper && letters > 1
		w.gap, w.first = between(text[end:w.from])
		w.first = w.first || end == 0
		end = i
		r.words = append(r.words, w)
	}
}

// between says what lies between two words, and whether a sentence begins behind it.
func between(s string) (g gap, first bool) {
	switch s {
	case " ":
		return blank, false
	case ". ":
		return dot, true
	}
	if s != "" && strings.Trim(s, " ") == "" {
		return blank, false
	}
	return torn, strings.ContainsAny(s, ".!?…:;\n\"“”„«»'‘’([{*•–—-/|>") || strings.ContainsFunc(s, beyondText)
}

// beyondText says that a character is a picture or a mark, behind which people
// begin anew.
func beyondText(c rune) bool { return unicode.Is(unicode.So, c) || unicode.IsControl(c) }

func decode(s string) (rune, int) {
	if s != "" && s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
}

func isLetter(c rune) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf && unicode.IsLetter(c)
}

func isDigit(c rune) bool { return '0' <= c && c <= '9' }

// of is the word's text, without a possessive's end.
func (r *reading) of(w word) string {
	s := r.text[w.from:w.to]
	for _, end := range []string{"'s", "’s"} {
		s = strings.TrimSuffix(s, end)
	}
	return s
}

// fold is the word in lower case; it is good until the next call.
func (r *reading) fold(w word) []byte {
	r.letters = r.letters[:0]
	for _, c := range r.of(w) {
		r.letters = utf8.AppendRune(r.letters, unicode.ToLower(c))
	}
	return r.letters
}

// learn counts how words are written.
func (r *reading) learn() {
	for _, w := range r.words {
		if w.digits || w.upper || w.capital && w.first || w.to-w.from < 3 {
			continue
		}
		var t *tally
		if w.capital {
			key := r.fold(w)
			if t = r.known[string(key)]; t == nil {
				t = &tally{}
				r.known[string(key)] = t
			}
		} else {
			key := r.of(w)
			if t = r.known[key]; t == nil {
				t = &tally{}
				r.known[strings.Clone(key)] = t
			}
		}
		t.count(w.capital, r.texts)
	}
}

// tally says in how many texts a word stands in lower case, and in how many with
// a capital within a sentence.
type tally struct {
	lower, capital         int
	lastLower, lastCapital int // the number of the text
}

func (t *tally) count(capital bool, text int) {
	switch {
	case capital && t.lastCapital != text:
		t.capital++
		t.lastCapital = text
	case !capital && t.lastLower != text:
		t.lower++
		t.lastLower = text
	}
}
