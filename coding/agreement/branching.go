package agreement

import (
	"cmp"
	"slices"
)

// mostRows is how many units a component may have for its relaxation to be
// solved: the work and the room that it takes grow with the square.
const mostRows = 2500

// negligible is a saving that no choice is changed for.
const negligible = 1e-13

// branching is a search for the best choice within a component.
type branching struct {
	component
	effort *effort
	best   []int   // candidates
	saved  float64 // by best
	proven bool
}

// solve chooses candidates by branch and bound on the linear relaxation, and
// reports whether the choice is proven best.
func (c component) solve(e *effort) ([]candidate, bool) {
	b := &branching{component: c, effort: e, proven: c.units <= mostRows}
	all := make([]int, len(c.candidates))
	for i := range all {
		all[i] = i
	}
	slices.SortStableFunc(all, func(i, j int) int { return cmp.Compare(c.worth[j], c.worth[i]) })
	b.choose(all, nil, 0)
	slices.Sort(all)
	if b.proven {
		b.branch(all, nil, 0)
	}
	chosen := make([]candidate, len(b.best))
	for i, at := range b.best {
		chosen[i] = c.candidates[at]
	}
	return chosen, b.proven
}

// choose takes candidates in the order given where their units are free, beside
// those fixed, and keeps the choice if it is the best so far.
func (b *branching) choose(order, fixed []int, worth float64) {
	taken := make([]bool, b.units)
	chosen := slices.Clone(fixed)
	for _, i := range fixed {
		for _, u := range b.rows[i] {
			taken[u] = true
		}
	}
	for _, i := range order {
		if slices.ContainsFunc(b.rows[i], func(u int32) bool { return taken[u] }) {
			continue
		}
		for _, u := range b.rows[i] {
			taken[u] = true
		}
		chosen = append(chosen, i)
		worth += b.worth[i]
	}
	if worth > b.saved {
		b.best, b.saved = chosen, worth
	}
}

// branch looks for a choice among the open candidates, those fixed being chosen
// already.
func (b *branching) branch(open, fixed []int, worth float64) {
	if !b.effort.spend(b.units * b.units) {
		b.proven = false
		return
	}
	r := newRelaxation(b.component, open)
	r.solve(b.effort)
	amounts, whole := r.amounts()
	if !r.solved {
		b.proven = false
		b.round(open, fixed, worth, amounts)
		return
	}
	bound := worth + r.bound()
	if bound <= b.saved+negligible {
		return
	}
	if whole {
		b.best, b.saved = slices.Clone(fixed), worth
		for i, amount := range amounts {
			if amount > 0.5 {
				b.best = append(b.best, open[i])
				b.saved += b.worth[open[i]]
			}
		}
		return
	}
	b.round(open, fixed, worth, amounts)
	// A candidate whose reduced cost exceeds the gap is in no better choice.
	gap := bound - b.saved
	var left []int
	split, nearest := none, 0.0
	for i, at := range open {
		if r.reduced(at) < -gap-negligible {
			continue
		}
		left = append(left, at)
		if amounts[i] > nearest && amounts[i] < 1-1e-6 {
			split, nearest = at, amounts[i]
		}
	}
	if split == none {
		return
	}
	var with, without []int
	for _, at := range left {
		if at == split {
			continue
		}
		without = append(without, at)
		if !slices.ContainsFunc(b.rows[at], func(u int32) bool { return slices.Contains(b.rows[split], u) }) {
			with = append(with, at)
		}
	}
	b.branch(with, append(slices.Clone(fixed), split), worth+b.worth[split])
	b.branch(without, fixed, worth)
}

// round makes a choice of a relaxation's amounts: the largest first.
func (b *branching) round(open, fixed []int, worth float64, amounts []float64) {
	order := make([]int, len(open))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(amounts[j], amounts[i]), cmp.Compare(b.worth[open[j]], b.worth[open[i]]))
	})
	for i, at := range order {
		order[i] = open[at]
	}
	b.choose(order, fixed, worth)
}
