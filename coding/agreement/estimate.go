package agreement

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// Confidence says how intervals are made. The zero value asks for analytic
// intervals of 95 percent.
type Confidence struct {
	// Level is the share of intervals that hold the true value; 0 is 0.95.
	Level  float64
	Method Method
	// Replicates is the number of bootstrap replicates; 0 is 2,000.
	Replicates int
	// Seed fixes the draws, whatever the number of processors.
	Seed uint64
	// Clusters resamples groups of units that depend on each other, such as the
	// sentences of one respondent: the group of each unit (of each run; on a
	// continuum of each source), as any number. Nil takes units to be independent.
	// Only the bootstrap heeds it.
	Clusters []int
	// Progress, if not nil, is told how many replicates of the total are done.
	// It may be called from several goroutines, one call at a time.
	Progress func(done, total int)
}

// mostReplicates bounds the memory that a bootstrap takes.
const mostReplicates = 10_000_000

func (c Confidence) complete() (Confidence, error) {
	if c.Level == 0 {
		c.Level = 0.95
	}
	if c.Method == "" {
		c.Method = Analytic
	}
	if c.Replicates == 0 {
		c.Replicates = 2000
	}
	if !(c.Level > 0 && c.Level < 1) {
		return c, fmt.Errorf("confidence level %v: it must lie between 0 and 1, such as 0.95", c.Level)
	}
	if !slices.Contains([]Method{Analytic, Bootstrap, Jackknife, NoInterval}, c.Method) {
		return c, fmt.Errorf("method %q: it must be %s, %s, %s or %s", c.Method, Analytic, Bootstrap, Jackknife, NoInterval)
	}
	if c.Replicates < 2 || c.Replicates > mostReplicates {
		return c, fmt.Errorf("%d bootstrap replicates: they are from 2 to %d, 2,000 are usual", c.Replicates, mostReplicates)
	}
	return c, nil
}

// Estimate computes the measures on the table, in their order. A measure that
// this table can't have is a Result with a reason; the error is for a measure
// that doesn't exist, options that make no sense, and a context that ended.
func Estimate(ctx context.Context, r *Ratings, measures []Measure, c Confidence) ([]Result, error) {
	c, err := c.complete()
	if err != nil {
		return nil, err
	}
	for _, m := range measures {
		if !m.Known() {
			return nil, fmt.Errorf("measure %q: there is no such measure over ratings", m)
		}
	}
	if c.Clusters != nil && len(c.Clusters) != len(r.rows) {
		return nil, fmt.Errorf("clusters name the groups of %d units; the table has %d", len(c.Clusters), len(r.rows))
	}
	s := newStudy(r, measures)
	switch c.Method {
	case Bootstrap:
		err = s.bootstrap(ctx, c)
	case Jackknife:
		err = s.jackknife(ctx, c)
	case Analytic:
		s.analytic(c)
	}
	if err != nil {
		return nil, err
	}
	return s.results, nil
}

// study is the work of one Estimate.
type study struct {
	table    *Ratings
	patterns *patterns
	of       []int32    // where patterns merges those of the table: which became which
	formulas []*formula // nil where the table can't have the measure
	results  []Result
	byCoder  bool
}

// newStudy computes the values. Where no measure asks who said what, patterns
// that differ in no more are merged.
func newStudy(r *Ratings, measures []Measure) *study {
	s := &study{table: r, formulas: make([]*formula, len(measures)), results: make([]Result, len(measures))}
	reasons := make([]error, len(measures))
	for i, m := range measures {
		s.formulas[i], reasons[i] = r.formula(m)
		s.byCoder = s.byCoder || (s.formulas[i] != nil && s.formulas[i].byCoder())
	}
	s.patterns = &r.patterns
	if !s.byCoder {
		merged, of := r.patterns.unordered()
		s.patterns, s.of = &merged, of
	}
	for _, f := range s.formulas {
		if f != nil && f.w != nil {
			f.pairs = s.patterns.agreements(f.w)
		}
	}
	t := s.tally()
	for i, m := range measures {
		result := Result{
			Measure: m, N: int(math.Round(t.rated)), Pairable: int(math.Round(t.pairable)),
			Coders: len(r.coders), Categories: len(r.categories),
		}
		if f := s.formulas[i]; f != nil {
			c, err := f.at(t)
			reasons[i] = err
			if t.pairable > 0 {
				result.Observed = Known(c.observed)
			}
			if err != nil {
				s.formulas[i] = nil
			} else {
				result.Value = Known(c.value)
				if f.chance != noChance && f.chance != twoCoderDecisions {
					result.Expected = Known(c.expected)
				}
			}
		}
		if reasons[i] != nil {
			result.Reason = reasons[i].Error()
		}
		s.results[i] = result
	}
	return s
}

// pattern is the pattern of a row of the table.
func (s *study) pattern(row int) int32 {
	pattern := s.table.rows[row]
	if s.of != nil {
		return s.of[pattern]
	}
	return pattern
}

// weight is how many units a row of the table stands for.
func (s *study) weight(row int) float64 {
	if s.table.sizes != nil {
		return s.table.sizes[row]
	}
	return 1
}

// tally counts the table as it is.
func (s *study) tally() *tally {
	t := newTally(s.patterns, len(s.table.categories))
	t.count(s.patterns.counts, s.byCoder)
	return t
}

func (s *study) analytic(c Confidence) {
	t := s.tally()
	for i, f := range s.formulas {
		if f == nil {
			continue
		}
		result := &s.results[i]
		made, err := f.at(t)
		if err != nil {
			continue
		}
		se, err := f.standardError(t, made)
		if err != nil {
			result.Reason = err.Error()
			continue
		}
		result.Method, result.Level, result.SE = Analytic, c.Level, Known(se)
		var low, high float64
		switch f.chance {
		case noChance:
			low, high = wilson(made.value, proportionSample(made.value, se, t.pairable), c.Level)
		case ownMargins:
			low, high = f.measure.around(made.value, se*normalQuantile((1+c.Level)/2))
		default:
			low, high = f.measure.around(made.value, se*studentQuantile((1+c.Level)/2, f.sample(t)-1))
		}
		result.Low, result.High = Known(low), Known(high)
	}
}

// around is the interval of that half width; no coefficient exceeds 1 nor falls
// much below −1, and no share below 0.
func (m Measure) around(value, half float64) (low, high float64) {
	least := math.Min(value, -1)
	if d, _ := m.definition(); d.chance == noChance || d.chance == twoCoderDecisions {
		least = 0
	}
	return math.Max(value-half, least), math.Min(value+half, 1)
}
