package reader

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"concord/coding"
)

// CodeAnew gives an excerpt a code that isn't in the codebook yet, "Theme/Code"
// or a name alone, as one step: code and coding come and go together. Where the
// codebook has the code already, it is applied.
func CodeAnew(ctx context.Context, s *coding.Session, path string, round coding.RoundID, e coding.Excerpt) (coding.Coding, error) {
	book, err := s.Codebook(ctx)
	if err != nil {
		return coding.Coding{}, fmt.Errorf("read the codebook: %w", err)
	}
	if code, err := book.Find(path); err == nil {
		codings, err := s.Apply(ctx, code, round, e)
		if err != nil {
			return coding.Coding{}, err
		}
		return codings[0], nil
	}
	codes := newCodes(s.Mint(), book, path)
	added := make([]coding.Change, 0, len(codes)+1)
	for _, code := range codes {
		if err := code.Validate(); err != nil {
			return coding.Coding{}, err
		}
		added = append(added, coding.Add(code))
	}
	code := codes[len(codes)-1]
	given := coding.Coding{
		ID: coding.NewID[coding.CodingID](s.Mint()), Excerpt: e, Code: code.ID,
		Coder: s.Viewer(), Round: round, At: s.Mint().Now(),
	}
	_, err = s.Do(ctx, coding.Step{
		By: s.Viewer(), Label: fmt.Sprintf("code “%s”, a new code", code.Name), Changes: append(added, coding.Add(given)),
	})
	if err != nil {
		return coding.Coding{}, fmt.Errorf("code %q anew: %w", code.Name, err)
	}
	return given, nil
}

// newCodes are the codes of a path that the book lacks, from the top down.
func newCodes(mint *coding.Mint, book *coding.Codebook, path string) []coding.Code {
	var parent coding.CodeID
	var added []coding.Code
	for name := range strings.SplitSeq(path, coding.PathSeparator) {
		name = strings.TrimSpace(name)
		siblings := book.Children(parent)
		known := false
		for _, c := range siblings {
			if strings.EqualFold(c.Name, name) {
				parent, known = c.ID, true
			}
		}
		if known {
			continue
		}
		order := 0
		for _, c := range siblings {
			order = max(order, c.Order+1)
		}
		palette := coding.Palette()
		code := coding.Code{
			ID: coding.NewID[coding.CodeID](mint), Parent: parent, Name: name, Order: order,
			Color: palette[(book.Len()+len(added))%len(palette)],
		}
		added = append(added, code)
		parent = code.ID
	}
	return added
}

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
