package agreement

import "slices"

// missing is a cell of a pattern that holds no category.
const missing int32 = -1

// patterns are the distinct rows of a table. Every measure is a function of
// them and their counts, which is why a bootstrap replicate needs no more than
// new counts.
type patterns struct {
	coders int
	cells  []int32   // coders cells a pattern: rank of the category, or missing
	counts []float64 // how many units have the pattern
	sizes  []float64 // r_i
	// The categories of pattern p and how many coders chose each are
	// kinds[starts[p]:starts[p+1]] and times[starts[p]:starts[p+1]].
	starts []int32
	kinds  []int32
	times  []float64
}

func newPatterns(cells []int32, counts []float64, coders int) patterns {
	p := patterns{
		coders: coders, cells: cells, counts: counts,
		sizes: make([]float64, len(counts)), starts: make([]int32, 1, len(counts)+1),
	}
	for i := range counts {
		first := len(p.kinds)
		for _, cell := range p.row(i) {
			if cell == missing {
				continue
			}
			p.sizes[i]++
			found := false
			for j := first; j < len(p.kinds); j++ {
				if p.kinds[j] == cell {
					p.times[j]++
					found = true
					break
				}
			}
			if !found {
				p.kinds = append(p.kinds, cell)
				p.times = append(p.times, 1)
			}
		}
		p.starts = append(p.starts, int32(len(p.kinds)))
	}
	return p
}

func (p *patterns) row(i int) []int32 { return p.cells[i*p.coders : (i+1)*p.coders] }

func (p *patterns) profile(i int) (kinds []int32, times []float64) {
	return p.kinds[p.starts[i]:p.starts[i+1]], p.times[p.starts[i]:p.starts[i+1]]
}

// unordered are the patterns that differ in more than who said what, and which
// of them each of p is. They serve measures that treat coders alike.
func (p *patterns) unordered() (merged patterns, of []int32) {
	cells := slices.Clone(p.cells)
	columns := make([]Column, p.coders)
	for g := range columns {
		columns[g].Ratings = make([]Rating, len(p.counts))
	}
	most := int32(0)
	for i := range p.counts {
		row := cells[i*p.coders : (i+1)*p.coders]
		slices.Sort(row)
		for g, k := range row {
			columns[g].Ratings[i] = Rating(k - missing)
			most = max(most, k+1)
		}
	}
	c := collapse(columns, len(p.counts), int(most))
	counts := make([]float64, len(c.counts))
	for i, pattern := range c.rows {
		counts[pattern] += p.counts[i]
	}
	ranks := make([]int32, len(c.cells))
	for i, cell := range c.cells {
		ranks[i] = int32(cell) + missing
	}
	return newPatterns(ranks, counts, p.coders), c.rows
}
