package index

import (
	"math/bits"
	"slices"

	bleve "github.com/blevesearch/bleve_index_api"

	"concord/coding"
	"concord/index/word"
)

// analyst takes texts apart into words for bleve, one at a time: what it gives is
// good until it is asked about another text. bleve asks for the words of a whole
// batch twice, at first to count them. To take each text apart twice is quicker
// than to hold the words of thousands, which are many small things all over the
// memory, and leaves room for larger batches.
type analyst struct {
	scanner *word.Scanner
	terms   map[string]*term

	read   *document // the text that was taken apart last
	texts  int       // how many were
	found  []found   // in it, in order
	unique []*term   // in it, each once
	all    bleve.TokenFrequencies

	key      bleve.TokenFreq
	named    bleve.TokenFrequencies
	maps     [bits.UintSize + 1]bleve.TokenFrequencies // by the bits of their size
	freqs    []bleve.TokenFreq
	places   []bleve.TokenLocation
	pointers []*bleve.TokenLocation
}

// term is a term in the two forms that bleve asks for, and what the text at hand
// has of it.
type term struct {
	text  string
	bytes []byte
	in    int // the number of the last text that has it
	times int // in that text
	freq  *bleve.TokenFreq
}

// found is a word of a text, with where it stands.
type found struct {
	term *term
	span coding.Span
}

// mostTerms bounds what an analyst remembers.
const mostTerms = 1 << 17

func newAnalyst() *analyst {
	return &analyst{
		scanner: word.NewScanner(""), terms: map[string]*term{},
		named: make(bleve.TokenFrequencies, 1),
	}
}

// document makes the document of a text.
func (a *analyst) document(key, text string) *document {
	return &document{key: key, text: text, analyst: a}
}

// name is a document's key as its only word.
func (a *analyst) name(key string) bleve.TokenFrequencies {
	clear(a.named)
	a.key = bleve.TokenFreq{Term: append(a.key.Term[:0], key...)}
	a.key.SetFrequency(1)
	a.named[key] = &a.key
	return a.named
}

// words gives the number of words of a text, and where each of its terms stands:
// in code points, which bleve only keeps for us.
func (a *analyst) words(d *document) (int, bleve.TokenFrequencies) {
	if a.read != d {
		a.scan(d.text)
		a.lay()
		a.read = d
	}
	return len(a.found), a.all
}

// scan finds the words of a text.
func (a *analyst) scan(text string) {
	if len(a.terms) > mostTerms {
		clear(a.terms)
	}
	a.texts++
	a.found, a.unique = a.found[:0], a.unique[:0]
	for a.scanner.Reset(text); a.scanner.Next(); {
		t := a.term()
		if t.in != a.texts {
			t.in, t.times = a.texts, 0
			a.unique = append(a.unique, t)
		}
		t.times++
		a.found = append(a.found, found{t, a.scanner.Span()})
	}
}

// term is the scanner's word.
func (a *analyst) term() *term {
	t, ok := a.terms[string(a.scanner.Term())]
	if !ok {
		text := string(a.scanner.Term())
		t = &term{text: text, bytes: []byte(text)}
		a.terms[text] = t
	}
	return t
}

// lay lays out what was found as bleve wants it. The lists of all terms' places
// share one piece of memory.
func (a *analyst) lay() {
	a.freqs = room(a.freqs, len(a.unique))
	a.places = room(a.places, len(a.found))
	a.pointers = room(a.pointers, len(a.found))
	a.all = a.table(len(a.unique))
	next := 0
	for i, t := range a.unique {
		t.freq = &a.freqs[i]
		*t.freq = bleve.TokenFreq{Term: t.bytes, Locations: a.pointers[next:next:(next + t.times)]}
		t.freq.SetFrequency(t.times)
		next += t.times
		a.all[t.text] = t.freq
	}
	for i, f := range a.found {
		a.places[i] = bleve.TokenLocation{Start: f.span.Start, End: f.span.End, Position: i + 1}
		f.term.freq.Locations = append(f.term.freq.Locations, &a.places[i])
	}
}

// room is a slice of n values with anything in them.
func room[T any](values []T, n int) []T { return slices.Grow(values[:0], n)[:n] }

// largeMap is the size from which maps aren't kept.
const largeMap = 1 << 10

// table is an empty map for n terms, as large as that or up to twice: clearing
// and walking a map takes as long as it was ever large.
func (a *analyst) table(n int) bleve.TokenFrequencies {
	if n >= largeMap {
		return make(bleve.TokenFrequencies, n)
	}
	size := bits.Len(uint(n))
	if a.maps[size] == nil {
		a.maps[size] = make(bleve.TokenFrequencies, 1<<size-1)
	}
	clear(a.maps[size])
	return a.maps[size]
}
