package store

import (
	"errors"
	"slices"
	"time"

	"concord/coding"
)

// logged is a change as the log keeps it.
type logged struct {
	kind         coding.Kind
	coder, round any // their numbers, or nil
	payload      string
}

// entry is a step on its way into the log.
type entry struct {
	first coding.Seq
	id    coding.StepID
	at    time.Time
	step  coding.Step

	begun bool // the step itself is in the log
	rows  [][]any
	bytes int // of payload in the rows
	n     int // events so far
}

const insertStep = `INSERT INTO steps (first, last, id, coder, at, label, undoes) VALUES ($1, $2, $3, $4, $5, $6, $7)`

// note takes the next change of a step into the log. A large step is written
// bit by bit, so that its payloads aren't in memory all at once.
func (w *write) note(e *entry, r logged) error {
	seq := e.first + coding.Seq(e.n)
	e.n++
	e.rows = append(e.rows, []any{int64(seq), int64(e.first), string(r.kind), r.round, r.coder, r.payload})
	e.bytes += len(r.payload)
	if e.bytes < bytesAtOnce {
		return nil
	}
	err := w.flush(e)
	if errors.Is(err, coding.ErrNotFound) {
		return nil // the person is yet to come, in the step that makes a project
	}
	return err
}

// flush writes what a step has noted.
func (w *write) flush(e *entry) error {
	if !e.begun {
		by, err := w.number("coders", string(e.step.By))
		if err != nil {
			return err
		}
		last := e.first + coding.Seq(len(e.step.Changes)) - 1
		if _, err := w.exec(insertStep,
			int64(e.first), int64(last), string(e.id), by, e.at.UnixMilli(), e.step.Label, int64(e.step.Undoes)); err != nil {
			return err
		}
		e.begun = true
	}
	_, err := w.insert("events", []string{"seq", "step", "kind", "round", "coder", "payload"}, slices.Values(e.rows))
	e.rows, e.bytes = nil, 0
	return err
}

// events are those that a step has become.
func (e *entry) events() []coding.Event {
	events := make([]coding.Event, len(e.step.Changes))
	for i, change := range e.step.Changes {
		events[i] = coding.Event{
			Seq: e.first + coding.Seq(i), At: e.at, By: e.step.By, Step: e.id,
			Label: e.step.Label, Undoes: e.step.Undoes, Change: change,
		}
	}
	return events
}
