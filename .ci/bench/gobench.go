package main

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
)

// benchmark is one run of go test.
type benchmark struct {
	pkg, pattern, time string
}

// results are the medians of benchmarks, by name and unit.
type results map[string]map[string]float64

// take runs the benchmarks so many times. The name of a result is without
// "Benchmark" and the number of processors.
func (b benchmark) take(ctx context.Context, runs int) (results, error) {
	args := []string{"test", "-run", "^$", "-bench", b.pattern, "-benchtime", b.time, "-count", strconv.Itoa(runs), "-timeout", "60m", b.pkg}
	cmd := exec.CommandContext(ctx, "go", args...)
	var wrong bytes.Buffer
	cmd.Stderr = &wrong
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s: %w: %s", strings.Join(args, " "), err, last(out, wrong.Bytes()))
	}
	all := map[string]map[string][]float64{}
	line := regexp.MustCompile(`(?m)^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+(.*)$`)
	for _, found := range line.FindAllStringSubmatch(string(out), -1) {
		name, fields := found[1], strings.Fields(found[2])
		if all[name] == nil {
			all[name] = map[string][]float64{}
		}
		for i := 0; i+1 < len(fields); i += 2 {
			if v, err := strconv.ParseFloat(fields[i], 64); err == nil {
				all[name][fields[i+1]] = append(all[name][fields[i+1]], v)
			}
		}
	}
	medians := results{}
	for name, units := range all {
		medians[name] = map[string]float64{}
		for unit, values := range units {
			medians[name][unit] = median(values)
		}
	}
	return medians, nil
}

// last are the last lines that a failed command printed.
func last(outs ...[]byte) string {
	lines := strings.Split(strings.TrimSpace(string(bytes.Join(outs, nil))), "\n")
	return strings.Join(lines[max(0, len(lines)-5):], "; ")
}

// figure makes a figure of a result. scale brings its unit to that of the figure.
func (r results) figure(f figure, name, unit string, scale float64) figure {
	got, ok := r[name][unit]
	if !ok {
		f.failed = fmt.Errorf("there is no benchmark %s that gives %s", name, unit)
	}
	f.got = got * scale
	return f
}
