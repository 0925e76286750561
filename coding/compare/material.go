package compare

import (
	"slices"

	"concord/coding"
)

// Material is what coders did in one round, or outside rounds, as it is read
// from a project once and then compared in memory.
type Material struct {
	// Round is empty (its ID is "") for a comparison outside rounds.
	Round coding.Round
	// Later is the second round where a coder is compared with himself.
	Later  coding.Round
	Coders []coding.Coder
	// Sources are those that the comparison is about, in the project's order.
	Sources []coding.SourceID
	Book    *coding.Codebook
	// AllLooked is as in the Question.
	AllLooked bool
	// Unit is what is counted.
	Unit Unit

	weighted bool
	overlap  float64

	seat    map[coding.CoderID]int
	codings [][]coding.Coding // by source, then as the Reader orders them
	looked  []looked          // by source and coder: source*len(Coders)+coder
	given   []given           // in the order of codings
	codes   []coding.CodeID   // by the numbers in given

	// By source, each nil where the unit or the question doesn't need it.
	about   []coding.Source
	lengths []int
	pieces  [][]coding.Span
	layout  *layout
}

// given says of a coding what most numbers ask for, in little room: in the large
// studies, where every code counts through all of them, memory is what takes time.
type given struct{ place, seat, code int32 }

// looked says for which codes a coder has looked at a source.
type looked struct {
	all   bool
	codes []coding.CodeID // where not all
}

func (l looked) any() bool { return l.all || len(l.codes) > 0 }

func (l looked) covers(code coding.CodeID) bool { return l.all || slices.Contains(l.codes, code) }

// Finished counts the sources that every coder has looked at, for some code at least.
func (m *Material) Finished() int {
	n := 0
	for place := range m.Sources {
		all := len(m.Coders) > 0
		for seat := range m.Coders {
			all = all && m.looked[place*len(m.Coders)+seat].any()
		}
		if all {
			n++
		}
	}
	return n
}

// CoderNames are the names of the coders compared, in order.
func (m *Material) CoderNames() []string {
	names := make([]string, len(m.Coders))
	for i, c := range m.Coders {
		names[i] = c.Name
	}
	return names
}
