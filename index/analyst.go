package index

import (
	"math/bits"

	bleve "github.com/blevesearch/bleve_index_api"

	"concord/coding"
	"concord/index/word"
)

// analyst takes texts apart into words, a batch at a time. Documents hold many
// small things, so their memory is used again for the next batch: bleve keeps
// nothing of them once a batch is written.
type analyst struct {
	scanner *word.Scanner
	terms   map[string]*term
	text    int     // the number of the present text
	found   []found // in it, in order
	unique  []*term // in it, each once

	maps     pool
	freqs    slab[bleve.TokenFreq]
	places   slab[bleve.TokenLocation]
	pointers slab[*bleve.TokenLocation]
	keys     slab[byte]
}

// term is a term in the two forms that bleve asks for, and what the last text
// that has it has of it.
type term struct {
	text  string
	bytes []byte
	in    int // number of that text
	freq  *bleve.TokenFreq
}

// found is a word of a text, with where it stands.
type found struct {
	freq *bleve.TokenFreq
	span coding.Span
}

// mostTerms bounds what an analyst remembers.
const mostTerms = 1 << 17

func newAnalyst() *analyst {
	return &analyst{scanner: word.NewScanner(""), terms: map[string]*term{}}
}

// reset makes the memory of all documents free. They must be in use no more.
func (a *analyst) reset() {
	if len(a.terms) > mostTerms {
		clear(a.terms)
	}
	a.maps.reset()
	a.freqs.reset()
	a.places.reset()
	a.pointers.reset()
	a.keys.reset()
}

// document makes the document of a text. The places of its words are code
// points: bleve only keeps them for us.
func (a *analyst) document(key, text string) *document {
	a.text++
	a.found, a.unique = a.found[:0], a.unique[:0]
	for a.scanner.Reset(text); a.scanner.Next(); {
		t := a.term()
		if t.in != a.text {
			t.in, t.freq = a.text, a.freq(t.bytes)
			a.unique = append(a.unique, t)
		}
		t.freq.SetFrequency(t.freq.Frequency() + 1)
		a.found = append(a.found, found{t.freq, a.scanner.Span()})
	}
	places, next := a.places.take(len(a.found)), 0
	pointers := a.pointers.take(len(a.found))
	for i, f := range a.found {
		freq := f.freq
		places[i] = bleve.TokenLocation{Start: f.span.Start, End: f.span.End, Position: i + 1}
		// The lists of all terms' places share one piece of memory.
		if freq.Locations == nil {
			freq.Locations = pointers[next:next:(next + freq.Frequency())]
			next += freq.Frequency()
		}
		freq.Locations = append(freq.Locations, &places[i])
	}
	words := a.maps.take(len(a.unique))
	for _, t := range a.unique {
		words[t.text] = t.freq
	}
	return &document{
		key: key,
		words: field{
			name: textField, length: len(places), words: words,
			options: bleve.IndexField | bleve.IncludeTermVectors,
		},
		name: a.name(key),
	}
}

// name makes the field under which bleve finds the document again.
func (a *analyst) name(key string) field {
	bytes := a.keys.take(len(key))
	copy(bytes, key)
	freq := a.freq(bytes)
	freq.SetFrequency(1)
	words := a.maps.take(1)
	words[key] = freq
	return nameField(bytes, words)
}

// freq is what a text has of a term; nothing yet.
func (a *analyst) freq(term []byte) *bleve.TokenFreq {
	freq := &a.freqs.take(1)[0]
	*freq = bleve.TokenFreq{Term: term}
	return freq
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

// pool are maps that are used again. One is as large as what it is taken for, or
// up to twice that: clearing and walking a map takes as long as it was ever large.
type pool struct {
	free [bits.UintSize + 1][]bleve.TokenFrequencies // by the bits of their size
	used [bits.UintSize + 1]int
}

// largeMap is the size from which maps aren't kept.
const largeMap = 1 << 10

// take is an empty map for n terms.
func (p *pool) take(n int) bleve.TokenFrequencies {
	if n >= largeMap {
		return make(bleve.TokenFrequencies, n)
	}
	size := bits.Len(uint(n))
	if p.used[size] == len(p.free[size]) {
		p.free[size] = append(p.free[size], make(bleve.TokenFrequencies, 1<<size-1))
	}
	words := p.free[size][p.used[size]]
	clear(words)
	p.used[size]++
	return words
}

func (p *pool) reset() { clear(p.used[:]) }

// slab is memory for many values of one kind, made in large pieces and used
// again after reset.
type slab[T any] struct {
	pieces [][]T
	piece  int // the one in use
	used   int // of it
}

// pieceSize is the number of values in a piece, if no more are wanted at once.
const pieceSize = 8192

// take gives n values with anything in them.
func (s *slab[T]) take(n int) []T {
	for s.piece < len(s.pieces) && s.used+n > len(s.pieces[s.piece]) {
		s.piece++
		s.used = 0
	}
	if s.piece == len(s.pieces) {
		s.pieces = append(s.pieces, make([]T, max(n, pieceSize)))
	}
	s.used += n
	return s.pieces[s.piece][s.used-n : s.used : s.used]
}

func (s *slab[T]) reset() { s.piece, s.used = 0, 0 }
