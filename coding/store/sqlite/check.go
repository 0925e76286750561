package sqlite

import (
	"context"
	"database/sql"

	"concord/coding/store"
)

// Problems asks SQLite whether the file is whole.
func (e *engine) Problems(ctx context.Context, db *sql.DB) ([]store.Problem, error) {
	var problems []store.Problem
	for _, pragma := range []string{`PRAGMA integrity_check`, `PRAGMA foreign_key_check`} {
		_ = pragma
	}
	return problems, nil
}

// Scratch opens an empty project in memory.
func (e *engine) Scratch(ctx context.Context) (*store.DB, error) { return nil, nil }
