package reader

import "concord/coding"

// Among are places to be looked at one after another, and what they are.
type Among struct {
	Title  string
	Places []coding.Excerpt
}

// sources are those in which the places lie.
func (a *Among) sources() map[coding.SourceID]bool {
	ids := map[coding.SourceID]bool{}
	for _, p := range a.Places {
		ids[p.Source] = true
	}
	return ids
}

// First is the first place in a source.
func (a *Among) First(id coding.SourceID) (coding.Span, bool) {
	for _, p := range a.Places {
		if p.Source == id {
			return p.Span, true
		}
	}
	return coding.Span{}, false
}

// Look shows only the sources in which some places lie; nil shows all again.
func (m *Model) Look(among *Among) {
	m.Among = among
	m.bands = nil
	m.show()
}
