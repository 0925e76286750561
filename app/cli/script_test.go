package cli_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"concord/app/cli"
)

// TestMain makes the command line a command of the test scripts.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"concord": func() {
			os.Exit(cli.Run(context.Background(), os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, nil))
		},
	})
}

// TestScripts runs every script in testdata/script: what the contract promises,
// tried as a person at a terminal would.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, "cache"))
			env.Setenv("SHARED", shared())
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "shared" {
				_, err := os.Stat(shared())
				return err == nil, nil
			}
			return false, fmt.Errorf("there is no condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"json": lookup},
	})
}

// shared is the folder of real data, which may be absent.
func shared() string {
	if dir := os.Getenv("CONCORD_SHARED"); dir != "" {
		return dir
	}
	dir, err := filepath.Abs(filepath.Join("..", "..", "..", "shared"))
	if err != nil {
		return ""
	}
	return dir
}

// lookup is the script command json FILE PATH WANT: the value at a path such as
// results.0.value of a JSON document (stdout is what the last command printed).
// A WANT of "#3" asks for a list of three, "?NAME" keeps the value as $NAME.
func lookup(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: json FILE PATH WANT")
	}
	var doc any
	if err := json.Unmarshal([]byte(ts.ReadFile(args[0])), &doc); err != nil {
		ts.Fatalf("%s is no JSON document: %v", args[0], err)
	}
	at := doc
	for key := range strings.SplitSeq(strings.Trim(args[1], "."), ".") {
		switch v := at.(type) {
		case map[string]any:
			at = v[key]
		case []any:
			var i int
			if _, err := fmt.Sscan(key, &i); err == nil && i < len(v) {
				at = v[i]
			} else if key != "" {
				ts.Fatalf("%s: there is no item %s among %d", args[1], key, len(v))
			}
		}
	}
	if name, keep := strings.CutPrefix(args[2], "?"); keep {
		ts.Setenv(name, fmt.Sprint(at))
		return
	}
	got := fmt.Sprint(at)
	if list, ok := at.([]any); ok {
		got = fmt.Sprintf("#%d", len(list))
	}
	if (got == args[2]) == neg {
		ts.Fatalf("%s is %s, want %s", args[1], got, args[2])
	}
}
