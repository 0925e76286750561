package agreement

import (
	"math"
	"slices"
)

// unit is a segment on the continuum of all sources laid end to end. Positions
// are real because random continua are shifted by real pivots.
type unit struct {
	start, end float64
	code       int
}

// dissimilarity is the combined dissimilarity of Mathet, Widlöcher & Métivier
// (2015), equations 2 to 4: α·d_pos + β·d_cat, with Δ∅ between a unit and none.
type dissimilarity struct {
	alpha, beta, empty float64
}

// position is d_pos.
func (d dissimilarity) position(u, v unit) float64 {
	ratio := (math.Abs(u.start-v.start) + math.Abs(u.end-v.end)) / (u.end - u.start + v.end - v.start)
	return ratio * ratio * d.empty
}

// category is d_cat.
func (d dissimilarity) category(u, v unit) float64 {
	if u.code == v.code {
		return 0
	}
	return d.empty
}

func (d dissimilarity) between(u, v unit) float64 {
	return d.alpha*d.position(u, v) + d.beta*d.category(u, v)
}

// reach is the largest ratio of positions at which the dissimilarity of two
// units can be below most·Δ∅.
func (d dissimilarity) reach(most float64) float64 {
	if d.alpha == 0 {
		return math.Inf(1)
	}
	return math.Sqrt(most / d.alpha)
}

// annotations are the units of each coder, sorted by start.
type annotations [][]unit

func (a annotations) sort() {
	for _, units := range a {
		slices.SortFunc(units, func(u, v unit) int {
			switch {
			case u.start < v.start:
				return -1
			case u.start > v.start:
				return 1
			}
			return 0
		})
	}
}

// count is the number of units of all coders.
func (a annotations) count() int {
	total := 0
	for _, units := range a {
		total += len(units)
	}
	return total
}

// near calls found with the place of every unit of others, sorted by start, that
// may lie within reach of u. longest is the length of the longest of them.
func near(u unit, others []unit, longest, reach float64, found func(j int)) {
	span := reach * (u.end - u.start + longest)
	from, _ := slices.BinarySearchFunc(others, u.start-span, func(v unit, at float64) int {
		if v.start < at {
			return -1
		}
		return 1
	})
	for j := from; j < len(others) && others[j].start <= u.start+span; j++ {
		v := others[j]
		if math.Abs(u.start-v.start)+math.Abs(u.end-v.end) <= reach*(u.end-u.start+v.end-v.start) {
			found(j)
		}
	}
}

func longest(units []unit) float64 {
	most := 0.0
	for _, u := range units {
		most = max(most, u.end-u.start)
	}
	return most
}

// alignment is a partition of all units into unitary alignments, those of one
// unit left out: they cost Δ∅ each.
type alignment struct {
	disorder float64   // the sum over unitary alignments, over the mean number of units
	groups   [][]place // unitary alignments of two units or more
	exact    bool      // false where disorder is only known not to be larger
}

// place is a unit of a coder.
type place struct{ coder, unit int }
