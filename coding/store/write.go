package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"concord/coding"
)

// write is a step on its way into the project: its transaction, and what it has
// learnt of the present.
type write struct {
	ctx context.Context
	db  *DB
	tx  *sql.Tx

	viewer *view        // the person who acts
	actor  coding.Coder // the same, as the project knows them
	judge  bool         // may close rounds and decide
	replay bool         // what was allowed once isn't asked again
	undo   bool         // takes back a step of the actor, exactly
	merges bool         // may give what others coded another code
	seq    coding.Seq   // the event that is being made

	statements  map[string]*sql.Stmt
	insertions  map[lotOf]string
	called      map[string]map[string]string // whose the names of long tables are, as far as asked
	numbers     map[string]map[string]int64  // of nouns that are there, by table and identity
	next        map[string]int64             // the number that a table gives next
	texts       map[coding.TextHash]text
	rounds      map[coding.RoundID]*round
	opened      map[coding.RoundID]bool // by this step, or unopened by this undo
	respondents map[int64]int           // how many sources speak first for a case; nil where nobody asked
	cited       map[coding.SourceID]string
	placed      map[place]bool // where codings came to lie
	assigned    assignment
}

func (db *DB) newWrite(ctx context.Context, tx *sql.Tx, by coding.CoderID) *write {
	return &write{
		ctx: ctx, db: db, tx: tx, viewer: &view{db: db, viewer: by},
		statements: map[string]*sql.Stmt{},
		insertions: map[lotOf]string{},
		called:     map[string]map[string]string{},
		numbers:    map[string]map[string]int64{},
		next:       map[string]int64{},
		texts:      map[coding.TextHash]text{},
		rounds:     map[coding.RoundID]*round{},
		opened:     map[coding.RoundID]bool{},
		placed:     map[place]bool{},
	}
}

// prepared is a statement of this transaction, made ready once.
func (w *write) prepared(statement string) (*sql.Stmt, error) {
	if s := w.statements[statement]; s != nil {
		return s, nil
	}
	s, err := w.tx.PrepareContext(w.ctx, statement)
	if err != nil {
		return nil, err
	}
	w.statements[statement] = s
	return s, nil
}

// exec runs a statement and gives the number of rows that it touched.
func (w *write) exec(statement string, args ...any) (int64, error) {
	s, err := w.prepared(statement)
	if err != nil {
		return 0, err
	}
	result, err := s.ExecContext(w.ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// one reads a single row; ok is false where there is none.
func (w *write) one(statement string, args []any, into ...any) (ok bool, err error) {
	s, err := w.prepared(statement)
	if err != nil {
		return false, err
	}
	err = s.QueryRowContext(w.ctx, args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

const (
	selectNumber = `SELECT no FROM %s WHERE id = $1 AND body IS NOT NULL`
	selectLast   = `SELECT COALESCE(MAX(no), 0) FROM %s`
)

// number finds the number of a noun that is there; else ErrNotFound.
func (w *write) number(table, id string) (int64, error) {
	if no := w.numbers[table][id]; no != 0 {
		return no, nil
	}
	var no int64
	ok, err := w.one(fmt.Sprintf(selectNumber, table), []any{id}, &no)
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, refuse(coding.ErrNotFound, "there is no %s %s in the project", singular(table), id)
	}
	w.learn(table, id, no)
	return no, nil
}

// maybe is the number of a noun that needn't be named; nil where it isn't.
func (w *write) maybe(table, id string) (any, error) {
	if id == "" {
		return nil, nil
	}
	return w.number(table, id)
}

func (w *write) learn(table, id string, no int64) {
	if w.numbers[table] == nil {
		w.numbers[table] = map[string]int64{}
	}
	w.numbers[table][id] = no
}

// fresh is a number that the table hasn't given yet.
func (w *write) fresh(table string) (int64, error) {
	if w.next[table] == 0 {
		var last int64
		if _, err := w.one(fmt.Sprintf(selectLast, table), nil, &last); err != nil {
			return 0, err
		}
		w.next[table] = last
	}
	w.next[table]++
	return w.next[table], nil
}

// singular is what one row of a table is called.
func singular(table string) string { return table[:len(table)-1] }
