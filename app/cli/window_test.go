package cli_test

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"concord/app/cli"
)

// drawn is a window that notes for whom it was opened and drew.
type drawn struct{ as []string }

func (d *drawn) Open(_ context.Context, _, as, _ string) error {
	d.as = append(d.as, as)
	return nil
}

func (d *drawn) Render(_ context.Context, _, dir, as string, _, _ int, _ bool) ([]string, error) {
	d.as = append(d.as, as)
	return []string{filepath.Join(dir, "read.png")}, nil
}

func TestTheWindowIsForThePersonNamed(t *testing.T) {
	path, w := filepath.Join(t.TempDir(), "s.concord"), &drawn{}
	run := func(args ...string) (int, string) {
		var out, problems bytes.Buffer
		code := cli.Run(t.Context(), args, cli.Streams{Out: &out, Err: &problems}, w)
		return code, out.String() + problems.String()
	}
	for _, step := range []struct {
		args []string
		want int
		says string
	}{
		{[]string{"new", path, "--name", "S", "--coder", "Ana", "--supervisor", "Mira"}, cli.Done, "Made"},
		{[]string{"render", path, "pictures", "--as", "Mira"}, cli.Done, "read.png"},
		{[]string{"open", path, "--as", "Ana"}, cli.Done, ""},
		{[]string{"render", path, "pictures", "--as", "Zoe"}, cli.Failed, "there are Ana, Mira"},
		{[]string{"open", path, "--as", "Zoe"}, cli.Failed, "there are Ana, Mira"},
		{[]string{"render", path + "x", "pictures"}, cli.Failed, "no such file"},
	} {
		if code, says := run(step.args...); code != step.want || !strings.Contains(says, step.says) {
			t.Errorf("%v: exit code %d, says %q", step.args, code, says)
		}
	}
	if got := strings.Join(w.as, " "); got != "Mira Ana" {
		t.Errorf("it was opened for %q", got)
	}
}
