package reliability

import (
	"context"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// Account is what stands behind a number: who said what, how often.
type Account struct {
	// Row is the line that it is about.
	Row Row
	// Counts are who chose what, over all of the row's codes; there are no
	// tables where units aren't rated.
	compare.Counts
	// More is how many pairs of coders have no table here.
	More int
	// Readings are what the benchmarks of the field say of the number.
	Readings []agreement.Reading
	// Warnings are those about the row.
	Warnings []Warning
}

// mostTables is how many pairs of coders are shown with a table each.
const mostTables = 6

// Account tells what stands behind a row, or with nil behind the headline.
func (s *Sheet) Account(ctx context.Context, row *Row) (*Account, error) {
	whole := Row{Headline: s.Overall, Beside: s.Beside, Units: s.Pairable, of: s.material}
	if row == nil {
		row = &whole
	}
	a := &Account{Row: *row, Readings: row.Headline.Readings()}
	for _, w := range s.Warnings {
		if w.About == row.Name || w.About == "" && row.Code.ID == "" {
			a.Warnings = append(a.Warnings, w)
		}
	}
	if row.of == nil || !row.of.Unit.Rated() {
		return a, nil
	}
	codes := []coding.CodeID{row.Code.ID}
	if row.Code.ID == "" {
		codes = s.Choice.codes(row.of)
	}
	counts, err := row.of.Counts(ctx, codes...)
	if err != nil {
		return nil, err
	}
	a.Counts = counts
	if a.More = len(counts.Tables) - mostTables; a.More > 0 {
		a.Tables = counts.Tables[:mostTables]
	}
	return a, nil
}
