package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"concord/coding"
	"concord/coding/compare"
)

type disagreementRow struct {
	ID       coding.DisagreementID `json:"id"`
	Source   string                `json:"source"`
	Start    int                   `json:"start"`
	End      int                   `json:"end"`
	Text     string                `json:"text"`
	Kind     compare.Kind          `json:"kind"`
	Codings  []codingRow           `json:"codings"`
	Decision *decisionRow          `json:"decision"`
}

type codingRow struct {
	ID     coding.CodingID `json:"coding"`
	Coder  string          `json:"coder"`
	Code   string          `json:"code"`
	Start  int             `json:"start"`
	End    int             `json:"end"`
	Unsure bool            `json:"unsure,omitempty"`
}

type decisionRow struct {
	ID         coding.DecisionID `json:"id"`
	Verdict    coding.Verdict    `json:"verdict"`
	Kept       []string          `json:"kept,omitempty"`
	Marks      []markRow         `json:"marks"`
	ReasonKind coding.ReasonKind `json:"reason_kind,omitempty"`
	Reason     string            `json:"reason"`
	By         string            `json:"by"`
}

type markRow struct {
	Code  string `json:"code"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// queueFlags say which disagreements are wanted.
type queueFlags struct {
	round, kind  string
	codes        []string
	open, unsure bool
}

func (e *env) disagreementsCommand() *cobra.Command {
	var f queueFlags
	cmd := &cobra.Command{
		Use:   "disagreements PROJECT [--round ROUND] [--open] [--unsure] [--kind KIND] [--code PATH]...",
		Short: "List the places where coders differ",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.kind != "" && !slices.Contains(compare.Kinds(), compare.Kind(f.kind)) {
				return usage("--kind %q: there are omission, boundary, code, both", f.kind)
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				rows, err := f.rows(cmd.Context(), p)
				if err != nil {
					return err
				}
				return e.print(rows, func(w io.Writer) { printQueue(w, rows) })
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.round, "round", "", "the round; without it the only one, or the one closed last")
	flags.StringVar(&f.kind, "kind", "", "only those of a kind: omission, boundary, code, both")
	flags.StringArrayVar(&f.codes, "code", nil, "only those in which this code takes part, or one under it (may be given several times)")
	flags.BoolVar(&f.unsure, "unsure", false, "only those in which a coder marked a coding as unsure")
	flags.BoolVar(&f.open, "open", false, "only those that nobody has decided")
	return cmd
}

// rows are the disagreements that the flags ask for.
func (f queueFlags) rows(ctx context.Context, p *project) ([]disagreementRow, error) {
	about, err := p.findCodes(ctx, f.codes)
	if err != nil {
		return nil, err
	}
	material, queue, err := p.queue(ctx, f.round)
	if err != nil {
		return nil, err
	}
	names, err := namesOf(ctx, p)
	if err != nil {
		return nil, err
	}
	for _, id := range about {
		about = append(about, material.Book.Under(id)...)
	}
	queue = slices.DeleteFunc(queue, func(d compare.Disagreement) bool {
		return !f.take(d) || about != nil && !slices.ContainsFunc(about, d.Involves)
	})
	ids := make([]coding.SourceID, len(queue))
	for i, d := range queue {
		ids[i] = d.Source
	}
	texts, err := textsOf(ctx, p, ids)
	rows := make([]disagreementRow, len(queue))
	for i, d := range queue {
		rows[i] = p.disagreementRow(material.Book, names, d)
		rows[i].Text = coding.Slice(texts[d.Source], d.Span)
	}
	return rows, err
}

// take reports whether a disagreement is wanted, whatever it is about.
func (f queueFlags) take(d compare.Disagreement) bool {
	switch {
	case f.open && d.Decision != nil, f.unsure && !d.Unsure():
		return false
	}
	return f.kind == "" || d.Kind == compare.Kind(f.kind)
}

// queue is the round's material and its disagreements with their decisions.
func (p *project) queue(ctx context.Context, round string) (*compare.Material, []compare.Disagreement, error) {
	material, err := compare.Load(ctx, p, compare.Question{Round: round})
	if err != nil {
		return nil, nil, err
	}
	decisions, err := p.Decisions(ctx, material.Round.ID)
	if err != nil {
		return nil, nil, err
	}
	queue := material.Disagreements(decisions)
	return material, queue, nil
}

func (p *project) disagreementRow(book *coding.Codebook, names map[coding.SourceID]string, d compare.Disagreement) disagreementRow {
	row := disagreementRow{ID: d.ID, Source: names[d.Source], Start: d.Start, End: d.End, Kind: d.Kind, Codings: []codingRow{}}
	for _, v := range d.Views {
		for _, c := range v.Codings {
			row.Codings = append(row.Codings, codingRow{c.ID, v.Coder.Name, book.Path(c.Code), c.Start, c.End, c.Unsure})
		}
	}
	if d.Decision != nil {
		decided := p.decisionRow(book, *d.Decision)
		row.Decision = &decided
	}
	return row
}

func (p *project) decisionRow(book *coding.Codebook, d coding.Decision) decisionRow {
	row := decisionRow{ID: d.ID, Verdict: d.Verdict, ReasonKind: d.ReasonKind, Reason: d.Reason, By: p.coderName(d.By), Marks: []markRow{}}
	for _, c := range d.Kept {
		row.Kept = append(row.Kept, p.coderName(c))
	}
	for _, m := range d.Marks {
		row.Marks = append(row.Marks, markRow{book.Path(m.Code), m.Start, m.End})
	}
	return row
}

func printQueue(w io.Writer, rows []disagreementRow) {
	const enough = 60 // characters of the text
	lines := [][]string{{"ID", "SOURCE", "KIND", "TEXT", "CODERS", "DECIDED"}}
	for _, r := range rows {
		var views []string
		for _, c := range r.Codings {
			view := fmt.Sprintf("%s: %s %d–%d", c.Coder, c.Code, c.Start, c.End)
			if c.Unsure {
				view += " (unsure)"
			}
			views = append(views, view)
		}
		decided := ""
		if r.Decision != nil {
			decided = fmt.Sprintf("%s (%s): %s", r.Decision.Verdict, r.Decision.By, oneLine(r.Decision.Reason))
		}
		lines = append(lines, []string{string(r.ID), r.Source, string(r.Kind), oneLine(coding.Slice(r.Text, coding.Span{End: min(enough, coding.Length(r.Text))})), strings.Join(views, "; "), decided})
	}
	table(w, lines...)
}
