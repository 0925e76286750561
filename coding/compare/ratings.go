package compare

import (
	"fmt"
	"slices"

	"concord/coding"
	"concord/coding/agreement"
)

// Codes are those that agreement is asked about unless a person names others:
// every code under which none lies, and those above that were given themselves.
// Retired codes are among them only where somebody used them.
func (m *Material) Codes() []coding.CodeID {
	used := m.used()
	var codes []coding.CodeID
	for _, c := range m.Book.Codes() {
		if used[c.ID] || m.Book.Leaf(c.ID) && !c.Retired {
			codes = append(codes, c.ID)
		}
	}
	return codes
}

// Themes are the codes on top of the book. A theme is present where any code
// under it is. Retired ones are left out where nobody used them.
func (m *Material) Themes() []coding.CodeID {
	used := m.used()
	var themes []coding.CodeID
	for _, c := range m.Book.Children("") {
		if !c.Retired || slices.ContainsFunc(m.Book.Under(c.ID), func(id coding.CodeID) bool { return used[id] }) {
			themes = append(themes, c.ID)
		}
	}
	return themes
}

func (m *Material) used() map[coding.CodeID]bool {
	used := map[coding.CodeID]bool{}
	for _, g := range m.given {
		used[m.codes[g.code]] = true
	}
	return used
}

// Presence rates every unit: does the code, or one that lies under it, occur
// in it? A coder who looked and left it out says Absent; one who didn't look is
// Missing. Where the unit is the comment, the units are the Material's sources,
// in their order. Excerpts and the continuum aren't rated: that is ErrInvalid.
func (m *Material) Presence(code coding.CodeID) (*agreement.Ratings, error) {
	if !m.Unit.Rated() {
		return nil, fmt.Errorf("%w: unit %q makes no table of ratings", coding.ErrInvalid, m.Unit)
	}
	family := m.Book.Under(code)
	columns := m.columns(func(place, seat int) agreement.Rating {
		if m.lookedFor(place, seat, family) {
			return agreement.Absent
		}
		return agreement.Missing
	})
	wanted := m.wanted(family)
	for _, g := range m.ratedBy() {
		if rating := &columns[g.seat].Ratings[g.place]; wanted[g.code] && *rating == agreement.Absent {
			*rating = agreement.Present
		}
	}
	return m.table(agreement.Presence(), columns)
}

// columns are one a coder with one rating a row, the same in all rows of a source.
func (m *Material) columns(rating func(place, seat int) agreement.Rating) []agreement.Column {
	rows := m.rows()
	columns := make([]agreement.Column, len(m.Coders))
	for seat, c := range m.Coders {
		columns[seat] = agreement.Column{Coder: c.Name, Ratings: make([]agreement.Rating, rows)}
	}
	last := -1
	for row := range rows {
		place := m.placeOf(row)
		for seat := range columns {
			if place == last {
				columns[seat].Ratings[row] = columns[seat].Ratings[row-1]
			} else {
				columns[seat].Ratings[row] = rating(place, seat)
			}
		}
		last = place
	}
	return columns
}

// wanted says of each code in given whether it is one of the family.
func (m *Material) wanted(family []coding.CodeID) []bool {
	wanted := make([]bool, len(m.codes))
	for number, code := range m.codes {
		wanted[number] = slices.Contains(family, code)
	}
	return wanted
}

// table makes a table of columns, each row with the units that it stands for.
func (m *Material) table(scale agreement.Scale, columns []agreement.Column) (*agreement.Ratings, error) {
	if m.layout == nil {
		return agreement.NewRatings(scale, columns...)
	}
	return agreement.NewRatingsOfColumns(scale, m.layout.units, m.layout.weights, columns...)
}

// lookedFor reports whether the coder looked for all codes of the family that
// can be given.
func (m *Material) lookedFor(place, seat int, family []coding.CodeID) bool {
	l := m.looked[place*len(m.Coders)+seat]
	if l.all || !l.any() {
		return l.all
	}
	for _, code := range family {
		if (m.Book.Leaf(code) || len(family) == 1) && !l.covers(code) {
			return false
		}
	}
	return true
}
