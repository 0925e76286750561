package ui

import (
	"sort"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/language"
)

// Marks that have no width and say how what is beside them runs.
const (
	markLeft     = "\u200e" // as a Latin letter
	markRight    = "\u200f" // as a Hebrew letter
	overrideLeft = "\u202d"
	overrideBack = "\u202e"
	endOverride  = "\u202c"
	joiner       = "\u200d"
)

// strip is what of a line is painted in one go: a run from left to right, or, of
// one from right to left, a word or a single character.
type strip struct {
	start, end int // in the paragraph
	right      bool
	// word is set where its letters may join.
	word  bool
	text  string // as it is painted
	x     float32
	width float32
}

// stripsOf divides a stretch of a text into strips, in the order in which they
// stand on the line. Fyne paints the runs of a text one after another as they are
// written, and begins another where the font changes: so what runs from right to
// left is divided until a strip has one font, and put in order here.
func stripsOf(text []rune, clusters []int, f course, start, end int) []strip {
	var strips []strip
	for _, r := range f.line(start, end) {
		if !r.turned() {
			strips = append(strips, strip{start: r.start, end: r.end, text: paintedLeft(text[r.start:r.end])})
			continue
		}
		first := len(strips)
		for at := r.start; at < r.end; {
			next := min(clusterAfter(clusters, at), r.end)
			word := letterlike(text[at])
			if last := len(strips) - 1; last >= first && word && strips[last].word && sameScript(text[strips[last].start], text[at]) {
				strips[last].end = next
			} else {
				strips = append(strips, strip{start: at, end: next, right: true, word: word})
			}
			at = next
		}
		for a, b := first, len(strips)-1; a < b; a, b = a+1, b-1 {
			strips[a], strips[b] = strips[b], strips[a]
		}
		for i := first; i < len(strips); i++ {
			strips[i].text = paintedRight(text[strips[i].start:strips[i].end])
		}
	}
	return strips
}

// clusterAfter is where the cluster that begins at a position ends; without a
// list of ends each code point is one.
func clusterAfter(clusters []int, at int) int {
	if i := sort.SearchInts(clusters, at+1); i < len(clusters) {
		return clusters[i]
	}
	return at + 1
}

// letterlike reports whether r is a letter from right to left or stays with one.
func letterlike(r rune) bool {
	return unicode.IsMark(r) || unicode.IsLetter(r) && turning(r)
}

// sameScript reports whether two letters can stand in one run of a font.
func sameScript(a, b rune) bool {
	one, other := language.LookupScript(a), language.LookupScript(b)
	return one == other || !one.Strong() || !other.Strong()
}

// paintedLeft is what to paint of a run from left to right.
func paintedLeft(text []rune) string {
	painted := unmarked(text)
	if turns(text) { // held from left to right by marks, which aren't painted
		return overrideLeft + painted + endOverride
	}
	return painted
}

// paintedRight is what to paint of a word or a character from right to left: a
// bracket is mirrored.
func paintedRight(text []rune) string {
	painted := unmarked(text)
	if len(text) == 1 && unicode.In(text[0], unicode.P, unicode.Sm) {
		return overrideBack + painted + endOverride
	}
	return painted
}

// unmarked is a text without the marks that embed and direct, which have done
// their work once the strips are in order. A tab is as wide as four spaces.
func unmarked(text []rune) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case embeds(r) || r == 0x200e || r == 0x200f || r == 0x061c:
		case r == '\t':
			b.WriteString("    ")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// joinStrips is one text which Fyne paints as the strips stand. Each is kept apart
// from the next by marks without width: by one that runs the other way where both
// are painted from left to right, or a space between them would be of the font of
// the one before and not as wide as it was measured.
func joinStrips(strips []strip) string {
	var b strings.Builder
	left := false
	for i := range strips {
		s := &strips[i]
		if s.text == "" {
			continue
		}
		before := left
		left = !s.word && !strings.HasPrefix(s.text, overrideBack)
		b.WriteString(markLeft)
		if before && left {
			b.WriteString(markRight + markLeft)
		}
		b.WriteString(s.text)
	}
	if b.Len() > 0 {
		b.WriteString(markLeft)
	}
	return b.String()
}

// placeStrips measures strips and sets them beside one another from x on; it
// returns where the last ends.
func placeStrips(strips []strip, f font, x float32) float32 {
	for i := range strips {
		s := &strips[i]
		s.x, s.width = x, f.width(s.text)
		x += s.width
	}
	return x
}

// part is how wide the strip is up to a position within it. A letter that joins
// the next one is measured joined.
func (s *strip) part(text []rune, f font, at int) float32 {
	switch {
	case at <= s.start:
		return 0
	case at >= s.end:
		return s.width
	}
	before := unmarked(text[s.start:at])
	if s.word && text[at] != '\u0621' { // the hamza on the line joins nothing
		before += joiner
	}
	return min(f.width(before), s.width)
}

// edge is where the border of a character at a position within the strip stands.
func (s *strip) edge(text []rune, f font, at int) float32 {
	if s.right {
		return s.x + s.width - s.part(text, f, at)
	}
	return s.x + s.part(text, f, at)
}

// cut is what to paint of a part of the strip by itself, and where it stands. A
// letter at which it is cut keeps the form that it has within its word. A mark
// before it is of the font that most strips have: what is painted of one line has
// one base line.
func (s *strip) cut(text []rune, f font, from, to int) (painted string, x float32) {
	if from == s.start && to == s.end {
		return markLeft + s.text, s.x
	}
	painted = unmarked(text[from:to])
	if s.word && from > s.start {
		painted = joiner + painted
	}
	if s.word && to < s.end {
		painted += joiner
	}
	return markLeft + painted, min(s.edge(text, f, from), s.edge(text, f, to))
}
