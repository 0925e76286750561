package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"concord/assets"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// agreementFlags are what a person asks of the numbers.
type agreementFlags struct {
	round     string
	against   string
	coders    string
	unit      string
	weighted  bool
	overlap   float64
	codes     []string
	themes    bool
	by        string
	measures  []string
	level     float64
	interval  string
	bootstrap int
	resample  string
	seed      uint64
	threshold float64
	allLooked bool
	format    string
	chart     string
	counts    bool
	explain   bool
}

func (e *env) agreementCommand() *cobra.Command {
	var f agreementFlags
	var plain plainFlags
	cmd := &cobra.Command{
		Use:   "agreement PROJECT [--round ROUND] [--coders A,B] [--unit UNIT] [--code PATH]... [--by WHAT] [--measure NAME]...",
		Short: "Say how far coders agree, per code and overall; also over plain tables",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := errors.Join(f.check(plain.measures(compare.Unit(f.unit))), plain.check()); err != nil {
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
				if err := refuse(cmd, "a plain table of this kind", plain.onlyOfProjects()); err != nil {
					return err
				}
				return e.plainAgreement(cmd.Context(), f, plain)
			}
			if err := refuse(cmd, "the unit "+f.unit, onlyOfOtherUnits(compare.Unit(f.unit))); err != nil {
				return err
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				answer, err := p.agreement(cmd.Context(), f, plain)
				if err != nil {
					return err
				}
				return e.printAgreement(answer, f)
			})
		},
	}
	plain.add(cmd)
	f.add(cmd)
	return cmd
}

func (f *agreementFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.round, "round", "", "the round; without it the only one, or the one closed last, or codings outside rounds")
	flags.StringVar(&f.against, "against", "", "a later round, to compare one coder (--coders) with himself in --round")
	flags.StringVar(&f.coders, "coders", "", "the coders compared, with commas between the names")
	flags.StringVar(&f.unit, "unit", "comment", "what is counted: "+unitNames())
	flags.BoolVar(&f.weighted, "weighted", false, "with characters: let each source count alike")
	flags.Float64Var(&f.overlap, "overlap", 50, "with excerpts: how many percent of two excerpts, taken together, both must have to match")
	flags.StringArrayVar(&f.codes, "code", nil, "a code or theme (may be given several times); without it every code")
	flags.BoolVar(&f.themes, "theme", false, "count themes in place of codes: a theme is present where any of its codes is")
	flags.StringVar(&f.by, "by", "code", "divide by code, theme, coder-pair, source, round, or an attribute of sources or cases")
	flags.StringSliceVar(&f.measures, "measure", nil, "coefficients by name, or all")
	flags.Float64Var(&f.level, "level", 0.95, "confidence of the intervals")
	flags.StringVar(&f.interval, "interval", "", "how intervals are made: analytic, bootstrap, jackknife (for small tables), none")
	flags.IntVar(&f.bootstrap, "bootstrap", 0, "make intervals by this many bootstrap replicates in place of a formula")
	flags.StringVar(&f.resample, "resample", "unit", "what the bootstrap draws: unit, source, respondent")
	flags.Uint64Var(&f.seed, "seed", 0, "what the bootstrap begins with, so that it can be repeated")
	flags.Float64Var(&f.threshold, "threshold", 0, "what the intervals' lower bounds are held against; without it what was set before the round")
	flags.BoolVar(&f.allLooked, "all-looked", false, "outside rounds, count every source as looked at by every coder")
	flags.BoolVar(&f.counts, "counts", false, "tell how often each two coders chose what, too, with the indices of prevalence and bias")
	flags.BoolVar(&f.explain, "explain", false, "tell how each number was made, too: what is counted, the formula with its numbers, the interval with draws and seed, and --counts")
	flags.StringVar(&f.chart, "chart", "", "draw a coefficient (the first one named) into this file, too: .svg or .png")
	flags.StringVar(&f.format, "format", "", "print the numbers as csv or md (Markdown) in place of words")
}

func unitNames() string {
	var names []string
	for _, u := range compare.Units() {
		names = append(names, string(u))
	}
	return strings.Join(names, ", ")
}

// onlyOfOtherUnits are the flags that say nothing where that unit is counted.
func onlyOfOtherUnits(unit compare.Unit) []string {
	var names []string
	if unit != compare.Character {
		names = append(names, "weighted")
	}
	if unit != compare.ExcerptMatch {
		names = append(names, "overlap")
	}
	if unit != compare.Continuum {
		names = append(names, gammaFlags()...)
	}
	return names
}

