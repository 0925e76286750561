package store

import (
	"time"

	"concord/coding"
)

// codings is the shelf of codings: columns alone, as there are very many.
type codings struct{}

// place is where codings of one coder with one code in one round must not overlap.
type place struct{ source, coder, code, round int64 }

const (
	selectCoding = `SELECT s.id, c.start, c.stop, k.id, p.id, COALESCE(r.id, ''), c.unsure, c.at
		FROM codings c JOIN sources s ON s.no = c.source JOIN codes k ON k.no = c.code
		JOIN coders p ON p.no = c.coder LEFT JOIN rounds r ON r.no = c.round WHERE c.id = $1`
	deleteCoding  = `DELETE FROM codings WHERE id = $1`
	selectLength  = `SELECT length FROM sources WHERE no = $1`
	selectRetired = `SELECT retired FROM codes WHERE no = $1`
	selectSpans   = `SELECT start, stop FROM codings
		WHERE source = $1 AND coder = $2 AND code = $3 AND COALESCE(round, 0) = $4 ORDER BY start, stop`
)

func (codings) plain(c coding.Coding) coding.Coding {
	c.At = millis(c.At)
	return c
}

// millis is a time as the columns keep it.
func millis(t time.Time) time.Time { return time.UnixMilli(t.UnixMilli()).UTC() }

func (codings) find(w *write, key string) (c coding.Coding, _ int64, ok bool, err error) {
	var at int64
	ok, err = w.one(selectCoding, []any{key}, &c.Source, &c.Start, &c.End, &c.Code, &c.Coder, &c.Round, &c.Unsure, &at)
	c.ID, c.At = coding.CodingID(key), time.UnixMilli(at).UTC()
	return c, 0, ok, err
}

func (codings) may(w *write, was, now *coding.Coding) error {
	one := now
	if one == nil {
		one = was
	}
	if err := w.mayWork(one.Coder, one.Round, was == nil); err != nil {
		return err
	}
	if now == nil {
		return nil
	}
	return w.fits(*now, was == nil || was.Code != now.Code)
}

// fits checks a coding against what it names: its source, its code, its round.
func (w *write) fits(c coding.Coding, newCode bool) error {
	source, err := w.number("sources", string(c.Source))
	if err != nil {
		return err
	}
	var length int
	if _, err := w.one(selectLength, []any{source}, &length); err != nil {
		return err
	}
	if err := c.Within(length); err != nil {
		return err
	}
	code, err := w.number("codes", string(c.Code))
	if err != nil {
		return err
	}
	if newCode && !w.undo {
		var retired bool
		if _, err := w.one(selectRetired, []any{code}, &retired); err != nil {
			return err
		}
		if retired {
			return refuse(coding.ErrInvalid, "code %s is retired and given no more", c.Code)
		}
	}
	if c.Round == "" {
		return nil
	}
	r, err := w.round(c.Round)
	if err != nil {
		return err
	}
	return w.takesPart(r, c.Coder, source)
}

func (codings) remove(w *write, _ int64, was coding.Coding) error {
	_, err := w.exec(deleteCoding, string(was.ID))
	return err
}

func (s codings) alter(w *write, _ int64, was, now coding.Coding, body []byte) error {
	// What it is moves it to another place in the table.
	if err := s.remove(w, 0, was); err != nil {
		return err
	}
	return s.add(w, []coding.Coding{now}, [][]byte{body})
}

func (codings) add(w *write, nouns []coding.Coding, _ [][]byte) error {
	rows := make([][]any, len(nouns))
	for i, c := range nouns {
		var err error
		if rows[i], err = w.codingRow(c); err != nil {
			return err
		}
	}
	clashed, err := w.insert("codings",
		[]string{"source", "start", "stop", "id", "code", "coder", "round", "unsure", "at"}, rows)
	if err != nil {
		return err
	}
	if len(clashed) > 0 {
		return refuse(coding.ErrConflict, "a coding that is to be added is in the project already")
	}
	return nil
}

func (w *write) codingRow(c coding.Coding) ([]any, error) {
	source, err := w.number("sources", string(c.Source))
	if err != nil {
		return nil, err
	}
	code, err := w.number("codes", string(c.Code))
	if err != nil {
		return nil, err
	}
	coder, err := w.number("coders", string(c.Coder))
	if err != nil {
		return nil, err
	}
	at := place{source: source, coder: coder, code: code}
	var in any
	if c.Round != "" {
		if at.round, err = w.number("rounds", string(c.Round)); err != nil {
			return nil, err
		}
		in = at.round
	}
	if !w.replay {
		w.placed[at] = true
	}
	return []any{
		source, int64(c.Start), int64(c.End), string(c.ID), code, coder, in, flag(c.Unsure), c.At.UnixMilli(),
	}, nil
}

// settle checks, when all changes of a step are made, that no coder has given a
// code twice to the same character in one round.
func (w *write) settle() error {
	for at := range w.placed {
		s, err := w.prepared(selectSpans)
		if err != nil {
			return err
		}
		rows, err := s.QueryContext(w.ctx, at.source, at.coder, at.code, at.round)
		if err != nil {
			return err
		}
		var before coding.Span
		for rows.Next() {
			var span coding.Span
			if err := rows.Scan(&span.Start, &span.End); err != nil {
				return closing(rows, err)
			}
			if span.Overlaps(before) {
				return closing(rows, refuse(coding.ErrInvalid,
					"a coder gives a code once to a passage; %d to %d overlaps %d to %d", span.Start, span.End, before.Start, before.End))
			}
			before = span
		}
		if err := closing(rows, rows.Err()); err != nil {
			return err
		}
	}
	return nil
}
