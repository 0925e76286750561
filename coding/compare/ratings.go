package compare

import (
	"encoding/binary"
	"slices"

	"concord/coding"
	"concord/coding/agreement"
)

// Codes are those that agreement is asked about unless a person names others:
// every code under which none lies, and those above that were given themselves.
// Retired codes are among them only where somebody used them.
func (m *Material) Codes() []coding.CodeID {
	used := map[coding.CodeID]bool{}
	for _, g := range m.given {
		used[m.codes[g.code]] = true
	}
	var codes []coding.CodeID
	for _, c := range m.Book.Codes() {
		if used[c.ID] || m.Book.Leaf(c.ID) && !c.Retired {
			codes = append(codes, c.ID)
		}
	}
	return codes
}

// Presence rates every source: does the code, or one that lies under it, occur
// anywhere in it? A coder who looked and left it out says Absent; one who didn't
// look is Missing. The units are the Material's sources, in their order.
func (m *Material) Presence(code coding.CodeID) (*agreement.Ratings, error) {
	family := m.Book.Under(code)
	columns := make([]agreement.Column, len(m.Coders))
	for seat, c := range m.Coders {
		columns[seat] = agreement.Column{Coder: c.Name, Ratings: make([]agreement.Rating, len(m.Sources))}
	}
	for place := range m.Sources {
		for seat := range m.Coders {
			if m.lookedFor(place, seat, family) {
				columns[seat].Ratings[place] = agreement.Absent
			}
		}
	}
	wanted := make([]bool, len(m.codes))
	for number, code := range m.codes {
		wanted[number] = slices.Contains(family, code)
	}
	for _, g := range m.given {
		if rating := &columns[g.seat].Ratings[g.place]; wanted[g.code] && *rating == agreement.Absent {
			*rating = agreement.Present
		}
	}
	return agreement.NewRatings(agreement.Presence(), columns...)
}

// lookedFor reports whether the coder looked for all codes of the family that
// can be given.
func (m *Material) lookedFor(place, seat int, family []coding.CodeID) bool {
	l := m.looked[place*len(m.Coders)+seat]
	if l.all || !l.any() {
		return l.all
	}
	for _, code := range family {
		if (m.Book.Leaf(code) || len(family) == 1) && !l.covers(code) {
			return false
		}
	}
	return true
}

// Sets rates every source by the set of all codes that a coder gave it, for the
// set-valued alpha. A coder who looked for some codes only is Missing there.
func (m *Material) Sets() (*agreement.Ratings, error) {
	number := map[string]int{}
	var sets [][]string
	columns := make([]agreement.Column, len(m.Coders))
	for seat, c := range m.Coders {
		columns[seat] = agreement.Column{Coder: c.Name, Ratings: make([]agreement.Rating, len(m.Sources))}
	}
	rest, own := m.given, make([][]int32, len(m.Coders))
	var key []byte
	for place := range m.Sources {
		for seat := range own {
			own[seat] = own[seat][:0]
		}
		for ; len(rest) > 0 && int(rest[0].place) == place; rest = rest[1:] {
			own[rest[0].seat] = append(own[rest[0].seat], rest[0].code)
		}
		for seat := range m.Coders {
			if !m.looked[place*len(m.Coders)+seat].all {
				continue
			}
			slices.Sort(own[seat])
			set := slices.Compact(own[seat])
			key = key[:0]
			for _, code := range set {
				key = binary.BigEndian.AppendUint32(key, uint32(code))
			}
			n, known := number[string(key)]
			if !known {
				n = len(sets)
				number[string(key)] = n
				sets = append(sets, m.named(set))
			}
			columns[seat].Ratings[place] = agreement.Category(n)
		}
	}
	return agreement.NewRatings(agreement.Sets(sets...), columns...)
}

// named are the codes with these numbers.
func (m *Material) named(numbers []int32) []string {
	codes := make([]string, len(numbers))
	for i, n := range numbers {
		codes[i] = string(m.codes[n])
	}
	return codes
}
