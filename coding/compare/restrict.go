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
		seat: map[coding.CoderID]int{}, codes: m.codes,
	}
	seats := make([]int32, len(m.Coders)) // by those that they had; -1 where left out
	for i := range seats {
		seats[i] = -1
	}
	for seat, c := range coders {
		part.seat[c.ID] = seat
		seats[m.seat[c.ID]] = int32(seat)
	}
	rest := m.given
	for place, source := range m.Sources {
		from := rest
		for len(rest) > 0 && int(rest[0].place) == place {
			rest = rest[1:]
		}
		if !holds(source) {
			continue
		}
		var codings []coding.Coding
		for i, g := range from[:len(from)-len(rest)] {
			if seat := seats[g.seat]; seat >= 0 {
				codings = append(codings, m.codings[place][i])
				part.given = append(part.given, given{int32(len(part.Sources)), seat, g.code})
			}
		}
		part.Sources = append(part.Sources, source)
		part.codings = append(part.codings, codings)
		for _, c := range coders {
			part.looked = append(part.looked, m.looked[place*len(m.Coders)+m.seat[c.ID]])
		}
	}
	return part
}
