package sqlite_test

import (
	"context"
	"crypto/rand"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// madeAt is a project made now, by a clock that the test moves on.
func madeAt(t *testing.T, now *time.Time) (db *store.DB, path string, o sqlite.Options) {
	t.Helper()
	o = sqlite.Options{Mint: coding.NewMint(func() time.Time { return *now }, rand.Reader)}
	path = filepath.Join(t.TempDir(), "study.concord")
	db, err := sqlite.Create(context.Background(), path, o, coding.Project{Name: "Study"}, coding.Coder{ID: "sue", Name: "Sue"})
	must(t, err)
	return db, path, o
}

func TestTheFirstStepOfADayIsPrecededByABackup(t *testing.T) {
	now := time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)
	db, path, _ := madeAt(t, &now)
	must(t, addCase(db, "on the day it was made"))
	if got := folder(t, path); strings.Contains(strings.Join(got, " "), "backup") {
		t.Errorf("a backup of a project made today: %v", got)
	}
	for range 7 {
		now = now.Add(24 * time.Hour)
		must(t, addCase(db, now.String()))
		must(t, addCase(db, now.String()+" again"))
	}
	shut(t, db)
	var backups []string
	for _, name := range folder(t, path) {
		if strings.HasPrefix(name, "study.concord.backup-") {
			backups = append(backups, name)
		}
	}
	if len(backups) != 5 || backups[4] != "study.concord.backup-20260508-090000" {
		t.Fatalf("got %v, want the last five", backups)
	}
	old := open(t, filepath.Join(filepath.Dir(path), backups[4]), sqlite.Options{ReadOnly: true})
	n := 0
	for _, err := range old.As("").Cases(context.Background()) {
		must(t, err)
		n++
	}
	if n != 13 {
		t.Errorf("the last backup has %d cases, want the 13 there were before that day", n)
	}
	sound(t, old)
}

func TestRefusedFirstStepsLeaveOneBackup(t *testing.T) {
	now := time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)
	db, path, o := madeAt(t, &now)
	must(t, addCase(db, "R1"))
	shut(t, db)
	now = now.Add(24 * time.Hour)
	for range 3 {
		now = now.Add(time.Second)
		db := open(t, path, o)
		if err := addCase(db, "R1"); err == nil {
			t.Fatal("a second R1: no error")
		}
		shut(t, db)
	}
	if got := folder(t, path); len(got) != 2 {
		t.Errorf("the folder holds %v, want the project and one backup", got)
	}
}

func TestASchemaIsRaisedAfterABackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.concord")
	raw(t, path, `PRAGMA application_id = 0x434e4344`, `CREATE TABLE of_old (a)`)
	if _, err := sqlite.Open(context.Background(), path, sqlite.Options{ReadOnly: true}); err == nil {
		t.Error("an old schema, open for reading: no error")
	}
	shut(t, open(t, path, options()))
	if got := folder(t, path); len(got) != 2 || !strings.HasPrefix(got[1], "study.concord.backup-") {
		t.Errorf("the folder holds %v, want a backup as well", got)
	}
}
