package coding

import (
	"strings"
	"unicode/utf8"
)

// Length is the number of code points of text.
func Length(text string) int { return utf8.RuneCountInString(text) }

// Words is the number of words of text, as a plain split at white space counts them.
func Words(text string) int {
	n := 0
	for range strings.FieldsSeq(text) {
		n++
	}
	return n
}

// Slice is the part of text that the span covers, cut down to what the text has.
func Slice(text string, s Span) string {
	start := byteOffset(text, s.Start)
	return text[start : start+byteOffset(text[start:], s.End-max(0, s.Start))]
}

// byteOffset is where the n-th code point of text begins, in bytes.
func byteOffset(text string, n int) int {
	if n <= 0 {
		return 0
	}
	for i := range text {
		if n == 0 {
			return i
		}
		n--
	}
	return len(text)
}

// NewSource makes a source for a text, with its hash, length and words filled
// in. The text itself travels in Step.Texts.
func NewSource(id SourceID, name string, kind SourceKind, text string) Source {
	return Source{
		ID: id, Name: name, Kind: kind,
		Text: HashText(text), Length: Length(text), Words: Words(text),
	}
}
