package store

import (
	"slices"
	"time"

	"concord/coding"
)

// codings is the shelf of codings: columns alone, as there are very many.
type codings struct{}

const (
	selectCoding = `SELECT s.id, c.start, c.stop, k.id, p.id, COALESCE(r.id, ''), c.unsure, c.at
		FROM codings c JOIN sources s ON s.no = c.source JOIN codes k ON k.no = c.code
		JOIN coders p ON p.no = c.coder LEFT JOIN rounds r ON r.no = c.round WHERE c.id = $1`
	deleteCoding  = `DELETE FROM codings WHERE id = $1`
	selectLength  = `SELECT length FROM sources WHERE no = $1`
	selectRetired = `SELECT retired FROM codes WHERE no = $1`
)

func (codings) plain(c coding.Coding) coding.Coding {
	c.At = millis(c.At)
	return c
}

func (codings) body(coding.Coding, []byte) ([]byte, error) { return nil, nil }

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

func (codings) free(*write, int64, coding.Coding) error { return nil }

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
		[]string{"source", "start", "stop", "id", "code", "coder", "round", "unsure", "at"}, slices.Values(rows))
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
