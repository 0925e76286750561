package compare

import (
	"fmt"

	"concord/coding"
	"concord/coding/agreement"
)

// Rated is what coders said of every unit, code by code, as a table to be looked
// at or computed with elsewhere.
type Rated struct {
	Coders []string
	// Units name the units, each in its own way.
	Units []string
	// Codes are what was asked of them, Paths how people call those.
	Codes []coding.CodeID
	Paths []string
	// Ratings are by code, unit and coder.
	Ratings [][][]agreement.Rating
}

// Rated lists every unit with what each coder said of it for each of the codes;
// nil takes Material.Codes. Characters, excerpts and the continuum have no such
// list: that is ErrInvalid. The question must be Described.
func (m *Material) Rated(codes []coding.CodeID) (Rated, error) {
	if !m.Unit.Rated() || m.Unit == Character {
		return Rated{}, fmt.Errorf("%w: unit %q makes no table of units: there are %s, %s and %s", coding.ErrInvalid, m.Unit, Comment, Sentence, Paragraph)
	}
	if codes == nil {
		codes = m.Codes()
	}
	r := Rated{Coders: m.CoderNames(), Codes: codes, Paths: m.paths(codes), Ratings: make([][][]agreement.Rating, len(codes))}
	r.Units = m.unitNames()
	for at, code := range codes {
		r.Ratings[at] = m.rated(code, len(r.Units))
	}
	return r, nil
}

// unitNames are the sources' names, with a number behind those of several units
// and the identity where two sources are called the same.
func (m *Material) unitNames() []string {
	times := map[string]int{}
	for place := range m.Sources {
		times[m.nameOf(place)]++
	}
	var names []string
	for place, id := range m.Sources {
		name := m.nameOf(place)
		if times[name] > 1 {
			name += " (" + string(id) + ")"
		}
		if m.Unit == Comment {
			names = append(names, name)
			continue
		}
		for i := range m.pieces[place] {
			names = append(names, fmt.Sprintf("%s, %s %d", name, m.Unit, i+1))
		}
	}
	return names
}

// rated are the ratings of one code by unit and coder.
func (m *Material) rated(code coding.CodeID, units int) [][]agreement.Rating {
	family := m.Book.Under(code)
	wanted := m.wanted(family)
	cells := make([]agreement.Rating, units*len(m.Coders))
	rows := make([][]agreement.Rating, units)
	for i := range rows {
		rows[i] = cells[i*len(m.Coders) : (i+1)*len(m.Coders)]
	}
	first, rest := 0, m.given
	for place, codings := range m.codings {
		own := rows[first : first+1]
		if m.Unit != Comment {
			own = rows[first : first+len(m.pieces[place])]
		}
		first += len(own)
		for seat := range m.Coders {
			if m.lookedFor(place, seat, family) {
				for _, row := range own {
					row[seat] = agreement.Absent
				}
			}
		}
		for i, c := range codings {
			if !wanted[rest[i].code] {
				continue
			}
			for at, row := range own {
				touched := m.Unit == Comment || m.pieces[place][at].Overlaps(c.Span)
				if rating := &row[rest[i].seat]; touched && *rating == agreement.Absent {
					*rating = agreement.Present
				}
			}
		}
		rest = rest[len(codings):]
	}
	return rows
}
