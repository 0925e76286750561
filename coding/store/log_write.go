package store

import (
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
	rows  []logged
}

const insertStep = `INSERT INTO steps (first, last, id, coder, at, label, undoes) VALUES ($1, $2, $3, $4, $5, $6, $7)`

// log writes a step and its events, and gives these.
func (w *write) log(e entry) ([]coding.Event, error) {
	by, err := w.number("coders", string(e.step.By))
	if err != nil {
		return nil, err
	}
	last := e.first + coding.Seq(len(e.rows)) - 1
	if _, err := w.exec(insertStep,
		int64(e.first), int64(last), string(e.id), by, e.at.UnixMilli(), e.step.Label, int64(e.step.Undoes)); err != nil {
		return nil, err
	}
	rows := make([][]any, len(e.rows))
	events := make([]coding.Event, len(e.rows))
	for i, r := range e.rows {
		seq := e.first + coding.Seq(i)
		rows[i] = []any{int64(seq), int64(e.first), string(r.kind), r.round, r.coder, r.payload}
		events[i] = coding.Event{
			Seq: seq, At: e.at, By: e.step.By, Step: e.id,
			Label: e.step.Label, Undoes: e.step.Undoes, Change: e.step.Changes[i],
		}
	}
	_, err = w.insert("events", []string{"seq", "step", "kind", "round", "coder", "payload"}, rows)
	return events, err
}
