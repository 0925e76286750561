package agreement

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

// Mean is the plain mean of a measure over several tables of the same units and
// coders, such as one table a code. Tables on which the measure is undefined
// are left out of it; Result.Categories says how many took part. The tables
// depend on each other, so the interval comes from the units and not from the
// tables: with Bootstrap a replicate draws the units once for all tables, else
// the standard error is that of the infinitesimal jackknife (Efron 1982,
// chapter 6), which needs each table's derivative by its patterns alone.
func Mean(ctx context.Context, tables []*Ratings, m Measure, c Confidence) (Result, error) {
	c, err := c.complete()
	if err != nil {
		return Result{}, err
	}
	if !m.Known() {
		return Result{}, fmt.Errorf("measure %q: there is no such measure over ratings", m)
	}
	if c.Clusters != nil && len(tables) > 0 && len(c.Clusters) != len(tables[0].rows) {
		return Result{}, fmt.Errorf("clusters name the groups of %d units; the tables have %d", len(c.Clusters), len(tables[0].rows))
	}
	mean := Result{Measure: m}
	var parts []*part
	for _, table := range tables {
		if len(table.rows) != len(tables[0].rows) || len(table.coders) != len(tables[0].coders) {
			return Result{}, fmt.Errorf("a mean is taken over tables of the same units and coders: one has %d units, another %d",
				tables[0].units, table.units)
		}
		s := newStudy(table, []Measure{m})
		mean.N, mean.Pairable = max(mean.N, s.results[0].N), max(mean.Pairable, s.results[0].Pairable)
		mean.Coders = len(table.coders)
		if f := s.formulas[0]; f != nil {
			value, _ := s.results[0].Value.Float64()
			parts = append(parts, &part{study: s, formula: f, value: value})
		}
	}
	mean.Categories = len(parts)
	if len(parts) == 0 {
		mean.Reason = "it is undefined for every code, so there is nothing to take the mean of"
		return mean, nil
	}
	total := 0.0
	for _, p := range parts {
		total += p.value
	}
	value := total / float64(len(parts))
	mean.Value = Known(value)
	switch c.Method {
	case NoInterval:
	case Bootstrap:
		err = mean.bootstrapMean(ctx, parts, c)
	default:
		mean.jackknifeMean(parts, value, c)
	}
	return mean, err
}

// part is one table's share in a mean.
type part struct {
	study   *study
	formula *formula
	value   float64
}

// at is the part's value for other counts of its patterns.
func (p *part) at(t *tally, counts []float64) (float64, bool) {
	t.count(counts, p.study.byCoder)
	made, err := p.formula.at(t)
	return made.value, err == nil
}

func (p *part) tally() *tally {
	return newTally(p.study.patterns, len(p.study.table.categories))
}

// slopes are the derivatives of the part's value by the count of each pattern.
func (p *part) slopes() []float64 {
	counts := slices.Clone(p.study.patterns.counts)
	t := p.tally()
	slopes := make([]float64, len(counts))
	for i, count := range counts {
		step := 1e-4 * count
		counts[i] = count + step
		above, fine := p.at(t, counts)
		counts[i] = count - step
		below, fineToo := p.at(t, counts)
		counts[i] = count
		if fine && fineToo {
			slopes[i] = (above - below) / (2 * step)
		}
	}
	return slopes
}

// jackknifeMean sets the interval from the influence that each unit has on the mean.
func (r *Result) jackknifeMean(parts []*part, value float64, c Confidence) {
	influence := make([]float64, len(parts[0].study.table.rows))
	for _, p := range parts {
		slopes := p.slopes()
		for unit := range influence {
			influence[unit] += slopes[p.study.pattern(unit)] / float64(len(parts))
		}
	}
	squares := 0.0
	for unit, x := range influence {
		weight := 1.0
		if sizes := parts[0].study.table.sizes; sizes != nil {
			weight = sizes[unit]
		}
		squares += weight * x * x
	}
	n := float64(r.N)
	if n < 2 {
		r.Reason = "one unit has no interval"
		return
	}
	se := math.Sqrt(squares * n / (n - 1))
	low, high := around(value, se*studentQuantile((1+c.Level)/2, n-1))
	r.Method, r.Level, r.SE, r.Low, r.High = Analytic, c.Level, Known(se), Known(low), Known(high)
}

// bootstrapMean sets the interval by drawing the units, or the groups of them,
// anew for all tables at once.
func (r *Result) bootstrapMean(ctx context.Context, parts []*part, c Confidence) error {
	first := parts[0].study
	rows, joint := jointPatterns(parts)
	counts := make([]float64, len(joint)/len(parts))
	for row, pattern := range rows {
		counts[pattern] += first.weight(row)
	}
	var draw resampler = units{newMultinomial(int(math.Round(sum(counts))), counts)}
	if c.Clusters != nil {
		draw = newGroups(c.Clusters, func(row int) int32 { return rows[row] }, first.weight)
	}
	values := make([]float64, c.Replicates)
	err := replicates(ctx, c.Replicates, chunk, c.Seed, c.Progress, func() func(*rand.Rand, int) {
		drawn, scratch := make([]float64, len(counts)), make([]float64, draw.size())
		tallies, own := make([]*tally, len(parts)), make([][]float64, len(parts))
		for i, p := range parts {
			tallies[i], own[i] = p.tally(), make([]float64, len(p.study.patterns.counts))
		}
		return func(random *rand.Rand, replicate int) {
			draw.draw(random, drawn, scratch)
			for i := range own {
				clear(own[i])
			}
			for j, count := range drawn {
				if count == 0 {
					continue
				}
				for i, pattern := range joint[j*len(parts) : (j+1)*len(parts)] {
					own[i][pattern] += count
				}
			}
			values[replicate] = meanOf(parts, tallies, own)
		}
	})
	if err != nil {
		return fmt.Errorf("bootstrap: %w", err)
	}
	r.summarise(values, c)
	return nil
}

// meanOf is the mean of the parts that have a value, NaN where none has.
func meanOf(parts []*part, tallies []*tally, counts [][]float64) float64 {
	total, defined := 0.0, 0
	for i, p := range parts {
		if value, fine := p.at(tallies[i], counts[i]); fine {
			total += value
			defined++
		}
	}
	if defined == 0 {
		return math.NaN()
	}
	return total / float64(defined)
}

// jointPatterns are the distinct combinations of the parts' patterns, one place
// a part, and which of them each row has.
func jointPatterns(parts []*part) (rows, joint []int32) {
	number := map[string]int32{}
	key := make([]byte, 0, 4*len(parts))
	rows = make([]int32, len(parts[0].study.table.rows))
	for row := range rows {
		key = key[:0]
		for _, p := range parts {
			key = binary.LittleEndian.AppendUint32(key, uint32(p.study.pattern(row)))
		}
		at, seen := number[string(key)]
		if !seen {
			at = int32(len(number))
			number[string(key)] = at
			for _, p := range parts {
				joint = append(joint, p.study.pattern(row))
			}
		}
		rows[row] = at
	}
	return rows, joint
}
