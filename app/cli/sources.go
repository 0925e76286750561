package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"concord/coding"
)

type sourceRow struct {
	ID       coding.SourceID   `json:"id"`
	Name     string            `json:"name"`
	Kind     coding.SourceKind `json:"kind"`
	Case     string            `json:"case"`
	Question string            `json:"question,omitempty"`
	Length   int               `json:"length"`
	// Names are asked for with --named, Text with --text.
	Names []namedPlace `json:"names,omitempty"`
	Text  string       `json:"text,omitempty"`
}

// sourceFlags say which sources are wanted, and what of them.
type sourceFlags struct {
	round         string
	done, notDone bool
	named, text   bool
}

func (e *env) sourcesCommand() *cobra.Command {
	var f sourceFlags
	cmd := &cobra.Command{
		Use:   "sources PROJECT [SOURCE]... [--text] [--round ROUND [--done | --not-done]] [--named]",
		Short: "List the comments and documents, or read them",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case f.done && f.notDone:
				return usage("--done and --not-done: leave one of them out")
			case (f.done || f.notDone) && f.round == "":
				return usage("--round is missing: in which round are they finished, or not?")
			case f.named && f.text:
				return usage("--named and --text: leave one of them out")
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				rows, err := f.rows(cmd.Context(), p, args[1:])
				switch {
				case err != nil:
					return err
				case f.named:
					return p.printNamed(cmd.Context(), e, rows)
				case f.text:
					return e.print(rows, func(w io.Writer) { printTexts(w, rows) })
				}
				return printTable(e, []string{"NAME", "KIND", "CASE", "LENGTH", "QUESTION"}, rows, func(r sourceRow) []string {
					return []string{r.Name, string(r.Kind), r.Case, fmt.Sprint(r.Length), r.Question}
				})
			})
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.text, "text", false, "print the texts themselves")
	flags.StringVar(&f.round, "round", "", "only those that this round gives to its coders")
	flags.BoolVar(&f.done, "done", false, "of a round's, only those that you have finished")
	flags.BoolVar(&f.notDone, "not-done", false, "of a round's, only those that you haven't finished")
	flags.BoolVar(&f.named, "named", false, "only those that seem to tell who somebody is, and where")
	return cmd
}

// rows are the sources that the flags and names ask for; without names all.
func (f sourceFlags) rows(ctx context.Context, p *project, names []string) ([]sourceRow, error) {
	filter, err := f.filter(ctx, p, names)
	if err != nil {
		return nil, err
	}
	done, err := f.finished(ctx, p, filter.Round)
	if err != nil {
		return nil, err
	}
	cases := map[coding.CaseID]string{}
	for c, err := range p.Cases(ctx) {
		if err != nil {
			return nil, err
		}
		cases[c.ID] = c.Name
	}
	rows := []sourceRow{}
	at := map[coding.SourceID]int{}
	for s, err := range p.Sources(ctx, filter) {
		if err != nil {
			return nil, err
		}
		if f.done && !done[s.ID] || f.notDone && done[s.ID] {
			continue
		}
		row := sourceRow{ID: s.ID, Name: s.Name, Kind: s.Kind, Question: s.Question, Length: s.Length}
		if len(s.Cases) > 0 {
			row.Case = cases[s.Cases[0]]
		}
		at[s.ID] = len(rows)
		rows = append(rows, row)
	}
	if !f.text {
		return rows, nil
	}
	for text, err := range p.Texts(ctx, filter) {
		if err != nil {
			return nil, err
		}
		if i, wanted := at[text.Source]; wanted {
			rows[i].Text = text.Body
		}
	}
	return rows, nil
}

// filter looks up what is named.
func (f sourceFlags) filter(ctx context.Context, p *project, names []string) (filter coding.SourceFilter, err error) {
	if f.round != "" {
		round, err := p.findRound(ctx, f.round)
		if err != nil {
			return filter, err
		}
		filter.Round = round.ID
	}
	for _, name := range names {
		s, err := coding.FindSource(ctx, p, name)
		if err != nil {
			return filter, err
		}
		filter.IDs = append(filter.IDs, s.ID)
	}
	return filter, nil
}

// finished are the sources that the person has finished in a round.
func (f sourceFlags) finished(ctx context.Context, p *project, round coding.RoundID) (map[coding.SourceID]bool, error) {
	done := map[coding.SourceID]bool{}
	if !f.done && !f.notDone {
		return done, nil
	}
	for d, err := range p.Done(ctx, coding.DoneFilter{Round: round, Coder: p.me.ID}) {
		if err != nil {
			return nil, err
		}
		done[d.Source] = true
	}
	return done, nil
}

// printTexts prints each text under what it is called.
func printTexts(w io.Writer, rows []sourceRow) {
	for i, r := range rows {
		if i > 0 {
			_, _ = fmt.Fprintln(w)
		}
		_, _ = fmt.Fprintf(w, "== %s (%s)\n%s\n", r.Name, counted(r.Length, "character"), r.Text)
	}
}
