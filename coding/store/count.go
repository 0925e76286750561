package store

import (
	"context"
	"database/sql"

	"concord/coding"
)

const (
	selectSpeakers = `SELECT no, respondent FROM sources WHERE respondent IS NOT NULL`
	selectMembers  = `SELECT source, member FROM source_cases`
)

// Counts are the numbers of excerpts, sources and cases under each code that has any.
func (v *view) Counts(ctx context.Context, f coding.CodingFilter) (map[coding.CodeID]coding.Count, error) {
	counts := map[coding.CodeID]coding.Count{}
	err := v.snapshot(ctx, func(tx *sql.Tx) error {
		chosen, err := numbersOf(ctx, tx, "sources", f.Sources)
		if err != nil {
			return err
		}
		cases, err := casesOf(ctx, tx)
		if err != nil {
			return err
		}
		codes, err := v.db.names.of(ctx, tx, "codes")
		if err != nil {
			return err
		}
		var t tally
		err = v.codingRows(ctx, tx, f, chosen, func(r *codingRow) bool {
			t.add(r, cases)
			return true
		})
		for code, n := range t.codes {
			counts[coding.CodeID(codes[code])] = coding.Count{Excerpts: n.excerpts, Sources: n.sources, Cases: len(n.cases)}
		}
		return err
	})
	if err != nil {
		return nil, v.db.fail(ctx, err)
	}
	return counts, nil
}

// tally counts rows that come by source, start and end.
type tally struct {
	codes map[number]*codeTally
	span  [3]number          // the passage that rows are at: source, start, stop
	given map[[2]number]bool // the codes that were given to it, by coder
}

type codeTally struct {
	excerpts, sources int
	last              number
	cases             map[int64]bool
}

func (t *tally) add(r *codingRow, cases map[int64][]int64) {
	if t.codes == nil {
		t.codes = map[number]*codeTally{}
	}
	if span := [3]number{r.source, r.start, r.stop}; span != t.span || t.given == nil {
		t.span, t.given = span, map[[2]number]bool{}
	}
	n := t.codes[r.code]
	if n == nil {
		n = &codeTally{cases: map[int64]bool{}}
		t.codes[r.code] = n
	}
	// The same in two rounds is one excerpt.
	if key := [2]number{r.code, r.coder}; !t.given[key] {
		t.given[key] = true
		n.excerpts++
	}
	if n.last != r.source {
		n.last = r.source
		n.sources++
		for _, c := range cases[int64(r.source)] {
			n.cases[c] = true
		}
	}
}

// casesOf are the cases of each source, by their numbers.
func casesOf(ctx context.Context, tx *sql.Tx) (map[int64][]int64, error) {
	cases := map[int64][]int64{}
	for _, statement := range []string{selectSpeakers, selectMembers} {
		rows, err := tx.QueryContext(ctx, statement)
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			var source, member int64
			if err := rows.Scan(&source, &member); err != nil {
				return nil, closing(rows, err)
			}
			cases[source] = append(cases[source], member)
		}
		if err := closing(rows, rows.Err()); err != nil {
			return nil, err
		}
	}
	return cases, nil
}
