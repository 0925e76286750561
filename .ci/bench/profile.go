package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/pprof"

	"concord/app/cli"
	"concord/app/desktop"
)

// profile writes where the program spends its time while it imports, indexes and
// searches so many comments. The compiler reads it as default.pgo and puts its
// effort there.
func profile(ctx context.Context, path string, rows int) (err error) {
	dir, err := os.MkdirTemp("", "concord-profile-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := os.Setenv("XDG_CACHE_HOME", dir); err != nil {
		return err
	}
	table, project := filepath.Join(dir, "comments.csv"), filepath.Join(dir, "study.concord")
	if _, err := corpus(ctx, table, rows); err != nil {
		return err
	}
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if err := pprof.StartCPUProfile(out); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	for _, args := range [][]string{
		{"new", project, "--name", "Profile"},
		{"import", "--quiet", project, table},
		{"search", "--quiet", project, "the", "--limit", "0"},
		{"search", "--quiet", project, `"thank you"`, "--limit", "0"},
		{"check", "--quiet", project},
	} {
		streams := cli.Streams{Out: io.Discard, Err: os.Stderr}
		if code := cli.Run(ctx, args, streams, desktop.Window()); code != 0 {
			return fmt.Errorf("concord %s: exit code %d", args[0], code)
		}
	}
	return nil
}
