package agreement

import "math/rand/v2"

// resampler draws counts of patterns for one replicate.
type resampler interface {
	size() int
	draw(random *rand.Rand, counts, scratch []float64)
}

// units resamples single units.
type units struct{ multinomial }

func (units) size() int { return 0 }

func (u units) draw(random *rand.Rand, counts, _ []float64) { u.multinomial.draw(random, counts) }

// groups resamples whole groups of units, each as likely as any other.
type groups struct {
	patterns [][]int32
	counts   [][]float64
}

// newGroups makes them of rows, given each row's group, pattern and weight. It
// is nil where there are none.
func newGroups(clusters []int, pattern func(row int) int32, weight func(row int) float64) resampler {
	number := make(map[int]int)
	g := groups{}
	places := make(map[[2]int32]int)
	for row, cluster := range clusters {
		group, found := number[cluster]
		if !found {
			group = len(number)
			number[cluster] = group
			g.patterns = append(g.patterns, nil)
			g.counts = append(g.counts, nil)
		}
		key := [2]int32{int32(group), pattern(row)}
		place, found := places[key]
		if !found {
			places[key] = len(g.counts[group])
			g.patterns[group] = append(g.patterns[group], key[1])
			g.counts[group] = append(g.counts[group], weight(row))
			continue
		}
		g.counts[group][place] += weight(row)
	}
	if len(number) == 0 {
		return nil
	}
	return g
}

func (g groups) size() int { return len(g.patterns) }

func (g groups) draw(random *rand.Rand, counts, scratch []float64) {
	drawAlike(random, scratch)
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

// drawAlike draws as many kinds as there are, each as likely as any other, and
// writes how often each was drawn.
func drawAlike(random *rand.Rand, counts []float64) {
	clear(counts)
	for range counts {
		counts[random.IntN(len(counts))]++
	}
}
