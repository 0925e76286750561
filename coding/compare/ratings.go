package compare

import (
	"cmp"
	"slices"
	"strings"

	"concord/coding"
	"concord/coding/agreement"
)

// Codes are those that agreement is asked about unless a person names others:
// every code under which none lies, and those above that were given themselves.
// Retired codes are among them only where somebody used them.
func (m *Material) Codes() []coding.CodeID {
	used := map[coding.CodeID]bool{}
	for _, codings := range m.codings {
		for _, c := range codings {
			used[c.Code] = true
		}
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
		for _, c := range m.codings[place] {
			rating := &columns[m.seat[c.Coder]].Ratings[place]
			if *rating == agreement.Absent && slices.Contains(family, c.Code) {
				*rating = agreement.Present
			}
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
		for place := range m.Sources {
			if !m.looked[place*len(m.Coders)+seat].all {
				continue
			}
			set := m.set(place, c.ID)
			key := setKey(set)
			if _, known := number[key]; !known {
				number[key] = len(sets)
				sets = append(sets, set)
			}
			columns[seat].Ratings[place] = agreement.Category(number[key])
		}
	}
	return agreement.NewRatings(agreement.Sets(sets...), columns...)
}

func (m *Material) set(place int, coder coding.CoderID) []string {
	set := []string{}
	for _, c := range m.codings[place] {
		if c.Coder == coder {
			set = append(set, string(c.Code))
		}
	}
	slices.SortFunc(set, cmp.Compare)
	return slices.Compact(set)
}

func setKey(set []string) string {
	var key strings.Builder
	for _, code := range set {
		key.WriteString(code + "\x00")
	}
	return key.String()
}
