package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"

	"concord/coding"
)

const (
	selectCases   = `SELECT c.id, c.called, c.body FROM cases c WHERE c.body IS NOT NULL`
	selectSources = `SELECT s.id, s.called, s.kind, COALESCE(q.asked, ''), COALESCE(c.id, ''),
		s.hash, s.length, s.words, s.body, s.no
		FROM sources s LEFT JOIN questions q ON q.no = s.question LEFT JOIN cases c ON c.no = s.respondent
		WHERE s.body IS NOT NULL`
	selectTexts = `SELECT s.id, t.body FROM sources s JOIN texts t ON t.no = s.text WHERE s.body IS NOT NULL`

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
		var c coding.Case
		var body sql.RawBytes
		each(ctx, v, q, []any{&c.ID, &c.Name, &body}, func() (coding.Case, error) {
			err := fillCase(&c, body)
			return c, err
		}, yield)
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
		var s coding.Source
		var body sql.RawBytes
		var no int64
		each(ctx, v, q, append(sourceColumns(&s, &body), &no), func() (coding.Source, error) {
			err := fillSource(&s, body)
			return s, err
		}, yield)
	}
}

// rest is what the body of a case or a source holds: what has no column.
type rest struct {
	Cases  []coding.CaseID `json:"cases,omitempty"`
	Values coding.Values   `json:"values,omitempty"`
}

// nothing is the body of a noun that has all in columns.
const nothing = "{}"

func (r rest) pack() ([]byte, error) {
	if len(r.Cases)+len(r.Values) == 0 {
		return []byte(nothing), nil
	}
	return json.Marshal(r)
}

func unpack(body []byte, what string) (r rest, err error) {
	if string(body) == nothing {
		return r, nil
	}
	if err := json.Unmarshal(body, &r); err != nil {
		return r, refuse(coding.ErrDamaged, "%s can't be read: %w", what, err)
	}
	return r, nil
}

func fillCase(c *coding.Case, body []byte) error {
	r, err := unpack(body, "a case")
	c.Values = r.Values
	return err
}

// sourceColumns are where selectSources puts a source. The first of its cases
// is put in a list of one, which fillSource completes.
func sourceColumns[B any](s *coding.Source, body *B) []any {
	return []any{
		&s.ID, &s.Name, &s.Kind, &s.Question, (*respondent)(&s.Cases),
		&s.Text, (*number)(&s.Length), (*number)(&s.Words), body,
	}
}

// number is an integer that is scanned without a detour through text, which
// database/sql takes for all but the types that scan themselves.
type number int

// Scan takes an integer column.
func (n *number) Scan(value any) error {
	got, ok := value.(int64)
	if !ok {
		return fmt.Errorf("%v (%T) is no integer", value, value)
	}
	*n = number(got)
	return nil
}

// respondent scans the first case of a source; empty is none.
type respondent []coding.CaseID

// Scan takes the identity of the case.
func (r *respondent) Scan(value any) error {
	*r = nil
	if id, ok := value.(string); ok && id != "" {
		*r = respondent{coding.CaseID(id)}
	}
	return nil
}

func fillSource(s *coding.Source, body []byte) error {
	r, err := unpack(body, "a source")
	s.Cases = append(s.Cases, r.Cases...)
	s.Values = r.Values
	return err
}

// Texts are those of the sources, in the same order.
func (v *view) Texts(ctx context.Context, f coding.SourceFilter) iter.Seq2[coding.Text, error] {
	return func(yield func(coding.Text, error) bool) {
		q := newQuery(selectTexts)
		if err := v.sources(ctx, q, f); err != nil {
			yield(coding.Text{}, err)
			return
		}
		var text coding.Text
		each(ctx, v, q, []any{&text.Source, &text.Body}, func() (coding.Text, error) { return text, nil }, yield)
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
