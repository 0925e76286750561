package store

import (
	"context"
	"fmt"

	"concord/coding"
	"concord/coding/progress"
)

// Do makes a step: all of it or, with an error, nothing.
func (v *view) Do(ctx context.Context, step coding.Step) ([]coding.Event, error) {
	events, err := v.do(ctx, step)
	if err != nil {
		return nil, fmt.Errorf("do %q: %w", step.Label, v.db.fail(ctx, err))
	}
	return events, nil
}

func (v *view) do(ctx context.Context, step coding.Step) ([]coding.Event, error) {
	if v.db.frozen != nil {
		return nil, v.db.frozen
	}
	if v.db.ReadOnly() {
		return nil, refuse(coding.ErrReadOnly, "the project is open for reading alone")
	}
	if step.By == "" || step.By != v.viewer {
		return nil, refuse(coding.ErrForbidden, "a person does steps as themself; this one is by %q, of %q", step.By, v.viewer)
	}
	if len(step.Changes) == 0 {
		return nil, refuse(coding.ErrInvalid, "a step without changes")
	}
	for _, change := range step.Changes {
		if err := change.Validate(); err != nil {
			return nil, err
		}
	}
	if err := v.db.engine.Before(ctx); err != nil {
		return nil, err
	}
	tx, err := v.db.writer.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	events, err := v.db.newWrite(ctx, tx, step.By).step(step)
	if err != nil {
		return nil, err
	}
	return events, tx.Commit()
}

const countProjects = `SELECT COUNT(*) FROM projects WHERE body IS NOT NULL`

// step applies and logs a whole step.
func (w *write) step(step coding.Step) ([]coding.Event, error) {
	works, err := plan(step.Changes)
	if err != nil {
		return nil, err
	}
	if err := w.meet(step); err != nil {
		return nil, err
	}
	saved := progress.From(w.ctx)
	saved.Start("save", len(step.Texts)+sizes(works))
	if err := w.keep(step.Texts); err != nil {
		return nil, err
	}
	saved.Add(len(step.Texts))
	if err := w.takesBack(step); err != nil {
		return nil, err
	}
	w.noteOpened(step.Changes)
	w.noteMerged(step.Changes)
	var last coding.Seq
	if _, err := w.one(selectSeq, nil, &last); err != nil {
		return nil, err
	}
	log := &entry{first: last + 1, step: step, at: w.db.mint.Now(), id: coding.NewID[coding.StepID](w.db.mint)}
	stop := make(chan struct{})
	defer close(stop)
	for i, next := range ahead(works, stop) {
		w.seq = log.first + coding.Seq(i)
		saved.Add(works[i].size())
		row, err := next(w)
		if err != nil {
			return nil, err
		}
		if err := w.note(log, row); err != nil {
			return nil, err
		}
	}
	if err := w.settle(); err != nil {
		return nil, err
	}
	return log.events(), w.flush(log)
}

// meet finds out who acts and what that person may do.
func (w *write) meet(step coding.Step) error {
	var projects int
	if _, err := w.one(countProjects, nil, &projects); err != nil {
		return err
	}
	if projects == 0 {
		w.judge = true
		for _, change := range step.Changes {
			if e, ok := change.(coding.Edit[coding.Coder]); ok {
				for _, c := range e.Now {
					if c.ID == step.By {
						w.actor = c
						return nil
					}
				}
			}
		}
		return refuse(coding.ErrForbidden, "the step that makes a project brings in the person who does it")
	}
	actor, _, found, err := coders().find(w, string(step.By))
	if err != nil {
		return err
	}
	if !found {
		return refuse(coding.ErrForbidden, "%s is no coder of this project", step.By)
	}
	w.actor = actor
	return w.mayJudge()
}

const selectSupervised = `SELECT COUNT(*) FROM coders WHERE supervisor = 1 AND body IS NOT NULL`

// mayJudge finds out whether the person may close rounds and decide: a
// supervisor, or anybody where there is none.
func (w *write) mayJudge() error {
	var supervisors int
	_, err := w.one(selectSupervised, nil, &supervisors)
	w.judge = w.actor.Supervisor || supervisors == 0
	return err
}

// noteOpened finds the rounds that the step opens, in which it may bring in
// what others did; taking such a step back, it may take that out again.
func (w *write) noteOpened(changes []coding.Change) {
	for _, change := range changes {
		e, ok := change.(coding.Edit[coding.Round])
		if !ok {
			continue
		}
		was, now := map[coding.RoundID]bool{}, map[coding.RoundID]bool{}
		for _, r := range e.Was {
			was[r.ID] = true
		}
		for _, r := range e.Now {
			now[r.ID] = true
			w.opened[r.ID] = w.opened[r.ID] || !was[r.ID]
		}
		for _, r := range e.Was {
			w.opened[r.ID] = w.opened[r.ID] || w.undo && !now[r.ID]
		}
	}
}

// noteMerged finds out whether the step may take what others coded to another
// code: where it takes a code out of the book, which somebody who judges may do
// with all that hangs on it, and where it takes such a step back.
func (w *write) noteMerged(changes []coding.Change) {
	for _, change := range changes {
		e, ok := change.(coding.Edit[coding.Code])
		if !ok {
			continue
		}
		goes, _, comes := sortOut(e)
		w.merges = w.merges || len(goes) > 0 && (w.judge || w.undo) || len(comes) > 0 && w.undo
	}
}
