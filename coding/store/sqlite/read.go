package sqlite

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"

	"github.com/ncruces/go-sqlite3"

	"concord/coding/store"
)

// readOnly opens the file for reading. SQLite keeps two more files beside it while
// it is open; where they can't be made, a file at rest is read as if nobody could
// ever change it. One that somebody was stopped in writing, so that its last
// changes lie in a log beside it, or those to be taken back in a journal, is copied
// to where it can be opened. Each step is refused with frozen, if there is one.
func (e *engine) readOnly(ctx context.Context, frozen error) (*store.DB, error) {
	var first error
	if frozen == nil || e.beside("-shm") || e.beside(journalSuffix) { // else trying would leave an empty log
		var db *store.DB
		if db, first = e.read(ctx, frozen, "ro"); first == nil || !unopened(first) {
			return db, e.Translate(ctx, first)
		}
	}
	open := e.readAtRest
	if e.beside(logSuffix) || e.beside(journalSuffix) {
		open = e.readCopy
	}
	db, err := open(ctx, frozen)
	if err != nil {
		return nil, e.Translate(ctx, errors.Join(first, err))
	}
	return db, nil
}

func (e *engine) readAtRest(ctx context.Context, frozen error) (*store.DB, error) {
	return e.read(ctx, frozen, "ro", "immutable=1")
}

// unopened reports whether SQLite couldn't make what it wants beside the file.
func unopened(err error) bool {
	return errors.Is(err, sqlite3.CANTOPEN) || errors.Is(err, sqlite3.READONLY) ||
		errors.Is(err, sqlite3.IOERR) || errors.Is(err, sqlite3.FULL)
}

func (e *engine) read(ctx context.Context, frozen error, mode string, more ...string) (*store.DB, error) {
	reader, err := connect(e.source(mode, more...), e.tuneReader)
	if err != nil {
		return nil, err
	}
	if err := e.current(ctx, reader); err != nil {
		return nil, errors.Join(err, reader.Close())
	}
	return store.New(store.Config{Reader: reader, Mint: e.options.Mint, Engine: e, Frozen: frozen}), nil
}

// What a project has beside it while it is open.
const (
	logSuffix     = "-wal"
	journalSuffix = "-journal"
)

// beside reports whether the file has one with more to its name beside it, and
// anything in that: a log whose changes aren't in the file yet, an index of it for
// those who have the project open, or a journal of what stood in the file before.
func (e *engine) beside(suffix string) bool {
	about, err := os.Stat(e.path + suffix)
	return err == nil && about.Size() > 0
}

// readCopy reads a copy in the folder for temporary files, until it is closed.
func (e *engine) readCopy(ctx context.Context, frozen error) (*store.DB, error) {
	folder, err := os.MkdirTemp("", "concord-*")
	if err != nil {
		return nil, err
	}
	original := e.path
	copied := filepath.Join(folder, filepath.Base(original))
	for _, suffix := range []string{"", logSuffix, journalSuffix} {
		if suffix == "" || e.beside(suffix) {
			err = errors.Join(err, copyFile(original+suffix, copied+suffix))
		}
	}
	if err == nil {
		e.path, e.copied = copied, folder
		var db *store.DB
		if db, err = e.read(ctx, frozen, "rw"); err == nil {
			return db, nil
		}
		e.path, e.copied = original, ""
	}
	return nil, errors.Join(err, os.RemoveAll(folder))
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// writable says what keeps the file or its folder from being written: SQLite
// keeps two more files beside it while it is open.
func (e *engine) writable() error {
	f, err := os.OpenFile(e.path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	const opening = 64 << 10
	return errors.Join(f.Close(), e.room(opening))
}

// room says what keeps the folder from taking so many bytes. That a disk is full
// isn't known before something is written.
func (e *engine) room(needed int) error {
	f, err := os.CreateTemp(filepath.Dir(e.path), ".concord-*")
	if err != nil {
		return full(err)
	}
	part := make([]byte, min(needed, 1<<20))
	for ; needed > 0 && err == nil; needed -= len(part) {
		_, err = f.Write(part)
	}
	return full(errors.Join(err, f.Close(), os.Remove(f.Name())))
}

// full takes the end of somebody's share of a disk for that of the disk.
func full(err error) error {
	if errors.Is(err, syscall.EDQUOT) {
		return errors.Join(syscall.ENOSPC, err)
	}
	return err
}
