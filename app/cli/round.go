package cli

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"concord/coding"
)

func (e *env) roundCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "round PROJECT open|close NAME",
		Short: "Open a round of coding, or close it",
		Args:  cobra.ExactArgs(3),
	}
	var coders, sample, stratify string
	var seed uint64
	var blind bool
	var threshold float64
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		path, verb, name := args[0], args[1], args[2]
		plan := coding.RoundPlan{Name: name, Blind: blind, Seed: seed, Threshold: threshold}
		if verb != "open" && verb != "close" {
			return usage("a round is opened or closed, not %q", verb)
		}
		if !(threshold >= 0 && threshold <= 1) {
			return usage("--threshold %v: it lies between 0 and 1, as in 0.8", threshold)
		}
		if err := parseSample(sample, &plan); err != nil {
			return err
		}
		if !cmd.Flags().Changed("seed") && sample != "" {
			plan.Seed = uint64(rand.Uint32())
		}
		return e.with(cmd.Context(), path, func(p *project) error {
			var round coding.Round
			var err error
			if verb == "open" {
				round, err = p.openRound(cmd.Context(), plan, coders, stratify)
			} else if round, err = p.findRound(cmd.Context(), name); err == nil {
				round, err = p.CloseRound(cmd.Context(), round)
			}
			if err != nil {
				return err
			}
			return e.printRound(cmd.Context(), p, round)
		})
	}
	flags := cmd.Flags()
	flags.StringVar(&coders, "coders", "", "who codes in it, with commas between the names")
	flags.StringVar(&sample, "sample", "", "a number of sources, or a share as in 20%; without it all sources")
	flags.Uint64Var(&seed, "seed", 0, "what the draw of the sample begins with, so that it can be repeated")
	flags.StringVar(&stratify, "stratify", "", "the attribute whose values keep their shares in the sample")
	flags.BoolVar(&blind, "blind", false, "coders don't see each other's work until the round is closed")
	flags.Float64Var(&threshold, "threshold", 0, "the agreement wanted, set before the round")
	return cmd
}

func parseSample(sample string, plan *coding.RoundPlan) error {
	if sample == "" {
		return nil
	}
	var err error
	if share, isShare := strings.CutSuffix(sample, "%"); isShare {
		plan.Percent, err = strconv.ParseFloat(strings.TrimSpace(share), 64)
		if err == nil && plan.Percent > 0 && plan.Percent <= 100 {
			return nil
		}
	} else {
		plan.Size, err = strconv.Atoi(sample)
		if err == nil && plan.Size > 0 {
			return nil
		}
	}
	return usage("--sample %q: write a number of sources as in 40, or a share as in 20%%", sample)
}

func (p *project) openRound(ctx context.Context, plan coding.RoundPlan, coders, stratify string) (coding.Round, error) {
	if coders == "" {
		return coding.Round{}, usage("--coders is missing: who codes in the round?")
	}
	var err error
	if plan.Coders, err = p.findCoders(strings.Split(coders, ",")); err != nil {
		return coding.Round{}, err
	}
	if stratify != "" {
		attributes, err := p.Attributes(ctx)
		if err != nil {
			return coding.Round{}, err
		}
		attribute, err := coding.FindAttribute(attributes, stratify)
		if err != nil {
			return coding.Round{}, err
		}
		plan.Stratify = attribute.ID
	}
	return p.OpenRound(ctx, plan)
}

func (p *project) roundRow(ctx context.Context, r coding.Round) (roundRow, error) {
	sources, err := p.RoundSources(ctx, r.ID)
	if err != nil {
		return roundRow{}, err
	}
	row := roundRow{ID: r.ID, Name: r.Name, Blind: r.Blind, Closed: r.Closed, Sources: len(sources), Seed: r.Sample.Seed, Done: map[string]int{}}
	for _, c := range r.Coders {
		row.Coders = append(row.Coders, p.coderName(c))
		if !r.HiddenFrom(p.me) || c == p.me.ID {
			row.Done[p.coderName(c)] = 0
		}
	}
	for d, err := range p.Done(ctx, coding.DoneFilter{Round: r.ID}) {
		if err != nil {
			return roundRow{}, err
		}
		row.Done[p.coderName(d.Coder)]++
	}
	return row, nil
}

func (e *env) printRound(ctx context.Context, p *project, r coding.Round) error {
	row, err := p.roundRow(ctx, r)
	if err != nil {
		return err
	}
	return e.print(row, func(w io.Writer) {
		_, _ = fmt.Fprintf(w, "%s: %s, %d sources, %s", row.Name, row.state(), row.Sources, strings.Join(row.progress(), ", "))
		if r.Sample.Of > 0 {
			_, _ = fmt.Fprintf(w, "; %d of %d sources drawn, seed %d", r.Sample.Size, r.Sample.Of, r.Sample.Seed)
		}
		_, _ = fmt.Fprintln(w)
	})
}

func (e *env) doneCommand() *cobra.Command {
	var round string
	var sources []string
	var not bool
	cmd := &cobra.Command{
		Use:   "done PROJECT --round ROUND [--source SOURCE]... [--not]",
		Short: "Say that you have finished sources in a round (all of yours, without --source)",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if round == "" {
				return usage("--round is missing: in which round are they finished?")
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				r, err := p.findRound(cmd.Context(), round)
				if err != nil {
					return err
				}
				var ids []coding.SourceID
				for _, name := range sources {
					s, err := coding.FindSource(cmd.Context(), p, name)
					if err != nil {
						return err
					}
					ids = append(ids, s.ID)
				}
				if len(sources) == 0 {
					if ids, err = p.RoundSources(cmd.Context(), r.ID); err != nil {
						return err
					}
				}
				if not {
					err = p.MarkNotDone(cmd.Context(), r, ids...)
				} else {
					_, err = p.MarkDone(cmd.Context(), r, ids...)
				}
				if err != nil {
					return err
				}
				return e.printRound(cmd.Context(), p, r)
			})
		},
	}
	cmd.Flags().StringVar(&round, "round", "", "the round")
	cmd.Flags().BoolVar(&not, "not", false, "take the mark back: they are not finished")
	cmd.Flags().StringArrayVar(&sources, "source", nil, "name or id of a source (may be given several times)")
	return cmd
}
