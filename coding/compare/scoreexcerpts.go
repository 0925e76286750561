package compare

import (
	"context"
	"fmt"
	"math"

	"concord/coding"
	"concord/coding/agreement"
)

// What is said of matched excerpts besides percent agreement, Brennan–Prediger
// and Holsti's coefficient. The first coder of each pair is the reference.
const (
	// Precision is the share of the second coder's excerpts that the first found too.
	Precision agreement.Measure = "precision"
	// Recall is the share of the first coder's excerpts that the second found too.
	Recall agreement.Measure = "recall"
	// F1 is their harmonic mean, 2M/(N_A+N_B), which is Holsti's coefficient over excerpts.
	F1 agreement.Measure = "f1"
)

// scoreExcerpts answers for excerpts that are matched one to one. Overall pools
// the excerpts of all codes; each pair of coders counts its own.
func (m *Material) scoreExcerpts(ctx context.Context, q Request) (score, error) {
	var s score
	var pooled []finding
	counted := tallies{}
	for _, code := range q.Codes {
		own := m.findings(code)
		pooled = append(pooled, own...)
		counted.add(own)
		results, err := m.scoreFindings(ctx, own, 2, q)
		if err != nil {
			return s, fmt.Errorf("agreement on %q: %w", m.Book.Path(code), err)
		}
		s.add(m.scope(code, q.Themes), code, results...)
		q.Progress.Add(1)
	}
	var err error
	if s.overall, err = m.overFindings(ctx, pooled, q); err != nil {
		return s, err
	}
	s.units, s.pairable = counted.all, counted.pairable
	return s, nil
}

// overFindings answers for the findings of all codes together.
func (m *Material) overFindings(ctx context.Context, pooled []finding, q Request) ([]Row, error) {
	results, err := m.scoreFindings(ctx, pooled, max(2, len(q.Codes)), q)
	if err != nil {
		return nil, fmt.Errorf("agreement overall: %w", err)
	}
	var rows []Row
	for _, r := range results {
		rows = append(rows, Row{Scope: Overall, Result: r})
	}
	return rows, nil
}

// tallies count excerpts, those of two coders that match as one.
type tallies struct{ all, pairable int }

func (t *tallies) add(findings []finding) {
	t.all += len(findings)
	for _, f := range findings {
		if f.first != unseen && f.second != unseen {
			t.pairable++
		}
	}
}

// scoreFindings makes every measure out of a share of excerpts. Categories are
// those that Brennan–Prediger takes chance to choose from: a code or none, or
// one of all codes compared.
func (m *Material) scoreFindings(ctx context.Context, findings []finding, categories int, q Request) ([]agreement.Result, error) {
	var results []agreement.Result
	for _, measure := range q.Measures {
		counts := func(finding) bool { return true }
		switch measure {
		case Precision:
			counts = func(f finding) bool { return f.second == found }
		case Recall:
			counts = func(f finding) bool { return f.first == found }
		}
		r, err := m.share(ctx, findings, counts, q)
		if err != nil {
			return nil, err
		}
		switch measure {
		case agreement.BrennanPrediger:
			r = beyondChance(r, 1/float64(categories))
			r.Categories = categories
		case F1, agreement.Holsti:
			r = harmonic(r)
		}
		r.Measure = measure
		results = append(results, r)
	}
	return results, nil
}

// share is how many of the findings that count were made by both coders.
func (m *Material) share(ctx context.Context, findings []finding, counts func(finding) bool, q Request) (agreement.Result, error) {
	one := agreement.Column{Coder: "first"}
	two := agreement.Column{Coder: "second"}
	c := q.Confidence
	c.Clusters = nil
	clusters := m.clusters(q.Resample)
	for _, f := range findings {
		if !counts(f) {
			continue
		}
		one.Ratings = append(one.Ratings, agreement.Rating(f.first))
		two.Ratings = append(two.Ratings, agreement.Rating(f.second))
		if clusters != nil {
			c.Clusters = append(c.Clusters, clusters[f.place])
		}
	}
	table, err := agreement.NewRatings(agreement.Presence(), one, two)
	if err != nil {
		return agreement.Result{}, err
	}
	results, err := agreement.Estimate(ctx, table, []agreement.Measure{agreement.PercentAgreement}, c)
	if err != nil {
		return agreement.Result{}, err
	}
	r := results[0]
	r.Coders = len(m.Coders)
	if !r.Value.Known() {
		r.Reason = "no excerpt lies where two coders looked: there is nothing to compare"
	}
	return r, nil
}

// beyondChance is (P − e)/(1 − e) with the interval of P.
func beyondChance(r agreement.Result, chance float64) agreement.Result {
	r.Expected = agreement.Known(chance)
	return transformed(r, func(p float64) float64 { return (p - chance) / (1 - chance) }, func(float64) float64 { return 1 / (1 - chance) })
}

// harmonic is 2P/(1+P): what precision and recall have as their harmonic mean
// where P of all excerpts are found by both.
func harmonic(r agreement.Result) agreement.Result {
	return transformed(r, func(p float64) float64 { return 2 * p / (1 + p) }, func(p float64) float64 { return 2 / (1 + p) / (1 + p) })
}

// transformed is a result of which a rising function is taken; the bounds of
// an interval go along, and the standard error by the function's slope.
func transformed(r agreement.Result, f, slope func(float64) float64) agreement.Result {
	value, known := r.Value.Float64()
	if !known {
		return r
	}
	take := func(n agreement.Number) agreement.Number {
		x, known := n.Float64()
		if !known {
			return n
		}
		return agreement.Known(f(x))
	}
	if se, known := r.SE.Float64(); known {
		r.SE = agreement.Known(math.Abs(slope(value)) * se)
	}
	r.Value, r.Low, r.High = take(r.Value), take(r.Low), take(r.High)
	return r
}

// scope names a code in an answer.
func (m *Material) scope(code coding.CodeID, themes bool) string {
	if themes {
		return "theme:" + m.Book.Path(code)
	}
	return "code:" + m.Book.Path(code)
}
