package coding

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Takes reports whether the attribute takes a value: a number where it counts,
// one of its levels where it is a scale. Every attribute takes "", which
// forgets what was known.
func (a Attribute) Takes(value string) bool {
	switch {
	case value == "":
		return true
	case a.Level == Numeric:
		_, ok := number(value)
		return ok
	case a.Level == Scaled && len(a.Levels) > 0:
		return slices.Contains(a.Levels, value)
	}
	return true
}

// RenameCase gives a case another name, as one step.
func (s *Session) RenameCase(ctx context.Context, was Case, name string) (Case, error) {
	now := was
	if now.Name = strings.TrimSpace(name); now.Name == was.Name {
		return now, nil
	}
	return now, s.Make(ctx, fmt.Sprintf("rename “%s” to “%s”", was.Name, now.Name), Alter(was, now))
}

// SetValues writes what is known of a case, as one step; an empty value forgets
// it, an attribute that isn't named stays as it is.
func (s *Session) SetValues(ctx context.Context, was Case, values Values) (Case, error) {
	all, err := s.Attributes(ctx)
	if err != nil {
		return was, err
	}
	now := was
	if now.Values = maps.Clone(was.Values); now.Values == nil {
		now.Values = Values{}
	}
	var labels []string
	for _, a := range all {
		value, named := values[a.ID]
		if value = strings.TrimSpace(value); !named || value == was.Values[a.ID] {
			continue
		}
		switch {
		case !a.Takes(value):
			return was, a.refuses(value)
		case value == "":
			delete(now.Values, a.ID)
			labels = append(labels, fmt.Sprintf("clear %s of “%s”", a.Name, was.Name))
		default:
			now.Values[a.ID] = value
			labels = append(labels, fmt.Sprintf("set %s of “%s” to “%s”", a.Name, was.Name, value))
		}
	}
	if len(labels) == 0 {
		return was, nil
	}
	return now, s.Make(ctx, strings.Join(labels, "; "), Alter(was, now))
}

// refuses says what the attribute would take in place of a value.
func (a Attribute) refuses(value string) error {
	if a.Level == Numeric {
		return invalid("%s takes a number, not %q", a.Name, value)
	}
	return invalid("%s takes one of %s, not %q", a.Name, strings.Join(a.Levels, ", "), value)
}

// AddAttribute makes an attribute that nothing is known of yet, as one step.
func (s *Session) AddAttribute(ctx context.Context, a Attribute) (Attribute, error) {
	a.ID, a.Name = NewID[AttributeID](s.mint), strings.TrimSpace(a.Name)
	if err := s.unnamed(ctx, a); err != nil {
		return a, err
	}
	return a, s.Make(ctx, fmt.Sprintf("add attribute “%s”", a.Name), Add(a))
}

// EditAttribute changes an attribute, as one step.
func (s *Session) EditAttribute(ctx context.Context, was, now Attribute) error {
	now.ID, now.Name = was.ID, strings.TrimSpace(now.Name)
	if err := s.unnamed(ctx, now); err != nil {
		return err
	}
	return s.Make(ctx, fmt.Sprintf("change attribute “%s”", was.Name), Alter(was, now))
}

// unnamed checks that no other attribute has the name, as rules and searches
// read names.
func (s *Session) unnamed(ctx context.Context, a Attribute) error {
	all, err := s.Attributes(ctx)
	if err != nil {
		return err
	}
	for _, other := range all {
		if other.ID != a.ID && SameName(other.Name, a.Name) {
			return fmt.Errorf("%w: there is another attribute %q already; a name stands for one thing", ErrConflict, other.Name)
		}
	}
	return nil
}

// FindCase looks a case up by name (case ignored) or identity.
func FindCase(ctx context.Context, r Reader, name string) (Case, error) {
	for c, err := range r.Cases(ctx) {
		if err != nil {
			return Case{}, err
		}
		if strings.EqualFold(c.Name, name) || string(c.ID) == name {
			return c, nil
		}
	}
	return Case{}, notFound("no respondent %q", name)
}
