package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"concord/coding/store"
)

// Problems asks SQLite whether the file is whole.
func (e *engine) Problems(ctx context.Context, db *sql.DB) ([]store.Problem, error) {
	rows, err := db.QueryContext(ctx, `PRAGMA integrity_check(20)`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var problems []store.Problem
	for rows.Next() {
		var what string
		if err := rows.Scan(&what); err != nil {
			return nil, err
		}
		if what != "ok" {
			problems = append(problems, store.Problem{Where: "file", What: what})
		}
	}
	return problems, rows.Err()
}

// Scratch opens an empty project in a file without a name, which SQLite keeps
// in memory as far as it can and forgets in the end.
func (e *engine) Scratch(ctx context.Context) (*store.DB, error) {
	s := &engine{options: Options{Mint: e.options.Mint, Wait: e.options.Wait, NoBackup: true}}
	db, err := connect("", s.tuneScratch)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // each connection would have a file of its own
	if err := migrate(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return store.New(store.Config{Writer: db, Reader: db, Mint: e.options.Mint, Engine: s}), nil
}
