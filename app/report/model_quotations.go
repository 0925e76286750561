package report

import (
	"context"
	"slices"
	"time"

	"concord/coding"
	"concord/coding/report"
)

// Quotations are passages that a code was given, as they will be exported.
type Quotations struct {
	Code report.ThemeRow
	// Rows are the first of them, each passage once.
	Rows []report.Excerpt
	// More is how many passages there are beyond these.
	More int
}

// Quote reads the first passages that have a code, or one under it.
func Quote(ctx context.Context, r coding.Reader, code report.ThemeRow, chosen report.Selection) (*Quotations, error) {
	const few = 6
	chosen.Codes = []coding.CodeID{code.ID}
	found, err := report.ReadExcerpts(ctx, r, time.Time{}, chosen)
	if err != nil {
		return nil, err
	}
	type passage struct {
		source     string
		start, end int
	}
	seen := map[passage]bool{}
	rows := slices.DeleteFunc(found.Rows, func(e report.Excerpt) bool {
		at := passage{e.Source, e.Start, e.End}
		again := seen[at]
		seen[at] = true
		return again
	})
	shown := rows[:min(few, len(rows))]
	return &Quotations{Code: code, Rows: shown, More: len(rows) - len(shown)}, nil
}
