package agreement

import "context"

// align finds the best alignment of any number of coders.
func (d dissimilarity) align(ctx context.Context, a annotations) (alignment, error) {
	units := a.count()
	if units == 0 {
		return alignment{}, undefined("nobody marked anything: there is nothing to align")
	}
	if len(a) == 2 {
		return d.alignTwo(a), nil
	}
	mean := float64(units) / float64(len(a))
	total := float64(units) * d.empty
	made := alignment{exact: true}
	p, complete, err := d.candidates(ctx, a)
	if err != nil {
		return alignment{}, err
	}
	made.exact = complete
	for _, part := range p.components() {
		chosen, proven, err := part.solve(ctx)
		if err != nil {
			return alignment{}, err
		}
		made.exact = made.exact && proven
		for _, c := range chosen {
			total -= c.saving
			made.groups = append(made.groups, p.places(c))
		}
	}
	made.disorder = total / mean
	return made, nil
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
// (n(n−1)/2 + k₁k₂)Δ∅. It reports whether all were listed.
func (d dissimilarity) candidates(ctx context.Context, a annotations) (packing, bool, error) {
	for narrow := 1.0; ; narrow /= 2 {
		s := newSearch(d, a, narrow)
		if s.run(ctx) {
			return packing{firsts: s.firsts, candidates: s.found, tie: tie * d.empty}, narrow == 1, nil
		}
		if err := ctx.Err(); err != nil {
			return packing{}, false, err
		}
	}
}
