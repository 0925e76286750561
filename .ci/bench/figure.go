package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"
)

// figure is one number beside its target.
type figure struct {
	what   string
	got    float64
	unit   string  // "ms", "MB", "×"
	target float64 // at the most; 0 is none
	note   string
	failed error
}

func (f figure) verdict() string {
	switch {
	case f.target == 0:
		return ""
	case f.got <= f.target:
		return "reached"
	}
	return "missed"
}

func amount(v float64, unit string) string {
	digits := 0
	if v < 10 {
		digits = 2
	} else if v < 100 {
		digits = 1
	}
	return fmt.Sprintf("%.*f %s", digits, v, unit)
}

// tabulate writes the figures. On a busy machine times are longer than they
// would be, so it says how busy it was.
func tabulate(w io.Writer, figures []figure, begun string) {
	fmt.Fprintf(w, "%s/%s, %d processors, %s\n", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version())
	if begun != "" {
		fmt.Fprintf(w, "processes that wanted a processor: %s before, %s after\n", begun, load())
	}
	fmt.Fprintln(w)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "MEASURE\tFIGURE\tTARGET\t\t")
	for _, f := range figures {
		if f.failed != nil {
			fmt.Fprintf(table, "%s\tnot taken\t\t\t%s\n", f.what, strings.ReplaceAll(f.failed.Error(), "\n", "; "))
			continue
		}
		target := ""
		if f.target > 0 {
			target = "≤ " + amount(f.target, f.unit)
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", f.what, amount(f.got, f.unit), target, f.verdict(), f.note)
	}
	if err := table.Flush(); err != nil {
		fmt.Fprintln(w, err)
	}
}

// load is the load average of the last minute, where the system tells it.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return ""
	}
	first, _, _ := strings.Cut(string(text), " ")
	return first
}

// median of some numbers; there must be one.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
