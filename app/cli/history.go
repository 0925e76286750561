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
	"concord/coding/report"
)

type eventRow struct {
	Seq    coding.Seq    `json:"seq"`
	At     time.Time     `json:"at"`
	By     string        `json:"by"`
	Step   coding.StepID `json:"step"`
	Label  string        `json:"label"`
	Undoes coding.Seq    `json:"undoes,omitempty"`
	// Again says that what it undoes was itself an undoing.
	Again    bool          `json:"again,omitempty"`
	Kind     coding.Kind   `json:"kind"`
	Sentence string        `json:"sentence"`
	Change   coding.Change `json:"change"`
}

// logFlags say which part of the log is wanted.
type logFlags struct {
	after              int64
	by, words, excerpt string
	codings            []string
	format             string
}

func (e *env) logCommand() *cobra.Command {
	var f logFlags
	cmd := &cobra.Command{
		Use:   "log PROJECT [--after SEQ] [--by CODER] [--words TEXT] [--coding ID]... [--excerpt SOURCE:START-END]",
		Short: "Tell what was done, step by step; also to one coding or excerpt alone",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.format != "" && f.format != "csv" {
				return usage("--format %q: there is csv; JSON comes with --json", f.format)
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				rows, err := f.rows(cmd.Context(), p)
				if err != nil {
					return err
				}
				if f.format == "csv" && !e.json {
					return p.writeSteps(cmd.Context(), e.Out, rows)
				}
				return e.print(rows, func(w io.Writer) { printLog(w, rows) })
			})
		},
	}
	flags := cmd.Flags()
	flags.Int64Var(&f.after, "after", 0, "only what came after this event")
	flags.StringVar(&f.words, "words", "", "only steps of whose name these words are part")
	flags.StringVar(&f.by, "by", "", "only what this person did")
	flags.StringArrayVar(&f.codings, "coding", nil, "only what was done to this coding, by the id that excerpts --json tells, removed ones too (may be given several times)")
	flags.StringVar(&f.format, "format", "", "print the steps as csv, a line each with what was undone, the newest first, in place of words")
	flags.StringVar(&f.excerpt, "excerpt", "", "only what was done to the codings that are on just these words, as in R-017:12-48")
	return cmd
}

// rows are the events that the flags ask for.
func (f logFlags) rows(ctx context.Context, p *project) ([]eventRow, error) {
	names, err := p.names(ctx)
	if err != nil {
		return nil, err
	}
	var of coding.CoderID
	if f.by != "" {
		c, err := coding.FindCoder(p.coders, f.by)
		if err != nil {
			return nil, err
		}
		of = c.ID
	}
	wanted, err := f.wanted(ctx, p)
	if err != nil {
		return nil, err
	}
	touched := false
	rows, err := p.eventsAfter(ctx, coding.Seq(f.after), names, func(event coding.Event) bool {
		names.Learn(event.Change)
		here := wanted == nil || coding.Touches(event.Change, wanted)
		touched = touched || here
		return here && (of == "" || event.By == of)
	})
	if err == nil && wanted != nil && !touched && f.after == 0 {
		err = fmt.Errorf("%w: the log knows no coding %s; concord excerpts PROJECT --json tells ids", coding.ErrNotFound, strings.Join(f.codings, ", "))
	}
	return slices.DeleteFunc(rows, func(r eventRow) bool { return !r.speaksOf(f.words) }), err
}

// wanted are the codings whose history is asked for; nil where it is that of all.
func (f logFlags) wanted(ctx context.Context, p *project) (map[coding.CodingID]bool, error) {
	if f.codings == nil && f.excerpt == "" {
		return nil, nil
	}
	wanted := map[coding.CodingID]bool{}
	for _, id := range f.codings {
		wanted[coding.CodingID(id)] = true
	}
	if f.excerpt == "" {
		return wanted, nil
	}
	excerpt, err := p.excerpt(ctx, "--excerpt ", f.excerpt)
	if err != nil {
		return nil, err
	}
	found := false
	for c, err := range p.Codings(ctx, coding.CodingFilter{Sources: []coding.SourceID{excerpt.Source}}) {
		if err != nil {
			return nil, err
		}
		if c.Span == excerpt.Span {
			found, wanted[c.ID] = true, true
		}
	}
	if !found {
		return nil, fmt.Errorf("%w: nothing is coded on just %s; the history of what was removed: --coding ID", coding.ErrNotFound, f.excerpt)
	}
	return wanted, nil
}

// writeSteps writes the steps of events as CSV, the newest first.
func (p *project) writeSteps(ctx context.Context, w io.Writer, rows []eventRow) error {
	wanted := map[coding.StepID]bool{}
	for _, r := range rows {
		wanted[r.Step] = true
	}
	steps, err := p.Entries(ctx, coding.EntryFilter{})
	if err != nil {
		return err
	}
	steps = slices.DeleteFunc(steps, func(e coding.Entry) bool { return !wanted[e.Step] })
	return report.WriteHistory(w, steps, p.coderName, func(label string) string { return label })
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
	var turns coding.Turns
	for event, err := range p.Events(ctx, after) {
		if err != nil {
			return nil, err
		}
		again := event.Undoes != 0 && !turns.Back(event)
		if wanted(event) {
			row := p.eventRow(event, names)
			row.Again = again
			rows = append(rows, row)
		}
	}
	return rows, nil
}

func (p *project) eventRow(event coding.Event, names coding.Names) eventRow {
	return eventRow{
		Seq: event.Seq, At: event.At, By: p.coderName(event.By), Step: event.Step, Label: event.Label, Undoes: event.Undoes,
		Kind: event.Change.Kind(), Sentence: coding.Sentence(event.Change, names), Change: event.Change,
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
			switch {
			case r.Again:
				label = "again: " + label
			case r.Undoes > 0:
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
