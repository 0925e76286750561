package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"slices"
	"time"

	"concord/coding"
)

const (
	selectSeq = `SELECT COALESCE(MAX(seq), 0) FROM events`

	selectEvents = `SELECT e.seq, s.first, s.at, p.id, s.id, s.label, s.undoes, e.kind, e.payload
		FROM events e JOIN steps s ON s.first = e.step JOIN coders p ON p.no = s.coder WHERE TRUE`

	selectEntries = `SELECT s.first, s.last, s.at, p.id, s.id, s.label, s.undoes
		FROM steps s JOIN coders p ON p.no = s.coder WHERE TRUE`

	// seen is the condition that something of a step may be seen.
	seen = `EXISTS (SELECT 1 FROM events e WHERE e.step = s.first AND %s)`

	// selectPartly finds the steps of which something is hidden from the viewer.
	selectPartly = `SELECT DISTINCT e.step FROM events e
		WHERE e.round IN (%s) AND e.coder IS DISTINCT FROM (SELECT o.no FROM coders o WHERE o.id = %[2]s)`

	selectUndoes = `SELECT first, undoes FROM steps WHERE undoes > 0 ORDER BY first`
)

// Seq is the last event of the project, hidden ones included.
func (v *view) Seq(ctx context.Context) (coding.Seq, error) {
	var seq coding.Seq
	err := v.db.reader.QueryRowContext(ctx, selectSeq).Scan(&seq)
	return seq, v.db.fail(ctx, err)
}

// Events after a number are read in order. A step of which something is hidden
// from the viewer keeps its label to itself.
func (v *view) Events(ctx context.Context, after coding.Seq) iter.Seq2[coding.Event, error] {
	return func(yield func(coding.Event, error) bool) {
		err := v.snapshot(ctx, func(tx *sql.Tx) error {
			partly, err := v.partly(ctx, tx)
			if err != nil {
				return err
			}
			q := newQuery(selectEvents)
			q.visible(v, "e")
			q.and("e.seq > %s", q.arg(int64(after)))
			q.text.WriteString(` ORDER BY e.seq`)
			rows, err := q.rows(ctx, tx)
			if err != nil {
				return err
			}
			defer rows.Close()
			for rows.Next() {
				event, step, err := scanEvent(rows)
				if err != nil {
					return err
				}
				if partly[step] {
					event.Label = ""
				}
				if !yield(event, nil) {
					return nil
				}
			}
			return rows.Err()
		})
		if err != nil {
			yield(coding.Event{}, v.db.fail(ctx, err))
		}
	}
}

// scanEvent reads an event and the first event of its step.
func scanEvent(rows *sql.Rows) (coding.Event, coding.Seq, error) {
	var event coding.Event
	var step coding.Seq
	var at int64
	var kind coding.Kind
	var payload sql.RawBytes
	err := rows.Scan(&event.Seq, &step, &at, &event.By, &event.Step, &event.Label, &event.Undoes, &kind, &payload)
	if err != nil {
		return event, 0, err
	}
	event.At = time.UnixMilli(at).UTC()
	if event.Change, err = coding.DecodeChange(kind, payload); err != nil {
		return event, 0, fmt.Errorf("event %d: %w", event.Seq, err)
	}
	return event, step, nil
}

// partly are the steps, by their first events, of which something is hidden.
func (v *view) partly(ctx context.Context, tx *sql.Tx) (map[coding.Seq]bool, error) {
	q := &query{}
	mark := q.arg(string(v.viewer))
	fmt.Fprintf(&q.text, selectPartly, fmt.Sprintf(hiddenRounds, mark), mark)
	rows, err := q.rows(ctx, tx)
	if err != nil {
		return nil, err
	}
	steps := map[coding.Seq]bool{}
	for rows.Next() {
		var step coding.Seq
		if err := rows.Scan(&step); err != nil {
			return nil, closing(rows, err)
		}
		steps[step] = true
	}
	return steps, closing(rows, rows.Err())
}

// Entries of the history are read with the newest first. A step of which all is
// hidden isn't there; one of which a part is hidden has no label.
func (v *view) Entries(ctx context.Context, f coding.EntryFilter) ([]coding.Entry, error) {
	var entries []coding.Entry
	err := v.snapshot(ctx, func(tx *sql.Tx) error {
		partly, err := v.partly(ctx, tx)
		if err != nil {
			return err
		}
		undone, err := undoneSteps(ctx, tx)
		if err != nil {
			return err
		}
		q := newQuery(selectEntries)
		q.and(seen, fmt.Sprintf(visible, q.arg(string(v.viewer)), "e"))
		if f.By != "" {
			q.and("p.id = %s", q.arg(string(f.By)))
		}
		if f.Before != 0 {
			q.and("s.first < %s", q.arg(int64(f.Before)))
		}
		q.text.WriteString(` ORDER BY s.first DESC`)
		if f.Limit > 0 {
			q.text.WriteString(` LIMIT ` + q.arg(f.Limit))
		}
		rows, err := q.rows(ctx, tx)
		if err != nil {
			return err
		}
		for rows.Next() {
			var e coding.Entry
			var at int64
			if err := rows.Scan(&e.First, &e.Last, &at, &e.By, &e.Step, &e.Label, &e.Undoes); err != nil {
				return closing(rows, err)
			}
			e.At, e.Undone = time.UnixMilli(at).UTC(), undone[e.First]
			if partly[e.First] {
				e.Label = ""
			}
			entries = append(entries, e)
		}
		return closing(rows, rows.Err())
	})
	if err != nil {
		return nil, fmt.Errorf("read the history: %w", v.db.fail(ctx, err))
	}
	return entries, nil
}

// undoneSteps are the steps, by their first events, that a later step took back
// and that no step brought again.
func undoneSteps(ctx context.Context, db querier) (map[coding.Seq]bool, error) {
	rows, err := db.QueryContext(ctx, selectUndoes)
	if err != nil {
		return nil, err
	}
	var back []struct{ first, undoes coding.Seq }
	for rows.Next() {
		var step struct{ first, undoes coding.Seq }
		if err := rows.Scan(&step.first, &step.undoes); err != nil {
			return nil, closing(rows, err)
		}
		back = append(back, step)
	}
	undone := map[coding.Seq]bool{}
	// From the newest: whether a step that takes back holds is known before what it took back.
	for _, step := range slices.Backward(back) {
		if !undone[step.first] {
			undone[step.undoes] = true
		}
	}
	return undone, closing(rows, rows.Err())
}
