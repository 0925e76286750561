package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"concord/coding"
)

type caseRow struct {
	ID      coding.CaseID     `json:"id"`
	Name    string            `json:"name"`
	Sources int               `json:"sources"`
	Values  map[string]string `json:"values"`
}

func (e *env) casesCommand() *cobra.Command {
	var where []string
	cmd := &cobra.Command{
		Use:   "cases PROJECT [set CASE ATTRIBUTE=VALUE... | rename CASE NAME] [--where RULE]...",
		Short: "List the respondents and what is known of them, or change it",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			if len(args) > 1 && len(where) > 0 {
				return usage("--where belongs to the list: respondents are changed one at a time")
			}
			switch {
			case len(args) == 1:
				return e.with(ctx, args[0], func(p *project) error { return e.listCases(ctx, p, where) })
			case args[1] == "set" && len(args) > 3:
				return e.with(ctx, args[0], func(p *project) error {
					c, err := coding.FindCase(ctx, p, args[2])
					if err != nil {
						return err
					}
					values, err := p.assignments(ctx, args[3:])
					if err != nil {
						return err
					}
					c, err = p.SetValues(ctx, c, values)
					return e.printCase(ctx, p, c, err)
				})
			case args[1] == "rename" && len(args) == 4:
				return e.with(ctx, args[0], func(p *project) error {
					c, err := coding.FindCase(ctx, p, args[2])
					if err == nil {
						c, err = p.RenameCase(ctx, c, args[3])
					}
					return e.printCase(ctx, p, c, err)
				})
			}
			return usage("write: concord cases PROJECT, cases PROJECT set CASE ATTRIBUTE=VALUE..., or cases PROJECT rename CASE NAME")
		},
	}
	cmd.Flags().StringArrayVar(&where, "where", nil, "only those who meet a rule, as in session=3 (all that are given must hold)")
	return cmd
}

// assignments reads ATTRIBUTE=VALUE; nothing behind = forgets the value.
func (p *project) assignments(ctx context.Context, written []string) (coding.Values, error) {
	all, err := p.Attributes(ctx)
	if err != nil {
		return nil, err
	}
	values := coding.Values{}
	for _, one := range written {
		name, value, found := strings.Cut(one, "=")
		if !found {
			return nil, usage("%q: write ATTRIBUTE=VALUE, or ATTRIBUTE= to forget the value", one)
		}
		a, err := coding.FindAttribute(all, strings.TrimSpace(name))
		if err != nil {
			return nil, fmt.Errorf("%w (concord attributes PROJECT add makes one)", err)
		}
		values[a.ID] = value
	}
	return values, nil
}

// caseRows are the respondents who meet the rules, in the order in which they came.
func (p *project) caseRows(ctx context.Context, where []string) ([]caseRow, error) {
	rules, err := parseRules(where)
	if err != nil {
		return nil, err
	}
	attributes, err := p.Attributes(ctx)
	if err != nil {
		return nil, err
	}
	asked := make([]coding.AttributeID, len(rules))
	for i, rule := range rules {
		a, err := coding.FindAttribute(attributes, rule.Attribute)
		if err != nil {
			return nil, fmt.Errorf("rule %s: %w", rule, err)
		}
		asked[i] = a.ID
	}
	sources := map[coding.CaseID]int{}
	for s, err := range p.Sources(ctx, coding.SourceFilter{}) {
		if err != nil {
			return nil, err
		}
		for _, id := range s.Cases {
			sources[id]++
		}
	}
	rows := []caseRow{}
	for c, err := range p.Cases(ctx) {
		if err != nil {
			return nil, err
		}
		meets := true
		for i, rule := range rules {
			meets = meets && rule.Holds(c.Values[asked[i]])
		}
		if !meets {
			continue
		}
		row := caseRow{c.ID, c.Name, sources[c.ID], map[string]string{}}
		for _, a := range attributes {
			if value := c.Values[a.ID]; value != "" {
				row.Values[a.Name] = value
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func (e *env) listCases(ctx context.Context, p *project, where []string) error {
	rows, err := p.caseRows(ctx, where)
	if err != nil {
		return err
	}
	attributes, err := p.Attributes(ctx)
	if err != nil {
		return err
	}
	return e.print(rows, func(w io.Writer) {
		head := []string{"NAME", "SOURCES"}
		for _, a := range attributes {
			head = append(head, a.Name)
		}
		lines := [][]string{head}
		for _, r := range rows {
			line := []string{r.Name, fmt.Sprint(r.Sources)}
			for _, a := range attributes {
				line = append(line, r.Values[a.Name])
			}
			lines = append(lines, line)
		}
		table(w, lines...)
	})
}

// printCase prints a respondent as they stand after a change, unless that failed.
func (e *env) printCase(ctx context.Context, p *project, c coding.Case, err error) error {
	if err != nil {
		return err
	}
	rows, err := p.caseRows(ctx, nil)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.ID == c.ID {
			return e.print(r, func(w io.Writer) { _, _ = fmt.Fprintf(w, "Changed %s.\n", r.Name) })
		}
	}
	return fmt.Errorf("%w: respondent %s", coding.ErrNotFound, c.Name)
}
