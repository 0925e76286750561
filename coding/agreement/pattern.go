package agreement

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

// collapsed is a table of ratings brought down to its distinct rows.
type collapsed struct {
	cells  []Rating
	counts []float64
	rows   []int32
}

// densest is the largest number of conceivable patterns that are counted in an
// array rather than a map.
const densest = 1 << 20

// collapse finds the distinct rows of the columns. A row is a number in base
// categories + 1; where that number gets too large, distinct prefixes are
// numbered anew, coder by coder.
func collapse(columns []Column, units, categories int) collapsed {
	base := uint64(categories) + 1
	keys := make([]uint64, units)
	span := uint64(1)
	for _, column := range columns {
		if span > (1<<62)/base {
			span = renumber(keys)
		}
		for i, rating := range column.Ratings {
			keys[i] = keys[i]*base + uint64(rating)
		}
		span *= base
	}
	var rows []int32
	var firsts []int
	if span <= densest {
		rows, firsts = numberDense(keys, int(span))
	} else {
		rows, firsts = numberSparse(keys)
	}
	c := collapsed{rows: rows, counts: make([]float64, len(firsts)), cells: make([]Rating, 0, len(firsts)*len(columns))}
	for _, row := range rows {
		c.counts[row]++
	}
	for _, unit := range firsts {
		for _, column := range columns {
			c.cells = append(c.cells, column.Ratings[unit])
		}
	}
	return c
}

// renumber replaces keys by the order of their first occurrence and returns how many there are.
func renumber(keys []uint64) uint64 {
	rows, firsts := numberSparse(keys)
	for i, row := range rows {
		keys[i] = uint64(row)
	}
	return uint64(len(firsts))
}

func numberDense(keys []uint64, span int) (rows []int32, firsts []int) {
	numbers := make([]int32, span)
	rows = make([]int32, len(keys))
	for i, key := range keys {
		number := numbers[key]
		if number == 0 {
			firsts = append(firsts, i)
			number = int32(len(firsts))
			numbers[key] = number
		}
		rows[i] = number - 1
	}
	return rows, firsts
}

func numberSparse(keys []uint64) (rows []int32, firsts []int) {
	numbers := make(map[uint64]int32)
	rows = make([]int32, len(keys))
	for i, key := range keys {
		number, found := numbers[key]
		if !found {
			number = int32(len(firsts))
			numbers[key] = number
			firsts = append(firsts, i)
		}
		rows[i] = number
	}
	return rows, firsts
}
