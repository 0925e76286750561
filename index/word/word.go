// Package word finds the words of a text, in one way for what is indexed and
// for what is asked.
//
//   - Every word counts: there are no stop words.
//   - Upper and lower case, accents, composed and decomposed letters, full-width
//     letters and ligatures are one: "Café", "CAFE" and "cafe" are the word cafe.
//   - An apostrophe between letters belongs to the word, straight or curly:
//     "don’t" is don't; but "l'école" is l and ecole. Hyphens part words, and a
//     point or comma between digits doesn't.
//   - In scripts that put no spaces between words (Chinese, Japanese, Korean,
//     Thai and their like) each letter is a word, so that any part of a text is
//     found as a phrase.
//   - An emoji is a word, also one made of many code points. Skin tones are
//     folded as accents are.
package word

import "concord/coding"

// Word is one word of a text.
type Word struct {
	// Term is the word as it is compared: folded.
	Term string
	// Span is where it stands, in code points.
	coding.Span
}

// All lists the words of text in order.
func All(text string) []Word {
	var words []Word
	for s := NewScanner(text); s.Next(); {
		words = append(words, Word{Term: string(s.Term()), Span: s.Span()})
	}
	return words
}
