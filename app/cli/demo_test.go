package cli_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"concord/app/cli"
)

func TestASampleStudyThatFailsLeavesNothing(t *testing.T) {
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for _, test := range []struct {
		name string
		ctx  context.Context
		disk bool
		want string
	}{
		{"stopped", stopped, false, "concord: stopped"},
		{"on a full disk", t.Context(), true, "the disk is full"},
	} {
		t.Run(test.name, func(t *testing.T) {
			home := t.TempDir()
			if test.disk {
				if err := exec.CommandContext(t.Context(), "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", home).Run(); err != nil {
					t.Skip("SKIPPED: only root can mount the small disk that this test fills:", err)
				}
				t.Cleanup(func() { _ = exec.Command("umount", home).Run() })
			}
			there := filepath.Join(home, "there")
			if err := os.Mkdir(there, 0o700); err != nil {
				t.Fatal(err)
			}
			for _, dir := range []string{there, filepath.Join(home, "a", "b")} {
				code, said := run(test.ctx, "demo", dir, "--quiet")
				if code != cli.Failed || !strings.Contains(said, test.want) || strings.Contains(said, ".concord-") {
					t.Errorf("%s: code %d, %s", dir, code, said)
				}
			}
			left, err := os.ReadDir(home)
			if err != nil || len(left) != 1 {
				t.Errorf("%v is left, %v", left, err)
			}
			if left, err := os.ReadDir(there); err != nil || len(left) > 0 {
				t.Errorf("%v is left, %v", left, err)
			}
		})
	}
}
