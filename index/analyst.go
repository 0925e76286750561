package index

import (
	bleve "github.com/blevesearch/bleve_index_api"

	"concord/coding"
	"concord/index/word"
)

// analyst takes texts apart into words, a batch at a time. Documents hold many
// small things, so their memory is used again for the next batch: bleve keeps
// nothing of them once a batch is written.
type analyst struct {
	scanner *word.Scanner
	terms   map[string]term
	found   []found // in the present text, in order

	maps     []bleve.TokenFrequencies
	used     int // of the maps
	freqs    slab[bleve.TokenFreq]
	places   slab[bleve.TokenLocation]
	pointers slab[*bleve.TokenLocation]
}

// term is a term in the two forms that bleve asks for.
type term struct {
	text  string
	bytes []byte
}

// found is a word of a text, with where it stands.
type found struct {
	freq *bleve.TokenFreq
	span coding.Span
}

// mostTerms bounds what an analyst remembers.
const mostTerms = 1 << 17

func newAnalyst() *analyst {
	return &analyst{scanner: word.NewScanner(""), terms: map[string]term{}}
}

// reset makes the memory of all documents free. They must be in use no more.
func (a *analyst) reset() {
	if len(a.terms) > mostTerms {
		clear(a.terms)
	}
	a.used = 0
	a.freqs.reset()
	a.places.reset()
	a.pointers.reset()
}

// document makes the document of a text. The places of its words are code
// points: bleve only keeps them for us.
func (a *analyst) document(key, text string) *document {
	a.found = a.found[:0]
	words := a.frequencies()
	for a.scanner.Reset(text); a.scanner.Next(); {
		t := a.term()
		freq := words[t.text]
		if freq == nil {
			freq = &a.freqs.take(1)[0]
			*freq = bleve.TokenFreq{Term: t.bytes}
			words[t.text] = freq
		}
		freq.SetFrequency(freq.Frequency() + 1)
		a.found = append(a.found, found{freq, a.scanner.Span()})
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
	return &document{
		key: key,
		words: field{
			name: textField, length: len(places), words: words,
			options: bleve.IndexField | bleve.IncludeTermVectors,
		},
	}
}

// term is the scanner's word.
func (a *analyst) term() term {
	t, ok := a.terms[string(a.scanner.Term())]
	if !ok {
		t.text = string(a.scanner.Term())
		t.bytes = []byte(t.text)
		a.terms[t.text] = t
	}
	return t
}

// largeText is the number of different words above which a text's map isn't used again.
const largeText = 1000

// frequencies is an empty map of words.
func (a *analyst) frequencies() bleve.TokenFrequencies {
	if a.used == len(a.maps) {
		a.maps = append(a.maps, bleve.TokenFrequencies{})
	}
	if len(a.maps[a.used]) > largeText {
		a.maps[a.used] = bleve.TokenFrequencies{}
	}
	words := a.maps[a.used]
	clear(words) // takes as long as the map was ever large
	a.used++
	return words
}

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
