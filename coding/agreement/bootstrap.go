package agreement

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// chunk is how many replicates share a stream of random numbers. Streams belong
// to chunks, not to processors, so that a seed gives the same interval anywhere.
const chunk = 50

// bootstrap makes percentile intervals by resampling units with replacement
// (Hayes & Krippendorff 2007). Units with the same pattern of ratings are
// interchangeable, so a replicate is one multinomial draw of N over the
// patterns; with clusters, over the groups.
func (s *study) bootstrap(ctx context.Context, c Confidence) error {
	draw := s.resampler(c.Clusters)
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
	var next, done atomic.Int64
	var telling sync.Mutex
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (c.Replicates+chunk-1)/chunk) {
		workers.Go(func() {
			t := newTally(&s.table.patterns, len(s.table.categories))
			counts := make([]float64, len(s.table.patterns.counts))
			scratch := make([]float64, draw.size())
			for {
				stream := next.Add(1) - 1
				from := int(stream) * chunk
				if from >= c.Replicates {
					return
				}
				to := min(from+chunk, c.Replicates)
				random := rand.New(rand.NewPCG(c.Seed, uint64(stream)))
				for replicate := from; replicate < to; replicate++ {
					if ctx.Err() != nil {
						return
					}
					draw.draw(random, counts, scratch)
					s.evaluate(t, counts, values, replicate)
				}
				if c.Progress != nil {
					telling.Lock()
					c.Progress(int(done.Add(int64(to-from))), c.Replicates)
					telling.Unlock()
				}
			}
		})
	}
	workers.Wait()
	return ctx.Err()
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

// resampler draws counts of patterns for one replicate.
type resampler interface {
	size() int
	draw(random *rand.Rand, counts, scratch []float64)
}

// resampler is nil where there is nothing to draw from.
func (s *study) resampler(clusters []int) resampler {
	p := &s.table.patterns
	if clusters == nil {
		rated := make([]float64, len(p.counts))
		for i, count := range p.counts {
			if p.sizes[i] > 0 {
				rated[i] = count
			}
		}
		if n := int(math.Round(sum(rated))); n > 0 {
			return units{newMultinomial(n, rated)}
		}
		return nil
	}
	return s.table.groups(clusters)
}

// units resamples single units.
type units struct{ multinomial }

func (units) size() int { return 0 }

func (u units) draw(random *rand.Rand, counts, _ []float64) { u.multinomial.draw(random, counts) }

// groups resamples whole groups of units, each as likely as any other.
type groups struct {
	multinomial
	patterns [][]int32
	counts   [][]float64
}

func (r *Ratings) groups(clusters []int) resampler {
	number := make(map[int]int)
	g := groups{}
	places := make(map[[2]int32]int)
	for row, cluster := range clusters {
		pattern := r.rows[row]
		if r.patterns.sizes[pattern] == 0 {
			continue
		}
		group, found := number[cluster]
		if !found {
			group = len(number)
			number[cluster] = group
			g.patterns = append(g.patterns, nil)
			g.counts = append(g.counts, nil)
		}
		weight := 1.0
		if r.sizes != nil {
			weight = r.sizes[row]
		}
		key := [2]int32{int32(group), pattern}
		place, found := places[key]
		if !found {
			places[key] = len(g.counts[group])
			g.patterns[group] = append(g.patterns[group], pattern)
			g.counts[group] = append(g.counts[group], weight)
			continue
		}
		g.counts[group][place] += weight
	}
	if len(number) == 0 {
		return nil
	}
	alike := make([]float64, len(number))
	for i := range alike {
		alike[i] = 1
	}
	g.multinomial = newMultinomial(len(number), alike)
	return g
}

func (g groups) size() int { return len(g.patterns) }

func (g groups) draw(random *rand.Rand, counts, scratch []float64) {
	g.multinomial.draw(random, scratch)
	clear(counts)
	for group, times := range scratch {
		if times == 0 {
			continue
		}
		for i, pattern := range g.patterns[group] {
			counts[pattern] += times * g.counts[group][i]
		}
	}
}
