// Package query is the language in which texts are searched.
//
//	afraid                the word and its family: afraid, fear is another
//	"thank you"           exactly these words, next to each other
//	understand*           all words that begin so
//	wrod~  wrod~2         words that are written nearly so
//	a b   a AND b         both; AND may be left out
//	a OR b                either; binds less than AND
//	NOT a   -a            not
//	(a OR b) c            brackets group
//	cohort:Y3             an attribute of the source or its case; also :!= :> :>= :< :<= and :~ (contains)
//	"Posting (weeks)":>6  a name in quotes
//	code:"Safe space"     coded with this code, or one under it
//	coder:Ana             coded by this person
//	coded  uncoded        coded by anybody, or not
//	length:>200           in characters
//	kind:comment  question:…  source:…  case:…
//
// Quotes may be straight or curly. AND, OR and NOT are written in capitals: in
// small letters they are words like all others.
package query

import (
	"strings"

	"concord/coding"
)

// Query is a search that parsed. Its zero value asks for nothing.
type Query struct {
	// Root is what is asked.
	Root Node
}

// Node is a part of a query: And, Or, Not, Word, Phrase, Field or Flag.
type Node interface {
	// At is where the part stands in what was typed, in code points.
	At() coding.Span
	// write prints the part so that it parses to itself.
	write(b *strings.Builder)
}

// And asks that all parts hold; there are two at least, and none is an And.
type And struct{ Of []Node }

// Or asks that some part holds; there are two at least, and none is an Or.
type Or struct{ Of []Node }

// Not asks that the part doesn't hold.
type Not struct {
	Of Node
	coding.Span
}

// Word asks for a word: with its family, or for all that begins with it, or for
// all that is written nearly so.
type Word struct {
	Text string
	// Prefix says that the word was typed with a star behind it.
	Prefix bool
	// Fuzzy is the number of letters that may differ, 0 to 2.
	Fuzzy int
	coding.Span
}

// Phrase asks for words as they are, next to each other.
type Phrase struct {
	Text string
	coding.Span
}

// Field asks for a property of the source.
type Field struct {
	Name string
	// Quoted says that the name stood in quotes; it then names an attribute,
	// also where the language has a field of that name.
	Quoted bool
	Op     Op
	Value  string
	coding.Span
}

// Flag asks whether the source is coded at all.
type Flag struct {
	Coded bool
	coding.Span
}

// Op says how a field's value is compared.
type Op string

// The comparisons. Equal is the one that isn't written.
const (
	Equal    Op = ""
	NotEqual Op = "!="
	Less     Op = "<"
	AtMost   Op = "<="
	More     Op = ">"
	AtLeast  Op = ">="
	Contains Op = "~"
)

// At is the stretch of all parts.
func (n And) At() coding.Span { return n.Of[0].At().Union(n.Of[len(n.Of)-1].At()) }

// At is the stretch of all parts.
func (n Or) At() coding.Span { return n.Of[0].At().Union(n.Of[len(n.Of)-1].At()) }

// At is where the negation and its part stand.
func (n Not) At() coding.Span { return n.Span }

// At is where the word stands.
func (n Word) At() coding.Span { return n.Span }

// At is where the phrase stands, quotes included.
func (n Phrase) At() coding.Span { return n.Span }

// At is where the field stands, from its name to the end of its value.
func (n Field) At() coding.Span { return n.Span }

// At is where the flag stands.
func (n Flag) At() coding.Span { return n.Span }
