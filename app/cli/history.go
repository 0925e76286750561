package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"concord/coding"
)

type eventRow struct {
	Seq      coding.Seq    `json:"seq"`
	At       time.Time     `json:"at"`
	By       string        `json:"by"`
	Step     coding.StepID `json:"step"`
	Label    string        `json:"label"`
	Undoes   coding.Seq    `json:"undoes,omitempty"`
	Kind     coding.Kind   `json:"kind"`
	Sentence string        `json:"sentence"`
	Change   coding.Change `json:"change"`
}

func (e *env) logCommand() *cobra.Command {
	var after int64
	var by, words string
	cmd := &cobra.Command{
		Use:   "log PROJECT [--after SEQ] [--by CODER] [--words TEXT]",
		Short: "Tell what was done, step by step",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return e.with(cmd.Context(), args[0], func(p *project) error {
				names, err := p.names(cmd.Context())
				if err != nil {
					return err
				}
				var of coding.CoderID
				if by != "" {
					c, err := coding.FindCoder(p.coders, by)
					if err != nil {
						return err
					}
					of = c.ID
				}
				rows, err := p.eventsAfter(cmd.Context(), coding.Seq(after), names, func(event coding.Event) bool {
					names.Learn(event.Change)
					return of == "" || event.By == of
				})
				if err != nil {
					return err
				}
				rows = slices.DeleteFunc(rows, func(r eventRow) bool { return !r.speaksOf(words) })
				return e.print(rows, func(w io.Writer) { printLog(w, rows) })
			})
		},
	}
	cmd.Flags().Int64Var(&after, "after", 0, "only what came after this event")
	cmd.Flags().StringVar(&words, "words", "", "only steps of whose name these words are part")
	cmd.Flags().StringVar(&by, "by", "", "only what this person did")
	return cmd
}

// names are what the project's codes and sources are called now.
func (p *project) names(ctx context.Context) (names coding.Names, err error) {
	codes, err := p.Codes(ctx)
	if err != nil {
		return names, err
	}
	names.LearnCodes(codes...)
	for s, err := range p.Sources(ctx, coding.SourceFilter{}) {
		if err != nil {
			return names, err
		}
		names.LearnSources(s)
	}
	return names, nil
}

// eventsAfter are the events behind one that are wanted, in words.
func (p *project) eventsAfter(ctx context.Context, after coding.Seq, names coding.Names, wanted func(coding.Event) bool) ([]eventRow, error) {
	rows := []eventRow{}
	for event, err := range p.Events(ctx, after) {
		if err != nil {
			return nil, err
		}
		if wanted(event) {
			rows = append(rows, p.eventRow(event, names))
		}
	}
	return rows, nil
}

func (p *project) eventRow(event coding.Event, names coding.Names) eventRow {
	return eventRow{
		event.Seq, event.At, p.coderName(event.By), event.Step, event.Label, event.Undoes,
		event.Change.Kind(), coding.Sentence(event.Change, names), event.Change,
	}
}

// speaksOf reports whether all of some words are part of the step's name.
func (r eventRow) speaksOf(words string) bool {
	label := strings.ToLower(r.Label)
	for word := range strings.FieldsSeq(strings.ToLower(words)) {
		if !strings.Contains(label, word) {
			return false
		}
	}
	return true
}

// minute is a moment to the minute, by the clock of the machine.
func minute(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }

func printLog(w io.Writer, rows []eventRow) {
	var step coding.StepID
	for _, r := range rows {
		if r.Step != step {
			step = r.Step
			label := cmp.Or(r.Label, "a step that is partly hidden until its round is closed")
			if r.Undoes > 0 {
				label = "undo: " + label
			}
			_, _ = fmt.Fprintf(w, "%d  %s  %s: %s\n", r.Seq, minute(r.At), r.By, label)
		}
		_, _ = fmt.Fprintf(w, "      %s\n", r.Sentence)
	}
}

// entry finds a step of the history by its identity or its first event.
func (p *project) entry(ctx context.Context, name string) (coding.Entry, error) {
	entries, err := p.Entries(ctx, coding.EntryFilter{})
	if err != nil {
		return coding.Entry{}, err
	}
	seq, _ := strconv.ParseInt(name, 10, 64)
	for _, entry := range entries {
		if string(entry.Step) == name || seq != 0 && entry.First == coding.Seq(seq) {
			return entry, nil
		}
	}
	return coding.Entry{}, fmt.Errorf("%w: no step %q; steps are listed by: concord log PROJECT", coding.ErrNotFound, name)
}
