package word

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// appendFolded adds a letter or mark to a term: taken apart, without accents,
// in lower case. s holds r alone.
func appendFolded(term []byte, s string, r rune) []byte {
	if parts := norm.NFKD.PropertiesString(s).Decomposition(); len(parts) > 0 {
		for len(parts) > 0 {
			part, size := utf8.DecodeRune(parts)
			term = appendLetter(term, part)
			parts = parts[size:]
		}
		return term
	}
	return appendLetter(term, r)
}

func appendLetter(term []byte, r rune) []byte {
	if unicode.Is(accents, r) {
		return term
	}
	switch r = unicode.ToLower(r); r {
	case 'ß':
		return append(term, "ss"...)
	case 'æ':
		return append(term, "ae"...)
	case 'œ':
		return append(term, "oe"...)
	case 'þ':
		return append(term, "th"...)
	case 'ø':
		r = 'o'
	case 'đ', 'ð':
		r = 'd'
	case 'ł':
		r = 'l'
	case 'ħ':
		r = 'h'
	case 'ı':
		r = 'i'
	case 'ς':
		r = 'σ'
	case 'ʼ', 'ʻ':
		r = '\''
	}
	return utf8.AppendRune(term, r)
}

// appendComposed adds a letter of a script without spaces, put together, without
// the selectors of its look.
func appendComposed(term []byte, s string) []byte {
	for _, r := range norm.NFKC.String(s) {
		if !unicode.Is(unicode.Variation_Selector, r) {
			term = utf8.AppendRune(term, r)
		}
	}
	return term
}

// accents are the marks that don't make another word of a word: those of Latin,
// Greek and Cyrillic, the points of Hebrew, the vowel signs of Arabic and its
// stretching stroke. The marks of other scripts stay: without them Hindi or Thai
// words would be different ones.
var accents = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0300, Hi: 0x036f, Stride: 1},
		{Lo: 0x0483, Hi: 0x0489, Stride: 1},
		{Lo: 0x0591, Hi: 0x05bd, Stride: 1},
		{Lo: 0x05bf, Hi: 0x05c7, Stride: 1},
		{Lo: 0x0610, Hi: 0x061a, Stride: 1},
		{Lo: 0x0640, Hi: 0x0640, Stride: 1},
		{Lo: 0x064b, Hi: 0x065f, Stride: 1},
		{Lo: 0x0670, Hi: 0x0670, Stride: 1},
		{Lo: 0x06d6, Hi: 0x06ed, Stride: 1},
		{Lo: 0x180b, Hi: 0x180f, Stride: 1},
		{Lo: 0x1ab0, Hi: 0x1aff, Stride: 1},
		{Lo: 0x1dc0, Hi: 0x1dff, Stride: 1},
		{Lo: 0x20d0, Hi: 0x20ff, Stride: 1},
		{Lo: 0xfe00, Hi: 0xfe0f, Stride: 1},
		{Lo: 0xfe20, Hi: 0xfe2f, Stride: 1},
	},
	R32: []unicode.Range32{{Lo: 0xe0100, Hi: 0xe01ef, Stride: 1}},
}
