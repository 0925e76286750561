package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
)

func main() {
	runs := flag.Int("runs", 3, "how often each measure is taken")
	rows := flag.Int("rows", 100_000, "how many comments are imported")
	only := flag.String("only", "", "take only the measures that have this in their names")
	into := flag.String("profile", "", "write a profile for the compiler there, and measure nothing")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	var err error
	if *into != "" {
		err = profile(ctx, *into, *rows)
	} else {
		err = measure(ctx, *rows, *runs, *only)
	}
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// measure takes the measures one after another, in a folder that goes afterwards.
// What can't be taken is said in its place, and the rest goes on.
func measure(ctx context.Context, rows, runs int, only string) (err error) {
	dir, err := os.MkdirTemp("", "concord-bench-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	s := &study{dir: dir, rows: rows, runs: runs, program: filepath.Join(dir, "concord")}
	begun := load()
	var all []figure
	for _, m := range measures(s) {
		if !strings.Contains(m.name, only) {
			continue
		}
		fmt.Fprintf(os.Stderr, "bench: %s …\n", m.name)
		figures, err := m.take(ctx)
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if err != nil {
			figures = []figure{{what: m.name, failed: err}}
		}
		all = append(all, figures...)
	}
	tabulate(os.Stdout, all, begun)
	return nil
}

// measures are all, in the order in which they are taken.
func measures(s *study) []taking {
	return []taking{
		{"processes: import, index, search", s.processes},
		{"search in process", func(ctx context.Context) ([]figure, error) { return searching(ctx, s.runs) }},
		{"coding and opening", func(ctx context.Context) ([]figure, error) { return storing(ctx, s.runs) }},
		{"scrolling", func(ctx context.Context) ([]figure, error) { return scrolling(ctx, s.runs) }},
		{"agreement", func(ctx context.Context) ([]figure, error) { return agreeing(ctx, s.runs) }},
		{"coefficients", func(ctx context.Context) ([]figure, error) { return coefficients(ctx, s.runs) }},
	}
}

// taking is one undertaking that gives several figures.
type taking struct {
	name string
	take func(context.Context) ([]figure, error)
}
