package agreement

import (
	"context"
	"math"
	"slices"
)

// mostNodes is how many relaxations are solved for one component before its
// best choice so far is taken without proof.
const mostNodes = 2000

// negligible is a saving that no choice is changed for.
const negligible = 1e-13

// branching is a search for the best choice within a component.
type branching struct {
	component
	best   []int   // candidates
	saved  float64 // by best
	nodes  int
	proven bool
}

// solve chooses candidates by branch and bound on the linear relaxation, and
// reports whether the choice is proven best.
func (c component) solve(ctx context.Context) ([]candidate, bool, error) {
	b := &branching{component: c, proven: true}
	all := make([]int, len(c.candidates))
	for i := range all {
		all[i] = i
	}
	b.greedy(all)
	if err := b.branch(ctx, all, nil, 0); err != nil {
		return nil, false, err
	}
	chosen := make([]candidate, len(b.best))
	for i, at := range b.best {
		chosen[i] = c.candidates[at]
	}
	return chosen, b.proven, nil
}

// greedy is a first choice: the most saving candidate, again and again.
func (b *branching) greedy(all []int) {
	order := slices.Clone(all)
	slices.SortFunc(order, func(i, j int) int {
		switch {
		case b.worth[i] > b.worth[j]:
			return -1
		case b.worth[i] < b.worth[j]:
			return 1
		}
		return i - j
	})
	taken := make([]bool, b.units)
	for _, i := range order {
		if slices.ContainsFunc(b.rows[i], func(u int32) bool { return taken[u] }) {
			continue
		}
		for _, u := range b.rows[i] {
			taken[u] = true
		}
		b.best = append(b.best, i)
		b.saved += b.worth[i]
	}
}

// branch looks for a choice among the open candidates, those fixed being chosen
// already.
func (b *branching) branch(ctx context.Context, open, fixed []int, worth float64) error {
	if b.nodes++; b.nodes > mostNodes {
		b.proven = false
		return nil
	}
	r := newRelaxation(b.component, open)
	r.solve(ctx)
	if err := ctx.Err(); err != nil {
		return err
	}
	bound := worth + r.bound()
	if !r.solved {
		b.proven, bound = false, math.Inf(1)
	}
	if bound <= b.saved+negligible {
		return nil
	}
	amounts, whole := r.amounts()
	if whole {
		b.best, b.saved = slices.Clone(fixed), worth
		for i, amount := range amounts {
			if amount > 0.5 {
				b.best = append(b.best, open[i])
				b.saved += b.worth[open[i]]
			}
		}
		return nil
	}
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
		return nil
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
	if err := b.branch(ctx, with, append(slices.Clone(fixed), split), worth+b.worth[split]); err != nil {
		return err
	}
	return b.branch(ctx, without, fixed, worth)
}
