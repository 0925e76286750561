package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"concord/coding"
)

type coderRow struct {
	ID         coding.CoderID `json:"id"`
	Name       string         `json:"name"`
	Supervisor bool           `json:"supervisor,omitempty"`
}

func (e *env) codersCommand() *cobra.Command {
	var supervisor bool
	cmd := &cobra.Command{
		Use:   "coders PROJECT [add NAME [--supervisor]]",
		Short: "List who codes, or add somebody",
		Args:  cobra.RangeArgs(1, 3),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 && (args[1] != "add" || len(args) != 3) {
				return usage("write: concord coders PROJECT add NAME")
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				if len(args) == 3 {
					c, err := p.AddCoder(cmd.Context(), args[2], supervisor)
					if err != nil {
						return err
					}
					return e.print(coderRow{c.ID, c.Name, c.Supervisor}, func(w io.Writer) {
						_, _ = fmt.Fprintf(w, "Added %s.\n", c.Name)
					})
				}
				rows := []coderRow{}
				for _, c := range p.coders {
					rows = append(rows, coderRow{c.ID, c.Name, c.Supervisor})
				}
				return e.print(rows, func(w io.Writer) {
					for _, r := range rows {
						if r.Supervisor {
							r.Name += " (supervisor)"
						}
						_, _ = fmt.Fprintln(w, r.Name)
					}
				})
			})
		},
	}
	cmd.Flags().BoolVar(&supervisor, "supervisor", false, "the person added is a supervisor")
	return cmd
}

type roundRow struct {
	ID      coding.RoundID `json:"id"`
	Name    string         `json:"name"`
	Blind   bool           `json:"blind"`
	Closed  bool           `json:"closed"`
	Coders  []string       `json:"coders"`
	Sources int            `json:"sources"`
	// Done counts the sources that each coder whom the viewer may see has finished.
	Done map[string]int `json:"done"`
	Seed uint64         `json:"seed,omitempty"`
}

func (e *env) roundsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "rounds PROJECT",
		Short: "List the rounds of coding",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return e.with(cmd.Context(), args[0], func(p *project) error {
				rounds, err := p.Rounds(cmd.Context())
				if err != nil {
					return err
				}
				rows := []roundRow{}
				for _, r := range rounds {
					row, err := p.roundRow(cmd.Context(), r)
					if err != nil {
						return err
					}
					rows = append(rows, row)
				}
				return printTable(e, []string{"ROUND", "STATE", "SOURCES", "CODERS"}, rows, func(r roundRow) []string {
					return []string{r.Name, r.state(), fmt.Sprint(r.Sources), strings.Join(r.progress(), ", ")}
				})
			})
		},
	}
}

func (r roundRow) state() string {
	state := "open"
	if r.Blind {
		state = "open, blind"
	}
	if r.Closed {
		state = "closed"
	}
	return state
}

func (r roundRow) progress() []string {
	var parts []string
	for _, c := range r.Coders {
		if n, seen := r.Done[c]; seen {
			c = fmt.Sprintf("%s (%d of %d done)", c, n, r.Sources)
		}
		parts = append(parts, c)
	}
	return parts
}
