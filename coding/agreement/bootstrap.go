package agreement

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

// chunk is how many replicates share a stream of random numbers.
const chunk = 50

// bootstrap makes percentile intervals by resampling units with replacement
// (Hayes & Krippendorff 2007). Units with the same pattern of ratings are
// interchangeable, so a replicate is one multinomial draw of N over the
// patterns; with clusters, over the groups.
func (s *study) bootstrap(ctx context.Context, c Confidence) error {
	draw := s.resampler(c.Clusters)
	if reason := tooFew(draw, c); reason != "" {
		for i := range s.results {
			s.results[i].without(reason)
		}
		return nil
	}
	values := make([][]float64, len(s.formulas)) // NaN stands for undefined, inside this file only
	for i := range values {
		values[i] = make([]float64, c.Replicates)
	}
	if draw != nil {
		if err := s.replicate(ctx, c, draw, values); err != nil {
			return fmt.Errorf("bootstrap: %w", err)
		}
	}
	for i, f := range s.formulas {
		if f == nil || draw == nil {
			continue
		}
		s.results[i].summarise(values[i], c)
	}
	return nil
}

// replicate fills values with every formula's value on every replicate.
func (s *study) replicate(ctx context.Context, c Confidence, draw resampler, values [][]float64) error {
	return replicates(ctx, c.Replicates, chunk, c.Seed, c.Progress, func() func(*rand.Rand, int) {
		t := newTally(s.patterns, len(s.table.categories))
		counts := make([]float64, len(s.patterns.counts))
		scratch := make([]float64, draw.size())
		return func(random *rand.Rand, replicate int) {
			draw.draw(random, counts, scratch)
			s.evaluate(t, counts, values, replicate)
		}
	})
}

func (s *study) evaluate(t *tally, counts []float64, values [][]float64, replicate int) {
	t.count(counts, s.byCoder)
	for i, f := range s.formulas {
		if f == nil {
			continue
		}
		made, err := f.at(t)
		values[i][replicate] = made.value
		if err != nil {
			values[i][replicate] = math.NaN()
		}
	}
}

// tooFew is why nothing can be drawn anew.
func tooFew(draw resampler, c Confidence) string {
	switch {
	case draw == nil || draw.drawn() > 1:
		return ""
	case c.Clusters != nil:
		return reasonOneGroup
	}
	return reasonOneUnit
}

// without says why a value has no interval.
func (r *Result) without(reason string) {
	if r.Value.Known() {
		r.Reason = reason
	}
}

// summarise sets interval and standard error from the replicates' values.
func (r *Result) summarise(values []float64, c Confidence) {
	r.Method, r.Level, r.Seed, r.Drawn = Bootstrap, c.Level, c.Seed, len(values)
	defined := make([]float64, 0, len(values))
	total := 0.0
	for _, v := range values {
		if !math.IsNaN(v) {
			defined = append(defined, v)
			total += v
		}
	}
	r.Replicates = len(defined)
	if len(defined) < 2 || 2*len(defined) < len(values) {
		r.Reason = fmt.Sprintf("%d of %d bootstrap replicates had no value: the table varies too little for an interval",
			len(values)-len(defined), len(values))
		return
	}
	slices.Sort(defined)
	mean, squares := total/float64(len(defined)), 0.0
	for _, v := range defined {
		squares += (v - mean) * (v - mean)
	}
	r.SE = Known(math.Sqrt(squares / float64(len(defined)-1)))
	tail := (1 - c.Level) / 2
	r.Low, r.High = Known(percentile(defined, tail)), Known(percentile(defined, 1-tail))
}

// resampler is nil where there is nothing to draw from.
func (s *study) resampler(clusters []int) resampler {
	p := s.patterns
	if clusters == nil {
		rated := make([]float64, len(p.counts))
		for i, count := range p.counts {
			if p.sizes[i] > 0 {
				rated[i] = count
			}
		}
		return newUnits(int(math.Round(sum(rated))), rated)
	}
	return newGroups(clusters, s.pattern, s.weight)
}
