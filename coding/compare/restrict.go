package compare

import (
	"concord/coding"
)

// Pairs are the material of each two of its coders, in order.
func (m *Material) Pairs() []*Material {
	var pairs []*Material
	for x := range m.Coders {
		for y := x + 1; y < len(m.Coders); y++ {
			pairs = append(pairs, m.restrict([]coding.Coder{m.Coders[x], m.Coders[y]}, func(coding.SourceID) bool { return true }))
		}
	}
	return pairs
}

// Where is the material of the sources that hold reports true for.
func (m *Material) Where(holds func(coding.SourceID) bool) *Material {
	return m.restrict(m.Coders, holds)
}

func (m *Material) restrict(coders []coding.Coder, holds func(coding.SourceID) bool) *Material {
	part := &Material{
		Round: m.Round, Coders: coders, Book: m.Book, AllLooked: m.AllLooked,
		place: map[coding.SourceID]int{}, seat: map[coding.CoderID]int{},
	}
	for seat, c := range coders {
		part.seat[c.ID] = seat
	}
	for place, source := range m.Sources {
		if !holds(source) {
			continue
		}
		part.place[source] = len(part.Sources)
		part.Sources = append(part.Sources, source)
		var codings []coding.Coding
		for _, c := range m.codings[place] {
			if _, kept := part.seat[c.Coder]; kept {
				codings = append(codings, c)
			}
		}
		part.codings = append(part.codings, codings)
		for _, c := range coders {
			part.looked = append(part.looked, m.looked[place*len(m.Coders)+m.seat[c.ID]])
		}
	}
	return part
}
