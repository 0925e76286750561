package mention

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"concord/coding"
)

// Kind is what a text tells at a place.
type Kind string

// The kinds of what tells who somebody is.
const (
	Person Kind = "person"
	// Place is where somebody is found: a ward, a bed, a hospital.
	Place Kind = "place"
	Email Kind = "email"
	Phone Kind = "phone"
	// Born is a date said to be somebody's birthday.
	Born Kind = "born"
	Link Kind = "link"
)

// Names reports whether the kind is the name of a person or of a place, and not
// a way to reach or to find somebody.
func (k Kind) Names() bool { return k == Person || k == Place }

// Mention is a place in a source that seems to tell who somebody is.
type Mention struct {
	Kind Kind
	coding.Excerpt
}

// Finder reads the texts of a study one after another and then says where they
// seem to tell who somebody is. It has to see all of them first, as a word that
// stands in lower case elsewhere is no name. The zero value is ready.
type Finder struct {
	known map[string]*tally // by the word in lower case
	names map[string]bool   // surnames that stand behind a title or a given name
	texts int
	found []candidate

	words   []word // of the text at hand
	letters []byte
}

// candidate is a mention that holds unless one of its words turns out to be an
// ordinary one, or one that many people use.
type candidate struct {
	Mention
	// doubtful is the word on which it hangs, folded; empty where nothing does.
	doubtful string
	// rare says that few texts may have the word.
	rare bool
	// echo says that the word must be a surname known from elsewhere.
	echo bool
}

// Add reads the text of a source.
func (f *Finder) Add(source coding.SourceID, text string) {
	if f.known == nil {
		f.known, f.names = map[string]*tally{}, map[string]bool{}
	}
	f.texts++
	t := reading{Finder: f, text: text, source: source, from: len(f.found)}
	t.contacts()
	t.divide()
	t.learn()
	t.people()
	t.wards()
	t.settle()
}

// Found are the mentions, in the order of the texts and then of their places.
// No two of a text overlap.
func (f *Finder) Found() []Mention {
	var found []Mention
	for _, c := range f.found {
		if !f.holds(c) {
			continue
		}
		if n := len(found); n > 0 && found[n-1].Source == c.Source && c.Start < found[n-1].End {
			continue
		}
		found = append(found, c.Mention)
	}
	return found
}

// holds says that a candidate is a mention, now that all texts were read.
func (f *Finder) holds(c candidate) bool {
	if c.doubtful == "" {
		return true
	}
	var t tally
	if known := f.known[c.doubtful]; known != nil {
		t = *known
	}
	switch {
	case c.rare:
		return t.lower == 0 && t.capital <= max(fewTexts, f.texts/1000)
	case c.echo && !f.names[c.doubtful]:
		return false
	}
	return t.lower <= t.capital/2
}

// fewTexts is in how many texts a word may stand and still be taken for a name
// that only some know; more in large studies.
const fewTexts = 3

// In finds the mentions in the sources that a step adds.
func In(step coding.Step) []Mention {
	var f Finder
	texts := step.Texts
	for _, c := range step.Changes {
		e, ok := c.(coding.Edit[coding.Source])
		if !ok {
			continue
		}
		for _, s := range e.Now {
			if len(texts) == 0 {
				return f.Found()
			}
			f.Add(s.ID, texts[0])
			texts = texts[1:]
		}
	}
	return f.Found()
}

// Sources are those that have mentions, in their order, each once.
func Sources(all []Mention) []coding.SourceID {
	var ids []coding.SourceID
	for _, m := range all {
		if n := len(ids); n == 0 || ids[n-1] != m.Source {
			ids = append(ids, m.Source)
		}
	}
	return ids
}

// reading is a text while it is being read. Places in it are bytes until settle.
type reading struct {
	*Finder
	text   string
	source coding.SourceID
	from   int // of the finder's candidates, the first in this text
}

// mark notes a mention from byte to byte.
func (r *reading) mark(kind Kind, from, to int, doubtful string, rare bool) {
	r.found = append(r.found, candidate{
		Mention:  Mention{kind, coding.Excerpt{Source: r.source, Span: coding.Span{Start: from, End: to}}},
		doubtful: doubtful, rare: rare,
	})
}

// settle orders the text's candidates, the surest and longest first where
// several begin alike, and counts in code points.
func (r *reading) settle() {
	mine := r.found[r.from:]
	slices.SortStableFunc(mine, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(len(a.doubtful), len(b.doubtful)), cmp.Compare(b.End, a.End))
	})
	at, points := 0, 0
	for i := range mine {
		s := &mine[i].Span
		length := utf8.RuneCountInString(r.text[s.Start:s.End])
		points += utf8.RuneCountInString(r.text[at:s.Start])
		at = s.Start
		s.Start, s.End = points, points+length
	}
}
