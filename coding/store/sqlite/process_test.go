package sqlite_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
)

const (
	processes     = 3
	stepsOfEach   = 30
	pathForWriter = "CONCORD_TEST_PROJECT"
)

// TestWriter is what the processes of the next test run.
func TestWriter(t *testing.T) {
	path := os.Getenv(pathForWriter)
	if path == "" {
		t.Skip("SKIPPED: it writes only in the processes that the next test starts")
	}
	db := open(t, path, options())
	for i := range stepsOfEach {
		must(t, addCase(db, fmt.Sprintf("%d of process %d", i, os.Getpid())))
	}
	shut(t, db)
}

func TestSeveralProcessesWriteToOneProject(t *testing.T) {
	path := create(t)
	db := open(t, path, options())
	var writers []*exec.Cmd
	for range processes {
		w := exec.Command(os.Args[0], "-test.run=^TestWriter$")
		w.Env = append(os.Environ(), pathForWriter+"="+path)
		w.Stdout, w.Stderr = os.Stderr, os.Stderr
		must(t, w.Start())
		writers = append(writers, w)
	}
	for i := range stepsOfEach {
		must(t, addCase(db, fmt.Sprintf("%d of this process", i)))
	}
	for _, w := range writers {
		must(t, w.Wait())
	}
	n := 0
	for _, err := range db.As("").Cases(context.Background()) {
		must(t, err)
		n++
	}
	if want := (processes + 1) * stepsOfEach; n != want {
		t.Errorf("%d cases are there, want %d", n, want)
	}
	sound(t, db)
}
