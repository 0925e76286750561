package sqlite_test

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"concord/coding"
	"concord/coding/store/sqlite"
)

// smallDisk is a disk of its own that three megabytes fill.
func smallDisk(t *testing.T) (folder string) {
	t.Helper()
	small := t.TempDir()
	if err := exec.CommandContext(t.Context(), "mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", small).Run(); err != nil {
		t.Skip("SKIPPED: only root can mount the small disk that this test fills:", err)
	}
	t.Cleanup(func() { _ = exec.Command("umount", small).Run() })
	return small
}

func TestAProjectThatTheDiskCannotHoldIsNotMade(t *testing.T) {
	made := 0
	for room := 64; room <= 1024; room += 64 {
		small := smallDisk(t)
		path := filepath.Join(small, "p.concord")
		must(t, exec.CommandContext(t.Context(), "mount", "-o", fmt.Sprintf("remount,size=%dk", room), small).Run())
		db, err := sqlite.Create(t.Context(), path, options(), coding.Project{Name: "P"}, coding.Coder{ID: "sue", Name: "Sue"})
		if err != nil {
			if left, _ := os.ReadDir(small); !errors.Is(err, syscall.ENOSPC) || len(left) > 0 {
				t.Errorf("%d KB: got %v, and %v is left", room, err, left)
			}
			continue
		}
		made++
		sound(t, db)
		shut(t, db)
	}
	if made == 0 {
		t.Error("none was made")
	}
}

// fill leaves no room on the disk, and nothing but full blocks.
func fill(t *testing.T, folder string) {
	t.Helper()
	f, err := os.Create(filepath.Join(folder, "filling"))
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = f.Write(make([]byte, 4<<10))
	}
	if must(t, f.Close()); !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
}

// leaveLog puts a project's file and the log of its last change, as somebody who
// was killed leaves them, under path.
func leaveLog(t *testing.T, from, path string) {
	t.Helper()
	db := open(t, from, sqlite.Tuned(options(), `PRAGMA wal_autocheckpoint = 0`))
	must(t, addCase(db, "R1"))
	for _, suffix := range []string{"", "-wal"} {
		content, err := os.ReadFile(from + suffix)
		must(t, err)
		must(t, os.WriteFile(path+suffix, content, 0o600))
	}
	shut(t, db)
}

// leaveJournal puts a project's file half written, and the journal of what stood
// in it before, under path.
func leaveJournal(t *testing.T, from, path string) {
	t.Helper()
	before, err := os.Stat(from)
	must(t, err)
	db, err := sql.Open("sqlite3", "file:"+from)
	must(t, err)
	db.SetMaxOpenConns(1)
	for _, s := range []string{
		`PRAGMA journal_mode = DELETE`, `PRAGMA cache_size = 2`, `BEGIN IMMEDIATE`,
		`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
		 INSERT INTO openers (pid, host, since) SELECT i, 'next-door-' || i, i FROM n`,
	} {
		_, err := db.Exec(s)
		must(t, err)
	}
	for _, suffix := range []string{"", "-journal"} {
		content, err := os.ReadFile(from + suffix)
		must(t, err)
		must(t, os.WriteFile(path+suffix, content, 0o600))
	}
	if after, err := os.Stat(path); err != nil || after.Size() <= before.Size() {
		t.Fatal("nothing is written that would have to be taken back", err)
	}
	_, err = db.Exec(`ROLLBACK`)
	must(t, errors.Join(err, db.Close()))
}

func TestAProjectOnAFullDiskOrOneThatCannotBeWrittenIsRead(t *testing.T) {
	atRest := func(t *testing.T, from, path string) {
		content, err := os.ReadFile(from)
		must(t, errors.Join(err, os.WriteFile(path, content, 0o600)))
	}
	for _, test := range []struct {
		name  string
		leave func(t *testing.T, from, path string)
		full  bool
		cases int
		want  error
	}{
		{"full, at rest", atRest, true, 1, syscall.ENOSPC},
		{"full, with a log beside", leaveLog, true, 2, syscall.ENOSPC},
		{"full, with a journal beside", leaveJournal, true, 1, syscall.ENOSPC},
		{"not to be written, at rest", atRest, false, 1, coding.ErrReadOnly},
		{"not to be written, with a log beside", leaveLog, false, 2, coding.ErrReadOnly},
		{"not to be written, with a journal beside", leaveJournal, false, 1, coding.ErrReadOnly},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("TMPDIR", t.TempDir())
			small := smallDisk(t)
			path := filepath.Join(small, "p.concord")
			from := create(t)
			first := open(t, from, options())
			must(t, addCase(first, "R0"))
			shut(t, first)
			test.leave(t, from, path)
			if test.full {
				fill(t, small)
			} else {
				must(t, exec.CommandContext(t.Context(), "mount", "-o", "remount,ro", small).Run())
			}
			before := folder(t, path)
			db := open(t, path, options())
			cases := 0
			for _, err := range db.As("sue").Cases(t.Context()) {
				must(t, err)
				cases++
			}
			if cases != test.cases {
				t.Errorf("%d cases, want %d", cases, test.cases)
			}
			if err := addCase(db, "R3"); !errors.Is(err, test.want) || !db.ReadOnly() || errors.Is(db.Frozen(), syscall.ENOSPC) != test.full {
				t.Errorf("got %v, frozen by %v; want %v", err, db.Frozen(), test.want)
			}
			sound(t, db)
			shut(t, db)
			if after := folder(t, path); !slices.Equal(before, after) {
				t.Errorf("%q are left where %q were", after, before)
			}
			if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
				t.Errorf("%v is left of the copy, %v", left, err)
			}
		})
	}
}

func TestAFullDiskIsSaidAndChangesNothing(t *testing.T) {
	small := smallDisk(t)
	o := options()
	m := o.Mint
	ana := coding.NewCoder(m, "Ana", false, 0)
	db, err := sqlite.Create(t.Context(), filepath.Join(small, "p.concord"), o, coding.Project{Name: "P"}, ana)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	before, err := db.As("").Seq(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	step := coding.Step{By: ana.ID, Label: "too much"}
	for i := range 40 {
		name := fmt.Sprintf("text %d", i)
		text := strings.Repeat(name, 30_000)
		step.Texts = append(step.Texts, text)
		step.Changes = append(step.Changes, coding.Add(coding.NewSource(coding.NewID[coding.SourceID](m), name, coding.Document, text)))
	}
	if _, err := db.As(ana.ID).Do(t.Context(), step); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("got %v", err)
	}
	if after, err := db.As("").Seq(t.Context()); err != nil || after != before {
		t.Errorf("event %d after %d, %v", after, before, err)
	}
}
