package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"concord/coding/agreement"
	"concord/coding/compare"
	"concord/coding/progress"
)

// plainFlags are for agreement over a table that belongs to no project.
type plainFlags struct {
	ratings, segments  string
	alpha, beta, empty float64
	samples            int
	precision          float64
}

func (f *plainFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.ratings, "ratings", "", "in place of a project: a CSV table of ratings, with the header unit,CODER,CODER,…")
	flags.StringVar(&f.segments, "segments", "", "in place of a project: a CSV table of segments, with the header source,length,coder,code,start,end")
	flags.Float64Var(&f.alpha, "gamma-alpha", 1, "weight of dissimilar positions in γ")
	flags.Float64Var(&f.beta, "gamma-beta", 1, "weight of dissimilar codes in γ")
	flags.Float64Var(&f.empty, "gamma-empty", 1, "dissimilarity of a segment and none in γ")
	flags.Float64Var(&f.precision, "precision", 0.02, "how exactly γ estimates chance: the half width of its 95 % interval, as a share")
	flags.IntVar(&f.samples, "samples", 0, "random continua that γ draws; without it as many as its precision takes")
}

func (f *plainFlags) check() error {
	for name, x := range map[string]float64{"alpha": f.alpha, "beta": f.beta, "empty": f.empty} {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return usage("--gamma-%s %v: it is a number of 0 or more", name, x)
		}
	}
	if f.precision == 0 {
		return usage("--precision 0: it lies between 0 and 1, as in 0.02")
	}
	if err := f.gamma(0).Validate(); err != nil {
		return usageError{err}
	}
	return nil
}

// gamma is how chance is sampled.
func (f *plainFlags) gamma(seed uint64) agreement.GammaSettings {
	return agreement.GammaSettings{
		Alpha: agreement.Known(f.alpha), Beta: agreement.Known(f.beta), Empty: agreement.Known(f.empty),
		Samples: f.samples, Precision: f.precision, Seed: seed,
	}
}

// plainAgreement answers for a table without a project.
func (e *env) plainAgreement(ctx context.Context, f agreementFlags, plain plainFlags) error {
	var answer compare.Answer
	var err error
	if plain.ratings != "" {
		answer, err = e.ratingsAgreement(ctx, plain.ratings, f)
	} else {
		counter, stop := e.watch()
		answer, err = segmentsAgreement(ctx, plain, f, counter)
		stop()
	}
	if err != nil {
		return err
	}
	answer.Judge(f.threshold)
	return e.printAgreement(told{Answer: answer, table: true}, f)
}

// onlyOfProjects are the flags that say nothing of a plain table of that kind.
func (f *plainFlags) onlyOfProjects() []string {
	names := []string{"round", "against", "unit", "weighted", "overlap", "code", "theme", "resample", "all-looked"}
	if f.segments != "" {
		return append(names, "by", "coders", "counts")
	}
	return append(names, gammaFlags()...)
}

// gammaFlags say how γ is computed.
func gammaFlags() []string {
	return []string{"gamma-alpha", "gamma-beta", "gamma-empty", "samples", "precision"}
}

// measures are those that there are over the table or, in a project, the unit.
func (f *plainFlags) measures(unit compare.Unit) []agreement.Measure {
	switch {
	case f.ratings != "":
		return agreement.Measures()
	case f.segments != "":
		return agreement.ContinuumMeasures()
	}
	return unit.Measures()
}

// refuse says which of the flags that a person gave has no meaning there.
func refuse(cmd *cobra.Command, there string, names []string) error {
	for _, name := range names {
		if cmd.Flags().Changed(name) {
			return usage("--%s says nothing of %s", name, there)
		}
	}
	return nil
}

func segmentsAgreement(ctx context.Context, plain plainFlags, f agreementFlags, told *progress.Counter) (answer compare.Answer, err error) {
	table, err := readPlain(plain.segments, agreement.ReadSegments)
	if err != nil {
		return answer, err
	}
	measures := f.wanted(agreement.ContinuumMeasures())
	if measures == nil {
		measures = []agreement.Measure{agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU, agreement.AlphaKU, agreement.Gamma, agreement.GammaCat, agreement.GammaObservedDisorder}
	}
	var alphas, gammas []agreement.Measure
	for _, m := range measures {
		switch m {
		case agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU, agreement.AlphaKU:
			alphas = append(alphas, m)
		default:
			gammas = append(gammas, m)
		}
	}
	var results []agreement.Result
	if len(alphas) > 0 {
		if err := table.Overlap(); err != nil {
			return answer, err
		}
		if results, err = agreement.EstimateAlphas(ctx, table.Continuum, alphas, f.confidence()); err != nil {
			return answer, err
		}
	}
	if len(gammas) > 0 {
		settings := plain.gamma(f.seed)
		settings.Progress = compare.Telling(told)
		made, err := agreement.EstimateGamma(ctx, table.Continuum, gammas, settings)
		if err != nil {
			return answer, err
		}
		results = append(results, made...)
	}
	answer = plainAnswer(table.Continuum.Coders(), table.Continuum.Segments(), compare.Continuum, results)
	if slices.Contains(alphas, agreement.AlphaU) && table.Continuum.Overlapping() {
		err = aloneAgreement(ctx, table.Continuum, &answer, f.confidence())
	}
	return answer, err
}

// aloneAgreement adds alpha_u of each code as a continuum of its own, which it
// has even where a coder's codes overlap.
func aloneAgreement(ctx context.Context, c *agreement.Continuum, answer *compare.Answer, with agreement.Confidence) error {
	for k, code := range c.Codes() {
		own, err := c.Only(k)
		if err != nil {
			return err
		}
		results, err := agreement.EstimateAlphas(ctx, own, []agreement.Measure{agreement.AlphaU}, with)
		if err != nil {
			return err
		}
		answer.Results = append(answer.Results, compare.Row{Scope: "code:" + code, Result: results[0]})
	}
	return nil
}

// readPlain opens a table and reads it.
func readPlain[T any](path string, read func(string, io.Reader) (T, error)) (table T, err error) {
	file, err := os.Open(path)
	if err != nil {
		return table, fmt.Errorf("read a table: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return read(filepath.Base(path), file)
}

func plainAnswer(coders []string, units int, unit compare.Unit, results []agreement.Result) compare.Answer {
	answer := compare.Answer{Coders: coders, Units: units, Unit: unit}
	for _, r := range results {
		answer.Pairable = max(answer.Pairable, r.Pairable)
		scope := "overall"
		if r.Code != "" {
			scope = "code:" + r.Code
		}
		answer.Results = append(answer.Results, compare.Row{Scope: scope, Result: r})
	}
	return answer
}
