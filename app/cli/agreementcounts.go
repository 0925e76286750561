package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// countsRow is how often each two coders gave a code and left it out.
type countsRow struct {
	Scope  string                  `json:"scope"`
	Tables []agreement.Contingency `json:"tables"`
}

// counts are those behind the numbers of each code or theme of an answer.
func counts(ctx context.Context, m *compare.Material, answer compare.Answer) ([]countsRow, error) {
	rows := []countsRow{}
	var seen []coding.CodeID
	for _, r := range answer.Results {
		if r.Code == "" || slices.Contains(seen, r.Code) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		seen = append(seen, r.Code)
		ratings, err := m.Presence(r.Code)
		if err != nil {
			return nil, err
		}
		row := countsRow{Scope: r.Scope, Tables: []agreement.Contingency{}}
		for x := range m.Coders {
			for y := x + 1; y < len(m.Coders); y++ {
				table, err := ratings.Contingency(x, y)
				if err != nil {
					return nil, fmt.Errorf("count who chose what: %w", err)
				}
				row.Tables = append(row.Tables, table)
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// printCounts prints a line for each code and two coders.
func printCounts(w io.Writer, rows []countsRow) {
	lines := [][]string{{"SCOPE", "CODERS", "BOTH", "ONLY THE FIRST", "ONLY THE SECOND", "NEITHER"}}
	number := func(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
	for _, r := range rows {
		for _, t := range r.Tables {
			n := t.Counts
			lines = append(lines, []string{r.Scope, t.First + ", " + t.Second, number(n[1][1]), number(n[1][0]), number(n[0][1]), number(n[0][0])})
		}
	}
	_, _ = fmt.Fprintln(w)
	table(w, lines...)
}
