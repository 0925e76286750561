package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/ncruces/go-sqlite3"

	"concord/coding"
	"concord/coding/store"
)

// engine is SQLite as the store meets it, for one file.
type engine struct {
	path    string
	options Options
	writer  *sql.DB // nil where the file is only read
	copied  string  // the folder of the copy that is read in the file's place

	noted atomic.Bool // that this process has the file open for writing

	mu  sync.Mutex
	day string // the day for which a backup needn't be made any more
}

var _ store.Engine = (*engine)(nil)

// Translate gives the sentinels of package coding to SQLite's codes.
func (e *engine) Translate(ctx context.Context, err error) error {
	var code sqlite3.ErrorCode
	if err == nil || !errors.As(err, &code) || translated(err) {
		return err
	}
	var sentinel error
	switch code {
	case sqlite3.BUSY, sqlite3.LOCKED:
		if who := e.holders(ctx); len(who) > 0 {
			return fmt.Errorf("%w: %s (%w)", coding.ErrBusy, strings.Join(who, "; "), err)
		}
		return fmt.Errorf("%w: %w", coding.ErrBusy, err)
	case sqlite3.CORRUPT:
		sentinel = coding.ErrDamaged
	case sqlite3.NOTADB:
		sentinel = coding.ErrNotProject
	case sqlite3.READONLY, sqlite3.PERM, sqlite3.AUTH:
		sentinel = coding.ErrReadOnly
	case sqlite3.FULL:
		sentinel = syscall.ENOSPC
	case sqlite3.IOERR:
		const tried = 64 << 20 // what was written has been taken back, so that there is room again
		switch {
		case errors.Is(e.room(tried), syscall.ENOSPC):
			sentinel = syscall.ENOSPC
		case errors.Is(err, sqlite3.IOERR_WRITE):
			return fmt.Errorf("the disk took no more, as a full one does or one that fails; nothing was changed (%w)", err)
		default:
			return err
		}
	default:
		return err
	}
	return fmt.Errorf("%w: %w", sentinel, err)
}

func translated(err error) bool {
	for _, sentinel := range []error{coding.ErrBusy, coding.ErrDamaged, coding.ErrNotProject, coding.ErrReadOnly} {
		if errors.Is(err, sentinel) {
			return true
		}
	}
	return false
}

const (
	insertOpener = `INSERT INTO openers (pid, host, since) VALUES ($1, $2, $3)
		ON CONFLICT (host, pid) DO UPDATE SET since = excluded.since`
	deleteOld     = `DELETE FROM openers WHERE since < $1`
	deleteOpener  = `DELETE FROM openers WHERE pid = $1 AND host = $2`
	selectOpeners = `SELECT pid, host, since FROM openers WHERE NOT (pid = $1 AND host = $2) ORDER BY since`
)

// Before makes the backup of the day and, once, notes that this process writes.
func (e *engine) Before(ctx context.Context) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if err := e.daily(ctx); err != nil {
		return err
	}
	if e.noted.Load() {
		return nil
	}
	now := e.options.Mint.Now()
	// Processes that were killed left theirs behind.
	if _, err := e.writer.ExecContext(ctx, deleteOld, now.AddDate(0, 0, -7).UnixMilli()); err != nil {
		return err
	}
	_, err := e.writer.ExecContext(ctx, insertOpener, os.Getpid(), host(), now.UnixMilli())
	e.noted.Store(err == nil)
	return err
}

// leave takes back the note that this process writes, when its writing
// connection is closed.
func (e *engine) leave(c *sqlite3.Conn) error {
	if !e.noted.CompareAndSwap(true, false) {
		return nil
	}
	s, _, err := c.Prepare(deleteOpener)
	if err != nil {
		return err
	}
	return errors.Join(s.BindInt(1, os.Getpid()), s.BindText(2, host()), s.Exec(), s.Close())
}

// holders says who else has the file open for writing, where that is known.
func (e *engine) holders(ctx context.Context) (who []string) {
	db, err := connect(e.source("ro"), e.tuneReader)
	if err != nil {
		return nil
	}
	defer db.Close()
	rows, err := db.QueryContext(ctx, selectOpeners, os.Getpid(), host())
	if err != nil {
		return nil
	}
	defer rows.Close()
	for rows.Next() {
		var pid int
		var machine string
		var since int64
		if rows.Scan(&pid, &machine, &since) != nil {
			return nil
		}
		who = append(who, fmt.Sprintf("process %d on %s has it open since %s",
			pid, machine, time.UnixMilli(since).UTC().Format(time.DateTime)))
	}
	if rows.Err() != nil {
		return nil
	}
	return who
}

func host() string {
	name, err := os.Hostname()
	if err != nil {
		return "this machine"
	}
	return name
}

// Close closes the file. The last one to do so moves the write-ahead log into it.
func (e *engine) Close(writer, reader *sql.DB) error {
	err := reader.Close()
	if writer != nil && writer != reader {
		err = errors.Join(err, writer.Close())
	}
	if e.copied != "" {
		err = errors.Join(err, os.RemoveAll(e.copied))
	}
	return err
}
