package compare

import (
	"concord/coding"
)

// Pairs are the material of each two of its coders, in order.
func (m *Material) Pairs() []*Material {
	var pairs []*Material
	cut := m.cut()
	for x := range m.Coders {
		for y := x + 1; y < len(m.Coders); y++ {
			pairs = append(pairs, cut.part([]coding.Coder{m.Coders[x], m.Coders[y]}, cut.all()))
		}
	}
	return pairs
}

// Where is the material of the sources that hold reports true for.
func (m *Material) Where(holds func(coding.SourceID) bool) *Material {
	var places []int
	for place, source := range m.Sources {
		if holds(source) {
			places = append(places, place)
		}
	}
	return m.cut().part(m.Coders, places)
}

// cut takes parts out of material.
type cut struct {
	*Material
	first []int // where the codings of each source begin in given
}

func (m *Material) cut() cut {
	c := cut{m, make([]int, len(m.Sources)+1)}
	for place, codings := range m.codings {
		c.first[place+1] = c.first[place] + len(codings)
	}
	return c
}

// all are the places of all sources.
func (c cut) all() []int {
	places := make([]int, len(c.Sources))
	for i := range places {
		places[i] = i
	}
	return places
}

// part is the material of some of the coders and of the sources at some places,
// which come in their order.
func (c cut) part(coders []coding.Coder, places []int) *Material {
	part := *c.Material
	part.Coders, part.seat = coders, map[coding.CoderID]int{}
	part.Sources, part.codings, part.looked, part.given = nil, nil, nil, nil
	part.about, part.lengths, part.pieces, part.layout = nil, nil, nil, nil
	seats := make([]int32, len(c.Coders)) // by those that they had; -1 where left out
	for i := range seats {
		seats[i] = -1
	}
	for seat, coder := range coders {
		part.seat[coder.ID] = seat
		seats[c.seat[coder.ID]] = int32(seat)
	}
	for _, place := range places {
		var codings []coding.Coding
		for i, g := range c.given[c.first[place]:c.first[place+1]] {
			if seat := seats[g.seat]; seat >= 0 {
				codings = append(codings, c.codings[place][i])
				part.given = append(part.given, given{int32(len(part.Sources)), seat, g.code})
			}
		}
		part.Sources = append(part.Sources, c.Sources[place])
		part.codings = append(part.codings, codings)
		for _, coder := range coders {
			part.looked = append(part.looked, c.looked[place*len(c.Coders)+c.seat[coder.ID]])
		}
		part.about = take(part.about, c.about, place)
		part.lengths = take(part.lengths, c.lengths, place)
		part.pieces = take(part.pieces, c.pieces, place)
	}
	part.layOut()
	return &part
}

// take adds what a list says of a place, where there is a list.
func take[T any](to, from []T, place int) []T {
	if from == nil {
		return to
	}
	return append(to, from[place])
}
