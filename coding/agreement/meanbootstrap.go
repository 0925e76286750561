package agreement

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
)

// bootstrap sets intervals by drawing the units, or the groups of them, anew
// for all tables and measures at once.
func (m *means) bootstrap(ctx context.Context, c Confidence) error {
	if len(m.studies) == 0 {
		return nil
	}
	first := m.studies[0]
	joint := newJoint(m.studies)
	counts := make([]float64, len(joint.starts)-1)
	for row, combination := range joint.rows {
		counts[combination] += first.weight(row)
	}
	draw := newUnits(int(math.Round(sum(counts))), counts)
	if c.Clusters != nil {
		draw = newGroups(c.Clusters, func(row int) int32 { return joint.rows[row] }, first.weight)
	}
	if draw == nil {
		return nil
	}
	if reason := tooFew(draw, c); reason != "" {
		for i := range m.results {
			m.results[i].without(reason)
		}
		return nil
	}
	values := make([][]float64, len(m.results)) // NaN stands for undefined, inside this file only
	for i := range values {
		values[i] = make([]float64, c.Replicates)
	}
	err := replicates(ctx, c.Replicates, chunk, c.Seed, c.Progress, func() func(*rand.Rand, int) {
		drawn, scratch := make([]float64, len(counts)), make([]float64, draw.size())
		tallies, own := make([]*tally, len(m.studies)), make([][]float64, len(m.studies))
		for i, s := range m.studies {
			tallies[i], own[i] = newTally(s.patterns, len(s.table.categories)), make([]float64, len(s.patterns.counts))
		}
		return func(random *rand.Rand, replicate int) {
			draw.draw(random, drawn, scratch)
			joint.spread(drawn, own)
			m.evaluate(tallies, own, values, replicate)
		}
	})
	if err != nil {
		return fmt.Errorf("bootstrap: %w", err)
	}
	for i := range m.results {
		if m.results[i].Value.Known() {
			m.results[i].summarise(values[i], c)
		}
	}
	return nil
}

// evaluate writes the means of one replicate, NaN where no table has a value.
func (m *means) evaluate(tallies []*tally, counts, values [][]float64, replicate int) {
	defined, totals := make([]float64, len(m.results)), make([]float64, len(m.results))
	for at, s := range m.studies {
		t := tallies[at]
		t.count(counts[at], s.byCoder)
		for i, f := range s.formulas {
			if f == nil {
				continue
			}
			if made, err := f.at(t); err == nil {
				totals[i] += m.times[at] * made.value
				defined[i] += m.times[at]
			}
		}
	}
	for i, total := range totals {
		values[i][replicate] = math.NaN()
		if defined[i] > 0 {
			values[i][replicate] = total / defined[i]
		}
	}
}

// joint holds the distinct combinations of the tables' patterns. A code is
// absent from most units, so a combination keeps only the tables in which it
// departs from the table's usual pattern.
type joint struct {
	rows  []int32 // the combination of each row
	usual []int32 // the most frequent pattern of each table
	// Combination j departs in tables of[starts[j]:starts[j+1]], where it has
	// the patterns has[…].
	starts []int
	of     []int32
	has    []int32
}

func newJoint(studies []*study) *joint {
	j := &joint{rows: make([]int32, len(studies[0].table.rows)), starts: []int{0}}
	for _, s := range studies {
		usual := 0
		for pattern, count := range s.patterns.counts {
			if count > s.patterns.counts[usual] {
				usual = pattern
			}
		}
		j.usual = append(j.usual, int32(usual))
	}
	number := map[string]int32{}
	var key []byte
	for row := range j.rows {
		key = key[:0]
		for at, s := range studies {
			if pattern := s.pattern(row); pattern != j.usual[at] {
				key = binary.LittleEndian.AppendUint32(key, uint32(at))
				key = binary.LittleEndian.AppendUint32(key, uint32(pattern))
			}
		}
		combination, seen := number[string(key)]
		if !seen {
			combination = int32(len(number))
			number[string(key)] = combination
			for i := 0; i < len(key); i += 8 {
				j.of = append(j.of, int32(binary.LittleEndian.Uint32(key[i:])))
				j.has = append(j.has, int32(binary.LittleEndian.Uint32(key[i+4:])))
			}
			j.starts = append(j.starts, len(j.of))
		}
		j.rows[row] = combination
	}
	return j
}

// spread turns counts of combinations into counts of each table's patterns.
func (j *joint) spread(drawn []float64, counts [][]float64) {
	total := sum(drawn)
	for at, usual := range j.usual {
		clear(counts[at])
		counts[at][usual] = total
	}
	for combination, count := range drawn {
		if count == 0 {
			continue
		}
		for i := j.starts[combination]; i < j.starts[combination+1]; i++ {
			at := j.of[i]
			counts[at][j.has[i]] += count
			counts[at][j.usual[at]] -= count
		}
	}
}
