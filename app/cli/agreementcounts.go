package cli

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"concord/coding/agreement"
	"concord/coding/compare"
)

// printCounts prints who chose what: a line for two coders who gave a code or
// left it out, a table where there are other categories.
func printCounts(w io.Writer, all []compare.Counts) {
	lines := [][]string{{"SCOPE", "CODERS", "BOTH", "ONLY THE FIRST", "ONLY THE SECOND", "NEITHER", "ONE LOOKED", "PREVALENCE INDEX", "BIAS INDEX"}}
	code := agreement.Presence()
	for _, c := range all {
		for _, t := range c.Tables {
			if !slices.Equal(t.Labels, []string{code.Label(0), code.Label(1)}) {
				printGrid(w, c, t)
				continue
			}
			n := t.Counts
			lines = append(lines, append([]string{
				bare(c.Scope), t.First + ", " + t.Second, count(n[1][1]), count(n[1][0]), count(n[0][1]), count(n[0][0]), count(t.OnlyFirst + t.OnlySecond),
			}, indices(c)...))
		}
	}
	if len(lines) > 1 {
		_, _ = fmt.Fprintln(w)
		table(w, lines...)
	}
}

// printGrid prints the table of two coders over any categories, the first one's
// down.
func printGrid(w io.Writer, c compare.Counts, t agreement.Contingency) {
	lines := [][]string{append([]string{t.First + " \\ " + t.Second}, t.Labels...)}
	for k, label := range t.Labels {
		line := []string{label}
		for _, n := range t.Counts[k] {
			line = append(line, count(n))
		}
		lines = append(lines, line)
	}
	_, _ = fmt.Fprintf(w, "\n%s\n", bare(c.Scope))
	table(w, lines...)
	if one := t.OnlyFirst + t.OnlySecond; one > 0 {
		_, _ = fmt.Fprintf(w, "Only one rated: %s\n", count(one))
	}
	if i := indices(c); i[0] != "" {
		_, _ = fmt.Fprintf(w, "Prevalence index %s, bias index %s\n", i[0], i[1])
	}
}

// indices are those of prevalence and bias, or nothing.
func indices(c compare.Counts) []string {
	if c.Indices == nil {
		return []string{"", ""}
	}
	return []string{thousandths(c.Prevalence), thousandths(c.Bias)}
}

func count(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
