package sqlite_test

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"concord/coding"
	"concord/coding/store/sqlite"
)

func TestAFullDiskIsSaidAndChangesNothing(t *testing.T) {
	small := t.TempDir()
	if err := exec.CommandContext(t.Context(), "mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", small).Run(); err != nil {
		t.Skip("nobody but root can make a small disk:", err)
	}
	defer func() { _ = exec.Command("umount", small).Run() }()
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
