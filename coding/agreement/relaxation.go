package agreement

import "math"

// relaxation is the linear program behind a packing: amounts x of candidates
// that save most, no unit being used more than once. It is solved by the revised
// simplex method with the inverse of the basis kept column by column.
type relaxation struct {
	component
	open    []int       // candidates that may be used
	basis   []int       // by row: a place in open, or −1−u where unit u stays alone
	inverse [][]float64 // columns of the basis's inverse
	level   []float64   // amounts of the basis, the units' capacities being shaken a little
	prices  []float64   // dual values of the units
	slacks  []bool      // by unit: whether its staying alone is in the basis
	pool    []int       // places in open that looked worth entering
	width   int         // the most units that a candidate has
	solved  bool        // whether the prices cover every open candidate
}

const (
	// tolerance is what a reduced cost has to exceed to count.
	tolerance = 1e-13
	// pivot is the least size of a pivot.
	pivot = 1e-9
	// shake sets the size by which capacities differ from 1, which keeps the
	// simplex method from standing still where many solutions meet.
	shake = 1e-7
)

func newRelaxation(c component, open []int) *relaxation {
	r := &relaxation{
		component: c, open: open, basis: make([]int, c.units), inverse: make([][]float64, c.units),
		level: make([]float64, c.units), prices: make([]float64, c.units), slacks: make([]bool, c.units),
	}
	cells := make([]float64, c.units*c.units)
	state := uint64(1)
	for row := range r.basis {
		r.basis[row] = -1 - row
		r.slacks[row] = true
		r.inverse[row] = cells[row*c.units : (row+1)*c.units]
		r.inverse[row][row] = 1
		state = state*6364136223846793005 + 1442695040888963407 // any fixed sequence will do
		r.level[row] = 1 + shake*float64(state>>40)/float64(1<<24)
	}
	for _, at := range open {
		r.width = max(r.width, len(c.rows[at]))
	}
	return r
}

// reduced is what a candidate would save beyond the prices of its units.
func (r *relaxation) reduced(at int) float64 {
	x := r.worth[at]
	for _, u := range r.rows[at] {
		x -= r.prices[u]
	}
	return x
}

// solve pivots until no candidate is worth entering, or the effort is spent.
func (r *relaxation) solve(e *effort) {
	column := make([]float64, r.units)
	for range 200 * (r.units + 10) {
		if !e.spend(len(r.pool)*r.width + r.units) {
			return
		}
		entering, row := r.entering(e)
		if entering == none && row == none {
			r.solved = true
			return
		}
		clear(column)
		var worth float64
		if entering != none {
			worth = r.reduced(r.open[entering])
			for _, u := range r.rows[r.open[entering]] {
				for i, x := range r.inverse[u] {
					column[i] += x
				}
			}
		} else {
			worth = -r.prices[row]
			copy(column, r.inverse[row])
		}
		leaving, least := none, math.Inf(1)
		for i, x := range column {
			if x > pivot && r.level[i]/x < least {
				leaving, least = i, r.level[i]/x
			}
		}
		if leaving == none {
			return
		}
		e.left -= r.exchange(leaving, entering, row, column, worth)
	}
}

// entering is the candidate most worth entering, or the unit whose staying alone is.
func (r *relaxation) entering(e *effort) (candidate, row int) {
	for u, price := range r.prices {
		if !r.slacks[u] && price < -tolerance {
			return none, u
		}
	}
	if at := r.best(r.pool); at != none {
		return at, none
	}
	r.refill()
	e.left -= len(r.open) * r.width
	return r.best(r.pool), none
}

// refill puts into the pool, for each unit, the candidate most worth entering of
// those whose first unit it is.
func (r *relaxation) refill() {
	most := make([]float64, r.units)
	found := make([]int, r.units)
	for at, i := range r.open {
		u := r.rows[i][0]
		if x := r.reduced(i); x > tolerance && x > most[u] {
			most[u], found[u] = x, at
		}
	}
	r.pool = r.pool[:0]
	for u, at := range found {
		if most[u] > 0 {
			r.pool = append(r.pool, at)
		}
	}
}

func (r *relaxation) best(pool []int) int {
	found, most := none, tolerance
	for _, at := range pool {
		if x := r.reduced(r.open[at]); x > most {
			found, most = at, x
		}
	}
	return found
}

// exchange takes a column into the basis in place of row leaving.
// It returns how many numbers that changed.
func (r *relaxation) exchange(leaving, entering, slack int, column []float64, worth float64) int {
	divisor := column[leaving]
	amount := r.level[leaving] / divisor
	for i, x := range column {
		if i != leaving {
			r.level[i] = math.Max(0, r.level[i]-amount*x)
		}
	}
	r.level[leaving] = amount
	steps := 0
	for u, inverse := range r.inverse {
		factor := inverse[leaving] / divisor
		if factor == 0 {
			continue
		}
		steps += r.units
		for i, x := range column {
			inverse[i] -= factor * x
		}
		inverse[leaving] = factor
		r.prices[u] += worth * factor
	}
	if alone := -1 - r.basis[leaving]; alone >= 0 {
		r.slacks[alone] = false
	}
	r.basis[leaving] = entering
	if entering == none {
		r.basis[leaving] = -1 - slack
		r.slacks[slack] = true
	}
	return steps
}

// bound is the most that any choice among the open candidates can save: prices
// cover every candidate, so their sum covers every choice.
func (r *relaxation) bound() float64 {
	total := 0.0
	for _, price := range r.prices {
		total += math.Max(0, price)
	}
	return total
}

// amounts are those of the open candidates at capacities of 1, and whether all are 0 or 1.
func (r *relaxation) amounts() (amounts []float64, whole bool) {
	amounts = make([]float64, len(r.open))
	whole = true
	for row, at := range r.basis {
		if at < 0 {
			continue
		}
		x := 0.0
		for _, inverse := range r.inverse {
			x += inverse[row]
		}
		amounts[at] = x
		whole = whole && (math.Abs(x) < 1e-6 || math.Abs(x-1) < 1e-6)
	}
	return amounts, whole
}
