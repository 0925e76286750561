package tabular

import (
	"strings"
	"unicode"
)

// fold reduces a name to what people remember of it: its letters and digits in
// lower case. "Posting (weeks)" and posting_weeks are the same.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}
