package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"strings"
	"time"

	"concord/coding"
)

const (
	selectDones     = `SELECT d.id, d.round, d.source, d.coder, d.codes, d.at FROM dones d WHERE TRUE`
	selectDecisions = `SELECT d.body FROM decisions d WHERE d.body IS NOT NULL`
	selectMemos     = `SELECT m.body FROM memos m WHERE m.body IS NOT NULL`
)

// Done are the marks by which coders said that sources are finished: by round,
// then by source in the project's order, then by coder.
func (v *view) Done(ctx context.Context, f coding.DoneFilter) iter.Seq2[coding.Done, error] {
	return func(yield func(coding.Done, error) bool) {
		err := v.snapshot(ctx, func(tx *sql.Tx) error {
			var tables [3][]string
			for i, table := range []string{"rounds", "sources", "coders"} {
				var err error
				if tables[i], err = v.db.names.of(ctx, tx, table); err != nil {
					return err
				}
			}
			rows, err := v.doneRows(ctx, tx, f)
			if err != nil {
				return err
			}
			defer rows.Close()
			var id, codes string
			var round, source, coder number
			var at int64
			into := []any{&id, &round, &source, &coder, &codes, &at}
			for rows.Next() {
				if err := rows.Scan(into...); err != nil {
					return err
				}
				if !yield(coding.Done{
					ID: coding.DoneID(id), Round: coding.RoundID(tables[0][round]),
					Source: coding.SourceID(tables[1][source]), Coder: coding.CoderID(tables[2][coder]),
					Codes: splitCodes(codes), At: time.UnixMilli(at).UTC(),
				}, nil) {
					return nil
				}
			}
			return rows.Err()
		})
		if err != nil {
			yield(coding.Done{}, v.db.fail(ctx, err))
		}
	}
}

func (v *view) doneRows(ctx context.Context, tx *sql.Tx, f coding.DoneFilter) (*sql.Rows, error) {
	q := newQuery(selectDones)
	if err := q.visibleIn(ctx, tx, v, "d"); err != nil {
		return nil, err
	}
	if f.Round != "" {
		if err := filterNumbers(ctx, tx, q, "rounds", "d.round", []coding.RoundID{f.Round}); err != nil {
			return nil, err
		}
	}
	if f.Coder != "" {
		if err := filterNumbers(ctx, tx, q, "coders", "d.coder", []coding.CoderID{f.Coder}); err != nil {
			return nil, err
		}
	}
	if err := filterNumbers(ctx, tx, q, "sources", "d.source", f.Sources); err != nil {
		return nil, err
	}
	q.text.WriteString(` ORDER BY d.round, d.source, d.coder`)
	return q.rows(ctx, tx)
}

// The codes of a done mark stand in one column, each before a blank.
func joinCodes(codes []coding.CodeID) string {
	var b strings.Builder
	for _, c := range codes {
		b.WriteString(string(c))
		b.WriteByte(' ')
	}
	return b.String()
}

func splitCodes(column string) []coding.CodeID {
	if column == "" {
		return nil
	}
	var codes []coding.CodeID
	for c := range strings.FieldsSeq(column) {
		codes = append(codes, coding.CodeID(c))
	}
	return codes
}

// Decisions of a round, or of codings outside rounds where round is empty, in
// the order in which they were made.
func (v *view) Decisions(ctx context.Context, round coding.RoundID) ([]coding.Decision, error) {
	q := newQuery(selectDecisions)
	q.visible(v, "d")
	if round == "" {
		q.and("d.round IS NULL")
	} else {
		q.and("d.round = (SELECT no FROM rounds WHERE id = %s)", q.arg(string(round)))
	}
	q.text.WriteString(` ORDER BY d.no`)
	return collect(decoded[coding.Decision](ctx, v, q), "read decisions")
}

// Memos are read in the order in which they were written.
func (v *view) Memos(ctx context.Context, f coding.MemoFilter) ([]coding.Memo, error) {
	q := newQuery(selectMemos)
	q.visible(v, "m")
	if f.Kind != "" {
		q.and("m.kind = %s", q.arg(string(f.Kind)))
	}
	if f.About != "" {
		q.and("m.about = %s", q.arg(f.About))
	}
	if f.Abouts != nil {
		named := make([]string, len(f.Abouts))
		for i, id := range f.Abouts {
			named[i] = q.arg(id)
		}
		q.and("m.about IN (%s)", strings.Join(named, ","))
	}
	if f.Sources != nil {
		found, err := numbersOf(ctx, v.db.reader, "sources", f.Sources)
		if err != nil {
			return nil, fmt.Errorf("read memos: %w", v.db.fail(ctx, err))
		}
		q.in("m.source", sorted(found))
	}
	q.text.WriteString(` ORDER BY m.no`)
	return collect(decoded[coding.Memo](ctx, v, q), "read memos")
}
