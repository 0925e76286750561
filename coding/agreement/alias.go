package agreement

import "math/rand/v2"

// alias draws single units one by one, each draw at the same cost however many
// kinds there are (Vose 1991). It serves where nearly every unit is a kind of its
// own, so that counting kinds gains nothing.
type alias struct {
	n     int
	keep  []float64 // how likely the kind drawn stands
	other []int32   // what it becomes otherwise
}

// newUnits resamples n units of kinds that have these weights; nil where there are none.
func newUnits(n int, weights []float64) resampler {
	const few = 6 // units a kind, below which drawing single units is faster
	kinds := 0
	for _, w := range weights {
		if w > 0 {
			kinds++
		}
	}
	switch {
	case n == 0 || kinds == 0:
		return nil
	case n > few*kinds:
		return units{newMultinomial(n, weights)}
	}
	return newAlias(n, weights)
}

func newAlias(n int, weights []float64) alias {
	a := alias{n: n, keep: make([]float64, len(weights)), other: make([]int32, len(weights))}
	mean := sum(weights) / float64(len(weights))
	var small, large []int32
	most := 0
	for kind, w := range weights {
		a.keep[kind] = w / mean
		if w > weights[most] {
			most = kind
		}
		if w < mean {
			small = append(small, int32(kind))
		} else {
			large = append(large, int32(kind))
		}
	}
	for len(small) > 0 && len(large) > 0 {
		less, more := small[len(small)-1], large[len(large)-1]
		small = small[:len(small)-1]
		a.other[less] = more
		a.keep[more] -= 1 - a.keep[less]
		if a.keep[more] < 1 {
			large = large[:len(large)-1]
			small = append(small, more)
		}
	}
	for _, left := range append(small, large...) { // but for rounding they stand
		a.keep[left], a.other[left] = 1, int32(most)
		if weights[left] == 0 {
			a.keep[left] = 0
		}
	}
	return a
}

func (alias) size() int { return 0 }

func (a alias) draw(random *rand.Rand, counts, _ []float64) {
	clear(counts)
	for range a.n {
		x := random.Float64() * float64(len(a.keep))
		kind := int(x)
		if x-float64(kind) >= a.keep[kind] {
			kind = int(a.other[kind])
		}
		counts[kind]++
	}
}
