package library

import (
	"concord/coding"
	"concord/coding/mention"
)

// Named says how many texts seem to tell who somebody is.
type Named struct {
	// Names is the number of those that seem to name a person or a ward, Others
	// of those that hold an address, a number, a birthday or a link.
	Names, Others int
	// Places are where, in the order of the texts.
	Places []coding.Excerpt
}

// NamedIn counts the texts that have mentions.
func NamedIn(all []mention.Mention) Named {
	var n Named
	last := map[bool]coding.SourceID{}
	for _, m := range all {
		n.Places = append(n.Places, m.Excerpt)
		names := m.Kind.Names()
		if last[names] == m.Source {
			continue
		}
		last[names] = m.Source
		if names {
			n.Names++
		} else {
			n.Others++
		}
	}
	return n
}
