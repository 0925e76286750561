package store

import (
	"context"
	"database/sql"
	"iter"
	"strings"
	"time"

	"concord/coding"
)

const selectCodings = `SELECT c.source, c.start, c.stop, c.code, c.coder, COALESCE(c.round, 0), c.unsure, c.at, c.id
	FROM codings c WHERE TRUE`

// codingRow is a coding as its table has it: numbers for identities.
type codingRow struct {
	source, start, stop, code, coder, round, unsure number
	at                                              int64
	id                                              string
}

// Codings are read by source in the project's order, then by start, then by end.
func (v *view) Codings(ctx context.Context, f coding.CodingFilter) iter.Seq2[coding.Coding, error] {
	return func(yield func(coding.Coding, error) bool) {
		err := v.snapshot(ctx, func(tx *sql.Tx) error {
			var name struct{ sources, codes, coders, rounds []string }
			var chosen map[int64]coding.SourceID
			var err error
			if f.Sources != nil {
				// Few sources are named rather than all learnt.
				chosen, err = numbersOf(ctx, tx, "sources", f.Sources)
			} else {
				name.sources, err = v.db.names.of(ctx, tx, "sources")
			}
			for _, table := range []struct {
				name string
				into *[]string
			}{{"codes", &name.codes}, {"coders", &name.coders}, {"rounds", &name.rounds}} {
				if err == nil {
					*table.into, err = v.db.names.of(ctx, tx, table.name)
				}
			}
			if err != nil {
				return err
			}
			return v.codingRows(ctx, tx, f, chosen, func(r *codingRow) bool {
				source, ok := chosen[int64(r.source)]
				if !ok {
					source = coding.SourceID(name.sources[r.source])
				}
				return yield(coding.Coding{
					ID:      coding.CodingID(r.id),
					Excerpt: coding.Excerpt{Source: source, Span: coding.Span{Start: int(r.start), End: int(r.stop)}},
					Code:    coding.CodeID(name.codes[r.code]),
					Coder:   coding.CoderID(name.coders[r.coder]),
					Round:   coding.RoundID(name.rounds[r.round]),
					Unsure:  r.unsure != 0,
					At:      time.UnixMilli(r.at).UTC(),
				}, nil)
			})
		})
		if err != nil {
			yield(coding.Coding{}, v.db.fail(ctx, err))
		}
	}
}

// codingRows reads the rows that a filter chooses until take has enough.
// chosen are the sources of the filter by their numbers, where it has any.
func (v *view) codingRows(
	ctx context.Context, tx *sql.Tx, f coding.CodingFilter, chosen map[int64]coding.SourceID, take func(*codingRow) bool,
) error {
	q := newQuery(selectCodings)
	if err := q.visibleIn(ctx, tx, v, "c"); err != nil {
		return err
	}
	if f.Sources != nil {
		q.in("c.source", sorted(chosen))
	}
	wanted := filterIDs(q, f.IDs)
	if err := filterNumbers(ctx, tx, q, "codes", "c.code", f.Codes); err != nil {
		return err
	}
	if err := filterNumbers(ctx, tx, q, "coders", "c.coder", f.Coders); err != nil {
		return err
	}
	if err := filterRounds(ctx, tx, q, f.Rounds); err != nil {
		return err
	}
	q.text.WriteString(` ORDER BY c.source, c.start, c.stop, c.id`)
	rows, err := q.rows(ctx, tx)
	if err != nil {
		return err
	}
	defer rows.Close()
	var r codingRow
	into := []any{&r.source, &r.start, &r.stop, &r.code, &r.coder, &r.round, &r.unsure, &r.at, &r.id}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if wanted != nil && !wanted[coding.CodingID(r.id)] {
			continue
		}
		if !take(&r) {
			return nil
		}
	}
	return rows.Err()
}

// filterIDs takes the codings named. Of very many, the statement can't name
// them all; those are given back, to be chosen among the rows.
func filterIDs(q *query, ids []coding.CodingID) map[coding.CodingID]bool {
	switch {
	case ids == nil:
		return nil
	case len(ids) > atOnce:
		wanted := make(map[coding.CodingID]bool, len(ids))
		for _, id := range ids {
			wanted[id] = true
		}
		return wanted
	}
	marks := make([]string, len(ids))
	for i, id := range ids {
		marks[i] = q.arg(string(id))
	}
	q.and("c.id IN (%s)", strings.Join(marks, ","))
	return nil
}

func filterNumbers[ID ~string](ctx context.Context, tx *sql.Tx, q *query, table, column string, ids []ID) error {
	if ids == nil {
		return nil
	}
	found, err := numbersOf(ctx, tx, table, ids)
	if err != nil {
		return err
	}
	q.in(column, sorted(found))
	return nil
}

// filterRounds takes rounds; "" among them stands for codings outside rounds.
func filterRounds(ctx context.Context, tx *sql.Tx, q *query, ids []coding.RoundID) error {
	if ids == nil {
		return nil
	}
	found, err := numbersOf(ctx, tx, "rounds", ids)
	if err != nil {
		return err
	}
	outside := "FALSE"
	for _, id := range ids {
		if id == "" {
			outside = "c.round IS NULL"
		}
	}
	q.and("(%s OR c.round IN (%s))", outside, list(sorted(found)))
	return nil
}
