package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Engine is what differs between the databases that keep projects.
type Engine interface {
	// Translate wraps a driver's error so that errors.Is finds the sentinel of
	// package coding that it means. Others, nil among them, it returns as they are.
	Translate(ctx context.Context, err error) error
	// Before is called before each step is written, outside its transaction.
	Before(ctx context.Context) error
	// Problems looks for damage below the level of tables.
	Problems(ctx context.Context, db *sql.DB) ([]Problem, error)
	// Scratch opens an empty project that lives as long as it is open.
	Scratch(ctx context.Context) (*DB, error)
	// Close ends the use of the database and leaves it tidy.
	Close(writer, reader *sql.DB) error
}

// Problem is something that a check found wrong with a project.
type Problem struct {
	// Where is the part that is wrong: a table and a row, or the file.
	Where string `json:"where"`
	// What says what is wrong with it.
	What string `json:"what"`
}

func refuse(sentinel error, format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{sentinel}, args...)...)
}
