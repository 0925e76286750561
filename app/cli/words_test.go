package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"concord/app/cli"
)

// run carries a command out and returns what it said on Err.
func run(ctx context.Context, args ...string) (code int, said string) {
	var out, err bytes.Buffer
	code = cli.Run(ctx, args, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &err}, nil)
	return code, err.String()
}

func TestErrorsAreOnePlainSentence(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	dir := t.TempDir()
	t.Chdir(dir)
	if code, said := run(t.Context(), "new", "s.concord", "--name", "Study", "--coder", "Ana"); code != 0 {
		t.Fatal(said)
	}
	whole, err := os.ReadFile("s.concord")
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string][]byte{"cut.concord": whole[:len(whole)/3], "text.concord": []byte("text"), "bad.csv": []byte("a,b\n\"open\n")} {
		if err := os.WriteFile(filepath.Join(dir, name), body, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"project that isn't there": {[]string{"sources", "no.concord"}, `concord: could not open project "no.concord": there is no such file`},
		"no project":               {[]string{"sources", "text.concord"}, `concord: could not open project "text.concord": not a Concord project: it doesn't begin as a project file does`},
		"damaged project":          {[]string{"sources", "cut.concord"}, `concord: could not open project "cut.concord": the project's file is damaged`},
		"project that is there":    {[]string{"new", "s.concord", "--name", "S"}, `concord: could not create project "s.concord": the file is there already`},
		"no folder for a project":  {[]string{"new", "nodir/s.concord", "--name", "S"}, `concord: could not create project "nodir/s.concord": there is no nodir`},
		"no folder for an export":  {[]string{"export", "s.concord", "nodir/book.csv"}, `concord: could not write nodir/book.csv: there is no folder nodir`},
		"file that isn't there":    {[]string{"import", "s.concord", "no.csv"}, `concord: could not read no.csv: there is no such file`},
		"quotation left open":      {[]string{"import", "s.concord", "bad.csv"}, `concord: could not import bad.csv: row 2, column 1 ("a"): the quotation mark opened on line 2 is never closed`},
		"code without a name":      {[]string{"codes", "s.concord", "add", ""}, `concord: code: it needs a name`},
		"no such coder":            {[]string{"sources", "s.concord", "--as", "Ben"}, `concord: --as: no coder "Ben": there are Ana`},
		"code named as an error":   {[]string{"codes", "s.concord", "rename", `do "x": invalid: y`, "Z"}, `concord: no code "do \"x\": invalid: y" in the codebook`},
	} {
		t.Run(name, func(t *testing.T) {
			code, said := run(t.Context(), c.args...)
			if first, _, _ := strings.Cut(said, "\n"); code != cli.Failed || first != c.want {
				t.Errorf("code %d, said %q, want %q", code, first, c.want)
			}
		})
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if code, said := run(stopped, "sources", "s.concord"); code != cli.Failed || said != "concord: stopped\nNothing was changed.\n" {
		t.Errorf("stopped: code %d, said %q", code, said)
	}
}
