package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3/driver"
)

// So many backups are kept, the latest.
const backupsKept = 5

// stamp is the time of a backup as its name has it.
const (
	stampDay = "20060102"
	stamp    = stampDay + "-150405"
)

const selectLastStep = `SELECT COALESCE(MAX(at), 0) FROM steps`

// daily makes a backup before the first step of a day. One is enough, though
// that step be refused and tried again.
func (e *engine) daily(ctx context.Context) error {
	today := e.options.Mint.Now().Format(time.DateOnly)
	if e.options.NoBackup || today == e.day {
		return nil
	}
	var last int64
	if err := e.writer.QueryRowContext(ctx, selectLastStep).Scan(&last); err != nil {
		return err
	}
	there, err := e.backups()
	if err != nil {
		return err
	}
	done := slices.ContainsFunc(there, func(name string) bool {
		return strings.Contains(filepath.Base(name), ".backup-"+e.options.Mint.Now().Format(stampDay)+"-")
	})
	if !done && time.UnixMilli(last).UTC().Format(time.DateOnly) != today {
		if err := e.backUp(ctx, e.writer); err != nil {
			return err
		}
	}
	e.day = today
	return nil
}

// backUp copies the project, as it is, into a file beside it.
func (e *engine) backUp(ctx context.Context, db *sql.DB) error {
	name := e.path + ".backup-" + e.options.Mint.Now().Format(stamp)
	if err := copyTo(ctx, db, name+".part"); err != nil {
		return errors.Join(fmt.Errorf("back up to %q: %w", name, err), remove(name+".part"))
	}
	if err := os.Rename(name+".part", name); err != nil {
		return err
	}
	return e.prune()
}

// copyTo runs SQLite's online backup, a part at a time so that it can be stopped.
func copyTo(ctx context.Context, db *sql.DB, path string) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(raw any) error {
		to := (&engine{path: path}).source("rwc")
		backup, err := raw.(driver.Conn).Raw().BackupInit("main", to)
		if err != nil {
			return err
		}
		const pages = 1000
		for done := false; !done && err == nil; {
			if err = ctx.Err(); err == nil {
				done, err = backup.Step(pages)
			}
		}
		return errors.Join(err, backup.Close())
	})
}

// prune removes all but the latest backups.
func (e *engine) prune() error {
	there, err := e.backups()
	if err != nil {
		return err
	}
	for _, name := range there[:max(0, len(there)-backupsKept)] {
		if err := remove(name); err != nil {
			return err
		}
	}
	return nil
}

// backups are the backups of the project, the oldest first.
func (e *engine) backups() ([]string, error) {
	folder, err := os.ReadDir(filepath.Dir(e.path))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, file := range folder {
		date, ours := strings.CutPrefix(file.Name(), filepath.Base(e.path)+".backup-")
		if _, err := time.Parse(stamp, date); ours && err == nil {
			names = append(names, filepath.Join(filepath.Dir(e.path), file.Name()))
		}
	}
	slices.Sort(names)
	return names, nil
}

// remove removes a file that needn't be there.
func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