func (f agreementFlags) check(measures []agreement.Measure) error {
	switch {
	case !slices.Contains(compare.Units(), compare.Unit(f.unit)):
		return usage("--unit %q: there are %s", f.unit, unitNames())
	case f.by == "":
		return usage("--by: divide by code, theme, coder-pair, source, round or an attribute")
	case !(f.level > 0 && f.level < 1):
		return usage("--level %v: it lies between 0 and 1, as in 0.95", f.level)
	case f.bootstrap < 0 || f.bootstrap == 1 || f.bootstrap > 10_000_000:
		return usage("--bootstrap %d: it is from 2 to 10000000 replicates, 2000 are usual", f.bootstrap)
	case f.interval != "" && !slices.Contains(intervals(), agreement.Method(f.interval)):
		return usage("--interval %q: there are analytic, bootstrap, jackknife, none", f.interval)
	case f.bootstrap > 0 && f.interval != "" && f.interval != string(agreement.Bootstrap):
		return usage("--bootstrap %d and --interval %s: an interval is made in one way", f.bootstrap, f.interval)
	case !slices.Contains([]string{"unit", "source", "respondent"}, f.resample):
		return usage("--resample %q: there are unit, source, respondent", f.resample)
	case f.resample != "unit" && f.interval != "" && f.interval != string(agreement.Bootstrap):
		return usage("--resample %s and --interval %s: only the bootstrap resamples", f.resample, f.interval)
	case !(f.overlap > 0 && f.overlap <= 100):
		return usage("--overlap %v: it is a percentage above 0, 100 at the most", f.overlap)
	case !(f.threshold >= 0 && f.threshold <= 1):
		return usage("--threshold %v: it lies between 0 and 1, as in 0.667", f.threshold)
	case f.counts && !compare.Unit(f.unit).Rated():
		return usage("--counts: they are of comments, sentences, paragraphs or characters")
	case (f.counts || f.explain) && f.format != "":
		return usage("--format %s is the numbers alone: --counts and --explain go with words or --json", f.format)
	case f.chart != "" && chartEnding(f.chart) == "":
		return usage("--chart %q: a chart goes into .svg or .png", f.chart)
	case !slices.Contains([]string{"", "csv", "md"}, f.format):
		return usage("--format %q: there are csv and md; JSON comes with --json", f.format)
	}
	for _, m := range f.measures {
		if m != "all" && !slices.Contains(measures, agreement.Measure(m)) {
			return usage("--measure %q: there are all, %s", m, measureNames(measures))
		}
	}
	return nil
}

func intervals() []agreement.Method {
	return []agreement.Method{agreement.Analytic, agreement.Bootstrap, agreement.Jackknife, agreement.NoInterval}
}

func measureNames(measures []agreement.Measure) string {
	names := make([]string, len(measures))
	for i, m := range measures {
		names[i] = string(m)
	}
	return strings.Join(names, ", ")
}

// wanted are the coefficients that a person named, all being those there are.
func (f agreementFlags) wanted(all []agreement.Measure) []agreement.Measure {
	var measures []agreement.Measure
	for _, m := range f.measures {
		if m == "all" {
			return all
		}
		measures = append(measures, agreement.Measure(m))
	}
	return measures
}

func (f agreementFlags) confidence() agreement.Confidence {
	c := agreement.Confidence{Level: f.level, Seed: f.seed, Method: agreement.Method(f.interval)}
	if f.bootstrap > 0 {
		c.Method, c.Replicates = agreement.Bootstrap, f.bootstrap
	}
	return c
}

func (f agreementFlags) question() compare.Question {
	q := compare.Question{
		Round: f.round, Against: f.against, AllLooked: f.allLooked,
		Unit: compare.Unit(f.unit), Weighted: f.weighted, Overlap: f.overlap / 100,
	}
	if f.coders != "" {
		for name := range strings.SplitSeq(f.coders, ",") {
			q.Coders = append(q.Coders, strings.TrimSpace(name))
		}
	}
	return q
}

// agreement answers for a project.
func (p *project) agreement(ctx context.Context, f agreementFlags, plain plainFlags) (told, error) {
	question := f.question()
	question.Progress = p.progress
	codes, err := p.findCodes(ctx, f.codes)
	if err != nil {
		return told{}, err
	}
	request := compare.Request{
		Measures: f.wanted(question.Unit.Measures()), Codes: codes, Themes: f.themes, By: compare.By(f.by),
		Confidence: f.confidence(), Gamma: plain.gamma(f.seed), Threshold: f.threshold, Progress: p.progress, Counts: f.counts || f.explain,
	}
	if f.resample != "unit" {
		request.Resample = compare.Resample(f.resample)
	}
	if request.By != compare.ByCode && request.By != compare.ByTheme {
		answer, err := compare.Ask(ctx, p, question, request)
		return told{Answer: answer}, err
	}
	question.Described = request.Resample == compare.ResampleRespondents
	material, err := compare.Load(ctx, p, question)
	if err != nil {
		return told{}, err
	}
	answer, err := material.Agreement(ctx, request)
	if err != nil {
		return told{}, err
	}
	out := told{Answer: answer}
	methods, err := material.Describe(ctx, p, answer, assets.Program)
	out.Methods = &methods
	return out, err
}
