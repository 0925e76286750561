package cli

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"concord/assets"
	"concord/coding"
	"concord/coding/compare"
	"concord/coding/report"
)

// selection is which excerpts a person asks for.
type selection struct {
	codes     []string
	coders    []string
	round     string
	consensus bool
	where     []string
}

func (s *selection) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&s.codes, "code", nil, "a code or theme, with what lies under it (may be given several times)")
	flags.StringArrayVar(&s.coders, "coder", nil, "whose excerpts (may be given several times)")
	flags.StringVar(&s.round, "round", "", "the round")
	flags.BoolVar(&s.consensus, "consensus", false, "what stands when disagreements are resolved, in place of what coders did")
	flags.StringArrayVar(&s.where, "where", nil, "a rule as in session=3 or posting_weeks>=6 (all that are given must hold); what isn't known meets none but session=")
}

// resolve turns names into what the report asks for.
func (s *selection) resolve(ctx context.Context, p *project) (report.Selection, error) {
	out := report.Selection{Program: assets.Program}
	var err error
	if out.Where, err = parseRules(s.where); err != nil {
		return out, err
	}
	if out.Codes, err = p.findCodes(ctx, s.codes); err != nil {
		return out, err
	}
	if out.Coders, err = p.findCoders(s.coders); err != nil {
		return out, err
	}
	if s.round != "" {
		r, err := p.findRound(ctx, s.round)
		if err != nil {
			return out, err
		}
		out.Rounds = []coding.RoundID{r.ID}
	}
	if s.consensus && len(s.coders) > 0 {
		return out, usage("--consensus and --coder: the consensus is nobody's in particular; leave one of them out")
	}
	if s.consensus {
		out.Marks, err = p.consensus(ctx, s.round)
		out.Rounds, out.Coders = nil, nil
	}
	return out, err
}

// consensus is what stands in a round, as codings of nobody in particular.
func (p *project) consensus(ctx context.Context, round string) ([]coding.Coding, error) {
	material, err := compare.Load(ctx, p, compare.Question{Round: round})
	if err != nil {
		return nil, err
	}
	decisions, err := p.Decisions(ctx, material.Round.ID)
	if err != nil {
		return nil, err
	}
	return material.ConsensusCodings(decisions), nil
}

// reading makes of cmd a command that reads what the flags select of a project.
func (s *selection) reading(e *env, cmd *cobra.Command, read func(context.Context, *project, report.Selection) error) *cobra.Command {
	cmd.Use += " [--code PATH]... [--coder NAME]... [--round ROUND] [--consensus] [--where RULE]..."
	cmd.Args = cobra.ExactArgs(1)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		return e.with(ctx, args[0], func(p *project) error {
			chosen, err := s.resolve(ctx, p)
			if err != nil {
				return err
			}
			return read(ctx, p, chosen)
		})
	}
	s.flags(cmd)
	return cmd
}

func (e *env) excerptsCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "excerpts PROJECT", Short: "Retrieve what was coded"}
	return new(selection).reading(e, cmd, func(ctx context.Context, p *project, chosen report.Selection) error {
		found, err := report.ReadExcerpts(ctx, p, time.Now(), chosen)
		if err != nil {
			return err
		}
		return e.print(found.Rows, func(w io.Writer) {
			for _, x := range found.Rows {
				_, _ = fmt.Fprintf(w, "%s %d–%d  %s  (%s)\n    %s\n", x.Source, x.Start, x.End, x.Code, x.Coder, x.Text)
			}
		})
	})
}
