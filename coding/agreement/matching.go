package agreement

const none = -1

// option is a column that a row may be matched to.
type option struct {
	column int
	cost   float64
}

// matching is an assignment problem in which every row may also stay alone, at
// no cost. It is solved by shortest augmenting paths (Jonker & Volgenant 1987)
// over the edges that there are.
type matching struct {
	edges   [][]option
	rows    []float64 // dual values
	columns []float64
	ofRow   []int
	ofCol   []int

	distance []float64 // of columns, in the present search
	from     []int     // the row from which the column was reached
	seen     []int     // the search that reached the column
	settled  []int     // the search that settled the column
	queue    frontier
}

func newMatching(rows, columns int) *matching {
	m := &matching{
		edges: make([][]option, rows), rows: make([]float64, rows), columns: make([]float64, columns),
		ofRow: make([]int, rows), ofCol: make([]int, columns), distance: make([]float64, columns),
		from: make([]int, columns), seen: make([]int, columns), settled: make([]int, columns),
	}
	for i := range m.ofRow {
		m.ofRow[i] = none
	}
	for j := range m.ofCol {
		m.ofCol[j] = none
	}
	return m
}

// solve returns the column of each row, or none.
func (m *matching) solve() []int {
	for row := range m.edges {
		m.augment(row)
	}
	return m.ofRow
}

// augment adds a row by the cheapest alternating path that ends in a free column
// or in a row that stays alone.
func (m *matching) augment(start int) {
	search := start + 1
	m.queue = m.queue[:0]
	for _, o := range m.edges[start] {
		m.rows[start] = min(m.rows[start], o.cost-m.columns[o.column])
	}
	aloneRow, best := start, -m.rows[start] // the cheapest end so far: this row alone
	endColumn := none
	var order []int // settled columns
	row, at := start, 0.0
	for {
		for _, o := range m.edges[row] {
			if m.settled[o.column] == search {
				continue
			}
			distance := at + o.cost - m.rows[row] - m.columns[o.column]
			if m.seen[o.column] != search || distance < m.distance[o.column] {
				m.seen[o.column], m.distance[o.column], m.from[o.column] = search, distance, row
				m.queue.push(option{o.column, distance})
			}
		}
		next := option{column: none}
		for len(m.queue) > 0 {
			o := m.queue.pop()
			if m.settled[o.column] != search && o.cost <= m.distance[o.column] {
				next = o
				break
			}
		}
		if next.column == none || next.cost >= best {
			break
		}
		m.settled[next.column] = search
		order = append(order, next.column)
		if m.ofCol[next.column] == none {
			endColumn, best = next.column, next.cost
			break
		}
		row, at = m.ofCol[next.column], next.cost
		if alone := at - m.rows[row]; alone < best {
			best, aloneRow = alone, row
		}
	}
	m.rows[start] += best
	for _, column := range order {
		if m.ofCol[column] != none {
			m.rows[m.ofCol[column]] += best - m.distance[column]
		}
		m.columns[column] -= best - m.distance[column]
	}
	if endColumn == none { // the row that stays alone gives its column away
		endColumn = m.ofRow[aloneRow]
		m.ofRow[aloneRow] = none
	}
	for column := endColumn; column != none; {
		row := m.from[column]
		column, m.ofRow[row], m.ofCol[column] = m.ofRow[row], column, row
	}
}

// frontier is a heap of columns, nearest first.
type frontier []option

func (f *frontier) push(o option) {
	*f = append(*f, o)
	q := *f
	for i := len(q) - 1; i > 0; {
		parent := (i - 1) / 2
		if q[parent].cost <= q[i].cost {
			return
		}
		q[parent], q[i] = q[i], q[parent]
		i = parent
	}
}

func (f *frontier) pop() option {
	q := *f
	top, last := q[0], len(q)-1
	q[0] = q[last]
	q = q[:last]
	*f = q
	for i := 0; ; {
		child := 2*i + 1
		if child >= last {
			return top
		}
		if child+1 < last && q[child+1].cost < q[child].cost {
			child++
		}
		if q[i].cost <= q[child].cost {
			return top
		}
		q[i], q[child] = q[child], q[i]
		i = child
	}
}
