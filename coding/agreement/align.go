package agreement

import (
	"cmp"
	"context"
	"slices"
)

// align finds the best alignment of any number of coders. Where that takes more
// effort than the most allowed, it gives the best that it has found, marked as such.
func (d dissimilarity) align(ctx context.Context, a annotations, most int) (alignment, error) {
	units := a.count()
	if units == 0 {
		return alignment{}, undefined("nobody marked anything: there is nothing to align")
	}
	if len(a) == 2 {
		return d.alignTwo(a), nil
	}
	e := &effort{left: most, done: ctx.Done()}
	p, complete := d.candidates(a, e)
	made := alignment{exact: complete}
	saved := 0.0
	parts := p.components()
	slices.SortStableFunc(parts, func(x, y component) int { return cmp.Compare(len(x.candidates), len(y.candidates)) })
	for _, part := range parts { // small ones first: what they don't need is left for the others
		chosen, proven := part.solve(e)
		made.exact = made.exact && proven
		for _, c := range chosen {
			saved += c.saving
			made.groups = append(made.groups, p.places(c))
		}
	}
	if !made.exact {
		if groups, better := d.alignByTurns(ctx, a); better > saved {
			made.groups, saved = groups, better
		}
	}
	made.disorder = (float64(units)*d.empty - saved) * float64(len(a)) / float64(units)
	return made, ctx.Err()
}

// mostCandidates is how many unitary alignments are looked at before the search
// for them is narrowed and the disorder only bounded.
const mostCandidates = 400_000

// candidate is a unitary alignment of two units or more that may be part of a
// best alignment, and what it saves against leaving its units alone.
type candidate struct {
	members []int32 // units, numbered across coders
	saving  float64
}

// candidates lists the unitary alignments that no split improves: one whose k
// units fall into k₁ and k₂ is dropped if their cross dissimilarity exceeds
// (n(n−1)/2 + k₁k₂)Δ∅. It reports whether all were listed; where there are too
// many, those of nearer units are, or none.
func (d dissimilarity) candidates(a annotations, e *effort) (packing, bool) {
	const narrowest = 1.0 / 16
	for narrow := 1.0; narrow >= narrowest; narrow /= 2 {
		own := e.part(8)
		s := newSearch(d, a, narrow, own)
		listed := s.run()
		e.giveBack(own)
		if listed {
			return packing{firsts: s.firsts, candidates: s.found, tie: tie * d.empty}, narrow == 1
		}
	}
	return packing{}, false
}
