package e2e

import (
	"os"
	"strings"
	"testing"
	"time"
)

// TestNoDisplay starts the window where it can't be shown: a sentence is said, no
// trace of the program's inside.
func TestNoDisplay(t *testing.T) {
	t.Parallel()
	for _, display := range []string{"", "DISPLAY=:65000"} {
		env := []string{"HOME=" + t.TempDir(), "PATH=" + os.Getenv("PATH"), display}
		p := begin(t, env, nil, nil, os.Getenv("CONCORD"))
		select {
		case <-p.ended:
		case <-time.After(patience):
			t.Fatal("it doesn't end")
		}
		said := p.said()
		if p.cmd.ProcessState.ExitCode() != 1 || !strings.Contains(said, "there is no display") || strings.Contains(said, "goroutine") {
			t.Errorf("with %q it ended with %d and said: %s", display, p.cmd.ProcessState.ExitCode(), said)
		}
	}
}
