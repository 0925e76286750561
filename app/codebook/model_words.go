package codebook

import (
	"slices"
	"strings"
	"unicode"
)

// Piece is a stretch of a text that was compared with another.
type Piece struct {
	Text           string
	Added, Removed bool
}

// mostCells is how large a comparison may become before it is given up: a
// definition has some hundred words, not thousands.
const mostCells = 4_000_000

// Compare says by words how a text differs from what it was: what stayed, what
// was taken out and what was put in, in reading order.
func Compare(was, now string) []Piece {
	a, b := split(was), split(now)
	var pieces []Piece
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	pieces = join(pieces, a[:head], false, false)
	pieces = middle(pieces, a[head:len(a)-tail], b[head:len(b)-tail])
	return tidy(join(pieces, a[len(a)-tail:], false, false))
}

// middle compares what is left between equal ends, by the longest run of words
// that both have in common (Wagner and Fischer, 1974).
func middle(pieces []Piece, a, b []string) []Piece {
	if len(a)*len(b) > mostCells {
		return join(join(pieces, a, false, true), b, true, false)
	}
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i, left := range slices.Backward(a) {
		for j, right := range slices.Backward(b) {
			common[i][j] = max(common[i+1][j], common[i][j+1])
			if left == right {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			pieces = join(pieces, a[i:i+1], false, false)
			i, j = i+1, j+1
		case j >= len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			pieces = join(pieces, a[i:i+1], false, true)
			i++
		default:
			pieces = join(pieces, b[j:j+1], true, false)
			j++
		}
	}
	return pieces
}

// join adds words to the last piece of their sort.
func join(pieces []Piece, words []string, added, removed bool) []Piece {
	text := strings.Join(words, "")
	if text == "" {
		return pieces
	}
	if n := len(pieces); n > 0 && pieces[n-1].Added == added && pieces[n-1].Removed == removed {
		pieces[n-1].Text += text
		return pieces
	}
	return append(pieces, Piece{Text: text, Added: added, Removed: removed})
}

// split divides a text into words, spaces and signs.
func split(text string) []string {
	var tokens []string
	begun, last := 0, rune(0)
	for i, r := range text {
		if i > 0 && (sort(r) == sign || sort(r) != sort(last)) {
			tokens = append(tokens, text[begun:i])
			begun = i
		}
		last = r
	}
	if begun < len(text) {
		tokens = append(tokens, text[begun:])
	}
	return tokens
}

// The sorts of token.
const (
	word = iota
	space
	sign
)

// sort is the sort of token that a character belongs to.
func sort(r rune) int {
	switch {
	case unicode.IsSpace(r):
		return space
	case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '\'' || r == '’':
		return word
	}
	return sign
}

// tidy joins changes that have nothing but space between them, what was taken
// out before what was put in, so that they can be read.
func tidy(pieces []Piece) []Piece {
	var tidied []Piece
	for i := 0; i < len(pieces); {
		var out, in strings.Builder
		end := i
		for j := i; j < len(pieces) && (changed(pieces[j]) || strings.TrimSpace(pieces[j].Text) == ""); j++ {
			if changed(pieces[j]) {
				end = j + 1
			}
		}
		if end == i || !changed(pieces[i]) {
			tidied = append(tidied, pieces[i])
			i++
			continue
		}
		for _, p := range pieces[i:end] {
			if !p.Added {
				out.WriteString(p.Text)
			}
			if !p.Removed {
				in.WriteString(p.Text)
			}
		}
		for _, p := range []Piece{{Text: out.String(), Removed: true}, {Text: in.String(), Added: true}} {
			if p.Text != "" {
				tidied = append(tidied, p)
			}
		}
		i = end
	}
	return tidied
}

func changed(p Piece) bool { return p.Added || p.Removed }

// around is how many words, and the spaces between them, are kept beside a
// change when a comparison is shortened.
const around = 10

// Shorten cuts what stayed down to a few words beside what changed.
func Shorten(pieces []Piece) []Piece {
	short := slices.Clone(pieces)
	for i, p := range short {
		words := split(p.Text)
		if p.Added || p.Removed || len(words) <= 2*around {
			continue
		}
		switch {
		case i == 0:
			short[i].Text = "…" + strings.Join(words[len(words)-around:], "")
		case i == len(short)-1:
			short[i].Text = strings.TrimSpace(strings.Join(words[:around], "")) + "…"
		default:
			short[i].Text = strings.Join(words[:around], "") + "… " + strings.Join(words[len(words)-around:], "")
		}
	}
	return short
}
