package report

import "concord/coding"

// tally counts passages, sources and cases, each once.
type tally struct {
	passages map[passage]bool
	sources  map[coding.SourceID]bool
	cases    map[coding.CaseID]bool
}

// passage is what one coder marked in one round, with whatever code.
type passage struct {
	coding.Excerpt
	coder coding.CoderID
	round coding.RoundID
}

func newTally() *tally {
	return &tally{map[passage]bool{}, map[coding.SourceID]bool{}, map[coding.CaseID]bool{}}
}

// add counts a coding, for these of its source's cases.
func (t *tally) add(c coding.Coding, cases ...coding.CaseID) {
	t.passages[passage{c.Excerpt, c.Coder, c.Round}] = true
	t.see(c.Source, cases...)
}

// see counts a source and these of its cases.
func (t *tally) see(source coding.SourceID, cases ...coding.CaseID) {
	t.sources[source] = true
	for _, id := range cases {
		if id != "" {
			t.cases[id] = true
		}
	}
}

// count is what was counted; of nothing it is nothing.
func (t *tally) count() coding.Count {
	if t == nil {
		return coding.Count{}
	}
	return coding.Count{Excerpts: len(t.passages), Sources: len(t.sources), Cases: len(t.cases)}
}

// tallies are a tally for each of several things.
type tallies[K comparable] map[K]*tally

func (t tallies[K]) of(key K) *tally {
	if t[key] == nil {
		t[key] = newTally()
	}
	return t[key]
}

// upward lists a code and all above it.
func upward(book *coding.Codebook, id coding.CodeID) []coding.CodeID {
	var up []coding.CodeID
	for range book.Len() {
		c, ok := book.Code(id)
		if !ok {
			break
		}
		up = append(up, id)
		id = c.Parent
	}
	return up
}
