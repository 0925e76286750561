package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"concord/coding/agreement"
	"concord/coding/compare"
)

// plainRatings are tables of ratings of one file, by code if it has codes, and
// what is asked of them.
type plainRatings struct {
	tables   []agreement.CodeRatings
	measures []agreement.Measure
	with     agreement.Confidence
	alpha    float64 // what N is judged by
	counts   bool
}

// ratingsAgreement answers for a file of ratings. Where it can't have any
// number, the person is told why in words, too.
func (e *env) ratingsAgreement(ctx context.Context, path string, f agreementFlags) (compare.Answer, error) {
	tables, err := readPlain(path, agreement.ReadRatingsByCode)
	if err != nil {
		return compare.Answer{}, err
	}
	if f.coders != "" {
		if err := choose(tables, strings.Split(f.coders, ",")); err != nil {
			return compare.Answer{}, fmt.Errorf("%s, line 1: %w", filepath.Base(path), err)
		}
	}
	if f.by != "code" && f.by != string(compare.ByCoders) {
		return compare.Answer{}, usage("--by %q says nothing of a plain table: there is coder-pair", f.by)
	}
	p := plainRatings{tables: tables, measures: f.wanted(agreement.Measures()), with: f.confidence(), alpha: f.threshold, counts: f.counts || f.explain}
	if p.alpha <= 0 || p.alpha >= 1 {
		p.alpha = 0.8
	}
	coders := tables[0].Coders()
	if p.measures == nil {
		p.measures = []agreement.Measure{agreement.PercentAgreement, agreement.KrippendorffAlphaNominal, agreement.GwetAC1}
		if len(coders) == 2 || f.by == string(compare.ByCoders) {
			p.measures = append(p.measures, agreement.CohenKappa)
		}
	}
	answer := compare.Answer{Coders: coders, Unit: tableRow}
	for _, t := range tables {
		answer.Units = max(answer.Units, t.Units())
		answer.Pairable = max(answer.Pairable, int(t.Pairable()+0.5))
	}
	e.warnOfNothing(filepath.Base(path), coders, answer.Pairable)
	if slices.ContainsFunc(tables, func(t agreement.CodeRatings) bool { return t.Commas }) && !e.quiet {
		_, _ = fmt.Fprintf(e.Err, "%s: the values are read as numbers with a decimal comma: all of them are, and none has a point\n", filepath.Base(path))
	}
	if f.by == string(compare.ByCoders) {
		err := p.byPairs(ctx, &answer)
		return answer, err
	}
	err = p.take(ctx, &answer, compare.Overall, true)
	return answer, err
}

// warnOfNothing says what a table lacks for there to be any agreement.
func (e *env) warnOfNothing(file string, coders []string, pairable int) {
	switch {
	case e.quiet:
	case len(coders) < 2:
		_, _ = fmt.Fprintf(e.Err, "%s, line 1: %s is the only coder: agreement needs a column for each of two coders or more\n", file, coders[0])
	case pairable == 0:
		_, _ = fmt.Fprintf(e.Err, "%s: no row has ratings of two coders: agreement needs rows that two coders or more filled in\n", file)
	}
}

// choose keeps the columns of the coders named.
func choose(tables []agreement.CodeRatings, names []string) error {
	var places []int
	all := tables[0].Coders()
	for _, name := range names {
		at := slices.Index(all, strings.TrimSpace(name))
		if at < 0 {
			return fmt.Errorf("there is no coder %q: there are %s", strings.TrimSpace(name), strings.Join(all, ", "))
		}
		places = append(places, at)
	}
	for i, t := range tables {
		some, err := t.Select(places...)
		if err != nil {
			return err
		}
		tables[i].Ratings = some
	}
	return nil
}

// byPairs answers for each two coders.
func (p plainRatings) byPairs(ctx context.Context, answer *compare.Answer) error {
	coders := answer.Coders
	for x := range coders {
		for y := x + 1; y < len(coders); y++ {
			pair := p
			pair.tables = slices.Clone(p.tables)
			if err := choose(pair.tables, []string{coders[x], coders[y]}); err != nil {
				return err
			}
			if err := pair.take(ctx, answer, "pair:"+coders[x]+"|"+coders[y], false); err != nil {
				return err
			}
		}
	}
	return nil
}

// take adds what holds overall and, where there are codes and they are wanted,
// of each.
func (p plainRatings) take(ctx context.Context, answer *compare.Answer, scope string, each bool) error {
	if p.tables[0].Code == "" {
		return p.add(ctx, answer, scope, p.tables[0].Ratings)
	}
	all := make([]*agreement.Ratings, len(p.tables))
	for i, t := range p.tables {
		all[i] = t.Ratings
	}
	means, err := agreement.Means(ctx, all, p.measures, p.with)
	if err != nil {
		return err
	}
	for _, r := range means {
		answer.Results = append(answer.Results, compare.Row{Scope: scope, Result: r})
	}
	for _, t := range p.tables {
		if !each {
			break
		}
		if err := p.add(ctx, answer, "code:"+t.Code, t.Ratings); err != nil {
			return err
		}
	}
	return nil
}

// add adds the results on one table, with what there is to know of it.
func (p plainRatings) add(ctx context.Context, answer *compare.Answer, scope string, table *agreement.Ratings) error {
	results, err := agreement.Estimate(ctx, table, p.measures, p.with)
	if err != nil {
		return err
	}
	for _, r := range results {
		answer.Results = append(answer.Results, compare.Row{Scope: scope, Result: r})
	}
	if p.counts {
		counts, err := compare.CountsOf(scope, table)
		if err != nil {
			return err
		}
		answer.Counts = append(answer.Counts, counts)
	}
	for _, w := range table.Warnings(agreement.Concerns{Alpha: p.alpha}) {
		answer.Warnings = append(answer.Warnings, compare.Warning{Scope: scope, Warning: w})
	}
	return nil
}
