package agreement

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// jackknife makes intervals by leaving out one unit at a time (Tukey 1958).
// Units with the same pattern of ratings leave the same, so each is tried once.
func (s *study) jackknife(ctx context.Context, c Confidence) error {
	p := s.patterns
	t := newTally(p, len(s.table.categories))
	counts := slices.Clone(p.counts)
	values := make([][]float64, len(s.formulas))
	for i := range values {
		values[i] = make([]float64, len(counts))
	}
	n := 0.0
	for pattern, count := range p.counts {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("jackknife: %w", err)
		}
		if p.sizes[pattern] == 0 {
			continue
		}
		n += count
		counts[pattern] = count - math.Min(1, count)
		s.evaluate(t, counts, values, pattern)
		counts[pattern] = count
		if c.Progress != nil {
			c.Progress(pattern+1, len(counts))
		}
	}
	for i, f := range s.formulas {
		if f != nil {
			s.results[i].leaveOneOut(p, values[i], n, c)
		}
	}
	return nil
}

func (r *Result) leaveOneOut(p *patterns, values []float64, n float64, c Confidence) {
	r.Method, r.Level = Jackknife, c.Level
	mean := 0.0
	for i, count := range p.counts {
		if p.sizes[i] == 0 {
			continue
		}
		if math.IsNaN(values[i]) || n < 2 {
			r.Reason = "without one of the units the measure has no value: the table is too small for an interval"
			return
		}
		mean += count / n * values[i]
	}
	squares := 0.0
	for i, count := range p.counts {
		if p.sizes[i] > 0 {
			squares += count * (values[i] - mean) * (values[i] - mean)
		}
	}
	value, _ := r.Value.Float64()
	se := math.Sqrt((n - 1) / n * squares)
	low, high := r.Measure.around(value, se*studentQuantile((1+c.Level)/2, n-1))
	r.SE, r.Low, r.High = Known(se), Known(low), Known(high)
}
