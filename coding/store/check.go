package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"concord/coding"
)

// Of each table at most so many wrong rows are listed.
const mostProblems = 20

// Check looks for what is wrong with the project: damage to the database,
// texts that aren't what their hash says, and tables that aren't what the log
// makes of them when it is replayed into an empty project. It finds nothing in
// a sound project.
func (db *DB) Check(ctx context.Context) ([]Problem, error) {
	problems, err := db.check(ctx)
	if err != nil {
		return nil, fmt.Errorf("check the project: %w", db.fail(ctx, err))
	}
	return problems, nil
}

func (db *DB) check(ctx context.Context) (problems []Problem, err error) {
	if problems, err = db.engine.Problems(ctx, db.reader); err != nil || len(problems) > 0 {
		return problems, err
	}
	scratch, err := db.engine.Scratch(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, scratch.Close()) }()
	v := &view{db: db}
	err = v.snapshot(ctx, func(tx *sql.Tx) error {
		found, err := checkTexts(ctx, tx)
		problems = append(problems, found...)
		if err != nil {
			return err
		}
		found, err = scratch.replay(ctx, tx)
		problems = append(problems, found...)
		if err != nil || len(found) > 0 {
			return err
		}
		found, err = compareAll(ctx, tx, scratch.reader)
		problems = append(problems, found...)
		return err
	})
	return problems, err
}

const (
	selectAllTexts = `SELECT t.no, h.hash, t.length, t.body FROM text_hashes h JOIN texts t ON t.no = h.text`
	selectLengths  = `SELECT t.no, h.hash, t.length FROM text_hashes h JOIN texts t ON t.no = h.text ORDER BY h.hash`
	selectLog      = `SELECT seq, kind, payload FROM events ORDER BY seq`
)

// checkTexts checks that each text is what its hash says.
func checkTexts(ctx context.Context, tx *sql.Tx) ([]Problem, error) {
	rows, err := tx.QueryContext(ctx, selectAllTexts)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var problems []Problem
	for rows.Next() {
		var no, length int
		var hash coding.TextHash
		var body string
		if err := rows.Scan(&no, &hash, &length, &body); err != nil {
			return nil, err
		}
		where := fmt.Sprintf("texts, row %d", no)
		if coding.HashText(body) != hash {
			problems = append(problems, Problem{where, "the text isn't the one that was kept"})
		} else if coding.Length(body) != length {
			problems = append(problems, Problem{where, "the length isn't that of the text"})
		}
	}
	return problems, rows.Err()
}

// replay makes the log of another project's snapshot into this empty one's state.
func (db *DB) replay(ctx context.Context, from *sql.Tx) ([]Problem, error) {
	tx, err := db.writer.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	w := db.newWrite(ctx, tx, "")
	w.replay = true
	if err := w.copyTexts(from); err != nil {
		return nil, err
	}
	rows, err := from.QueryContext(ctx, selectLog)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for expected := coding.Seq(1); rows.Next(); expected++ {
		var kind coding.Kind
		var payload []byte
		if err := rows.Scan(&w.seq, &kind, &payload); err != nil {
			return nil, err
		}
		if w.seq != expected {
			return []Problem{{"events", fmt.Sprintf("event %d is followed by event %d", expected-1, w.seq)}}, nil
		}
		change, err := coding.DecodeChange(kind, payload)
		if err == nil {
			err = w.change(change)
		}
		if err != nil {
			if ctx.Err() != nil {
				return nil, err
			}
			return []Problem{{fmt.Sprintf("events, row %d", w.seq), fmt.Sprintf("it can't be replayed: %v", err)}}, nil
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return nil, tx.Commit()
}

// copyTexts brings in what a replay needs of the texts: all but their bodies.
func (w *write) copyTexts(from *sql.Tx) error {
	rows, err := from.QueryContext(w.ctx, selectLengths)
	if err != nil {
		return err
	}
	defer rows.Close()
	var texts, hashes [][]any
	for rows.Next() {
		var no, length int64
		var hash string
		if err := rows.Scan(&no, &hash, &length); err != nil {
			return err
		}
		texts = append(texts, []any{no, length, ""})
		hashes = append(hashes, []any{hash, no})
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if _, err := w.insert("texts", []string{"no", "length", "body"}, slices.Values(texts)); err != nil {
		return err
	}
	_, err = w.insert("text_hashes", []string{"hash", "text"}, slices.Values(hashes))
	return err
}

// stateTables are the tables that the log makes, with the columns that order them.
func stateTables() [][2]string {
	return [][2]string{
		{"projects", "1"},
		{"coders", "1"},
		{"attributes", "1"},
		{"cases", "1"},
		{"questions", "1"},
		{"sources", "1"},
		{"source_cases", "1, 2"},
		{"codes", "1"},
		{"versions", "1"},
		{"rounds", "1"},
		{"round_coders", "1, 2"},
		{"round_sources", "1, 2"},
		{"codings", "1, 2, 3, 4"},
		{"dones", "1, 2, 3"},
		{"memos", "1"},
		{"decisions", "1"},
		{"searches", "1"},
	}
}

const selectTable = `SELECT * FROM %s ORDER BY %s`

// compareAll lists where the state differs from what the log makes.
func compareAll(ctx context.Context, is, should querier) ([]Problem, error) {
	var problems []Problem
	for _, table := range stateTables() {
		found, err := compare(ctx, is, should, table[0], fmt.Sprintf(selectTable, table[0], table[1]))
		problems = append(problems, found...)
		if err != nil {
			return problems, err
		}
	}
	return problems, nil
}

func compare(ctx context.Context, is, should querier, table, statement string) ([]Problem, error) {
	a, err := is.QueryContext(ctx, statement)
	if err != nil {
		return nil, err
	}
	defer a.Close()
	b, err := should.QueryContext(ctx, statement)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	var problems []Problem
	for n := 1; len(problems) < mostProblems; n++ {
		more, expected := a.Next(), b.Next()
		if !more && !expected {
			break
		}
		where := fmt.Sprintf("%s, row %d", table, n)
		if more != expected {
			what := "the log makes more rows than the table has"
			if more {
				what = "the table has more rows than the log makes"
			}
			problems = append(problems, Problem{where, what})
			break
		}
		got, err := values(a)
		if err != nil {
			return problems, err
		}
		want, err := values(b)
		if err != nil {
			return problems, err
		}
		if !reflect.DeepEqual(got, want) {
			problems = append(problems, Problem{where, fmt.Sprintf("it is %v, the log makes it %v", got, want)})
		}
	}
	return problems, errors.Join(a.Err(), b.Err())
}

// values are those of the row that the cursor is at.
func values(rows *sql.Rows) ([]any, error) {
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	row, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range row {
		into[i] = &row[i]
	}
	return row, rows.Scan(into...)
}
