package agreement

import (
	"encoding/binary"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
)

// resampler draws counts of patterns for one replicate.
type resampler interface {
	drawn() int // how many units or groups a replicate holds
	size() int
	draw(random *rand.Rand, counts, scratch []float64)
}

// units resamples single units.
type units struct{ multinomial }

func (units) size() int { return 0 }

func (u units) drawn() int { return u.n }

func (u units) draw(random *rand.Rand, counts, _ []float64) { u.multinomial.draw(random, counts) }

// groups resamples whole groups of units, each as likely as any other. Groups
// made up alike are one kind, as units with the same pattern are.
type groups struct {
	kinds    resampler // draws how often each kind occurs
	patterns [][]int32 // of each kind
	counts   [][]float64
}

// newGroups makes them of rows, given each row's group, pattern and weight. It
// is nil where there are none.
func newGroups(clusters []int, pattern func(row int) int32, weight func(row int) float64) resampler {
	number := make(map[int]int)
	var members []map[int32]float64
	for row, cluster := range clusters {
		group, found := number[cluster]
		if !found {
			group = len(members)
			number[cluster] = group
			members = append(members, make(map[int32]float64, 1))
		}
		members[group][pattern(row)] += weight(row)
	}
	if len(members) == 0 {
		return nil
	}
	g := groups{}
	kinds := make(map[string]int)
	var times []float64
	var key []byte
	for _, own := range members {
		patterns := slices.Sorted(maps.Keys(own))
		key = key[:0]
		for _, p := range patterns {
			key = binary.LittleEndian.AppendUint32(key, uint32(p))
			key = binary.LittleEndian.AppendUint64(key, math.Float64bits(own[p]))
		}
		kind, seen := kinds[string(key)]
		if !seen {
			kind = len(times)
			kinds[string(key)] = kind
			times = append(times, 0)
			counts := make([]float64, len(patterns))
			for i, p := range patterns {
				counts[i] = own[p]
			}
			g.patterns, g.counts = append(g.patterns, patterns), append(g.counts, counts)
		}
		times[kind]++
	}
	g.kinds = newUnits(len(members), times)
	return g
}

func (g groups) size() int { return len(g.patterns) }

func (g groups) drawn() int { return g.kinds.drawn() }

func (g groups) draw(random *rand.Rand, counts, scratch []float64) {
	g.kinds.draw(random, scratch, nil)
	clear(counts)
	for kind, times := range scratch {
		if times == 0 {
			continue
		}
		for i, pattern := range g.patterns[kind] {
			counts[pattern] += times * g.counts[kind][i]
		}
	}
}
