package agreement

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// Mean is the plain mean of a measure over several tables of the same units and
// coders, such as one table a code; Means are those of several measures.
func Mean(ctx context.Context, tables []*Ratings, m Measure, c Confidence) (Result, error) {
	results, err := Means(ctx, tables, []Measure{m}, c)
	if err != nil {
		return Result{}, err
	}
	return results[0], nil
}

// Means are the plain means of measures over several tables of the same units
// and coders. One table may stand for several: it may be given several times,
// and is looked at once. Tables on which a measure is undefined are left out of its mean;
// Result.Categories says how many took part. The tables depend on each other,
// so the interval comes from the units and not from the tables: with Bootstrap
// a replicate draws the units once for all tables and measures, else the
// standard error is that of the infinitesimal jackknife (Efron 1982, chapter 6),
// which needs each table's derivative by its patterns alone.
func Means(ctx context.Context, tables []*Ratings, measures []Measure, c Confidence) ([]Result, error) {
	c, err := c.complete()
	if err != nil {
		return nil, err
	}
	for _, m := range measures {
		if !m.Known() {
			return nil, fmt.Errorf("measure %q: there is no such measure over ratings", m)
		}
	}
	if c.Clusters != nil && len(tables) > 0 && len(c.Clusters) != len(tables[0].rows) {
		return nil, fmt.Errorf("clusters name the groups of %d units; the tables have %d", len(c.Clusters), len(tables[0].rows))
	}
	means := newMeans(measures)
	for _, table := range tables {
		if len(table.rows) != len(tables[0].rows) || len(table.coders) != len(tables[0].coders) {
			return nil, fmt.Errorf("a mean is taken over tables of the same units and coders: one has %d units, another %d",
				tables[0].units, table.units)
		}
		means.add(table, measures)
	}
	means.finish()
	switch c.Method {
	case NoInterval:
	case Bootstrap:
		err = means.bootstrap(ctx, c)
	default:
		err = means.jackknife(ctx, c)
	}
	return means.results, err
}

// means are the work of one Means: a study a table, with all measures.
type means struct {
	results []Result
	studies []*study
	times   []float64 // how often each was given
	places  map[*Ratings]int
}

func newMeans(measures []Measure) *means {
	m := &means{results: make([]Result, len(measures)), places: map[*Ratings]int{}}
	for i, measure := range measures {
		m.results[i].Measure = measure
	}
	return m
}

// add takes a table in.
func (m *means) add(table *Ratings, measures []Measure) {
	at, met := m.places[table]
	if !met {
		at = len(m.studies)
		m.places[table] = at
		m.studies, m.times = append(m.studies, newStudy(table, measures)), append(m.times, 0)
	}
	m.times[at]++
	s := m.studies[at]
	for i := range m.results {
		r, own := &m.results[i], &s.results[i]
		r.N, r.Pairable, r.Coders = max(r.N, own.N), max(r.Pairable, own.Pairable), own.Coders
		if s.formulas[i] != nil {
			r.Categories++
		}
	}
}

// finish sets the values.
func (m *means) finish() {
	for i := range m.results {
		r, total := &m.results[i], 0.0
		if r.Categories == 0 {
			r.Reason = "it is undefined for every code, so there is nothing to take the mean of"
			continue
		}
		for at, s := range m.studies {
			if s.formulas[i] != nil {
				value, _ := s.results[i].Value.Float64()
				total += m.times[at] * value
			}
		}
		r.Value = Known(total / float64(r.Categories))
	}
}

// slopes are the derivatives of a measure's value by the count of each pattern.
func (s *study) slopes(f *formula) []float64 {
	counts := slices.Clone(s.patterns.counts)
	t := newTally(s.patterns, len(s.table.categories))
	at := func() (float64, bool) {
		t.count(counts, f.byCoder())
		made, err := f.at(t)
		return made.value, err == nil
	}
	slopes := make([]float64, len(counts))
	for i, count := range s.patterns.counts {
		step := 1e-4 * count
		counts[i] = count + step
		above, fine := at()
		counts[i] = count - step
		below, fineToo := at()
		counts[i] = count
		if fine && fineToo {
			slopes[i] = (above - below) / (2 * step)
		}
	}
	return slopes
}

// jackknife sets intervals from the influence that each unit has on a mean.
func (m *means) jackknife(ctx context.Context, c Confidence) error {
	for i := range m.results {
		r := &m.results[i]
		value, known := r.Value.Float64()
		if !known {
			continue
		}
		var influence []float64
		if r.N < 2 {
			r.Reason = reasonOneUnit
			continue
		}
		for at, s := range m.studies {
			if err := ctx.Err(); err != nil {
				return fmt.Errorf("standard error of a mean: %w", err)
			}
			if influence == nil {
				influence = make([]float64, len(s.table.rows))
			}
			if s.formulas[i] != nil {
				s.addInfluence(influence, s.slopes(s.formulas[i]), m.times[at]/float64(r.Categories))
			}
		}
		r.linearised(value, m.squares(influence), c)
	}
	return nil
}

// addInfluence adds what each row does to the measure's part in the mean.
func (s *study) addInfluence(influence, slopes []float64, share float64) {
	of := make([]float64, len(s.table.patterns.counts)) // by the table's own patterns
	for pattern := range of {
		own := pattern
		if s.of != nil {
			own = int(s.of[pattern])
		}
		of[pattern] = slopes[own] * share
	}
	for row, pattern := range s.table.rows {
		influence[row] += of[pattern]
	}
}

// squares is the sum of squared influences over units.
func (m *means) squares(influence []float64) float64 {
	total := 0.0
	sizes := m.studies[0].table.sizes
	for row, x := range influence {
		if sizes != nil {
			total += sizes[row] * x * x
			continue
		}
		total += x * x
	}
	return total
}

// linearised sets an interval from the sum of squared influences.
func (r *Result) linearised(value, squares float64, c Confidence) {
	n := float64(r.N)
	se := math.Sqrt(squares * n / (n - 1))
	low, high := r.Measure.around(value, se*studentQuantile((1+c.Level)/2, n-1))
	r.Method, r.Level, r.SE, r.Low, r.High = Analytic, c.Level, Known(se), Known(low), Known(high)
}
