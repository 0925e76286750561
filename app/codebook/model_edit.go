package codebook

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"concord/coding"
)

// Edit changes a code's entry as one step; a change that changes nothing is none.
func Edit(ctx context.Context, s *coding.Session, id coding.CodeID, change func(*coding.Code)) error {
	was, err := find(ctx, s, id)
	if err != nil {
		return err
	}
	now := was
	now.Examples = append([]coding.Example(nil), was.Examples...)
	change(&now)
	now.Name = strings.TrimSpace(now.Name)
	if same(was, now) {
		return nil
	}
	if err := now.Validate(); err != nil {
		return err
	}
	return s.EditCode(ctx, was, now)
}

// find reads a code as it stands.
func find(ctx context.Context, s *coding.Session, id coding.CodeID) (coding.Code, error) {
	book, err := s.Codebook(ctx)
	if err != nil {
		return coding.Code{}, fmt.Errorf("read the codebook: %w", err)
	}
	code, known := book.Code(id)
	if !known {
		return coding.Code{}, fmt.Errorf("%w: the code isn't in the codebook any more", coding.ErrNotFound)
	}
	return code, nil
}

// same reports whether two entries say the same.
func same(a, b coding.Code) bool {
	return rulesOf(a) == rulesOf(b) && a.Name == b.Name && a.Parent == b.Parent && a.Order == b.Order && a.Color == b.Color &&
		a.Shortcut == b.Shortcut && a.Retired == b.Retired && sameExamples(a.Examples, b.Examples)
}

// Add adds a code under parent, or a theme, behind those that are there.
func Add(ctx context.Context, s *coding.Session, name string, parent coding.CodeID) (coding.Code, error) {
	book, err := s.Codebook(ctx)
	if err != nil {
		return coding.Code{}, fmt.Errorf("read the codebook: %w", err)
	}
	palette := coding.Palette()
	code := coding.Code{
		ID: coding.NewID[coding.CodeID](s.Mint()), Parent: parent, Name: strings.TrimSpace(name), Color: palette[book.Len()%len(palette)],
	}
	for _, c := range book.Children(parent) {
		code.Order = max(code.Order, c.Order+1)
	}
	return code, do(ctx, s, fmt.Sprintf("add code “%s”", code.Name), coding.Add(code))
}

// GiveDigit gives a code a digit, 0 for none, and takes it from the code that
// had it, as one step.
func GiveDigit(ctx context.Context, s *coding.Session, id coding.CodeID, digit int) error {
	was, err := find(ctx, s, id)
	if err != nil || was.Shortcut == digit {
		return err
	}
	codes, err := s.Codes(ctx)
	if err != nil {
		return fmt.Errorf("read the codes: %w", err)
	}
	var changes []coding.Change
	for _, c := range codes {
		if digit > 0 && c.Shortcut == digit {
			without := c
			without.Shortcut = 0
			changes = append(changes, coding.Alter(c, without))
		}
	}
	now := was
	now.Shortcut = digit
	label := fmt.Sprintf("give code “%s” the digit %d", was.Name, digit)
	if digit == 0 {
		label = fmt.Sprintf("take the digit from code “%s”", was.Name)
	}
	return do(ctx, s, label, append(changes, coding.Alter(was, now))...)
}

func do(ctx context.Context, s *coding.Session, label string, changes ...coding.Change) error {
	for _, c := range changes {
		if err := c.Validate(); err != nil {
			return err
		}
	}
	_, err := s.Do(ctx, coding.Step{By: s.Viewer(), Label: label, Changes: changes})
	return err
}

// Direction is where a code goes in the tree.
type Direction int

// The directions: among its neighbours, under the one before it, and out of
// the code that it lies under.
const (
	Up Direction = iota
	Down
	In
	Out
)

// Target is where a code lands that goes in a direction: under which code, and
// at which place there. ok is false where it can't go.
func (s *Study) Target(id coding.CodeID, d Direction) (parent coding.CodeID, place int, ok bool) {
	code, known := s.Book.Code(id)
	if !known {
		return "", 0, false
	}
	siblings := s.Book.Children(code.Parent)
	at := indexOf(siblings, id)
	switch d {
	case Up:
		return code.Parent, at - 1, at > 0
	case Down:
		return code.Parent, at + 1, at+1 < len(siblings)
	case In:
		if at == 0 {
			return "", 0, false
		}
		under := siblings[at-1].ID
		return under, len(s.Book.Children(under)), true
	default:
		above, known := s.Book.Code(code.Parent)
		if !known {
			return "", 0, false
		}
		return above.Parent, indexOf(s.Book.Children(above.Parent), above.ID) + 1, true
	}
}

// Paste is where a cut code lands that is pasted onto another: under it where
// that is a theme or has codes under it, else behind it.
func (s *Study) Paste(cut, onto coding.CodeID) (parent coding.CodeID, place int, ok bool) {
	target, known := s.Book.Code(onto)
	if !known {
		return "", len(s.Book.Children("")), cut != ""
	}
	if s.inside(onto, cut) {
		return "", 0, false
	}
	if target.Parent == "" || !s.Book.Leaf(onto) {
		return onto, len(s.Book.Children(onto)), true
	}
	others := slices.DeleteFunc(s.Book.Children(target.Parent), func(c coding.Code) bool { return c.ID == cut })
	return target.Parent, indexOf(others, onto) + 1, true
}

func indexOf(codes []coding.Code, id coding.CodeID) int {
	for i, c := range codes {
		if c.ID == id {
			return i
		}
	}
	return -1
}
