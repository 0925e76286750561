// Package cli is Concord without its window: every command of the contract,
// for people at a terminal and for scripts. It knows no Fyne; what needs a
// window is handed to it.
package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"concord/assets"
	"concord/coding"
)

// Exit codes of Run.
const (
	Done       = 0
	Failed     = 1
	WrongUsage = 2
	PartlyDone = 3
)

// Streams are where a command reads and writes. What a command gives goes to
// Out, progress and messages to Err.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Window is what needs a display or draws one. A build without it passes nil.
type Window interface {
	// Open shows the window on a project ("" for the start) until it is closed,
	// for the coder named (who worked last where as is empty).
	Open(ctx context.Context, project, as, trace string) error
	// Render draws every screen of a project, as the coder named sees it, into
	// dir and returns the files.
	Render(ctx context.Context, project, dir, as string, width, height int, dark bool) ([]string, error)
}

// Run carries out one command and returns its exit code.
func Run(ctx context.Context, args []string, s Streams, w Window) int {
	e := &env{Streams: s, window: w}
	root := e.root()
	root.SetArgs(args)
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return Done
	case errors.As(err, &usage) || strings.HasPrefix(err.Error(), "unknown command"):
		_, _ = fmt.Fprintf(s.Err, "concord: %s\nTry: concord %s--help\n", plain(err), called(root, args))
		return WrongUsage
	case errors.Is(err, errPartly):
		return PartlyDone
	}
	_, _ = fmt.Fprintf(s.Err, "concord: %s\n", plain(err))
	if hint := advice(err); hint != "" {
		_, _ = fmt.Fprintln(s.Err, hint)
	}
	return Failed
}

// env is what all commands share.
type env struct {
	Streams
	window Window
	json   bool
	quiet  bool
	as     string
}

func (e *env) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "concord",
		Short:         "Read what people wrote, code it together, and show how far you agree.",
		Version:       assets.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return e.open(cmd.Context(), "", "")
		},
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetFlagErrorFunc(flagError)
	flags := root.PersistentFlags()
	flags.BoolVar(&e.json, "json", false, "print one JSON document on standard output")
	flags.BoolVar(&e.quiet, "quiet", false, "print no progress and no messages")
	flags.StringVar(&e.as, "as", "", "the coder or supervisor who acts or looks (default: the project's first coder)")
	root.AddCommand(
		e.newCommand(), e.demoCommand(), e.openCommand(), e.renderCommand(),
		e.importCommand(), e.itemsCommand(),
		e.sourcesCommand(), e.codesCommand(), e.codebookCommand(), e.codersCommand(), e.roundsCommand(),
		e.casesCommand(), e.attributesCommand(),
		e.codeCommand(), e.excerptsCommand(), e.memoCommand(), e.searchCommand(), e.searchesCommand(),
		e.themesCommand(), e.cooccurrenceCommand(),
		e.roundCommand(), e.doneCommand(),
		e.agreementCommand(), e.planCommand(), e.disagreementsCommand(), e.resolveCommand(),
		e.exportCommand(), e.logCommand(), e.undoCommand(), e.redoCommand(), e.checkCommand(),
	)
	for _, cmd := range root.Commands() {
		wrapArgs(cmd)
	}
	return root
}

// errPartly says that a command did part of its work and has listed what it left out.
var errPartly = errors.New("partly done")

// advice is what a person can do about an error.
func advice(err error) string {
	var earlier earlierFiles
	switch {
	case errors.As(err, &earlier) && errors.Is(err, context.Canceled):
		return "Nothing of this file came in."
	case errors.Is(err, context.Canceled):
		return "Nothing was changed."
	case errors.Is(err, coding.ErrNewer):
		return "Open it with the newer version of Concord."
	case errors.Is(err, coding.ErrDamaged):
		return "Look for a backup beside the file, and keep the damaged file until that one is found to be whole."
	case errors.Is(err, syscall.ENOSPC):
		return "Make room and try again; nothing was changed."
	case errors.Is(err, coding.ErrReadOnly):
		return "Copy the project to a folder that you may write to, or ask for the right to write there."
	case errors.Is(err, coding.ErrBusy):
		return "Try again when the other one has finished."
	}
	return ""
}

// print gives a command's outcome: as JSON where that is asked for, else in words.
func (e *env) print(outcome any, words func(w io.Writer)) error {
	if !e.json {
		out := bufio.NewWriter(e.Out)
		words(out)
		if err := out.Flush(); err != nil {
			return fmt.Errorf("print the outcome: %w", err)
		}
		return nil
	}
	enc := json.NewEncoder(e.Out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(outcome); err != nil {
		return fmt.Errorf("print the outcome: %w", err)
	}
	return nil
}

// printTable gives rows: as JSON where that is asked for, else a line each
// under a head.
func printTable[Row any](e *env, head []string, rows []Row, line func(Row) []string) error {
	return e.print(rows, func(w io.Writer) {
		lines := [][]string{head}
		for _, r := range rows {
			lines = append(lines, line(r))
		}
		table(w, lines...)
	})
}

// table prints lines of cells in columns.
func table(w io.Writer, rows ...[]string) {
	width := map[int]int{}
	for _, row := range rows {
		for i, cell := range row {
			width[i] = max(width[i], coding.Length(cell))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell)
			if i < len(row)-1 {
				line.WriteString(strings.Repeat(" ", width[i]-coding.Length(cell)+2))
			}
		}
		_, _ = fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
}
