package ui

import "math/bits"

// heights is a row of heights whose sums are found in log n: a Fenwick tree
// (Fenwick 1994). The sums are in float64, or 100,000 blocks would lose pixels.
type heights struct {
	each []float32
	tree []float64 // one-based
}

// newHeights takes over a row of heights.
func newHeights(each []float32) heights {
	h := heights{each: each, tree: make([]float64, len(each)+1)}
	for i, height := range each {
		h.tree[i+1] += float64(height)
		if parent := i + 1 + (i+1)&-(i+1); parent < len(h.tree) {
			h.tree[parent] += h.tree[i+1]
		}
	}
	return h
}

// set changes one height.
func (h *heights) set(i int, height float32) {
	delta := float64(height) - float64(h.each[i])
	if delta == 0 {
		return
	}
	h.each[i] = height
	for at := i + 1; at < len(h.tree); at += at & -at {
		h.tree[at] += delta
	}
}

// above is the sum of the heights before i.
func (h *heights) above(i int) float64 {
	var sum float64
	for at := i; at > 0; at -= at & -at {
		sum += h.tree[at]
	}
	return sum
}

// total is the sum of all.
func (h *heights) total() float64 { return h.above(len(h.each)) }

// at is which height the offset falls into, and how far: the last one where
// the offset is beyond all.
func (h *heights) at(offset float64) (i int, within float32) {
	if len(h.each) == 0 {
		return 0, 0
	}
	rest := max(0, offset)
	for step := 1 << (bits.Len(uint(len(h.tree))) - 1); step > 0; step /= 2 {
		if next := i + step; next < len(h.tree) && h.tree[next] <= rest {
			i, rest = next, rest-h.tree[next]
		}
	}
	if i >= len(h.each) {
		return len(h.each) - 1, h.each[len(h.each)-1]
	}
	return i, float32(rest)
}
