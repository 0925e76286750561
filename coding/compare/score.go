package compare

import (
	"context"
	"fmt"

	"concord/coding"
	"concord/coding/agreement"
)

// score is the numbers of one answer.
type score struct {
	overall, rows   []Row
	units, pairable int
	warnings        []Warning
}

// add adds results on one code.
func (s *score) add(scope string, code coding.CodeID, results ...agreement.Result) {
	for _, r := range results {
		r.Code = ""
		s.rows = append(s.rows, Row{Scope: scope, Code: code, Result: r})
	}
}

// score computes what a complete request asks for, in the way of the unit.
func (m *Material) score(ctx context.Context, q Request) (score, error) {
	switch m.Unit {
	case ExcerptMatch:
		return m.scoreExcerpts(ctx, q)
	case Continuum:
		return m.scoreContinuum(ctx, q)
	}
	return m.scoreRatings(ctx, q)
}

// scoreRatings answers for units that each have a code or haven't: for each
// code, and their mean.
func (m *Material) scoreRatings(ctx context.Context, q Request) (score, error) {
	var s score
	var tables []*agreement.Ratings
	clusters := m.rowClusters(q.Resample)
	q.Confidence.Clusters = clusters
	for _, code := range q.Codes {
		if err := ctx.Err(); err != nil {
			return s, fmt.Errorf("agreement: %w", err)
		}
		table, err := m.Presence(code)
		if err != nil {
			return s, fmt.Errorf("agreement on %q: %w", m.Book.Path(code), err)
		}
		tables = append(tables, table)
		results, err := agreement.Estimate(ctx, table, perCode(q.Measures), q.Confidence)
		if err != nil {
			return s, fmt.Errorf("agreement on %q: %w", m.Book.Path(code), err)
		}
		scope := m.scope(code, q.Themes)
		s.add(scope, code, results...)
		s.warn(scope, table.Warnings(agreement.Concerns{Alpha: m.planned(q)})...)
		q.Progress.Add(1)
	}
	var err error
	if s.overall, err = m.overall(ctx, tables, q); err != nil {
		return s, err
	}
	s.warn(Overall, m.dependence(q)...)
	s.units, s.pairable = m.counted()
	return s, nil
}

// planned is the agreement that N is judged by: the threshold, or what is
// usually wanted.
func (m *Material) planned(q Request) float64 {
	if q.Threshold > 0 && q.Threshold < 1 {
		return q.Threshold
	}
	return 0.8
}

// perCode are the measures that say something of a single code: all but the
// one over sets of codes.
func perCode(measures []agreement.Measure) []agreement.Measure {
	var own []agreement.Measure
	for _, m := range measures {
		if m != agreement.KrippendorffAlphaMASI {
			own = append(own, m)
		}
	}
	return own
}

// overall is the mean over the codes for each measure, and the alpha over sets
// of codes where it is asked for.
func (m *Material) overall(ctx context.Context, tables []*agreement.Ratings, q Request) ([]Row, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("agreement: %w", err)
	}
	means, err := agreement.Means(ctx, tables, perCode(q.Measures), q.Confidence)
	if err != nil {
		return nil, fmt.Errorf("agreement overall: %w", err)
	}
	var rows []Row
	for _, measure := range q.Measures {
		if measure != agreement.KrippendorffAlphaMASI {
			rows = append(rows, Row{Scope: Overall, Result: means[0]})
			means = means[1:]
			continue
		}
		result, err := m.overSets(ctx, q)
		if err != nil {
			return nil, fmt.Errorf("agreement overall: %w", err)
		}
		rows = append(rows, Row{Scope: Overall, Result: result})
	}
	return rows, nil
}

// overSets is the alpha over sets of codes.
func (m *Material) overSets(ctx context.Context, q Request) (agreement.Result, error) {
	sets, err := m.Sets(q.Codes...)
	if err != nil {
		return agreement.Result{}, err
	}
	results, err := agreement.Estimate(ctx, sets, []agreement.Measure{agreement.KrippendorffAlphaMASI}, q.Confidence)
	if err != nil {
		return agreement.Result{}, err
	}
	return results[0], nil
}

// counted are the units, and those that two coders or more looked at.
func (m *Material) counted() (units, pairable int) {
	for row := range m.rows() {
		n := m.unitsOf(row)
		units += n
		if m.lookers(m.placeOf(row)) >= 2 {
			pairable += n
		}
	}
	return units, pairable
}

// lookers is how many coders looked at a source, for some code at least.
func (m *Material) lookers(place int) int {
	n := 0
	for _, l := range m.looked[place*len(m.Coders) : (place+1)*len(m.Coders)] {
		if l.any() {
			n++
		}
	}
	return n
}
