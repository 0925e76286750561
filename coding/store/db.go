package store

import (
	"database/sql"

	"concord/coding"
)

// DB is an opened project. It is safe for use by several goroutines.
type DB struct {
	engine Engine
	writer *sql.DB
	reader *sql.DB
	mint   *coding.Mint
	names  names
	frozen error
}

// Config is what a DB is made of. Writer has a single connection, whose
// transactions hold the right to write from their beginning; it is nil for a
// project that is only read. Mint may then be nil as well.
type Config struct {
	Writer *sql.DB
	Reader *sql.DB
	Mint   *coding.Mint
	Engine Engine
	// Frozen is what keeps a project from being written that was to be; each step
	// is refused with it. It is nil where nobody wanted to write.
	Frozen error
}

// New makes a DB of opened connections. Programs call the Open of an engine's package.
func New(c Config) *DB {
	return &DB{engine: c.Engine, writer: c.Writer, reader: c.Reader, mint: c.Mint, frozen: c.Frozen}
}

// As is the project as one person reads and writes it; an empty identity is
// nobody, who sees nothing hidden and writes nothing. Closing the view does
// nothing: the project is closed by DB.Close.
func (db *DB) As(viewer coding.CoderID) coding.Store { return &view{db: db, viewer: viewer} }

// Mint is where the identities and times of this project come from.
func (db *DB) Mint() *coding.Mint { return db.mint }

// ReadOnly reports whether the project can only be read here.
func (db *DB) ReadOnly() bool { return db.writer == nil }

// Frozen says what keeps the project from being written, where it was opened for
// writing and something of the machine's does; else it is nil.
func (db *DB) Frozen() error { return db.frozen }

// Close closes the project. What was done is on disk already.
func (db *DB) Close() error {
	return db.engine.Close(db.writer, db.reader)
}

// view is a project as one person sees it.
type view struct {
	db     *DB
	viewer coding.CoderID
}

// Viewer is the person who looks.
func (v *view) Viewer() coding.CoderID { return v.viewer }

// Close does nothing: the project belongs to the DB.
func (v *view) Close() error { return nil }
