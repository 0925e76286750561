package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"concord/coding"
	"concord/coding/report"
)

func (e *env) themesCommand() *cobra.Command {
	var by string
	cmd := &cobra.Command{
		Use:   "themes PROJECT [--by ATTRIBUTE]",
		Short: "Count the comments and respondents of every theme and code, by an attribute",
	}
	cmd.Flags().StringVar(&by, "by", "", "the attribute whose values make the columns")
	return new(selection).reading(e, cmd, func(ctx context.Context, p *project, chosen report.Selection) error {
		themes, err := report.ReadThemes(ctx, p, by, chosen)
		if err != nil {
			return err
		}
		return e.print(themes, func(w io.Writer) { printThemes(w, themes) })
	})
}

// printThemes prints sources and respondents as in "12 (9)".
func printThemes(w io.Writer, t *report.Themes) {
	head := []string{"CODE", "SOURCES (RESPONDENTS)"}
	for _, value := range t.Values {
		if value == "" {
			value = "not known"
		}
		head = append(head, value)
	}
	count := func(c coding.Count) string { return fmt.Sprintf("%d (%d)", c.Sources, c.Cases) }
	line := func(name string, row report.ThemeRow) []string {
		cells := []string{name, count(row.Total)}
		for _, c := range row.Cells {
			cells = append(cells, count(c))
		}
		return cells
	}
	lines := [][]string{head}
	for _, row := range t.Rows {
		lines = append(lines, line(strings.Repeat("  ", row.Depth)+row.Code, row))
	}
	table(w, append(lines, line("any of these", t.Any), line("all there is", t.All))...)
}

func (e *env) cooccurrenceCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "cooccurrence PROJECT",
		Short: "Count which codes occur in the same sources, and which overlap",
	}
	return new(selection).reading(e, cmd, func(ctx context.Context, p *project, chosen report.Selection) error {
		found, err := report.ReadCooccurrence(ctx, p, chosen)
		if err != nil {
			return err
		}
		return e.print(found, func(w io.Writer) { printCooccurrence(w, found) })
	})
}

// printCooccurrence prints a line for every pair of codes that occur together.
func printCooccurrence(w io.Writer, o *report.Cooccurrence) {
	lines := [][]string{{"CODE", "AND", "SAME SOURCES", "OVERLAPS"}}
	for i, a := range o.Codes {
		for j, b := range o.Codes[:i] {
			if o.Sources[i][j] > 0 {
				lines = append(lines, []string{b, a, fmt.Sprint(o.Sources[i][j]), fmt.Sprint(o.Overlaps[i][j])})
			}
		}
	}
	table(w, lines...)
}
