package store

import "concord/coding"

// place is where codings of one coder with one code in one round must not overlap.
type place struct{ source, coder, code, round int64 }

const (
	selectSpans = `SELECT start, stop FROM codings
		WHERE source = $1 AND coder = $2 AND code = $3 AND COALESCE(round, 0) = $4 ORDER BY start, stop`
	selectAllSpans = `SELECT source, coder, code, COALESCE(round, 0), start, stop FROM codings
		ORDER BY source, start, stop`
)

// From so many places on, all codings are gone through at once.
const manyPlaces = 20_000

// settle checks, when all changes of a step are made, that no coder has given a
// code twice to the same character in one round.
func (w *write) settle() error {
	if len(w.placed) >= manyPlaces {
		return w.settleAll()
	}
	for at := range w.placed {
		if err := w.settleAt(at); err != nil {
			return err
		}
	}
	return nil
}

func (w *write) settleAt(at place) error {
	s, err := w.prepared(selectSpans)
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(w.ctx, at.source, at.coder, at.code, at.round)
	if err != nil {
		return err
	}
	defer rows.Close()
	var before, span coding.Span
	for rows.Next() {
		if err := rows.Scan(&span.Start, &span.End); err != nil {
			return err
		}
		if span.Overlaps(before) {
			return overlap(before, span)
		}
		before = span
	}
	return rows.Err()
}

func (w *write) settleAll() error {
	rows, err := w.tx.QueryContext(w.ctx, selectAllSpans)
	if err != nil {
		return err
	}
	defer rows.Close()
	var source int64
	last := map[place]coding.Span{} // of the source that rows are at
	for rows.Next() {
		var at place
		var span coding.Span
		err := rows.Scan(&at.source, &at.coder, &at.code, &at.round, (*number)(&span.Start), (*number)(&span.End))
		if err != nil {
			return err
		}
		if at.source != source {
			source = at.source
			clear(last)
		}
		if before, ok := last[at]; ok && span.Overlaps(before) {
			return overlap(before, span)
		}
		last[at] = span
	}
	return rows.Err()
}

func overlap(before, span coding.Span) error {
	return refuse(coding.ErrInvalid, "a coder gives a code once to a passage; %d to %d overlaps %d to %d",
		span.Start, span.End, before.Start, before.End)
}
