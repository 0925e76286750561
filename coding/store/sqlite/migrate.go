package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"strconv"

	"concord/coding"
)

// applicationID marks a database as a Concord project: "CNCD".
const applicationID = 0x434e4344

//go:embed migrations/*.sql
var migrations embed.FS

// schema are the migrations in order. The first makes version 1 of the schema.
func schema() ([]string, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	all := make([]string, len(names))
	for i, name := range names {
		text, err := migrations.ReadFile(name)
		if err != nil {
			return nil, err
		}
		all[i] = string(text)
	}
	return all, nil
}

// version checks that the database is a project, and gives the version of its
// schema and the newest that there is.
func version(ctx context.Context, db *sql.DB) (have, newest int, err error) {
	all, err := schema()
	if err != nil {
		return 0, 0, err
	}
	var application int
	if err := db.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&application); err != nil {
		return 0, 0, err
	}
	if application != applicationID {
		return 0, 0, fmt.Errorf("%w: it is a database of another program", coding.ErrNotProject)
	}
	if err := db.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&have); err != nil {
		return 0, 0, err
	}
	if have > len(all) {
		return 0, 0, fmt.Errorf("%w: its schema is version %d, this Concord knows versions up to %d", coding.ErrNewer, have, len(all))
	}
	return have, len(all), nil
}

// current checks that a project that is only read has the newest schema.
func (e *engine) current(ctx context.Context, db *sql.DB) error {
	have, newest, err := version(ctx, db)
	if err == nil && have < newest {
		err = fmt.Errorf("%w: an older version of Concord wrote the project, and it can't be raised where it can't be written",
			coding.ErrReadOnly)
	}
	return err
}

// raise brings the schema of a project up to date, with a backup before.
func (e *engine) raise(ctx context.Context, db *sql.DB) error {
	have, newest, err := version(ctx, db)
	if err != nil || have == newest {
		return err
	}
	if err := e.backUp(ctx, db); err != nil {
		return err
	}
	return migrate(ctx, db)
}

// migrate runs the migrations that the database hasn't seen, each in a transaction.
func migrate(ctx context.Context, db *sql.DB) error {
	all, err := schema()
	if err != nil {
		return err
	}
	for i, text := range all {
		if err := migrateTo(ctx, db, i+1, text); err != nil {
			return fmt.Errorf("raise the schema to version %d: %w", i+1, err)
		}
	}
	return nil
}

func migrateTo(ctx context.Context, db *sql.DB, version int, text string) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	var have int
	// Read within the transaction: another process may have been quicker.
	if err := tx.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&have); err != nil || have >= version {
		return err
	}
	if _, err := tx.ExecContext(ctx, text+`; PRAGMA user_version = `+strconv.Itoa(version)); err != nil {
		return err
	}
	return tx.Commit()
}
