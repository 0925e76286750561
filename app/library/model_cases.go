package library

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
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
	now := was
	if now.Name = strings.TrimSpace(name); now.Name == was.Name {
		return nil
	}
	return s.Make(ctx, fmt.Sprintf("rename “%s” to “%s”", was.Name, now.Name), coding.Alter(was, now))
}

// SetValue writes what is known of a case under an attribute, as one step; an
// empty value forgets it. ErrUnfit says that the attribute takes no such value.
func SetValue(ctx context.Context, s *coding.Session, was coding.Case, a coding.Attribute, value string) error {
	value = strings.TrimSpace(value)
	if value == was.Values[a.ID] {
		return nil
	}
	if !fits(a, value) {
		return fmt.Errorf("%w: %q for %q", ErrUnfit, value, a.Name)
	}
	now := was
	now.Values = maps.Clone(was.Values)
	if now.Values == nil {
		now.Values = coding.Values{}
	}
	label := fmt.Sprintf("set %s of “%s” to “%s”", a.Name, was.Name, value)
	if value == "" {
		delete(now.Values, a.ID)
		label = fmt.Sprintf("clear %s of “%s”", a.Name, was.Name)
	} else {
		now.Values[a.ID] = value
	}
	return s.Make(ctx, label, coding.Alter(was, now))
}

// fits reports whether an attribute takes a value: a number where it counts,
// one of its levels where it is a scale.
func fits(a coding.Attribute, value string) bool {
	switch {
	case value == "":
		return true
	case a.Level == coding.Numeric:
		_, err := strconv.ParseFloat(value, 64)
		return err == nil
	case a.Level == coding.Scaled && len(a.Levels) > 0:
		return slices.Contains(a.Levels, value)
	}
	return true
}

// AddAttribute makes a new, empty column of the respondents' table, as one step.
func AddAttribute(ctx context.Context, s *coding.Session, name string, level coding.Level) error {
	a := coding.Attribute{ID: coding.NewID[coding.AttributeID](s.Mint()), Name: strings.TrimSpace(name), Level: level}
	return s.Make(ctx, fmt.Sprintf("add attribute “%s”", a.Name), coding.Add(a))
}
