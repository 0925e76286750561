package compare

import (
	"cmp"
	"slices"

	"concord/coding"
)

// layout divides the sources into the units that are counted, where these are
// smaller than sources. Units of a source in which nobody marked anything are
// rated alike and stand as one run, so that long texts cost what is coded in
// them and not their length.
type layout struct {
	places  []int32   // of each run, its source
	units   []int     // how many units it has
	weights []float64 // what each counts; nil where all count alike
	touched []given   // place is the run; in the order of the runs
}

// add adds a run of so many units and numbers it from 1.
func (l *layout) add(place, units int) int32 {
	l.places = append(l.places, int32(place))
	l.units = append(l.units, units)
	return int32(len(l.places))
}

// layOut divides the material anew; the comment needs no division.
func (m *Material) layOut() {
	m.layout = nil
	if m.Unit == Comment || !m.Unit.Rated() {
		return
	}
	l := &layout{}
	var scratch []int32
	rest := m.given
	for place, codings := range m.codings {
		scratch = l.divide(m, place, rest[:len(codings)], scratch)
		rest = rest[len(codings):]
	}
	if weights := m.weights(); weights != nil {
		l.weights = make([]float64, len(l.places))
		for run, place := range l.places {
			l.weights[run] = weights[place]
		}
	}
	m.layout = l
}

// divide adds the runs of one source.
func (l *layout) divide(m *Material, place int, own []given, scratch []int32) []int32 {
	codings := m.codings[place]
	pieces, units := m.piecesOf(place)
	runOf := slices.Grow(scratch[:0], len(pieces))[:len(pieces)] // of each piece, its run and 1; 0 for none yet
	clear(runOf)
	first := len(l.touched)
	for i, c := range codings {
		from, _ := slices.BinarySearchFunc(pieces, c.Start, func(p coding.Span, start int) int { return cmp.Compare(p.End, start+1) })
		for at := from; at < len(pieces) && pieces[at].Start < c.End; at++ {
			if runOf[at] == 0 {
				size := 1
				if m.Unit == Character {
					size = pieces[at].Len()
				}
				runOf[at] = l.add(place, size)
				units -= size
			}
			l.touched = append(l.touched, given{runOf[at] - 1, own[i].seat, own[i].code})
		}
	}
	slices.SortStableFunc(l.touched[first:], func(a, b given) int { return cmp.Compare(a.place, b.place) })
	if units > 0 {
		l.add(place, units)
	}
	return runOf
}

// piecesOf are the stretches of a source that a coding touches or doesn't, and
// how many units it has in all. For characters a stretch is what lies between
// two edges of codings.
func (m *Material) piecesOf(place int) (pieces []coding.Span, units int) {
	if m.Unit != Character {
		return m.pieces[place], len(m.pieces[place])
	}
	var edges []int
	for _, c := range m.codings[place] {
		edges = append(edges, c.Start, c.End)
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	for i := 1; i < len(edges); i++ {
		pieces = append(pieces, coding.Span{Start: edges[i-1], End: edges[i]})
	}
	return pieces, m.lengths[place]
}

// rows is how many rows a table of ratings has.
func (m *Material) rows() int {
	if m.layout == nil {
		return len(m.Sources)
	}
	return len(m.layout.places)
}

// placeOf is the source of a row.
func (m *Material) placeOf(row int) int {
	if m.layout == nil {
		return row
	}
	return int(m.layout.places[row])
}

// unitsOf is how many units a row stands for.
func (m *Material) unitsOf(row int) int {
	if m.layout == nil {
		return 1
	}
	return m.layout.units[row]
}

// ratedBy are the codes given to each row, in the order of the rows.
func (m *Material) ratedBy() []given {
	if m.layout == nil {
		return m.given
	}
	return m.layout.touched
}

// weights are what a unit of each source counts where every source counts
// alike; their mean over all units is 1. They are nil where units count alike.
func (m *Material) weights() []float64 {
	if !m.weighted || m.Unit != Character {
		return nil
	}
	total, sources := 0, 0
	for _, length := range m.lengths {
		if length > 0 {
			total += length
			sources++
		}
	}
	weights := make([]float64, len(m.lengths))
	for place, length := range m.lengths {
		if length > 0 {
			weights[place] = float64(total) / float64(sources) / float64(length)
		}
	}
	return weights
}
