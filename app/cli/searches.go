package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"concord/coding"
	"concord/index/query"
)

type searchRow struct {
	ID    coding.SearchID `json:"id"`
	Name  string          `json:"name"`
	Query string          `json:"query"`
	By    string          `json:"by"`
}

func (e *env) searchesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "searches PROJECT [save NAME QUERY | remove NAME]",
		Short: "List the searches that are kept, keep one, or remove one",
		Args:  cobra.RangeArgs(1, 4),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			switch {
			case len(args) == 1:
				return e.with(ctx, args[0], func(p *project) error { return e.listSearches(ctx, p) })
			case args[1] == "save" && len(args) == 4:
				if _, err := query.Parse(args[3]); err != nil {
					return usageError{err}
				}
				return e.with(ctx, args[0], func(p *project) error {
					kept, err := p.SaveSearch(ctx, args[2], args[3])
					return e.printSearch(p, kept, err, "Kept")
				})
			case args[1] == "remove" && len(args) == 3:
				return e.with(ctx, args[0], func(p *project) error {
					kept, err := p.findSearch(ctx, args[2])
					if err == nil {
						err = p.ForgetSearch(ctx, kept)
					}
					return e.printSearch(p, kept, err, "Removed")
				})
			}
			return usage("write: concord searches PROJECT, searches PROJECT save NAME QUERY, or searches PROJECT remove NAME")
		},
	}
}

func (e *env) listSearches(ctx context.Context, p *project) error {
	kept, err := p.Searches(ctx)
	if err != nil {
		return err
	}
	rows := []searchRow{}
	for _, s := range kept {
		rows = append(rows, p.searchRow(s))
	}
	return printTable(e, []string{"NAME", "QUERY", "BY"}, rows, func(r searchRow) []string {
		return []string{r.Name, r.Query, r.By}
	})
}

func (p *project) searchRow(s coding.Search) searchRow {
	return searchRow{s.ID, s.Name, s.Query, p.coderName(s.By)}
}

// printSearch says what was done with a search, unless that failed.
func (e *env) printSearch(p *project, s coding.Search, err error, done string) error {
	if err != nil {
		return err
	}
	return e.print(p.searchRow(s), func(w io.Writer) { _, _ = fmt.Fprintf(w, "%s the search %s.\n", done, s.Name) })
}

// findSearch looks a search that is kept up by name or identity.
func (p *project) findSearch(ctx context.Context, name string) (coding.Search, error) {
	kept, err := p.Searches(ctx)
	if err != nil {
		return coding.Search{}, err
	}
	for _, s := range kept {
		if strings.EqualFold(s.Name, name) || string(s.ID) == name {
			return s, nil
		}
	}
	return coding.Search{}, fmt.Errorf("%w: no search %q is kept; those that are: concord searches PROJECT", coding.ErrNotFound, name)
}
