package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"concord/coding"
)

func (e *env) undoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "undo PROJECT [STEP]",
		Short: "Take back your last step, or the one named by its id or its first event",
		Args:  cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return e.turn(cmd.Context(), args[0], "Undone", func(ctx context.Context, p *project) (coding.Entry, error) {
				if len(args) == 1 {
					return p.Undo(ctx)
				}
				step, err := p.entry(ctx, args[1])
				if err != nil {
					return step, err
				}
				return step, p.UndoStep(ctx, step)
			})
		},
	}
}

func (e *env) redoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "redo PROJECT",
		Short: "Bring back what you undid last, as long as you did nothing new since",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return e.turn(cmd.Context(), args[0], "Done again", func(ctx context.Context, p *project) (coding.Entry, error) {
				return p.Redo(ctx)
			})
		},
	}
}

// turn goes a step back or forth, and tells the events that it made.
func (e *env) turn(ctx context.Context, path, said string, do func(context.Context, *project) (coding.Entry, error)) error {
	return e.with(ctx, path, func(p *project) error {
		names, err := p.names(ctx)
		if err != nil {
			return err
		}
		before, err := p.Seq(ctx)
		if err != nil {
			return err
		}
		turned, err := do(ctx, p)
		if err != nil {
			return err
		}
		rows, err := p.eventsAfter(ctx, before, names, func(event coding.Event) bool {
			return event.By == p.me.ID && event.Undoes > 0
		})
		if err != nil {
			return err
		}
		return e.print(rows, func(w io.Writer) { _, _ = fmt.Fprintf(w, "%s: %s\n", said, turned.Label) })
	})
}
