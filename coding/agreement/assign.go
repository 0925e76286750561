package agreement

// tie is what each unit beyond the first of a unitary alignment is worth on top
// of its true saving, in Δ∅: among alignments of equal disorder it prefers the
// one of fewest unitary alignments.
const tie = 1e-11

// alignTwo finds the best alignment of two coders: an assignment in which a pair
// costs d − 2Δ∅, which is what aligning saves. Only pairs that save something
// are edges, so that the graph is sparse.
func (d dissimilarity) alignTwo(a annotations) alignment {
	m := newMatching(len(a[0]), len(a[1]))
	widest, reach := longest(a[1]), d.reach(2)
	for i, u := range a[0] {
		near(u, a[1], widest, reach, func(j int) {
			if cost := d.between(u, a[1][j]) - 2*d.empty; cost < tie*d.empty {
				m.edges[i] = append(m.edges[i], option{column: j, cost: cost - tie*d.empty})
			}
		})
	}
	made := alignment{exact: true}
	total := float64(a.count()) * d.empty
	for i, j := range m.solve() {
		if j == none {
			continue
		}
		total += d.between(a[0][i], a[1][j]) - 2*d.empty
		made.groups = append(made.groups, []place{{0, i}, {1, j}})
	}
	made.disorder = total * 2 / float64(a.count())
	return made
}
