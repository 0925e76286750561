package agreement

// collapsed is a table of ratings brought down to its distinct rows.
type collapsed struct {
	cells  []Rating  // one row of cells a pattern
	counts []float64 // how many rows have the pattern
	rows   []int32   // the pattern of each row
}

// densest is the largest number of conceivable patterns that are counted in an
// array rather than a map.
const densest = 1 << 20

// collapse finds the distinct rows of the columns. A row is a number in base
// categories + 1.
func collapse(columns []Column, units, categories int) collapsed {
	base := categories + 1
	span := 1
	for range columns {
		if span <= densest {
			span *= base
		}
	}
	var rows []int32
	var firsts []int
	if span <= densest {
		rows, firsts = numberDense(columns, units, int32(base), span)
	} else {
		rows, firsts = numberSparse(columns, units, uint64(base))
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

// numberDense numbers rows by their first occurrence, where few are conceivable.
func numberDense(columns []Column, units int, base int32, span int) (rows []int32, firsts []int) {
	rows = make([]int32, units)
	for _, column := range columns {
		keys := rows[:len(column.Ratings)]
		for i, rating := range column.Ratings {
			keys[i] = keys[i]*base + int32(rating)
		}
	}
	numbers := make([]int32, span)
	for i, key := range rows {
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

// numberSparse does the same where many are conceivable. Where the number of a
// row gets too large, the beginnings met so far are numbered anew.
func numberSparse(columns []Column, units int, base uint64) (rows []int32, firsts []int) {
	keys := make([]uint64, units)
	span := uint64(1)
	for _, column := range columns {
		if span > (1<<62)/base {
			rows, firsts = numberKeys(keys)
			for i, row := range rows {
				keys[i] = uint64(row)
			}
			span = uint64(len(firsts))
		}
		for i, rating := range column.Ratings {
			keys[i] = keys[i]*base + uint64(rating)
		}
		span *= base
	}
	return numberKeys(keys)
}

func numberKeys(keys []uint64) (rows []int32, firsts []int) {
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
