package reader

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"concord/coding"
)

// longestInVivo is how many characters of the selected words name a code.
const longestInVivo = 60

// InVivo is the name of a code after the words that it is given to; empty
// where they hold no letter.
func InVivo(words string) string {
	name := strings.ReplaceAll(words, coding.PathSeparator, " ")
	name = strings.TrimFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	return Cut(name, longestInVivo)
}

// Reshape moves the viewer's codings that a band stands for to another span, as
// one step for each: there is more than one only where a coder gave the same
// code to the same words in two rounds.
func Reshape(ctx context.Context, s *coding.Session, own []coding.Coding, span coding.Span) error {
	for _, c := range own {
		if err := s.Reshape(ctx, c.ID, span); err != nil {
			return fmt.Errorf("move an excerpt: %w", err)
		}
	}
	return nil
}
