package store

import (
	"bytes"
	"encoding/json"

	"concord/coding"
)

const (
	selectStep       = `SELECT p.id FROM steps s JOIN coders p ON p.no = s.coder WHERE s.first = $1`
	selectStepEvents = `SELECT kind, payload FROM events WHERE step = $1 ORDER BY seq DESC`
)

// takesBack checks a step that undoes another: that this is the same person's,
// still holds, and is taken back exactly. Such a step may do what the other did.
func (w *write) takesBack(step coding.Step) error {
	if step.Undoes == 0 {
		return nil
	}
	var by coding.CoderID
	found, err := w.one(selectStep, []any{int64(step.Undoes)}, &by)
	if err != nil {
		return err
	}
	if !found || by != step.By {
		return refuse(coding.ErrConflict, "no step of yours begins with event %d", step.Undoes)
	}
	undone, err := undoneSteps(w.ctx, w.tx)
	if err != nil {
		return err
	}
	if undone[step.Undoes] {
		return refuse(coding.ErrConflict, "the step at event %d has been taken back already", step.Undoes)
	}
	w.undo = true
	return w.inverts(step)
}

// inverts checks that the changes of a step are the inverses of those that it
// takes back, the last one first.
func (w *write) inverts(step coding.Step) error {
	rows, err := w.tx.QueryContext(w.ctx, selectStepEvents, int64(step.Undoes))
	if err != nil {
		return err
	}
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var kind coding.Kind
		var logged []byte
		if err := rows.Scan(&kind, &logged); err != nil {
			return err
		}
		change, err := coding.DecodeChange(kind, logged)
		if err != nil {
			return err
		}
		inverse := change.Inverse()
		if inverse == nil {
			return refuse(coding.ErrInvalid, "a change of kind %q can't be undone", kind)
		}
		if n >= len(step.Changes) {
			break
		}
		wanted, err := json.Marshal(inverse)
		if err != nil {
			return err
		}
		got, err := json.Marshal(step.Changes[n])
		if err != nil {
			return err
		}
		if kind != step.Changes[n].Kind() || !bytes.Equal(got, wanted) {
			return refuse(coding.ErrInvalid, "change %d isn't the inverse of what the step at event %d did", n+1, step.Undoes)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if n != len(step.Changes) {
		return refuse(coding.ErrInvalid, "the step at event %d is taken back as a whole", step.Undoes)
	}
	return nil
}
