package agreement

import "fmt"

// Select is the table of some of the coders, by their places among Coders. It
// serves comparisons pair by pair, and one coder against the others.
func (r *Ratings) Select(coders ...int) (*Ratings, error) {
	s := &Ratings{scale: r.scale, units: r.units, sizes: r.sizes}
	columns := make([]Column, len(coders))
	for i, g := range coders {
		if g < 0 || g >= len(r.coders) {
			return nil, fmt.Errorf("select coder %d: the table has coders 0 to %d", g, len(r.coders)-1)
		}
		columns[i] = Column{Coder: r.coders[g], Ratings: make([]Rating, len(r.patterns.counts))}
		s.coders = append(s.coders, r.coders[g])
		for p := range columns[i].Ratings {
			if k := r.patterns.row(p)[g]; k != missing {
				columns[i].Ratings[p] = Category(r.categories[k])
			}
		}
	}
	if err := s.validate(); err != nil {
		return nil, err
	}
	keys := collapse(columns, len(r.patterns.counts), r.scale.Len())
	counts := make([]float64, len(keys.counts))
	for p, pattern := range keys.rows {
		counts[pattern] += r.patterns.counts[p]
	}
	s.rows = make([]int32, len(r.rows))
	for row, p := range r.rows {
		s.rows[row] = keys.rows[p]
	}
	s.finish(keys.cells, counts)
	return s, nil
}
