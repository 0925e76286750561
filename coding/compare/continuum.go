package compare

import (
	"fmt"

	"concord/coding"
	"concord/coding/agreement"
)

// Continuum lays the sources end to end, with the excerpts of the codes as
// segments, each code with what lies under it: two codes of a theme on the same
// words make one segment. A source counts with the coders who looked at it for
// all of the codes.
func (m *Material) Continuum(codes ...coding.CodeID) (*agreement.Continuum, error) {
	if m.lengths == nil {
		return nil, fmt.Errorf("%w: unit %q has no continuum", coding.ErrInvalid, m.Unit)
	}
	members, _ := m.members(codes)
	var segments []agreement.Segment
	sources := make([]agreement.Extent, len(m.Sources))
	last := make([]int, len(m.Coders)*len(codes)) // where in segments each coder's code was met last, and 1
	rest := m.given
	for place, codings := range m.codings {
		sources[place] = agreement.Extent{Name: m.nameOf(place), Length: m.lengths[place], Coders: []int{}}
		for seat := range m.Coders {
			if m.lookedForAll(place, seat, codes) {
				sources[place].Coders = append(sources[place].Coders, seat)
			}
		}
		clear(last)
		for i, c := range codings {
			seat := int(rest[i].seat)
			if !m.lookedForAll(place, seat, codes) {
				continue
			}
			for _, code := range members[rest[i].code] {
				before := &last[seat*len(codes)+int(code)]
				if *before > 0 && segments[*before-1].End > c.Start {
					segments[*before-1].End = max(segments[*before-1].End, c.End)
					continue
				}
				segments = append(segments, agreement.Segment{Source: place, Coder: seat, Code: int(code), Start: c.Start, End: c.End})
				*before = len(segments)
			}
		}
		rest = rest[len(codings):]
	}
	return agreement.NewContinuum(sources, m.CoderNames(), m.paths(codes), segments)
}

// paths name codes, each in its own way.
func (m *Material) paths(codes []coding.CodeID) []string {
	names := make([]string, len(codes))
	seen := map[string]bool{}
	for i, code := range codes {
		names[i] = m.Book.Path(code)
		if names[i] == "" || seen[names[i]] {
			names[i] = string(code)
		}
		seen[names[i]] = true
	}
	return names
}

// nameOf is what people call a source, as far as it is known.
func (m *Material) nameOf(place int) string {
	if len(m.about) > place && m.about[place].Name != "" {
		return m.about[place].Name
	}
	return string(m.Sources[place])
}
