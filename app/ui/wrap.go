package ui

import (
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// line is a stretch of a text, in code points, that is drawn on one line.
// Spaces at its end belong to it and hang over the margin.
type line struct{ start, end int }

// wrap breaks a paragraph into lines no wider than width: after spaces and
// hyphens, between ideographs, and inside a word only where it is wider than
// a line, then between grapheme clusters. A line feed ends a line. There is
// always at least one line.
func wrap(text []rune, width float32, measure func(string) float32) []line {
	lines := make([]line, 0, 4)
	start, at := 0, 0
	var used float32
	for at < len(text) {
		word := wordEnd(text, at)
		px := measure(string(text[at:word]))
		if used > 0 && used+px > width {
			lines = append(lines, line{start, at})
			start, used = at, 0
		}
		for px > width && word-at > 1 {
			cut := fitting(text[at:word], width-used, measure)
			lines = append(lines, line{start, at + cut})
			at += cut
			start, used = at, 0
			px = measure(string(text[at:word]))
		}
		used += px
		at = word
		for at < len(text) && text[at] != '\n' && space(text, at) {
			used += measure(string(text[at]))
			at++
		}
		if at < len(text) && text[at] == '\n' {
			at++
			lines = append(lines, line{start, at})
			start, used = at, 0
		}
	}
	if start < len(text) || len(lines) == 0 {
		lines = append(lines, line{start, len(text)})
	}
	return lines
}

// wordEnd is where the unbreakable stretch that begins at start ends.
func wordEnd(text []rune, start int) int {
	for at := start; at < len(text); at++ {
		r := text[at]
		if r != '\u00A0' && r != '\u202F' && space(text, at) {
			return at
		}
		if at > start && !joins(r) && (ideograph(r) || ideograph(text[at-1]) || at > start+1 && hyphen(text[at-1]) && !unicode.IsDigit(r)) {
			return at
		}
	}
	return len(text)
}

// space reports whether a space stands at a position, and no mark with it.
func space(text []rune, at int) bool {
	return unicode.IsSpace(text[at]) && (at+1 == len(text) || unicode.IsControl(text[at]) || !extends(text[at+1]))
}

// hyphen reports whether a line may end after r inside a word, where no digit
// follows: a date or a range of numbers stays whole.
func hyphen(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '/' }

// ideograph reports whether r is of a script that breaks between characters.
func ideograph(r rune) bool {
	return r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || (r >= 0xFF00 && r <= 0xFFEF))
}

// joins reports whether r stays with what is before it: marks, joiners,
// variation selectors and closing punctuation.
func joins(r rune) bool {
	return extends(r) ||
		unicode.Is(unicode.Pe, r) || unicode.Is(unicode.Pf, r) || r == '。' || r == '、' || r == ',' || r == '，' || r == '.' || r == '！' || r == '？'
}

// extends reports whether r is of one cluster with what is before it.
func extends(r rune) bool {
	return r >= 0x0300 && (r == 0x200C || r == 0x200D || unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc, unicode.Sk))
}

// fitting is how many code points of a word fit in width: whole clusters,
// and at least one.
func fitting(word []rune, width float32, measure func(string) float32) int {
	ends := clusterEnds(word)
	low, high := 1, len(ends)
	for low < high {
		mid := (low + high + 1) / 2
		if measure(string(word[:ends[mid-1]])) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return ends[low-1]
}

// clusterEnds lists where each grapheme cluster of a text ends, in code points.
func clusterEnds(text []rune) []int {
	ends := make([]int, 0, len(text))
	at := 0
	for it := graphemes.FromString(string(text)); it.Next(); {
		for range it.Value() {
			at++
		}
		ends = append(ends, at)
	}
	return ends
}
