package coding

import "fmt"

// Sentence tells in plain words what a change did, as the history shows it
// when a step is opened. Codes are named from the book where it knows them.
func Sentence(c Change, book *Codebook) string {
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
		return tell(e, "coding", func(c Coding) string {
			name := string(c.Code)
			if code, ok := book.Code(c.Code); ok {
				name = code.Name
			}
			return fmt.Sprintf("%s, characters %d to %d", quoted(name), c.Start, c.End)
		})
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
