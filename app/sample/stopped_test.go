package sample_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"concord/app/sample"
	"concord/coding"
	"concord/coding/progress"
)

func TestSampleStudyStoppedOnTheWayLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	counter := &progress.Counter{}
	go func() {
		// The import bumps the counter; by then the project is begun.
		for counter.Snapshot().Done == 0 && ctx.Err() == nil {
			time.Sleep(time.Millisecond)
		}
		stop()
	}()
	if err := sample.Build(ctx, filepath.Join(dir, sample.File), counter); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped, it says %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("it left %v (%v)", left, err)
	}
}

func TestSampleStudyKeepsAFileThatIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), sample.File)
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := sample.Build(t.Context(), path, nil); !errors.Is(err, coding.ErrConflict) {
		t.Errorf("over another file it says %v", err)
	}
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "mine" {
		t.Errorf("the file holds %q (%v)", kept, err)
	}
}
