package tabular

import (
	"context"
	"strings"

	"concord/coding"
)

// present is what the project holds already, by the names under which the rows
// of a table would meet it.
type present struct {
	cases      map[string]*person // by name, lower case
	sources    map[answer][]*held
	names      map[string]bool // of sources, lower case
	anySources bool
	attributes []coding.Attribute
	coders     []coding.Coder
	codes      []coding.Code
}

// person is a case, and whether this import makes it.
type person struct {
	coding.Case
	fresh bool
	lent  bool  // its values are others' as well
	asked asked // columns from which this import brings in an answer
	// told are the attributes of which a table without text has said the value.
	told map[coding.AttributeID]bool
}

// asked are columns by their bits; one beyond them is never remembered, which
// costs its sources a shorter name.
type asked uint64

func (a asked) has(column int) bool { return column < 64 && a&(1<<column) != 0 }

func (p *person) ask(column int) {
	if column < 64 {
		p.asked |= 1 << column
	}
}

// answer is a respondent's to a question.
type answer struct {
	respondent coding.CaseID
	question   string
}

// held is a comment that the project holds.
type held struct {
	source  coding.SourceID
	text    coding.TextHash
	length  int
	values  coding.Values
	matched bool // with a row of the table
}

func readPresent(ctx context.Context, r coding.Reader) (*present, error) {
	p := &present{cases: map[string]*person{}, sources: map[answer][]*held{}, names: map[string]bool{}}
	for c, err := range r.Cases(ctx) {
		if err != nil {
			return nil, err
		}
		p.cases[strings.ToLower(c.Name)] = &person{Case: c}
	}
	for s, err := range r.Sources(ctx, coding.SourceFilter{}) {
		if err != nil {
			return nil, err
		}
		p.anySources = true
		p.names[strings.ToLower(s.Name)] = true
		if s.Kind == coding.Comment && len(s.Cases) > 0 {
			key := answer{s.Cases[0], s.Question}
			p.sources[key] = append(p.sources[key], &held{source: s.ID, text: s.Text, length: s.Length, values: s.Values})
		}
	}
	var err error
	if p.attributes, err = r.Attributes(ctx); err != nil {
		return nil, err
	}
	if p.coders, err = r.Coders(ctx); err != nil {
		return nil, err
	}
	p.codes, err = r.Codes(ctx)
	return p, err
}

// match finds the comment of this answer with this text that no row has met
// yet; failing that, it says whether there is one with another text.
func (p *present) match(key answer, text coding.TextHash) (same *held, other bool) {
	for _, h := range p.sources[key] {
		if h.matched {
			continue
		}
		if h.text == text {
			h.matched = true
			return h, false
		}
		other = true
	}
	return nil, other
}

// rest is a comment of this answer that no row met.
func (p *present) rest(key answer) *held {
	for _, h := range p.sources[key] {
		if !h.matched {
			h.matched = true
			return h
		}
	}
	return nil
}

// name makes a source's name unlike all others.
func (p *present) name(wanted string) string {
	try := wanted
	for n := 2; p.names[strings.ToLower(try)]; n++ {
		try = numberedName(wanted, n)
	}
	p.names[strings.ToLower(try)] = true
	return try
}
