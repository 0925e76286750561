package index

import (
	bleve "github.com/blevesearch/bleve_index_api"
)

// textField is the one field of the index, beside the name that bleve wants of
// every document.
const textField = "text"

// document is a source as bleve takes it in: its key and its text. Nothing of it
// is stored but the key.
type document struct {
	key     string
	text    string
	analyst *analyst
}

func (d *document) ID() string                                   { return d.key }
func (d *document) Size() int                                    { return 0 }
func (d *document) HasComposite() bool                           { return false }
func (d *document) VisitComposite(_ bleve.CompositeFieldVisitor) {}
func (d *document) NumPlainTextBytes() uint64                    { return 0 }
func (d *document) StoredFieldsBytes() uint64                    { return uint64(len(d.key)) }
func (d *document) Indexed() bool                                { return true }

func (d *document) VisitFields(visit bleve.FieldVisitor) {
	visit(name{field{d}})
	visit(words{field{d}})
}

// AddIDField has nothing to do: documents are made with their names.
func (d *document) AddIDField() {}

// field is what the fields of a document have in common.
type field struct{ of *document }

func (field) ArrayPositions() []uint64  { return nil }
func (field) EncodedFieldType() byte    { return 't' }
func (field) Analyze()                  {}
func (field) NumPlainTextBytes() uint64 { return 0 }

// name is the field under which bleve finds a document again.
type name struct{ field }

func (name) Name() string                        { return "_id" }
func (n name) Value() []byte                     { return []byte(n.of.key) }
func (name) Options() bleve.FieldIndexingOptions { return bleve.IndexField | bleve.StoreField }
func (name) AnalyzedLength() int                 { return 1 }

func (n name) AnalyzedTokenFrequencies() bleve.TokenFrequencies {
	return n.of.analyst.name(n.of.key)
}

// words is the field of a document's words. They are taken apart when bleve asks
// for them.
type words struct{ field }

func (words) Name() string                        { return textField }
func (words) Value() []byte                       { return nil }
func (words) Options() bleve.FieldIndexingOptions { return bleve.IndexField | bleve.IncludeTermVectors }

func (w words) AnalyzedLength() int {
	n, _ := w.of.analyst.words(w.of)
	return n
}

func (w words) AnalyzedTokenFrequencies() bleve.TokenFrequencies {
	_, terms := w.of.analyst.words(w.of)
	return terms
}
