package app

import (
	"context"
	"fmt"

	"concord/coding"
)

// Facts are what the frame, and later Home, say of a project.
type Facts struct {
	Comments, Documents, Cases int
	// Round is the one that matters now: an open one of the viewer's before
	// another open one before the last closed one.
	Round    coding.Round
	HasRound bool
	// Mine says that the viewer codes in it; Done of its Assigned sources are
	// then finished by the viewer.
	Mine           bool
	Done, Assigned int
}

// countMaterial counts sources and cases.
func (f *Facts) countMaterial(ctx context.Context, r coding.Reader) error {
	f.Comments, f.Documents, f.Cases = 0, 0, 0
	for source, err := range r.Sources(ctx, coding.SourceFilter{}) {
		if err != nil {
			return fmt.Errorf("count sources: %w", err)
		}
		if source.Kind == coding.Comment {
			f.Comments++
		} else {
			f.Documents++
		}
	}
	for _, err := range r.Cases(ctx) {
		if err != nil {
			return fmt.Errorf("count cases: %w", err)
		}
		f.Cases++
	}
	return nil
}

// findRound settles which round matters and how far the viewer is in it.
func (f *Facts) findRound(ctx context.Context, r coding.Reader) error {
	rounds, err := r.Rounds(ctx)
	if err != nil {
		return fmt.Errorf("list rounds: %w", err)
	}
	was := f.Round.ID
	f.Round, f.HasRound = presentRound(rounds, r.Viewer())
	f.Mine = f.HasRound && !f.Round.Closed && f.Round.Has(r.Viewer())
	f.Done = 0
	if !f.Mine {
		f.Assigned = 0
		return nil
	}
	if f.Round.ID != was || f.Assigned == 0 {
		sources, err := r.RoundSources(ctx, f.Round.ID)
		if err != nil {
			return fmt.Errorf("list what is in round %q: %w", f.Round.Name, err)
		}
		f.Assigned = len(sources)
	}
	for mark, err := range r.Done(ctx, coding.DoneFilter{Round: f.Round.ID, Coder: r.Viewer()}) {
		if err != nil {
			return fmt.Errorf("count what is done: %w", err)
		}
		if len(mark.Codes) == 0 {
			f.Done++
		}
	}
	return nil
}

// presentRound chooses the round that matters to a person now.
func presentRound(rounds []coding.Round, viewer coding.CoderID) (coding.Round, bool) {
	rank := func(r coding.Round) int {
		switch {
		case r.Closed:
			return 1
		case r.Has(viewer):
			return 3
		}
		return 2
	}
	var best coding.Round
	for _, r := range rounds {
		if best.ID == "" || rank(r) >= rank(best) {
			best = r
		}
	}
	return best, best.ID != ""
}

// after are the facts once these events have happened: only what they concern
// is read again. Nil events read everything.
func (f Facts) after(ctx context.Context, r coding.Reader, events []coding.Event) (Facts, error) {
	material, round := events == nil, events == nil
	for _, e := range events {
		switch e.Change.Kind() {
		case coding.KindSource, coding.KindCase:
			material = true
		case coding.KindRound, coding.KindDone:
			round = true
		}
	}
	if material {
		if err := f.countMaterial(ctx, r); err != nil {
			return f, err
		}
	}
	if round {
		if err := f.findRound(ctx, r); err != nil {
			return f, err
		}
	}
	return f, nil
}
