package compare

import (
	"encoding/binary"
	"fmt"
	"slices"

	"concord/coding"
	"concord/coding/agreement"
)

// Sets rates every unit by the set of codes that a coder gave it, for the
// set-valued alpha: by those named, each with what lies under it, or by all
// codes. A coder who looked for some of them only is Missing there.
func (m *Material) Sets(codes ...coding.CodeID) (*agreement.Ratings, error) {
	if !m.Unit.Rated() {
		return nil, fmt.Errorf("%w: unit %q makes no table of ratings", coding.ErrInvalid, m.Unit)
	}
	members, names := m.members(codes)
	number := map[string]int{"": 0}
	sets := [][]string{{}} // the empty one first
	columns := m.columns(func(place, seat int) agreement.Rating {
		if m.lookedForAll(place, seat, codes) {
			return agreement.Category(0)
		}
		return agreement.Missing
	})
	rest, own := m.ratedBy(), make([][]int32, len(m.Coders))
	var key []byte
	for len(rest) > 0 {
		row := rest[0].place
		for ; len(rest) > 0 && rest[0].place == row; rest = rest[1:] {
			own[rest[0].seat] = append(own[rest[0].seat], members[rest[0].code]...)
		}
		for seat := range m.Coders {
			rating := &columns[seat].Ratings[row]
			if len(own[seat]) > 0 && *rating != agreement.Missing {
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
					sets = append(sets, named(set, names))
				}
				*rating = agreement.Category(n)
			}
			own[seat] = own[seat][:0]
		}
	}
	return m.table(agreement.Sets(sets...), columns)
}

// members are, for each code that was given, those of the codes that it counts
// for, by their places among names.
func (m *Material) members(codes []coding.CodeID) (members [][]int32, names []string) {
	members = make([][]int32, len(m.codes))
	if len(codes) == 0 {
		for n, code := range m.codes {
			members[n] = []int32{int32(n)}
			names = append(names, string(code))
		}
		return members, names
	}
	for at, code := range codes {
		names = append(names, string(code))
		for n, wanted := range m.wanted(m.Book.Under(code)) {
			if wanted {
				members[n] = append(members[n], int32(at))
			}
		}
	}
	return members, names
}

// lookedForAll reports whether the coder looked for all of the codes, or for
// all that there are.
func (m *Material) lookedForAll(place, seat int, codes []coding.CodeID) bool {
	l := m.looked[place*len(m.Coders)+seat]
	if l.all || !l.any() || len(codes) == 0 {
		return l.all
	}
	return !slices.ContainsFunc(codes, func(code coding.CodeID) bool {
		return !m.lookedFor(place, seat, m.Book.Under(code))
	})
}

// named are the names with these numbers.
func named(numbers []int32, names []string) []string {
	list := make([]string, len(numbers))
	for i, n := range numbers {
		list[i] = names[n]
	}
	return list
}
