package coding

import (
	"cmp"
	"fmt"
	"slices"
)

// Names are what codes and sources are called, and were called when they were
// still there. The zero value knows none; what isn't known goes by its identity.
type Names struct {
	codes   map[CodeID]string
	sources map[SourceID]string
}

// Learn takes the names in a change.
func (n *Names) Learn(c Change) {
	switch e := c.(type) {
	case Edit[Code]:
		n.LearnCodes(slices.Concat(e.Was, e.Now)...)
	case Edit[Source]:
		n.LearnSources(slices.Concat(e.Was, e.Now)...)
	}
}

// LearnCodes takes the names of codes.
func (n *Names) LearnCodes(codes ...Code) {
	if n.codes == nil {
		n.codes = map[CodeID]string{}
	}
	for _, c := range codes {
		n.codes[c.ID] = c.Name
	}
}

// LearnSources takes the names of sources.
func (n *Names) LearnSources(sources ...Source) {
	if n.sources == nil {
		n.sources = map[SourceID]string{}
	}
	for _, s := range sources {
		n.sources[s.ID] = s.Name
	}
}

func (n Names) coding(c Coding) string {
	return fmt.Sprintf("%s, characters %d to %d of %s",
		quoted(cmp.Or(n.codes[c.Code], string(c.Code))), c.Start, c.End, cmp.Or(n.sources[c.Source], string(c.Source)))
}

// Sentence tells in plain words what a change did, as the history shows it
// when a step is opened.
func Sentence(c Change, names Names) string {
	switch e := c.(type) {
	case Edit[Project]:
		return tell(e, "the project", func(p Project) string { return quoted(p.Name) })
	case Edit[Coder]:
		return tell(e, "coder", func(c Coder) string { return c.Name })
	case Edit[Attribute]:
		return tell(e, "attribute", func(a Attribute) string { return quoted(a.Name) })
	case Edit[Case]:
		return tell(e, "case", func(c Case) string { return c.Name })
	case Edit[Source]:
		return tell(e, "source", func(s Source) string { return s.Name })
	case Edit[Code]:
		return tell(e, "code", func(c Code) string { return quoted(c.Name) })
	case Edit[Version]:
		return tell(e, "codebook version", func(v Version) string { return fmt.Sprint(v.Number) })
	case Edit[Round]:
		if len(e.Was) == 1 && len(e.Now) == 1 && e.Was[0].Closed != e.Now[0].Closed {
			if e.Now[0].Closed {
				return "closed round " + quoted(e.Now[0].Name)
			}
			return "opened round " + quoted(e.Now[0].Name) + " again"
		}
		return tell(e, "round", func(r Round) string { return quoted(r.Name) })
	case Edit[Coding]:
		return tell(e, "coding", names.coding)
	case Edit[Done]:
		return tell(e, "done mark", nil)
	case Edit[Memo]:
		return tell(e, "memo", func(m Memo) string { return "about a " + string(m.Kind) })
	case Edit[Decision]:
		return tell(e, "decision", func(d Decision) string { return quoted(d.Reason) })
	case Edit[Search]:
		return tell(e, "saved search", func(s Search) string { return quoted(s.Name) })
	}
	return fmt.Sprintf("a change of kind %q, made by a newer version of Concord", c.Kind())
}

func tell[T Noun](e Edit[T], noun string, name func(T) string) string {
	verb, nouns := "changed", e.Now
	switch {
	case len(e.Was) == 0:
		verb = "added"
	case len(e.Now) == 0:
		verb, nouns = "removed", e.Was
	}
	if len(nouns) > 1 {
		return fmt.Sprintf("%s %s", verb, counted(len(nouns), noun))
	}
	if name == nil {
		return fmt.Sprintf("%s a %s", verb, noun)
	}
	return fmt.Sprintf("%s %s %s", verb, noun, name(nouns[0]))
}

func quoted(s string) string { return "“" + s + "”" }
