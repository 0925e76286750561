package cli

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

var errNoWindow = errors.New("this build of Concord has no window: it was made for the command line alone")

func (e *env) open(ctx context.Context, path, trace string) error {
	if e.window == nil {
		return errNoWindow
	}
	if path != "" && e.as != "" {
		if err := e.knows(ctx, path); err != nil {
			return err
		}
	}
	return e.window.Open(ctx, path, e.as, trace)
}

// knows checks that a project can be opened by the person named by --as.
func (e *env) knows(ctx context.Context, path string) error {
	return e.with(ctx, path, func(*project) error { return nil })
}

func (e *env) openCommand() *cobra.Command {
	var trace string
	cmd := &cobra.Command{
		Use:   "open [PROJECT]",
		Short: "Open the window, on a project",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			path := ""
			if len(args) == 1 {
				path = args[0]
			}
			return e.open(cmd.Context(), path, trace)
		},
	}
	cmd.Flags().StringVar(&trace, "trace", "", "append what the window shows to this file, one JSON line a state (for bug reports and tests)")
	return cmd
}

func (e *env) renderCommand() *cobra.Command {
	var size string
	var dark bool
	cmd := &cobra.Command{
		Use:   "render PROJECT DIR [--size WxH] [--dark]",
		Short: "Draw every screen of a project as PNG, without a display",
		Args:  cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if e.window == nil {
				return errNoWindow
			}
			var width, height int
			if n, err := fmt.Sscanf(size, "%dx%d", &width, &height); err != nil || n != 2 || width < 400 || height < 300 || width > 8000 || height > 8000 {
				return usage("--size %q: write WIDTHxHEIGHT in pixels, from 400x300 to 8000x8000, as in 1440x900", size)
			}
			if err := e.knows(cmd.Context(), args[0]); err != nil {
				return err
			}
			files, err := e.window.Render(cmd.Context(), args[0], args[1], e.as, width, height, dark)
			if err != nil {
				return err
			}
			return e.print(map[string][]string{"files": files}, func(w io.Writer) {
				for _, f := range files {
					_, _ = fmt.Fprintln(w, f)
				}
			})
		},
	}
	cmd.Flags().StringVar(&size, "size", "1440x900", "size of the window, in pixels")
	cmd.Flags().BoolVar(&dark, "dark", false, "in dark colours")
	return cmd
}
