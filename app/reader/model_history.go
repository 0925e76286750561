package reader

import (
	"context"
	"fmt"
	"time"

	"concord/coding"
	"concord/coding/progress"
)

// Happening is one thing that was done to codings of an excerpt.
type Happening struct {
	At time.Time
	By coding.CoderID
	// What is the step's label; Undone says that it took the step back, and isn't
	// said where that was taken back again.
	What   string
	Undone bool
}

// History reads what was done to codings, from the first to the last.
func History(ctx context.Context, r coding.Reader, codings []coding.Coding, p *progress.Counter) ([]Happening, error) {
	wanted := map[coding.CodingID]bool{}
	for _, c := range codings {
		wanted[c.ID] = true
	}
	last, err := r.Seq(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the log: %w", err)
	}
	p.Start("read the history", int(last))
	var happened []Happening
	var step coding.StepID
	var turns coding.Turns
	for e, err := range r.Events(ctx, 0) {
		if err != nil {
			return nil, fmt.Errorf("read the history: %w", err)
		}
		p.Add(1)
		undone := turns.Back(e)
		if step == e.Step || !coding.Touches(e.Change, wanted) {
			continue
		}
		step = e.Step
		happened = append(happened, Happening{At: e.At, By: e.By, What: e.Label, Undone: undone})
	}
	return happened, nil
}
