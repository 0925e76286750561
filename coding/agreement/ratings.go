package agreement

import (
	"fmt"
	"slices"
)

// Rating is what one coder said of one unit: Missing, or a category of the
// table's Scale, counted from 1. The zero value is Missing, so that a cell that
// nobody filled in is never taken for a category.
type Rating int32

// Ratings of a Presence scale, and the one that belongs to every scale.
const (
	// Missing says that the coder didn't look at the unit. It isn't Absent.
	Missing Rating = 0
	// Absent says that the coder looked and left the code out.
	Absent Rating = 1
	// Present says that the coder applied the code.
	Present Rating = 2
)

// Category is the rating that names the category with that index of the scale.
func Category(index int) Rating { return Rating(index) + 1 }

// Column holds one coder's ratings of all units, in the order of the units.
type Column struct {
	Coder   string
	Ratings []Rating
}

// Ratings is a table of units by coders, kept as its distinct rows and how often
// each occurs, since no measure asks for more. It doesn't change once made, and
// several goroutines may use it at once.
type Ratings struct {
	scale      Scale
	coders     []string
	categories []int // indices into scale of the categories that occur, by rank
	units      int
	patterns   patterns
	rows       []int32 // the pattern of each row the table was made from
	sizes      []float64
}

// NewRatings makes a table of one column a coder, all of the same length.
func NewRatings(scale Scale, columns ...Column) (*Ratings, error) {
	units := 0
	coders := make([]string, len(columns))
	for i, column := range columns {
		coders[i] = column.Coder
		if i == 0 {
			units = len(column.Ratings)
		}
		if len(column.Ratings) != units {
			return nil, fmt.Errorf("coder %q has %d ratings where %q has %d: every coder needs one rating or a missing one for each unit",
				column.Coder, len(column.Ratings), columns[0].Coder, units)
		}
	}
	r := &Ratings{scale: scale, coders: coders, units: units}
	if err := r.validate(); err != nil {
		return nil, err
	}
	most := uint32(scale.Len())
	for _, column := range columns {
		for unit, rating := range column.Ratings {
			if uint32(rating) > most { // negative ones too
				return nil, fmt.Errorf("coder %q, unit %d: rating %d is outside the scale, which has categories 1 to %d",
					column.Coder, unit+1, rating, most)
			}
		}
	}
	keys := collapse(columns, units, scale.Len())
	r.rows = keys.rows
	r.finish(keys.cells, keys.counts)
	return r, nil
}

// Run is a stretch of units that were all rated alike, such as the characters
// between two edges of codings.
type Run struct {
	// Ratings has one rating a coder, in the order of the coders.
	Ratings []Rating
	// Units is how many units the run has.
	Units int
	// Weight is what each of them counts; 0 is 1. Weights whose mean over all
	// units is 1 leave N as it is.
	Weight float64
}

// NewRatingsOfRuns makes a table of stretches of equal units. It is the same
// table as NewRatings makes of the single units, at the cost of the runs.
func NewRatingsOfRuns(scale Scale, coders []string, runs []Run) (*Ratings, error) {
	columns := make([]Column, len(coders))
	for i, coder := range coders {
		columns[i] = Column{Coder: coder, Ratings: make([]Rating, len(runs))}
	}
	units, weights := make([]int, len(runs)), make([]float64, len(runs))
	for i, run := range runs {
		if len(run.Ratings) != len(coders) {
			return nil, fmt.Errorf("run %d has %d ratings for %d coders", i+1, len(run.Ratings), len(coders))
		}
		for coder, rating := range run.Ratings {
			columns[coder].Ratings[i] = rating
		}
		units[i], weights[i] = run.Units, run.Weight
	}
	return NewRatingsOfColumns(scale, units, weights, columns...)
}

// NewRatingsOfColumns makes the same table of columns that have one rating a
// run. Units are those of each run, weights as in Run; nil weighs all alike.
func NewRatingsOfColumns(scale Scale, units []int, weights []float64, columns ...Column) (*Ratings, error) {
	r := &Ratings{scale: scale, sizes: make([]float64, len(units))}
	for _, column := range columns {
		r.coders = append(r.coders, column.Coder)
		if len(column.Ratings) != len(units) {
			return nil, fmt.Errorf("coder %q has %d ratings for %d runs", column.Coder, len(column.Ratings), len(units))
		}
		for i, rating := range column.Ratings {
			if rating < 0 || int(rating) > scale.Len() {
				return nil, fmt.Errorf("coder %q, run %d: rating %d is outside the scale, which has categories 1 to %d",
					column.Coder, i+1, rating, scale.Len())
			}
		}
	}
	if err := r.validate(); err != nil {
		return nil, err
	}
	for i, n := range units {
		weight := 0.0
		if weights != nil {
			weight = weights[i]
		}
		if n < 1 || weight < 0 {
			return nil, fmt.Errorf("run %d has %d units of weight %v: a run has one unit or more, none weighing less than nothing", i+1, n, weight)
		}
		if weight == 0 {
			weight = 1
		}
		r.units += n
		r.sizes[i] = float64(n) * weight
	}
	keys := collapse(columns, len(units), scale.Len())
	r.rows = keys.rows
	counts := make([]float64, len(keys.counts))
	for row, pattern := range keys.rows {
		counts[pattern] += r.sizes[row]
	}
	r.finish(keys.cells, counts)
	return r, nil
}

// Units is the number of rows, rated or not.
func (r *Ratings) Units() int { return r.units }

// Coders names the coders, in the order of the columns.
func (r *Ratings) Coders() []string { return slices.Clone(r.coders) }

// Scale is the scale the table was made with.
func (r *Ratings) Scale() Scale { return r.scale }

// Patterns is the number of distinct rows.
func (r *Ratings) Patterns() int { return len(r.patterns.counts) }

// Pairable is the number of units that at least two coders rated; with weights,
// their weight.
func (r *Ratings) Pairable() float64 {
	sum := 0.0
	for p, size := range r.patterns.sizes {
		if size >= 2 {
			sum += r.patterns.counts[p]
		}
	}
	return sum
}

func (r *Ratings) validate() error {
	seen := make(map[string]bool, len(r.coders))
	for i, coder := range r.coders {
		if coder == "" {
			return fmt.Errorf("coder %d has no name", i+1)
		}
		if seen[coder] {
			return fmt.Errorf("coder %q has two columns: every coder has one", coder)
		}
		seen[coder] = true
	}
	return r.scale.validate()
}

// finish turns cells of scale indices into patterns over the categories that
// occur, which are numbered by rank.
func (r *Ratings) finish(cells []Rating, counts []float64) {
	occurs := make([]bool, r.scale.Len()+1)
	for _, cell := range cells {
		occurs[cell] = true
	}
	for index := range r.scale.Len() {
		if occurs[Category(index)] {
			r.categories = append(r.categories, index)
		}
	}
	r.scale.ranked(r.categories)
	rank := make([]int32, len(occurs))
	rank[Missing] = missing
	for k, index := range r.categories {
		rank[Category(index)] = int32(k)
	}
	ranked := make([]int32, len(cells))
	for i, cell := range cells {
		ranked[i] = rank[cell]
	}
	r.patterns = newPatterns(ranked, counts, len(r.coders))
}
