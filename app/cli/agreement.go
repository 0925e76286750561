package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// agreementFlags are what a person asks of the numbers.
type agreementFlags struct {
	round     string
	coders    string
	unit      string
	codes     []string
	by        string
	measures  []string
	level     float64
	bootstrap int
	seed      uint64
	allLooked bool
}

func (e *env) agreementCommand() *cobra.Command {
	var f agreementFlags
	var plain plainFlags
	cmd := &cobra.Command{
		Use:   "agreement PROJECT [--round ROUND] [--coders A,B] [--code PATH]... [--by code|coder-pair]",
		Short: "Say how far coders agree, per code and overall; also over plain tables",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.check(); err != nil {
				return err
			}
			given := len(args)
			for _, table := range []string{plain.ratings, plain.segments} {
				if table != "" {
					given++
				}
			}
			switch {
			case given != 1:
				return usage("name one of: a project, --ratings FILE, --segments FILE")
			case len(args) == 0:
				return e.plainAgreement(cmd.Context(), f, plain)
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				answer, err := p.agreement(cmd.Context(), f)
				if err != nil {
					return err
				}
				return e.print(answer, func(w io.Writer) { printAnswer(w, answer) })
			})
		},
	}
	plain.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.round, "round", "", "the round; without it the only one, or the one closed last, or codings outside rounds")
	flags.StringVar(&f.coders, "coders", "", "the coders compared, with commas between the names")
	flags.StringVar(&f.unit, "unit", "comment", "what is counted: comment")
	flags.StringArrayVar(&f.codes, "code", nil, "a code or theme (may be given several times); without it every code")
	flags.StringVar(&f.by, "by", "code", "divide by code or coder-pair")
	flags.StringSliceVar(&f.measures, "measure", nil, "coefficients by name, or all")
	flags.Float64Var(&f.level, "level", 0.95, "confidence of the intervals")
	flags.IntVar(&f.bootstrap, "bootstrap", 0, "make intervals by this many bootstrap replicates in place of a formula")
	flags.Uint64Var(&f.seed, "seed", 0, "what the bootstrap begins with, so that it can be repeated")
	flags.BoolVar(&f.allLooked, "all-looked", false, "outside rounds, count every source as looked at by every coder")
	return cmd
}

func (f agreementFlags) check() error {
	switch {
	case f.unit != "comment":
		return usage("--unit %q: this version counts comments", f.unit)
	case f.by != string(compare.ByCode) && f.by != string(compare.ByCoders):
		return usage("--by %q: this version divides by code or by coder-pair", f.by)
	case f.level <= 0 || f.level >= 1:
		return usage("--level %v: it lies between 0 and 1, as in 0.95", f.level)
	case f.bootstrap < 0 || f.bootstrap == 1:
		return usage("--bootstrap %d: two replicates are the least, 2000 are usual", f.bootstrap)
	}
	for _, m := range f.measures {
		if m != "all" && !agreement.Measure(m).Known() && !slices.Contains(agreement.ContinuumMeasures(), agreement.Measure(m)) {
			return usage("--measure %q: there are all, %s", m, measureNames(agreement.Measures()))
		}
	}
	return nil
}

func measureNames(measures []agreement.Measure) string {
	names := make([]string, len(measures))
	for i, m := range measures {
		names[i] = string(m)
	}
	return strings.Join(names, ", ")
}

func (f agreementFlags) request(codes []coding.CodeID) compare.Request {
	q := compare.Request{Codes: codes, Confidence: agreement.Confidence{Level: f.level, Seed: f.seed}}
	if f.bootstrap > 0 {
		q.Confidence.Method, q.Confidence.Replicates = agreement.Bootstrap, f.bootstrap
	}
	for _, m := range f.measures {
		if m == "all" {
			q.Measures = agreement.Measures()
			break
		}
		q.Measures = append(q.Measures, agreement.Measure(m))
	}
	return q
}

func (p *project) agreement(ctx context.Context, f agreementFlags) (compare.Answer, error) {
	question := compare.Question{Round: f.round, AllLooked: f.allLooked}
	if f.coders != "" {
		for name := range strings.SplitSeq(f.coders, ",") {
			question.Coders = append(question.Coders, strings.TrimSpace(name))
		}
	}
	material, err := compare.Load(ctx, p, question)
	if err != nil {
		return compare.Answer{}, err
	}
	codes, err := p.findCodes(ctx, f.codes)
	if err != nil {
		return compare.Answer{}, err
	}
	if f.by == string(compare.ByCoders) {
		return material.AgreementByPairs(ctx, f.request(codes))
	}
	return material.Agreement(ctx, f.request(codes))
}

func printAnswer(w io.Writer, a compare.Answer) {
	where := "codings outside rounds"
	switch {
	case a.Unit != "comment":
		where = "the table"
	case a.Round != nil:
		where = *a.Round
	}
	_, _ = fmt.Fprintf(w, "%s in %s: N %d, counting each %s, %d of them looked at by two or more.\n\n",
		strings.Join(a.Coders, ", "), where, a.Units, a.Unit, a.Pairable)
	lines := [][]string{{"", "MEASURE", "VALUE", "INTERVAL", "N"}}
	for _, r := range a.Results {
		interval := r.Reason
		if low, known := r.Low.Float64(); known {
			high, _ := r.High.Float64()
			interval = fmt.Sprintf("%.3f to %.3f", low, high)
		}
		value := "undefined"
		if v, known := r.Value.Float64(); known {
			value = fmt.Sprintf("%.3f", v)
		}
		lines = append(lines, []string{strings.TrimPrefix(strings.TrimPrefix(r.Scope, "code:"), "pair:"), r.Measure.Title(), value, interval, fmt.Sprint(r.N)})
	}
	table(w, lines...)
}
