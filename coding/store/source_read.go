package store

import (
	"context"
	"database/sql"
	"iter"

	"concord/coding"
)

const (
	selectCases   = `SELECT c.body FROM cases c WHERE c.body IS NOT NULL`
	selectSources = `SELECT s.body FROM sources s WHERE s.body IS NOT NULL`
	selectTexts   = `SELECT s.id, t.body FROM sources s JOIN texts t ON t.no = s.text WHERE s.body IS NOT NULL`

	// inRound is the condition that a source is assigned in a round.
	inRound = `s.no IN (SELECT a.source FROM round_sources a JOIN rounds r ON r.no = a.round
		WHERE r.id = %s AND r.body IS NOT NULL)`
	selectRoundSources = `SELECT s.id FROM round_sources a JOIN sources s ON s.no = a.source
		WHERE a.round = $1 AND s.body IS NOT NULL ORDER BY a.source`
)

// Cases are read in the order in which they came; with ids, those alone.
func (v *view) Cases(ctx context.Context, ids ...coding.CaseID) iter.Seq2[coding.Case, error] {
	return func(yield func(coding.Case, error) bool) {
		q := newQuery(selectCases)
		if len(ids) > 0 {
			found, err := numbersOf(ctx, v.db.reader, "cases", ids)
			if err != nil {
				yield(coding.Case{}, v.db.fail(ctx, err))
				return
			}
			q.in("c.no", sorted(found))
		}
		q.text.WriteString(` ORDER BY c.no`)
		decoded[coding.Case](ctx, v, q)(yield)
	}
}

// Sources are read in the order in which they came.
func (v *view) Sources(ctx context.Context, f coding.SourceFilter) iter.Seq2[coding.Source, error] {
	return func(yield func(coding.Source, error) bool) {
		q := newQuery(selectSources)
		if err := v.sources(ctx, q, f); err != nil {
			yield(coding.Source{}, err)
			return
		}
		decoded[coding.Source](ctx, v, q)(yield)
	}
}

// Texts are those of the sources, in the same order.
func (v *view) Texts(ctx context.Context, f coding.SourceFilter) iter.Seq2[coding.Text, error] {
	return func(yield func(coding.Text, error) bool) {
		q := newQuery(selectTexts)
		err := v.sources(ctx, q, f)
		if err != nil {
			yield(coding.Text{}, err)
			return
		}
		rows, err := q.rows(ctx, v.db.reader)
		if err != nil {
			yield(coding.Text{}, v.db.fail(ctx, err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var text coding.Text
			if err := rows.Scan(&text.Source, &text.Body); err != nil {
				yield(coding.Text{}, v.db.fail(ctx, err))
				return
			}
			if !yield(text, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(coding.Text{}, v.db.fail(ctx, err))
		}
	}
}

// sources adds a filter and the order to a query on the table s.
func (v *view) sources(ctx context.Context, q *query, f coding.SourceFilter) error {
	if f.IDs != nil {
		found, err := numbersOf(ctx, v.db.reader, "sources", f.IDs)
		if err != nil {
			return v.db.fail(ctx, err)
		}
		q.in("s.no", sorted(found))
	}
	if f.Kind != "" {
		q.and("s.kind = %s", q.arg(string(f.Kind)))
	}
	if f.Round != "" {
		q.and(inRound, q.arg(string(f.Round)))
	}
	if f.After != 0 {
		q.and("s.since > %s", q.arg(int64(f.After)))
	}
	q.text.WriteString(` ORDER BY s.no`)
	return nil
}

// RoundSources are the sources assigned in a round, in the project's order.
func (v *view) RoundSources(ctx context.Context, id coding.RoundID) ([]coding.SourceID, error) {
	var sources []coding.SourceID
	err := v.snapshot(ctx, func(tx *sql.Tx) error {
		found, err := numbersOf(ctx, tx, "rounds", []coding.RoundID{id})
		if err != nil {
			return v.db.fail(ctx, err)
		}
		if len(found) == 0 {
			return refuse(coding.ErrNotFound, "no round %s", id)
		}
		rows, err := tx.QueryContext(ctx, selectRoundSources, sorted(found)[0])
		if err != nil {
			return v.db.fail(ctx, err)
		}
		for rows.Next() {
			var source coding.SourceID
			if err := rows.Scan(&source); err != nil {
				return v.db.fail(ctx, closing(rows, err))
			}
			sources = append(sources, source)
		}
		return v.db.fail(ctx, closing(rows, rows.Err()))
	})
	return sources, err
}
