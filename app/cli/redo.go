package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"concord/coding"
)

func (e *env) redoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "redo PROJECT",
		Short: "Bring back what you undid last, as long as you did nothing new since",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return e.with(cmd.Context(), args[0], func(p *project) error {
				names, err := p.names(cmd.Context())
				if err != nil {
					return err
				}
				before, err := p.Seq(cmd.Context())
				if err != nil {
					return err
				}
				redone, err := p.Redo(cmd.Context())
				if err != nil {
					return err
				}
				rows, err := p.eventsAfter(cmd.Context(), before, names, func(event coding.Event) bool {
					return event.By == p.me.ID && event.Undoes > 0
				})
				if err != nil {
					return err
				}
				return e.print(rows, func(w io.Writer) { _, _ = fmt.Fprintf(w, "Done again: %s\n", redone.Label) })
			})
		},
	}
}
