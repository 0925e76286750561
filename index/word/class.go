package word

import (
	"unicode"
	"unicode/utf8"
)

// class says what a code point does to words.
type class int

const (
	other  class = iota // parts words
	letter              // builds words with its neighbours: letters of alphabets, digits
	single              // is a word alone
	mark                // belongs to the letter before
	joiner              // invisible; keeps the letters at its sides together
	emoji               // is a word, perhaps with others
)

// ascii holds the lower-case form of what ASCII words are made of, 0 for all else.
var ascii = func() (table [utf8.RuneSelf]byte) {
	for c := byte('0'); c <= '9'; c++ {
		table[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		table[c] = c
		table[c-'a'+'A'] = c
	}
	return table
}()

func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		if r >= 0 && ascii[r] != 0 {
			return letter
		}
		return other
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		if unicode.Is(unspaced, r) {
			return single
		}
		if unicode.Is(pictures, r) {
			return emoji
		}
		return letter
	case unicode.Is(pictures, r):
		return emoji
	case unicode.IsMark(r):
		return mark
	case r == zeroWidthJoiner || r == zeroWidthNonJoiner || r == softHyphen || unicode.Is(directions, r):
		return joiner
	}
	return other
}

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
	softHyphen         = '\u00ad'
)

// isMark reports whether r belongs to the letter before it in a script without
// spaces; the half-width sound marks of Japanese count as letters in Unicode.
func isMark(r rune) bool {
	return unicode.IsMark(r) || r == '\uff9e' || r == '\uff9f'
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// isApostrophe knows the signs that people type for an apostrophe.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '\u00b4', '\u2018', '\u2019', '\uff07':
		return true
	}
	return false
}

// elided reports whether a word before an apostrophe is an article, pronoun or
// preposition of French, Italian or Catalan that lost its vowel: "l'école",
// "qu'il". The word behind is then a word of its own.
func elided(term []byte) bool {
	switch string(term) {
	case "l", "d", "j", "m", "t", "s", "n", "c", "qu":
		return true
	}
	return false
}

// isJamo knows the leading letters of Korean syllables that are written in
// parts, isJamoTail those that follow.
func isJamo(r rune) bool     { return 0x1100 <= r && r <= 0x115f }
func isJamoTail(r rune) bool { return 0x1160 <= r && r <= 0x11ff }

func isRegional(r rune) bool { return 0x1f1e6 <= r && r <= 0x1f1ff }
func isTag(r rune) bool      { return 0xe0020 <= r && r <= 0xe007f }

// isModifier knows what changes the look of an emoji and not its meaning:
// variation selectors, skin tones, the frame of a key.
func isModifier(r rune) bool {
	return r == 0xfe0e || r == 0xfe0f || r == 0x20e3 || 0x1f3fb <= r && r <= 0x1f3ff
}

// unspaced are the letters of scripts that put no spaces between words.
var unspaced = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0e00, Hi: 0x0eff, Stride: 1}, // Thai, Lao
		{Lo: 0x1000, Hi: 0x109f, Stride: 1}, // Myanmar
		{Lo: 0x1100, Hi: 0x11ff, Stride: 1}, // Korean, in parts
		{Lo: 0x1780, Hi: 0x17ff, Stride: 1}, // Khmer
		{Lo: 0x3005, Hi: 0x3007, Stride: 1}, // Han iteration, closing, zero
		{Lo: 0x3021, Hi: 0x303c, Stride: 1}, // Hangzhou numerals, repeat marks
		{Lo: 0x3041, Hi: 0x318f, Stride: 1}, // kana, bopomofo, Korean letters
		{Lo: 0x31a0, Hi: 0x31ff, Stride: 1}, // more bopomofo and katakana
		{Lo: 0x3400, Hi: 0x4dbf, Stride: 1}, // Han
		{Lo: 0x4e00, Hi: 0x9fff, Stride: 1},
		{Lo: 0xa960, Hi: 0xa97f, Stride: 1},
		{Lo: 0xac00, Hi: 0xd7ff, Stride: 1}, // Korean syllables
		{Lo: 0xf900, Hi: 0xfaff, Stride: 1},
		{Lo: 0xff66, Hi: 0xffdc, Stride: 1}, // half-width kana and Korean
	},
	R32: []unicode.Range32{
		{Lo: 0x1b000, Hi: 0x1b16f, Stride: 1},
		{Lo: 0x20000, Hi: 0x3ffff, Stride: 1},
	},
}

// pictures are the code points that emoji begin with (Unicode TR51), and those
// of their blocks that aren't given out yet.
var pictures = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x2194, Hi: 0x2199, Stride: 1},
		{Lo: 0x21a9, Hi: 0x21aa, Stride: 1},
		{Lo: 0x231a, Hi: 0x23ff, Stride: 1},
		{Lo: 0x24c2, Hi: 0x24c2, Stride: 1},
		{Lo: 0x25aa, Hi: 0x25ab, Stride: 1},
		{Lo: 0x25b6, Hi: 0x25c0, Stride: 10},
		{Lo: 0x25fb, Hi: 0x25fe, Stride: 1},
		{Lo: 0x2600, Hi: 0x2775, Stride: 1},
		{Lo: 0x2794, Hi: 0x27bf, Stride: 1},
		{Lo: 0x2934, Hi: 0x2935, Stride: 1},
		{Lo: 0x2b05, Hi: 0x2b07, Stride: 1},
		{Lo: 0x2b1b, Hi: 0x2b1c, Stride: 1},
		{Lo: 0x2b50, Hi: 0x2b55, Stride: 5},
		{Lo: 0x3030, Hi: 0x303d, Stride: 13},
		{Lo: 0x3297, Hi: 0x3299, Stride: 2},
	},
	R32: []unicode.Range32{{Lo: 0x1f000, Hi: 0x1f0ff, Stride: 1}, {Lo: 0x1f10d, Hi: 0x1faff, Stride: 1}},
}

// directions are the invisible signs that say which way a line runs.
var directions = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x061c, Hi: 0x061c, Stride: 1},
		{Lo: 0x200e, Hi: 0x200f, Stride: 1},
		{Lo: 0x202a, Hi: 0x202e, Stride: 1},
		{Lo: 0x2060, Hi: 0x2060, Stride: 1},
		{Lo: 0x2066, Hi: 0x2069, Stride: 1},
		{Lo: 0xfeff, Hi: 0xfeff, Stride: 1},
	},
}
