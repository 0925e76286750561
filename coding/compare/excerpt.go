package compare

import (
	"cmp"
	"slices"

	"concord/coding"
)

// finding is an excerpt that one coder of a pair or both found.
type finding struct {
	place         int
	first, second sight
}

// sight says whether a coder found an excerpt.
type sight int8

const (
	unseen sight = iota // the coder didn't look there
	passed              // looked and found nothing like it
	found
)

// findings lines up the excerpts of each two coders that have a code of the
// family. Excerpts of a coder who hasn't looked count as little as they do
// with every other unit.
func (m *Material) findings(code coding.CodeID) []finding {
	family := m.Book.Under(code)
	wanted := m.wanted(family)
	spans := make([][]coding.Span, len(m.Coders))
	var all []finding
	rest := m.given
	for place, codings := range m.codings {
		for seat := range spans {
			spans[seat] = spans[seat][:0]
		}
		for i, c := range codings {
			if g := rest[i]; wanted[g.code] {
				spans[g.seat] = join(spans[g.seat], c.Span)
			}
		}
		rest = rest[len(codings):]
		for x := range m.Coders {
			for y := x + 1; y < len(m.Coders); y++ {
				all = m.findingsOf(all, place, [2]int{x, y}, spans, family)
			}
		}
	}
	return all
}

func (m *Material) findingsOf(all []finding, place int, pair [2]int, spans [][]coding.Span, family []coding.CodeID) []finding {
	looked := [2]bool{m.lookedFor(place, pair[0], family), m.lookedFor(place, pair[1], family)}
	var sides [2][]coding.Span
	for side, seat := range pair {
		if looked[side] {
			sides[side] = spans[seat]
		}
	}
	both, alone := matched(sides[0], sides[1], m.overlap)
	for range both {
		all = append(all, finding{place, found, found})
	}
	other := func(side int) sight {
		if looked[side] {
			return passed
		}
		return unseen
	}
	for range alone[0] {
		all = append(all, finding{place, found, other(1)})
	}
	for range alone[1] {
		all = append(all, finding{place, other(0), found})
	}
	return all
}

// join adds a span to those of one coder and family, which come by their start:
// those that overlap are one excerpt, as two codes of a theme on the same words are.
func join(spans []coding.Span, s coding.Span) []coding.Span {
	if last := len(spans) - 1; last >= 0 && spans[last].Overlaps(s) {
		spans[last] = spans[last].Union(s)
		return spans
	}
	return append(spans, s)
}

// likeness is how much of two excerpts, taken together, is common to both
// (Jaccard's index).
func likeness(a, b coding.Span) float64 {
	common := a.Intersect(b).Len()
	return float64(common) / float64(a.Len()+b.Len()-common)
}

// matched matches two coders' excerpts one to one, best overlap first, where at
// least so large a share of the two is common, and counts what is matched and
// what is left of each. Spans of one coder come in their order and don't overlap.
func matched(a, b []coding.Span, share float64) (both int, alone [2]int) {
	const indifference = 1e-9
	type pair struct {
		a, b int
		like float64
	}
	var pairs []pair
	for i, j := 0, 0; i < len(a) && j < len(b); {
		if like := likeness(a[i], b[j]); like >= share-indifference && a[i].Overlaps(b[j]) {
			pairs = append(pairs, pair{i, j, like})
		}
		if a[i].End <= b[j].End {
			i++
		} else {
			j++
		}
	}
	slices.SortStableFunc(pairs, func(p, q pair) int { return cmp.Compare(q.like, p.like) })
	takenA, takenB := make([]bool, len(a)), make([]bool, len(b))
	for _, p := range pairs {
		if !takenA[p.a] && !takenB[p.b] {
			takenA[p.a], takenB[p.b] = true, true
			both++
		}
	}
	return both, [2]int{len(a) - both, len(b) - both}
}
