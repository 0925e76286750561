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
	Kind     compare.Kind          `json:"kind"`
	Codings  []codingRow           `json:"codings"`
	Decision *decisionRow          `json:"decision"`
}

type codingRow struct {
	Coder  string `json:"coder"`
	Code   string `json:"code"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Unsure bool   `json:"unsure,omitempty"`
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

func (e *env) disagreementsCommand() *cobra.Command {
	var round, kind string
	var codes []string
	var open bool
	cmd := &cobra.Command{
		Use:   "disagreements PROJECT [--round ROUND] [--open] [--kind KIND] [--code PATH]...",
		Short: "List the places where coders differ",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if kind != "" && !slices.Contains(compare.Kinds(), compare.Kind(kind)) {
				return usage("--kind %q: there are omission, boundary, code, both", kind)
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				about, err := p.findCodes(cmd.Context(), codes)
				if err != nil {
					return err
				}
				material, queue, err := p.queue(cmd.Context(), round)
				if err != nil {
					return err
				}
				names, err := namesOf(cmd.Context(), p)
				if err != nil {
					return err
				}
				for _, id := range about {
					about = append(about, material.Book.Under(id)...)
				}
				rows := []disagreementRow{}
				for _, d := range queue {
					if open && d.Decision != nil || kind != "" && d.Kind != compare.Kind(kind) ||
						about != nil && !slices.ContainsFunc(about, d.Involves) {
						continue
					}
					rows = append(rows, p.disagreementRow(material.Book, names, d))
				}
				return e.print(rows, func(w io.Writer) { printQueue(w, rows) })
			})
		},
	}
	cmd.Flags().StringVar(&round, "round", "", "the round; without it the only one, or the one closed last")
	cmd.Flags().StringVar(&kind, "kind", "", "only those of a kind: omission, boundary, code, both")
	cmd.Flags().StringArrayVar(&codes, "code", nil, "only those in which this code takes part, or one under it (may be given several times)")
	cmd.Flags().BoolVar(&open, "open", false, "only those that nobody has decided")
	return cmd
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
			row.Codings = append(row.Codings, codingRow{v.Coder.Name, book.Path(c.Code), c.Start, c.End, c.Unsure})
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
	lines := [][]string{{"ID", "SOURCE", "KIND", "CODERS", "DECIDED"}}
	for _, r := range rows {
		var views []string
		for _, c := range r.Codings {
			views = append(views, fmt.Sprintf("%s: %s %d–%d", c.Coder, c.Code, c.Start, c.End))
		}
		decided := ""
		if r.Decision != nil {
			decided = fmt.Sprintf("%s (%s)", r.Decision.Verdict, r.Decision.By)
		}
		lines = append(lines, []string{string(r.ID), r.Source, string(r.Kind), strings.Join(views, "; "), decided})
	}
	table(w, lines...)
}
