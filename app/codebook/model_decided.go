package codebook

import (
	"context"
	"fmt"

	"concord/coding"
)

// decide fills in which borderline examples of a code somebody has decided
// about: a decision let the code stand where the example is. The latest counts.
func decide(ctx context.Context, r coding.Reader, code coding.CodeID, examples []Passage) error {
	rounds, err := r.Rounds(ctx)
	if err != nil {
		return fmt.Errorf("read the rounds: %w", err)
	}
	for _, round := range rounds {
		if !round.Closed {
			continue
		}
		decisions, err := r.Decisions(ctx, round.ID)
		if err != nil {
			return fmt.Errorf("read the decisions of %s: %w", round.Name, err)
		}
		for _, d := range decisions {
			for i := range examples {
				e := &examples[i]
				if e.Borderline && e.Excerpt.Source == d.Source && d.At.After(e.Decided) && stands(d, code, e.Excerpt.Span) {
					e.Decider, e.Decided = d.By, d.At
				}
			}
		}
	}
	return nil
}

// stands reports whether a decision lets a code stand on some of a span.
func stands(d coding.Decision, code coding.CodeID, span coding.Span) bool {
	for _, m := range d.Marks {
		if m.Code == code && m.Overlaps(span) {
			return true
		}
	}
	return false
}
