package index

import (
	bleve "github.com/blevesearch/bleve_index_api"
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

// AddIDField has nothing to do: documents are made with their names.
func (d *document) AddIDField() {}

// nameField is the field under which bleve finds a document again.
func nameField(key []byte, words bleve.TokenFrequencies) field {
	return field{
		name: "_id", value: key, length: 1, words: words,
		options: bleve.IndexField | bleve.StoreField,
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
