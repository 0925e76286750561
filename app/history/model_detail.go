package history

import (
	"context"
	"fmt"
	"strings"

	"concord/coding"
)

// Detail is what a step did to nouns of one kind.
type Detail struct {
	Kind                    coding.Kind
	Added, Removed, Changed int
	// Names are those of the first few, where they have names that help.
	Names []string
}

// namesShown is how many names of a kind are kept.
const namesShown = 8

// ReadDetails tells what a step did, a line for every kind of noun, in the
// order in which the step came to them.
func ReadDetails(ctx context.Context, r coding.Reader, e coding.Entry) ([]Detail, error) {
	var changes []coding.Change
	for event, err := range r.Events(ctx, e.First-1) {
		if err != nil {
			return nil, fmt.Errorf("read what %q did: %w", e.Label, err)
		}
		if event.Step != e.Step {
			break
		}
		changes = append(changes, event.Change)
	}
	names := &naming{ctx: ctx, reader: r}
	var details []Detail
	at := map[coding.Kind]int{}
	for _, change := range changes {
		kind := change.Kind()
		if _, found := at[kind]; !found {
			at[kind] = len(details)
			details = append(details, Detail{Kind: kind})
		}
		names.count(&details[at[kind]], change)
	}
	if names.err != nil {
		return nil, fmt.Errorf("read what %q did: %w", e.Label, names.err)
	}
	return details, nil
}

// naming finds names for what changes speak of.
type naming struct {
	ctx    context.Context
	reader coding.Reader
	codes  map[coding.CodeID]string
	err    error
}

// count adds a change to a detail.
func (n *naming) count(d *Detail, change coding.Change) {
	switch c := change.(type) {
	case coding.Edit[coding.Project]:
		tally(d, c, func(p coding.Project) string { return p.Name })
	case coding.Edit[coding.Coder]:
		tally(d, c, func(p coding.Coder) string { return p.Name })
	case coding.Edit[coding.Attribute]:
		tally(d, c, func(a coding.Attribute) string { return a.Name })
	case coding.Edit[coding.Case]:
		tally(d, c, func(k coding.Case) string { return k.Name })
	case coding.Edit[coding.Source]:
		tally(d, c, func(s coding.Source) string { return s.Name })
	case coding.Edit[coding.Code]:
		tally(d, c, func(k coding.Code) string { return k.Name })
	case coding.Edit[coding.Version]:
		tally(d, c, func(v coding.Version) string { return v.Note })
	case coding.Edit[coding.Round]:
		tally(d, c, func(r coding.Round) string { return r.Name })
	case coding.Edit[coding.Coding]:
		tally(d, c, func(k coding.Coding) string { return n.code(k.Code) + n.place(k.Excerpt) })
	case coding.Edit[coding.Done]:
		tally(d, c, func(m coding.Done) string { return n.source(m.Source) })
	case coding.Edit[coding.Memo]:
		tally(d, c, func(m coding.Memo) string { return "“" + opening(m.Title+m.Text) + "”" })
	case coding.Edit[coding.Decision]:
		tally(d, c, func(k coding.Decision) string { return n.decision(k) })
	case coding.Edit[coding.Search]:
		tally(d, c, func(s coding.Search) string { return s.Name })
	default:
		d.Changed++
	}
}

// tally counts what an edit adds, removes and changes.
func tally[T coding.Noun](d *Detail, e coding.Edit[T], name func(T) string) {
	was := map[string]bool{}
	for _, noun := range e.Was {
		was[noun.Key()] = true
	}
	keep := func(noun T) {
		if len(d.Names) < namesShown {
			if called := name(noun); called != "" {
				d.Names = append(d.Names, called)
			}
		}
	}
	for _, noun := range e.Now {
		if was[noun.Key()] {
			d.Changed++
			delete(was, noun.Key())
		} else {
			d.Added++
		}
		keep(noun)
	}
	for _, noun := range e.Was {
		if was[noun.Key()] {
			d.Removed++
			keep(noun)
		}
	}
}

// code is a code's name.
func (n *naming) code(id coding.CodeID) string {
	if n.codes == nil {
		n.codes = map[coding.CodeID]string{}
		codes, err := n.reader.Codes(n.ctx)
		n.fail(err)
		for _, c := range codes {
			n.codes[c.ID] = c.Name
		}
	}
	return n.codes[id]
}

// place says where an excerpt lies, as in ", R-018 188–257".
func (n *naming) place(e coding.Excerpt) string {
	return fmt.Sprintf(", %s %d–%d", n.source(e.Source), e.Start, e.End)
}

// decision says where something was decided, for which codes, and why.
func (n *naming) decision(d coding.Decision) string {
	places := []string{n.source(d.Source)}
	for _, m := range d.Marks {
		places = append(places, n.code(m.Code))
	}
	words := strings.Join(places, ", ")
	if d.Reason != "" {
		words += ": “" + opening(d.Reason) + "”"
	}
	return words
}

// opening is the beginning of a longer text.
func opening(text string) string {
	const longest = 120
	if coding.Length(text) <= longest {
		return text
	}
	return coding.Slice(text, coding.Span{End: longest}) + "…"
}

// source is a source's name.
func (n *naming) source(id coding.SourceID) string {
	for s, err := range n.reader.Sources(n.ctx, coding.SourceFilter{IDs: []coding.SourceID{id}}) {
		n.fail(err)
		return s.Name
	}
	return ""
}

// fail keeps the first error.
func (n *naming) fail(err error) {
	if n.err == nil {
		n.err = err
	}
}
