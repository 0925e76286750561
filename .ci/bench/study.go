package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// study is a survey export that whole processes bring in, index and search.
type study struct {
	dir, program, table string
	rows, runs          int
}

// trial is one time through: the import, which builds the index, the searches
// after it, one that finds no index, and Python's way with the same rows.
type trial struct {
	load, index, python usage
	searches            []float64
	// stored and indexed are Python's parts, in milliseconds.
	stored, indexed float64
}

// processes measures whole runs of the program.
func (s *study) processes(ctx context.Context) ([]figure, error) {
	build := exec.CommandContext(ctx, "go", "build", "-tags", "nogui", "-o", s.program, ".")
	build.Env, build.Stderr = append(os.Environ(), "CGO_ENABLED=0"), os.Stderr
	if err := build.Run(); err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	s.table = filepath.Join(s.dir, "comments.csv")
	kind, err := corpus(ctx, s.table, s.rows)
	if err != nil {
		return nil, fmt.Errorf("write comments: %w", err)
	}
	var trials []trial
	for i := range s.runs {
		t, err := s.trial(ctx, filepath.Join(s.dir, fmt.Sprint(i)))
		if err != nil {
			return nil, err
		}
		trials = append(trials, t)
	}
	return s.figures(trials, kind), nil
}

func (s *study) trial(ctx context.Context, dir string) (t trial, err error) {
	if err := os.Mkdir(dir, 0o700); err != nil {
		return t, err
	}
	project := filepath.Join(dir, "study.concord")
	if _, err := run(ctx, dir, s.program, "new", project, "--name", "Bench"); err != nil {
		return t, err
	}
	if t.load, err = run(ctx, dir, s.program, "import", "--quiet", project, s.table); err != nil {
		return t, err
	}
	search := []string{"search", "--quiet", project, "determinant"}
	for range 9 {
		u, err := run(ctx, dir, s.program, search...)
		if err != nil {
			return t, err
		}
		t.searches = append(t.searches, u.wall)
	}
	if t.index, err = run(ctx, filepath.Join(dir, "elsewhere"), s.program, search...); err != nil {
		return t, err
	}
	if python, err := exec.LookPath("python3"); err == nil {
		if t.python, err = run(ctx, dir, python, filepath.Join(".ci", "bench", "baseline.py"), s.table, filepath.Join(dir, "baseline.db")); err != nil {
			return t, err
		}
		var parts struct{ Store, Index float64 }
		if err := json.Unmarshal([]byte(t.python.out), &parts); err != nil {
			return t, fmt.Errorf("baseline: %w", err)
		}
		t.stored, t.indexed = parts.Store*1000, parts.Index*1000
	}
	return t, os.RemoveAll(dir)
}

func (s *study) figures(trials []trial, kind string) []figure {
	of := func(value func(trial) float64) float64 {
		var values []float64
		for _, t := range trials {
			values = append(values, value(t))
		}
		return median(values)
	}
	var searches []float64
	for _, t := range trials {
		searches = append(searches, t.searches...)
	}
	figures := []figure{
		{
			what: fmt.Sprintf("import of %d comments (%s), store and index", s.rows, kind), unit: "ms", got: of(func(t trial) float64 { return t.load.wall }),
			note: fmt.Sprintf("processor %.0f", of(func(t trial) float64 { return t.load.cpu })),
		},
		{what: "  its peak memory", unit: "MB", target: 400, got: of(func(t trial) float64 { return t.load.peak })},
		{what: "building the index alone", unit: "ms", got: of(func(t trial) float64 { return t.index.wall })},
		{what: "  its peak memory", unit: "MB", target: 300, got: of(func(t trial) float64 { return t.index.peak })},
		{what: "concord search from a cold start", unit: "ms", target: 150, got: median(searches)},
	}
	if trials[0].python.wall == 0 {
		return append(figures, figure{what: "import and index, to Python's", failed: errors.New("there is no python3 to compare with")})
	}
	python := func(t trial) float64 { return t.python.wall }
	return append(
		figures,
		figure{
			what: "Python csv, SQLite and FTS5, the same rows", unit: "ms", got: of(python),
			note: fmt.Sprintf("store %.0f + index %.0f; processor %.0f", of(func(t trial) float64 { return t.stored }), of(func(t trial) float64 { return t.indexed }), of(func(t trial) float64 { return t.python.cpu })),
		},
		figure{
			what: "import, store and index, to Python's time", unit: "×", target: 3, got: of(func(t trial) float64 { return t.load.wall / python(t) }),
			note: fmt.Sprintf("processor %.1f ×", of(func(t trial) float64 { return t.load.cpu / t.python.cpu })),
		},
		figure{what: "building the index alone, to FTS5's time", unit: "×", target: 4.5, got: of(func(t trial) float64 { return t.index.wall / t.indexed })},
	)
}
