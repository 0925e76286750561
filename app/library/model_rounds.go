package library

import (
	"context"
	"slices"

	"concord/coding"
)

// Round is a round with how far its coders are.
type Round struct {
	coding.Round
	// Assigned is the number of its sources.
	Assigned int
	Progress []Progress
	// Mine says that the viewer codes in it, MayClose that the viewer may close it.
	Mine, MayClose bool
}

// Progress is how far one coder is in a round.
type Progress struct {
	Coder coding.Coder
	Done  int
	// Hidden says that the round keeps it from the viewer.
	Hidden bool
}

// readRounds reads the rounds and settles which is the current one: an open one
// of the viewer's before another open one before the last closed one.
func (l *loading) readRounds(ctx context.Context, r coding.Reader) error {
	rounds, err := r.Rounds(ctx)
	if err != nil {
		return err
	}
	supervised := slices.ContainsFunc(l.Coders, func(c coding.Coder) bool { return c.Supervisor })
	best := -1
	for i, one := range rounds {
		round := Round{Round: one, Mine: one.Has(l.Me.ID), MayClose: !one.Closed && (l.Me.Supervisor || !supervised)}
		if err := l.progress(ctx, r, &round); err != nil {
			return err
		}
		l.Rounds = append(l.Rounds, round)
		rank := 0
		switch {
		case !one.Closed && round.Mine:
			rank = 2
		case !one.Closed:
			rank = 1
		}
		if rank >= best {
			best, l.Current = rank, i
		}
	}
	return nil
}

// progress counts what each coder of a round has done.
func (l *loading) progress(ctx context.Context, r coding.Reader, round *Round) error {
	assigned, err := r.RoundSources(ctx, round.ID)
	if err != nil {
		return err
	}
	round.Assigned = len(assigned)
	done := map[coding.CoderID]int{}
	for d, err := range r.Done(ctx, coding.DoneFilter{Round: round.ID}) {
		if err != nil {
			return err
		}
		done[d.Coder]++
	}
	hidden := round.HiddenFrom(l.Me)
	for _, c := range l.Coders {
		if round.Has(c.ID) {
			round.Progress = append(round.Progress, Progress{Coder: c, Done: done[c.ID], Hidden: hidden && c.ID != l.Me.ID})
		}
	}
	return nil
}

// Left is how many sources the viewer hasn't finished in the round.
func (r Round) Left(viewer coding.CoderID) int {
	for _, p := range r.Progress {
		if p.Coder.ID == viewer {
			return r.Assigned - p.Done
		}
	}
	return 0
}

// Unfinished are the coders who, as far as the viewer may know, aren't done.
func (r Round) Unfinished() []Progress {
	var found []Progress
	for _, p := range r.Progress {
		if !p.Hidden && p.Done < r.Assigned {
			found = append(found, p)
		}
	}
	return found
}

// FinishAll marks all sources of a round done by the viewer, as one step, and
// returns how many weren't.
func FinishAll(ctx context.Context, s *coding.Session, round coding.Round) (int, error) {
	sources, err := s.RoundSources(ctx, round.ID)
	if err != nil {
		return 0, err
	}
	return s.MarkDone(ctx, round, sources...)
}
