package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"

	"concord/coding"
	"concord/coding/store"
)

// Options say how a project is opened. The zero value opens it for reading alone.
type Options struct {
	// Mint makes identities and tells the time. Without one nothing can be written.
	Mint *coding.Mint
	// ReadOnly opens the project for reading alone, whatever the file allows.
	ReadOnly bool
	// Wait is how long a writer waits for another one; 0 is five seconds.
	Wait time.Duration
	// Alone says that nothing is to be done but one large piece of writing. If
	// nobody else has the file open, it is written once, into the file, and not
	// through the log beside it, which lets others read meanwhile.
	Alone bool
	// NoBackup leaves out the daily backup.
	NoBackup bool

	tuning string // what a test adds to the setup of the writing connection
}

func (o Options) filled() Options {
	o.ReadOnly = o.ReadOnly || o.Mint == nil
	if o.Wait == 0 {
		o.Wait = 5 * time.Second
	}
	return o
}

// Open opens a project file. A file that is no project is ErrNotProject, one
// that a newer Concord has written ErrNewer, one that can't be read ErrDamaged.
// Where the file or its folder can't be written, the project is open for
// reading alone and DB.ReadOnly says so; DB.Frozen does, where the disk is full.
func Open(ctx context.Context, path string, o Options) (*store.DB, error) {
	db, err := open(ctx, path, o.filled())
	if err != nil {
		return nil, fmt.Errorf("open project %q: %w", path, err)
	}
	return db, nil
}

func open(ctx context.Context, path string, o Options) (*store.DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := looksRight(path); err != nil {
		return nil, err
	}
	e := &engine{path: path, options: o}
	if o.ReadOnly {
		return e.readOnly(ctx, nil)
	}
	switch err := e.writable(); {
	case errors.Is(err, syscall.ENOSPC):
		return e.readOnly(ctx, errFull)
	case err != nil:
		return e.readOnly(ctx, nil)
	}
	db, err := e.readWrite(ctx)
	if errors.Is(err, syscall.ENOSPC) {
		if frozen, err := e.readOnly(ctx, errFull); err == nil {
			return frozen, nil
		}
	}
	return db, err
}

// errFull is what each step of a project on a full disk is refused with.
var errFull = fmt.Errorf("%w: %w: the project can be read, and nothing is saved", syscall.ENOSPC, coding.ErrReadOnly)

// readWrite opens the file for writing.
func (e *engine) readWrite(ctx context.Context) (*store.DB, error) {
	writer, err := connect(e.source("rw", "_txlock=immediate"), e.tune, e.leave)
	if err != nil {
		return nil, err
	}
	writer.SetMaxOpenConns(1)
	e.writer = writer
	if err := e.raise(ctx, writer); err != nil {
		e.writer = nil
		return nil, errors.Join(e.Translate(ctx, err), writer.Close())
	}
	reader, err := connect(e.source("rw"), e.tuneReader)
	if err != nil {
		return nil, errors.Join(err, writer.Close())
	}
	reader.SetMaxIdleConns(4)
	return store.New(store.Config{Writer: writer, Reader: reader, Mint: e.options.Mint, Engine: e}), nil
}

// looksRight checks that there is a file that may be an SQLite database.
func looksRight(path string) error {
	const magic = "SQLite format 3\x00"
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: there is no such file", coding.ErrNotFound)
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if about, err := f.Stat(); err == nil && about.IsDir() {
		return fmt.Errorf("%w: it is a folder", coding.ErrNotProject)
	}
	head := make([]byte, len(magic))
	if n, err := f.Read(head); err != nil || string(head[:n]) != magic {
		return fmt.Errorf("%w: it doesn't begin as a project file does", coding.ErrNotProject)
	}
	return nil
}

// source is the data source name of the file.
func (e *engine) source(mode string, more ...string) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(e.path), OmitHost: runtime.GOOS != "windows"}
	if runtime.GOOS == "windows" {
		u.Path = "/" + u.Path
	}
	u.RawQuery = "mode=" + mode
	for _, m := range more {
		u.RawQuery += "&" + m
	}
	return u.String()
}

// connect opens a pool of connections. Each of them is set up by the first of
// the functions and left by the second, if there is one.
func connect(source string, setUp ...func(*sqlite3.Conn) error) (*sql.DB, error) {
	return driver.Open(source, setUp...)
}

// tune sets up a writing connection.
func (e *engine) tune(c *sqlite3.Conn) error {
	if err := c.BusyTimeout(e.options.Wait); err != nil {
		return err
	}
	journal := "WAL"
	if e.options.Alone && c.Exec(`PRAGMA journal_mode = DELETE`) == nil {
		journal = "DELETE" // an error says that somebody else is there
	}
	return c.Exec(`
		PRAGMA page_size = 8192;
		PRAGMA journal_mode = ` + journal + `;
		PRAGMA synchronous = FULL;
		PRAGMA journal_size_limit = 4194304;
		PRAGMA foreign_keys = ON;
		PRAGMA cache_size = -24576;
		PRAGMA temp_store = MEMORY;` + e.options.tuning)
}

// tuneReader sets up a reading connection.
func (e *engine) tuneReader(c *sqlite3.Conn) error {
	if err := c.BusyTimeout(e.options.Wait); err != nil {
		return err
	}
	return c.Exec(`PRAGMA query_only = ON; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY`)
}

// tuneScratch sets up a connection to what is thrown away.
func (e *engine) tuneScratch(c *sqlite3.Conn) error {
	return c.Exec(`
		PRAGMA journal_mode = MEMORY;
		PRAGMA synchronous = OFF;
		PRAGMA foreign_keys = ON;
		PRAGMA cache_size = -65536`)
}
