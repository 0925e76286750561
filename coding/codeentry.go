package coding

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// NewCode is a code that isn't in the book yet, behind those that lie under the
// same parent, in the next colour of the palette.
func (s *Session) NewCode(book *Codebook, name string, parent CodeID) Code {
	return Code{
		ID: NewID[CodeID](s.mint), Parent: parent, Name: strings.TrimSpace(name),
		Order: lastOrder(book.Children(parent)) + 1, Color: Palette()[book.Len()%len(Palette())],
	}
}

// AddCode adds a code to the book, behind those that lie under the same parent.
// It gives it an identity, a place and, where it has none, a colour.
func (s *Session) AddCode(ctx context.Context, code Code) (Code, error) {
	book, err := s.Codebook(ctx)
	if err != nil {
		return Code{}, fmt.Errorf("read the codebook: %w", err)
	}
	fresh := s.NewCode(book, code.Name, code.Parent)
	code.ID, code.Name, code.Order = fresh.ID, fresh.Name, fresh.Order
	if code.Color == "" {
		code.Color = fresh.Color
	}
	return code, s.Make(ctx, fmt.Sprintf("add code “%s”", code.Name), Add(code))
}

// ReviseCode changes a code's entry as one step; a change that changes nothing is none.
func (s *Session) ReviseCode(ctx context.Context, id CodeID, change func(*Code)) error {
	was, err := s.code(ctx, id)
	if err != nil {
		return err
	}
	now := was
	now.Examples = slices.Clone(was.Examples)
	change(&now)
	now.Name = strings.TrimSpace(now.Name)
	if now.sameAs(was) {
		return nil
	}
	return s.EditCode(ctx, was, now)
}

// GiveDigit gives a code a digit, 0 for none, and takes it from the code that
// had it, as one step.
func (s *Session) GiveDigit(ctx context.Context, id CodeID, digit int) error {
	was, err := s.code(ctx, id)
	if err != nil || was.Shortcut == digit {
		return err
	}
	codes, err := s.Codes(ctx)
	if err != nil {
		return fmt.Errorf("read the codes: %w", err)
	}
	var changes []Change
	for _, c := range codes {
		if digit > 0 && c.Shortcut == digit {
			without := c
			without.Shortcut = 0
			changes = append(changes, Alter(c, without))
		}
	}
	now := was
	now.Shortcut = digit
	label := fmt.Sprintf("give code “%s” the digit %d", was.Name, digit)
	if digit == 0 {
		label = fmt.Sprintf("take the digit from code “%s”", was.Name)
	}
	return s.Make(ctx, label, append(changes, Alter(was, now))...)
}

// code reads a code as it stands.
func (s *Session) code(ctx context.Context, id CodeID) (Code, error) {
	book, err := s.Codebook(ctx)
	if err != nil {
		return Code{}, fmt.Errorf("read the codebook: %w", err)
	}
	code, known := book.Code(id)
	if !known {
		return Code{}, notFound("the code isn't in the codebook any more")
	}
	return code, nil
}

// sameAs reports whether two entries say the same.
func (c Code) sameAs(other Code) bool {
	if !slices.Equal(c.Examples, other.Examples) {
		return false
	}
	return c.ID == other.ID && c.Parent == other.Parent && c.Name == other.Name && c.Order == other.Order &&
		c.Color == other.Color && c.Definition == other.Definition && c.Include == other.Include &&
		c.Exclude == other.Exclude && c.Shortcut == other.Shortcut && c.Retired == other.Retired
}
