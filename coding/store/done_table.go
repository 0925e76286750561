package store

import (
	"slices"
	"time"

	"concord/coding"
)

// dones is the shelf of done marks.
type dones struct{}

const (
	selectDone = `SELECT r.id, s.id, p.id, d.codes, d.at FROM dones d JOIN rounds r ON r.no = d.round
		JOIN sources s ON s.no = d.source JOIN coders p ON p.no = d.coder WHERE d.id = $1`
	deleteDone = `DELETE FROM dones WHERE id = $1`
)

func (dones) plain(d coding.Done) coding.Done {
	d.At = millis(d.At)
	return d
}

func (dones) body(coding.Done, []byte) ([]byte, error) { return nil, nil }

func (dones) find(w *write, key string) (d coding.Done, _ int64, ok bool, err error) {
	var at int64
	var codes string
	ok, err = w.one(selectDone, []any{key}, &d.Round, &d.Source, &d.Coder, &codes, &at)
	d.ID, d.Codes, d.At = coding.DoneID(key), splitCodes(codes), time.UnixMilli(at).UTC()
	return d, 0, ok, err
}

func (dones) may(w *write, was, now *coding.Done) error {
	one := now
	if one == nil {
		one = was
	}
	if err := w.mayWork(one.Coder, one.Round, was == nil); err != nil || now == nil {
		return err
	}
	source, err := w.number("sources", string(now.Source))
	if err != nil {
		return err
	}
	for _, code := range now.Codes {
		if _, err := w.number("codes", string(code)); err != nil {
			return err
		}
	}
	r, err := w.round(now.Round)
	if err != nil {
		return err
	}
	return w.takesPart(r, now.Coder, source)
}

func (dones) remove(w *write, _ int64, was coding.Done) error {
	_, err := w.exec(deleteDone, string(was.ID))
	return err
}

func (dones) free(*write, int64, coding.Done) error { return nil }

func (s dones) alter(w *write, _ int64, was, now coding.Done, body []byte) error {
	if err := s.remove(w, 0, was); err != nil {
		return err
	}
	return s.add(w, []coding.Done{now}, [][]byte{body})
}

func (dones) add(w *write, nouns []coding.Done, _ [][]byte) error {
	rows := make([][]any, len(nouns))
	for i, d := range nouns {
		r, err := w.number("rounds", string(d.Round))
		if err != nil {
			return err
		}
		source, err := w.number("sources", string(d.Source))
		if err != nil {
			return err
		}
		coder, err := w.number("coders", string(d.Coder))
		if err != nil {
			return err
		}
		rows[i] = []any{r, source, coder, string(d.ID), joinCodes(d.Codes), d.At.UnixMilli()}
	}
	clashed, err := w.insert("dones", []string{"round", "source", "coder", "id", "codes", "at"}, slices.Values(rows))
	if err != nil {
		return err
	}
	if len(clashed) > 0 {
		return refuse(coding.ErrConflict, "a source that is to be marked as finished is marked already")
	}
	return nil
}
