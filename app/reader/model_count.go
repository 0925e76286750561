package reader

import (
	"context"
	"fmt"

	"concord/coding"
)

// Count counts the excerpts of each code that are shown at an assignment: in a
// round, the viewer's own.
func Count(ctx context.Context, r coding.Reader, a Assignment) (map[coding.CodeID]int, error) {
	filter := coding.CodingFilter{Rounds: a.rounds()}
	if !a.Open() {
		filter.Coders = []coding.CoderID{r.Viewer()}
	}
	counts := map[coding.CodeID]int{}
	var at coding.Excerpt
	given := map[coding.CodeID]bool{}
	for c, err := range r.Codings(ctx, filter) {
		if err != nil {
			return nil, fmt.Errorf("count codings: %w", err)
		}
		if c.Excerpt != at {
			at = c.Excerpt
			clear(given)
		}
		if !given[c.Code] {
			given[c.Code] = true
			counts[c.Code]++
		}
	}
	return counts, nil
}

// NextUncoded is the first place after from, and then from the beginning, whose
// source the viewer has neither coded nor marked done at the assignment.
func NextUncoded(ctx context.Context, r coding.Reader, shown *Outline, a Assignment, from int) (place int, found bool, err error) {
	finished := map[coding.SourceID]bool{}
	a.All = false
	filter := coding.CodingFilter{Coders: []coding.CoderID{r.Viewer()}, Rounds: a.rounds()}
	for c, err := range r.Codings(ctx, filter) {
		if err != nil {
			return 0, false, fmt.Errorf("look for what isn't coded: %w", err)
		}
		finished[c.Source] = true
	}
	if !a.Open() {
		for d, err := range r.Done(ctx, coding.DoneFilter{Round: a.Round.ID, Coder: r.Viewer()}) {
			if err != nil {
				return 0, false, fmt.Errorf("look for what isn't done: %w", err)
			}
			finished[d.Source] = true
		}
	}
	for i := range shown.Len() {
		place := (from + 1 + i) % shown.Len()
		if !finished[shown.ID(place)] {
			return place, true, nil
		}
	}
	return 0, false, nil
}
