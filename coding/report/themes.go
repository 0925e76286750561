package report

import (
	"context"
	"slices"

	"concord/coding"
)

// Themes is the table of how much was said of each theme and code, divided by
// an attribute.
type Themes struct {
	// Attribute is the name of what divides the columns; empty where nothing does.
	Attribute string `json:"attribute"`
	// Values head the columns, in the attribute's order; a last "" is for those
	// of whom the value isn't known.
	Values []string `json:"values"`
	// Texts says that not all sources are comments.
	Texts bool       `json:"texts,omitempty"`
	Rows  []ThemeRow `json:"rows"`
	// Any counts what has any of the codes in the table, All what there is to code.
	Any ThemeRow `json:"any"`
	All ThemeRow `json:"all"`
}

// ThemeRow counts one code, with what lies under it: a count for each of the
// table's values, and one for all together. One source may stand in several
// columns, when its cases differ; the total has it once.
type ThemeRow struct {
	ID    coding.CodeID  `json:"id,omitempty"`
	Code  string         `json:"code,omitempty"`
	Path  string         `json:"path,omitempty"`
	Depth int            `json:"depth"`
	Color string         `json:"color,omitempty"`
	Cells []coding.Count `json:"cells"`
	Total coding.Count   `json:"total"`
}

// cell is a place in the table of themes: a code ("" for any) and a value.
type cell struct {
	code  coding.CodeID
	value string
}

// ReadThemes counts the codings that are selected, by theme and code, divided by
// the attribute that is named (or by nothing, for ""). Codes that nothing lies
// in have a row all the same, unless they are retired or not asked for.
func ReadThemes(ctx context.Context, r coding.Reader, attribute string, s Selection) (*Themes, error) {
	f, err := readFrame(ctx, r)
	if err != nil {
		return nil, err
	}
	var divide coding.Attribute
	if attribute != "" {
		if divide, err = coding.FindAttribute(f.attributes, attribute); err != nil {
			return nil, err
		}
	}
	rules, err := bindRules(s.Where, f.attributes)
	if err != nil {
		return nil, err
	}
	given, totals := tallies[cell]{}, tallies[coding.CodeID]{}
	for c, err := range f.codings(ctx, r, s) {
		if err != nil {
			return nil, err
		}
		source := f.sources[c.Source]
		for _, id := range append(upward(f.book, c.Code), "") {
			totals.of(id).add(c, source.Cases...)
			for _, v := range f.values(source, divide.ID) {
				given.of(cell{id, v.value}).add(c, v.subject)
			}
		}
	}
	there, all := f.population(divide.ID, rules)
	t := &Themes{Attribute: divide.Name, Values: []string{}, Texts: f.texts, Rows: []ThemeRow{}, All: ThemeRow{Total: all.count()}}
	if attribute != "" {
		t.Values = columns(there, divide)
	}
	for _, v := range t.Values {
		t.All.Cells = append(t.All.Cells, there[v].count())
	}
	t.Any = t.row(f, coding.Code{}, given, totals)
	wanted := f.shown(s.Codes)
	for _, c := range f.book.Codes() {
		if wanted(c.ID) && (!c.Retired || totals[c.ID] != nil) {
			t.Rows = append(t.Rows, t.row(f, c, given, totals))
		}
	}
	return t, nil
}

// row is what was counted of a code.
func (t *Themes) row(f *frame, c coding.Code, given tallies[cell], totals tallies[coding.CodeID]) ThemeRow {
	row := ThemeRow{
		ID: c.ID, Code: c.Name, Path: f.book.Path(c.ID), Depth: f.book.Depth(c.ID), Color: c.Color,
		Cells: make([]coding.Count, len(t.Values)), Total: totals[c.ID].count(),
	}
	for i, v := range t.Values {
		row.Cells[i] = given[cell{c.ID, v}].count()
	}
	return row
}

// population counts the sources that meet the rules, for each value and in all.
func (f *frame) population(attribute coding.AttributeID, rules []rule) (there tallies[string], all *tally) {
	there, all = tallies[string]{}, newTally()
	for id, source := range f.sources {
		if !f.meets(source, rules) {
			continue
		}
		all.see(id, source.Cases...)
		for _, v := range f.values(source, attribute) {
			there.of(v.value).see(id, v.subject)
		}
	}
	return there, all
}

// columns are the values that sources have, in the attribute's order, the unknown last.
func columns(there tallies[string], a coding.Attribute) []string {
	var values []string
	for v := range there {
		values = append(values, v)
	}
	slices.SortFunc(values, func(x, y string) int {
		switch {
		case x == y:
			return 0
		case x == "":
			return 1
		case y == "":
			return -1
		}
		return a.Compare(x, y)
	})
	return values
}

// shown tells the codes that were asked for, with what lies under and above them.
func (f *frame) shown(codes []coding.CodeID) func(coding.CodeID) bool {
	if codes == nil {
		return func(coding.CodeID) bool { return true }
	}
	wanted := f.under(codes)
	for _, id := range codes {
		wanted = append(wanted, upward(f.book, id)...)
	}
	return func(id coding.CodeID) bool { return slices.Contains(wanted, id) }
}
