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

// verdict is what a person says of a disagreement.
type verdict struct {
	round      string
	keep       string
	none       bool
	start, end int
	code       string
	kind       string
	reason     string
}

func (e *env) resolveCommand() *cobra.Command {
	var v verdict
	cmd := &cobra.Command{
		Use:   "resolve PROJECT ID --keep A,B | --none | --start N --end N --code PATH --reason TEXT",
		Short: "Settle a disagreement, with a reason",
		Args:  cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			spanned := cmd.Flags().Changed("start") || cmd.Flags().Changed("end") || v.code != ""
			given := 0
			for _, said := range []bool{v.keep != "", v.none, spanned} {
				if said {
					given++
				}
			}
			switch {
			case given != 1:
				return usage("say one of: --keep CODER,…, --none, or --start N --end N --code PATH")
			case spanned && (v.code == "" || !cmd.Flags().Changed("start") || !cmd.Flags().Changed("end")):
				return usage("another excerpt needs all of --start, --end and --code")
			case strings.TrimSpace(v.reason) == "":
				return usage("--reason is missing: a decision needs a reason")
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				decision, material, err := p.resolve(cmd.Context(), coding.DisagreementID(args[1]), v)
				if err != nil {
					return err
				}
				row := p.decisionRow(material.Book, decision)
				return e.print(row, func(w io.Writer) { _, _ = fmt.Fprintf(w, "Decided: %s.\n", row.Verdict) })
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&v.round, "round", "", "the round that the disagreement is of, where it can't be told from its id")
	flags.StringVar(&v.keep, "keep", "", "the coder whose coding stands, or several with commas between the names")
	flags.BoolVar(&v.none, "none", false, "nothing stands")
	flags.IntVar(&v.start, "start", 0, "first character of the excerpt that stands")
	flags.IntVar(&v.end, "end", 0, "the character behind its last")
	flags.StringVar(&v.code, "code", "", "its code")
	flags.StringVar(&v.kind, "kind", "", "kind of reason: definition, missed, scope, ambiguous, slip")
	flags.StringVar(&v.reason, "reason", "", "why")
	return cmd
}

func (p *project) resolve(ctx context.Context, id coding.DisagreementID, v verdict) (coding.Decision, *compare.Material, error) {
	material, d, err := p.findDisagreement(ctx, id, v.round)
	if err != nil {
		return coding.Decision{}, nil, err
	}
	decision := d.KeepNone()
	switch {
	case v.keep != "":
		coders, err := p.findCoders(strings.Split(v.keep, ","))
		if err != nil {
			return coding.Decision{}, nil, err
		}
		if decision, err = d.Keep(coders...); err != nil {
			return coding.Decision{}, nil, err
		}
	case v.code != "":
		code, err := material.Book.Find(v.code)
		if err != nil {
			return coding.Decision{}, nil, err
		}
		decision = d.Replace(coding.Mark{Span: coding.Span{Start: v.start, End: v.end}, Code: code.ID})
	}
	decision.Reason, decision.ReasonKind = strings.TrimSpace(v.reason), coding.ReasonKind(v.kind)
	decision, err = p.Decide(ctx, decision)
	return decision, material, err
}

// findDisagreement looks through the named round, or through all that the
// person may compare, the last one first.
func (p *project) findDisagreement(ctx context.Context, id coding.DisagreementID, round string) (*compare.Material, compare.Disagreement, error) {
	names := []string{round}
	if round == "" {
		rounds, err := p.Rounds(ctx)
		if err != nil {
			return nil, compare.Disagreement{}, err
		}
		for _, round := range slices.Backward(rounds) {
			if !round.HiddenFrom(p.me) {
				names = append(names, string(round.ID))
			}
		}
	}
	var refused error
	for _, name := range names {
		material, queue, err := p.queue(ctx, name)
		if err != nil {
			refused = err
			continue
		}
		for _, d := range queue {
			if d.ID == id {
				return material, d, nil
			}
		}
	}
	if refused != nil {
		return nil, compare.Disagreement{}, refused
	}
	return nil, compare.Disagreement{}, fmt.Errorf("%w: no disagreement %s; the queue is listed by: concord disagreements PROJECT", coding.ErrNotFound, id)
}
