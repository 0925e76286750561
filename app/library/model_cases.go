package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"concord/coding"
)

// ErrUnfit says that a value doesn't fit its attribute.
var ErrUnfit = errors.New("the value doesn't fit")

// CaseView is how the respondents are filtered and sorted: by the name, the
// number of texts, or an attribute.
type CaseView struct {
	Text string
	// Column is 0 for the name, 1 for the texts, then the attributes.
	Column int
	Down   bool
	Sorted bool
}

// FirstAttribute is the column of the respondents' table at which the attributes begin.
const FirstAttribute = 2

// ArrangeCases lists the cases that a view takes, in its order.
func (s *Study) ArrangeCases(v CaseView) []int {
	words := strings.Fields(strings.ToLower(v.Text))
	var order []int
	for i, c := range s.Cases {
		row := Row{Case: c.Name, known: c.Values}
		if row.has(words) {
			order = append(order, i)
		}
	}
	if !v.Sorted || v.Column >= FirstAttribute+len(s.Attributes) {
		return order
	}
	less := func(i, j int) int { return natural(s.Cases[i].Name, s.Cases[j].Name) }
	switch {
	case v.Column == 1:
		less = func(i, j int) int { return s.Cases[i].Texts - s.Cases[j].Texts }
	case v.Column >= FirstAttribute:
		by := s.Attributes[v.Column-FirstAttribute]
		places := placesOf(by, len(s.Cases), order, func(i int) string { return s.Cases[i].Values[by.ID] })
		less = func(i, j int) int { return places[i] - places[j] }
	}
	slices.SortStableFunc(order, func(i, j int) int {
		if v.Down {
			return less(j, i)
		}
		return less(i, j)
	})
	return order
}

// Rename gives a case another name, as one step.
func Rename(ctx context.Context, s *coding.Session, was coding.Case, name string) error {
	_, err := s.RenameCase(ctx, was, name)
	return err
}

// SetValue writes what is known of a case under an attribute, as one step; an
// empty value forgets it. ErrUnfit says that the attribute takes no such value.
func SetValue(ctx context.Context, s *coding.Session, was coding.Case, a coding.Attribute, value string) error {
	if value = strings.TrimSpace(value); !a.Takes(value) {
		return fmt.Errorf("%w: %q for %q", ErrUnfit, value, a.Name)
	}
	_, err := s.SetValues(ctx, was, coding.Values{a.ID: value})
	return err
}

// AddAttribute makes a new, empty column of the respondents' table, as one step.
func AddAttribute(ctx context.Context, s *coding.Session, name string, level coding.Level) error {
	_, err := s.AddAttribute(ctx, coding.Attribute{Name: name, Level: level})
	return err
}
