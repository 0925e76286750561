package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"

	"concord/coding"
)

// pieces are the sentences or paragraphs of a text, without the white space
// around them; what holds nothing else is none.
func (u Unit) pieces(text string) []coding.Span {
	if u == Paragraph {
		return paragraphs(text)
	}
	var found []coding.Span
	at := 0
	for each := sentences.FromString(text); each.Next(); {
		found, at = trimmed(found, each.Value(), at)
	}
	return found
}

func paragraphs(text string) []coding.Span {
	var found []coding.Span
	at := 0
	for text != "" {
		end := strings.IndexAny(text, "\n\v\f\r\u0085\u2028\u2029")
		if end < 0 {
			end = len(text)
		} else {
			_, width := utf8.DecodeRuneInString(text[end:])
			end += width
		}
		found, at = trimmed(found, text[:end], at)
		text = text[end:]
	}
	return found
}

// trimmed adds the span of a part of a text that begins at a code point, and
// says where the next part begins.
func trimmed(found []coding.Span, part string, at int) (all []coding.Span, next int) {
	inner := strings.TrimLeftFunc(part, unicode.IsSpace)
	before := coding.Length(part[:len(part)-len(inner)])
	inner = strings.TrimRightFunc(inner, unicode.IsSpace)
	whole, length := coding.Length(part), coding.Length(inner)
	if length > 0 {
		found = append(found, coding.Span{Start: at + before, End: at + before + length})
	}
	return found, at + whole
}
