package agreement

import (
	"cmp"
	"context"
	"slices"
)

// turns aligns coder by coder: given how all others are aligned, where each unit
// of one coder belongs is an assignment problem. Coders take turns until nothing
// gets better. What comes of it is good and quick, but not proven best.
type turns struct {
	d      dissimilarity
	a      annotations
	coders int
	groups [][]place // unitary alignments of one unit or more
	edges  int       // how many ways of joining were weighed
}

// Every coder is aligned anew ten times at the most, and only while so many
// ways of joining haven't been weighed.
const (
	mostTurns = 10
	mostEdges = 2_000_000
)

// alignByTurns gives the unitary alignments of two units or more, and what they
// save against leaving every unit alone.
func (d dissimilarity) alignByTurns(ctx context.Context, a annotations) (groups [][]place, saved float64) {
	t := &turns{d: d, a: a, coders: len(a)}
	for coder := range a {
		t.place(coder)
	}
	saved = t.saved()
	for turn := 0; turn < mostTurns && t.edges < mostEdges; turn++ {
		for coder := range a {
			if ctx.Err() != nil {
				return nil, 0
			}
			t.remove(coder)
			t.place(coder)
		}
		now := t.saved()
		if now <= saved+negligible {
			break
		}
		saved = now
	}
	for _, group := range t.groups {
		if len(group) > 1 {
			groups = append(groups, group)
		}
	}
	return groups, t.saved()
}

func (t *turns) unit(p place) unit { return t.a[p.coder][p.unit] }

// saving is what a unitary alignment saves against leaving its units alone.
func (t *turns) saving(group []place) float64 {
	apart := 0.0
	for i, p := range group {
		for _, q := range group[:i] {
			apart += t.d.between(t.unit(p), t.unit(q))
		}
	}
	k, pairs := float64(len(group)), float64(t.coders*(t.coders-1))/2
	return t.d.empty*(k-1+k*(k-1)/2/pairs) - apart/pairs
}

// gain is what a unit adds to that by joining.
func (t *turns) gain(u unit, group []place) float64 {
	apart := 0.0
	for _, p := range group {
		apart += t.d.between(u, t.unit(p))
	}
	pairs := float64(t.coders*(t.coders-1)) / 2
	return t.d.empty*(1+float64(len(group))/pairs) - apart/pairs
}

func (t *turns) saved() float64 {
	total := 0.0
	for _, group := range t.groups {
		total += t.saving(group)
	}
	return total
}

// remove takes the coder's units out of all groups.
func (t *turns) remove(coder int) {
	left := t.groups[:0]
	for _, group := range t.groups {
		group = slices.DeleteFunc(group, func(p place) bool { return p.coder == coder })
		if len(group) > 0 {
			left = append(left, group)
		}
	}
	t.groups = left
}

// place matches the coder's units with the groups, one to one, so that most is
// saved; those that fit nowhere are groups of their own.
func (t *turns) place(coder int) {
	slices.SortFunc(t.groups, func(x, y []place) int { return cmp.Compare(t.unit(x[0]).start, t.unit(y[0]).start) })
	firsts := make([]unit, len(t.groups)) // the first unit of each group stands for it
	for i, group := range t.groups {
		firsts[i] = t.unit(group[0])
	}
	most := float64(t.coders*(t.coders-1)/2 + t.coders - 1)
	widest, reach := longest(firsts), t.d.reach(most)
	m := newMatching(len(t.a[coder]), len(t.groups))
	for i, u := range t.a[coder] {
		near(u, firsts, widest, reach, func(j int) {
			if more := t.gain(u, t.groups[j]); more > 0 {
				m.edges[i] = append(m.edges[i], option{column: j, cost: -more})
			}
		})
		t.edges += len(m.edges[i])
	}
	for i, j := range m.solve() {
		if j == none {
			t.groups = append(t.groups, []place{{coder, i}})
			continue
		}
		t.groups[j] = append(t.groups[j], place{coder, i})
	}
}
