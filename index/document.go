package index

import (
	bleve "github.com/blevesearch/bleve_index_api"

	"concord/index/word"
)

// textField is the one field of the index.
const textField = "text"

// document is a source as bleve takes it in: its key and its words, taken apart
// beforehand. Nothing of it is stored but the key.
type document struct {
	key   string
	words field
	name  field
}

func (d *document) ID() string                                   { return d.key }
func (d *document) Size() int                                    { return 0 }
func (d *document) HasComposite() bool                           { return false }
func (d *document) VisitComposite(_ bleve.CompositeFieldVisitor) {}
func (d *document) NumPlainTextBytes() uint64                    { return 0 }
func (d *document) StoredFieldsBytes() uint64                    { return uint64(len(d.key)) }
func (d *document) Indexed() bool                                { return true }

func (d *document) VisitFields(visit bleve.FieldVisitor) {
	visit(&d.name)
	visit(&d.words)
}

// AddIDField makes the field under which bleve finds the document again.
func (d *document) AddIDField() {
	id := &bleve.TokenFreq{Term: []byte(d.key)}
	id.SetFrequency(1)
	d.name = field{
		name: "_id", value: []byte(d.key), length: 1,
		options: bleve.IndexField | bleve.StoreField,
		words:   bleve.TokenFrequencies{d.key: id},
	}
}

// field is a field whose words are known.
type field struct {
	name    string
	value   []byte
	options bleve.FieldIndexingOptions
	length  int
	words   bleve.TokenFrequencies
}

func (f *field) Name() string                                     { return f.name }
func (f *field) Value() []byte                                    { return f.value }
func (f *field) ArrayPositions() []uint64                         { return nil }
func (f *field) EncodedFieldType() byte                           { return 't' }
func (f *field) Analyze()                                         {}
func (f *field) Options() bleve.FieldIndexingOptions              { return f.options }
func (f *field) AnalyzedLength() int                              { return f.length }
func (f *field) AnalyzedTokenFrequencies() bleve.TokenFrequencies { return f.words }
func (f *field) NumPlainTextBytes() uint64                        { return 0 }

// analyst takes texts apart into words, many one after another. It keeps each
// term once, in the two forms that bleve asks for.
type analyst struct {
	scanner *word.Scanner
	terms   map[string]term
	found   []*bleve.TokenFreq
}

type term struct {
	text  string
	bytes []byte
}

// mostTerms bounds what an analyst remembers.
const mostTerms = 1 << 17

func newAnalyst() *analyst {
	return &analyst{scanner: word.NewScanner(""), terms: map[string]term{}}
}

// document makes the document of a text. The places of its words are code
// points: bleve only keeps them for us.
func (a *analyst) document(key, text string) *document {
	if len(a.terms) > mostTerms {
		clear(a.terms)
	}
	a.found = a.found[:0]
	words := bleve.TokenFrequencies{}
	places := make([]bleve.TokenLocation, 0, len(text)/5+1)
	for a.scanner.Reset(text); a.scanner.Next(); {
		t := a.term()
		freq := words[t.text]
		if freq == nil {
			freq = &bleve.TokenFreq{Term: t.bytes}
			words[t.text] = freq
		}
		freq.SetFrequency(freq.Frequency() + 1)
		a.found = append(a.found, freq)
		span := a.scanner.Span()
		places = append(places, bleve.TokenLocation{Start: span.Start, End: span.End, Position: len(a.found)})
	}
	// The lists of all terms' places share one piece of memory.
	pointers, next := make([]*bleve.TokenLocation, len(places)), 0
	for i, freq := range a.found {
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
