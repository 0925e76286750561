package coding

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Palette is the colours that new codes take in turn: Okabe & Ito's, told apart
// by colour-blind readers, darkened so that a name in them can be read.
func Palette() []string {
	return []string{"#D97B00", "#2E8BC9", "#00865F", "#B59A00", "#0A5A96", "#C24A00", "#B4588A", "#6B4390"}
}

// Codebook reads the project's codes as a tree.
func (s *Session) Codebook(ctx context.Context) (*Codebook, error) {
	codes, err := s.Codes(ctx)
	if err != nil {
		return nil, err
	}
	return NewCodebook(codes), nil
}

// EnsureCode finds the code with this path, "Theme/Code", and makes what of the
// path is missing, as one step.
func (s *Session) EnsureCode(ctx context.Context, path string) (Code, error) {
	book, err := s.Codebook(ctx)
	if err != nil {
		return Code{}, err
	}
	code, missing, err := s.lacking(book, path)
	if err != nil || len(missing) == 0 {
		return code, err
	}
	return code, s.Make(ctx, fmt.Sprintf("add code “%s”", code.Name), missing...)
}

// lacking finds the code with this path, and the changes that make what of the
// path the book lacks.
func (s *Session) lacking(book *Codebook, path string) (Code, []Change, error) {
	if code, err := book.Find(path); err == nil {
		return code, nil, nil
	}
	var at Code
	var added []Change
	total := book.Len()
	for name := range strings.SplitSeq(path, PathSeparator) {
		name = strings.TrimSpace(name)
		siblings := book.Children(at.ID)
		next := Code{}
		for _, c := range siblings {
			if strings.EqualFold(c.Name, name) {
				next = c
			}
		}
		if next.ID == "" {
			next = Code{
				ID: NewID[CodeID](s.mint), Parent: at.ID, Name: name,
				Order: lastOrder(siblings) + 1, Color: Palette()[total%len(Palette())],
			}
			if err := next.Validate(); err != nil {
				return Code{}, nil, err
			}
			added = append(added, Add(next))
			total++
		}
		at = next
	}
	return at, added, nil
}

func lastOrder(siblings []Code) int {
	last := -1
	for _, c := range siblings {
		last = max(last, c.Order)
	}
	return last
}

// EditCode changes a code's entry in the codebook from what it was to now.
func (s *Session) EditCode(ctx context.Context, was, now Code) error {
	label := fmt.Sprintf("edit code “%s”", was.Name)
	switch {
	case was.Parent != now.Parent || was.Order != now.Order:
		label = fmt.Sprintf("move code “%s”", was.Name)
	case was.Name != now.Name:
		label = fmt.Sprintf("rename code “%s” to “%s”", was.Name, now.Name)
	case !was.Retired && now.Retired:
		label = fmt.Sprintf("retire code “%s”", was.Name)
	case was.Retired && !now.Retired:
		label = fmt.Sprintf("bring back code “%s”", was.Name)
	}
	return s.Make(ctx, label, Alter(was, now))
}

// MoveCode puts a code under parent ("" for a theme of its own), at a place
// among the codes there; the last where place is beyond them.
func (s *Session) MoveCode(ctx context.Context, id, parent CodeID, place int) error {
	book, err := s.Codebook(ctx)
	if err != nil {
		return err
	}
	code, ok := book.Code(id)
	if !ok {
		return notFound("code %s", id)
	}
	if slices.Contains(book.Under(id), parent) {
		return invalid("code %q can't be moved under itself", code.Name)
	}
	siblings := []Code{}
	for _, c := range book.Children(parent) {
		if c.ID != id {
			siblings = append(siblings, c)
		}
	}
	place = min(max(place, 0), len(siblings))
	var changes []Change
	for i, c := range siblings {
		want := i
		if i >= place {
			want++
		}
		if c.Order != want {
			moved := c
			moved.Order = want
			changes = append(changes, Alter(c, moved))
		}
	}
	if code.Parent != parent || code.Order != place {
		moved := code
		moved.Parent, moved.Order = parent, place
		changes = append(changes, Alter(code, moved))
	}
	if len(changes) == 0 {
		return nil
	}
	return s.Make(ctx, fmt.Sprintf("move code “%s”", code.Name), changes...)
}

// RemoveCode takes a code that nothing hangs on out of the codebook. A code
// that was used is retired instead (EditCode), or its codings are removed first.
func (s *Session) RemoveCode(ctx context.Context, code Code) error {
	return s.Make(ctx, fmt.Sprintf("remove code “%s”", code.Name), Remove(code))
}

// AddCoder brings a person into the project.
func (s *Session) AddCoder(ctx context.Context, name string, supervisor bool) (Coder, error) {
	coders, err := s.Coders(ctx)
	if err != nil {
		return Coder{}, err
	}
	c := NewCoder(s.mint, strings.TrimSpace(name), supervisor, len(coders))
	return c, s.Make(ctx, fmt.Sprintf("add coder %s", c.Name), Add(c))
}

// NewCoder is a person who isn't in a project yet; the n-th takes the n-th
// colour of badges.
func NewCoder(m *Mint, name string, supervisor bool, n int) Coder {
	badges := []string{"#6B4390", "#00865F", "#0A5A96", "#C24A00", "#B4588A", "#8A5A00"}
	return Coder{ID: NewID[CoderID](m), Name: name, Color: badges[n%len(badges)], Supervisor: supervisor}
}
