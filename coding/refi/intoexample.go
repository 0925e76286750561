package refi

import (
	"slices"
	"strings"

	"concord/coding"
)

// parse takes a code's description apart. Programs that lay out their XML put
// white space around a text, which is no part of it; Concord doesn't.
func (m *importer) parse(c Code) description {
	text := c.Description
	if !m.from.byConcord() {
		text = strings.TrimSpace(text)
	}
	return parseDescription(text)
}

// named are the texts that the codes' examples say they stand in.
func (m *importer) named(codes []Code) []coding.SourceID {
	var ids []coding.SourceID
	for _, c := range codes {
		for _, e := range m.parse(c).Examples {
			if at, ok := e.excerpt(); ok {
				ids = append(ids, at.Source)
			}
		}
		ids = append(ids, m.named(c.Codes)...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// read takes a code's description apart and finds its examples in the project.
// An example whose text isn't there, or reads otherwise, is left as rest.
func (m *importer) read(c Code) (d description, examples []coding.Example, rest []example) {
	d = m.parse(c)
	for _, e := range d.Examples {
		at, ok := e.excerpt()
		if text, there := m.texts[at.Source]; ok && there && e.quotes(text, at.Span) {
			examples = append(examples, coding.Example{Excerpt: at, Borderline: e.Borderline})
		} else {
			rest = append(rest, e)
		}
	}
	return d, examples, rest
}

// withRest is a definition with the words of examples behind it.
func withRest(definition string, rest []example) string {
	parts := make([]string, 0, len(rest)+1)
	if definition != "" {
		parts = append(parts, definition)
	}
	for _, e := range rest {
		parts = append(parts, e.label()+": "+e.Text)
	}
	return strings.Join(parts, "\n\n")
}

// unlike counts the examples that aren't among those there.
func unlike(examples, there []coding.Example) int {
	n := 0
	for _, e := range examples {
		if !slices.Contains(there, e) {
			n++
		}
	}
	return n
}
