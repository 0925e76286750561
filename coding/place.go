package coding

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// Place is an excerpt and the round that it is coded in; "" is outside rounds.
type Place struct {
	Excerpt
	Round RoundID
}

// ApplyAt is Apply for places in several rounds, as one step.
func (s *Session) ApplyAt(ctx context.Context, code Code, places ...Place) ([]Coding, error) {
	return again(func() ([]Coding, error) { return s.applyAt(ctx, code, nil, places) })
}

// ApplyAnew gives places the code with this path, "Theme/Code", and makes what
// of the path is missing: code and codings come and go as one step.
func (s *Session) ApplyAnew(ctx context.Context, path string, places ...Place) ([]Coding, error) {
	return again(func() ([]Coding, error) {
		book, err := s.Codebook(ctx)
		if err != nil {
			return nil, err
		}
		code, missing, err := s.lacking(book, path)
		if err != nil {
			return nil, err
		}
		return s.applyAt(ctx, code, missing, places)
	})
}

// Distinct counts codings, each once: of what Apply returns, how many there are,
// where one holds several of the excerpts.
func Distinct(codings []Coding) int {
	seen := map[CodingID]bool{}
	for _, c := range codings {
		seen[c.ID] = true
	}
	return len(seen)
}

// again does a gesture anew where it was refused, since another step of the
// person or of somebody else may have come in between what it read and what it
// wrote: the code is there by now, or a coding that this one overlaps.
func again(gesture func() ([]Coding, error)) (codings []Coding, err error) {
	const often = 5
	for range often {
		codings, err = gesture()
		if !errors.Is(err, ErrConflict) && !errors.Is(err, ErrInvalid) {
			break
		}
	}
	return codings, err
}

// applyAt gives a code to places, in one step with the changes that make the code.
func (s *Session) applyAt(ctx context.Context, code Code, making []Change, places []Place) ([]Coding, error) {
	var rounds []RoundID
	excerpts := map[RoundID][]Excerpt{}
	for _, p := range places {
		if p.Empty() {
			return nil, invalid("apply %q: span %d to %d holds no character", code.Name, p.Start, p.End)
		}
		if excerpts[p.Round] == nil {
			rounds = append(rounds, p.Round)
		}
		excerpts[p.Round] = append(excerpts[p.Round], p.Excerpt)
	}
	changes := making
	now := map[RoundID]map[SourceID][]Coding{}
	for _, round := range rounds {
		own, err := s.own(ctx, code.ID, round, excerpts[round])
		if err != nil {
			return nil, fmt.Errorf("apply %q: %w", code.Name, err)
		}
		was := map[CodingID]Coding{}
		for _, codings := range own {
			for _, c := range codings {
				was[c.ID] = c
			}
		}
		for _, e := range excerpts[round] {
			own[e.Source] = join(own[e.Source],
				Coding{ID: NewID[CodingID](s.mint), Excerpt: e, Code: code.ID, Coder: s.Viewer(), Round: round, At: s.mint.Now()})
		}
		reworked, err := s.rework(ctx, was, own)
		if err != nil {
			return nil, fmt.Errorf("apply %q: %w", code.Name, err)
		}
		changes = append(changes, reworked...)
		now[round] = own
	}
	if len(changes) > 0 {
		label := fmt.Sprintf("code “%s”", code.Name)
		on := counted(len(places), "excerpt")
		switch {
		case len(making) > 0 && len(places) > 1:
			label = fmt.Sprintf("code “%s”, a new code on %s", code.Name, on)
		case len(making) > 0:
			label = fmt.Sprintf("code “%s”, a new code", code.Name)
		case len(places) > 1:
			label = fmt.Sprintf("code “%s” on %s", code.Name, on)
		}
		if err := s.Make(ctx, label, changes...); err != nil {
			return nil, fmt.Errorf("apply %q: %w", code.Name, err)
		}
	}
	codings := make([]Coding, len(places))
	for i, p := range places {
		own := now[p.Round][p.Source]
		codings[i] = own[slices.IndexFunc(own, func(c Coding) bool { return c.Contains(p.Span) })]
	}
	return codings, nil
}
