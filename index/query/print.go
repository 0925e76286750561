package query

import (
	"strconv"
	"strings"
	"unicode"
)

// String prints the query in its usual form; it parses to the same query.
func (q Query) String() string {
	if q.Root == nil {
		return ""
	}
	var b strings.Builder
	q.Root.write(&b)
	return b.String()
}

func (n And) write(b *strings.Builder) { writeAll(b, n.Of, " ") }

func (n Or) write(b *strings.Builder) { writeAll(b, n.Of, " OR ") }

func (n Not) write(b *strings.Builder) {
	b.WriteString("NOT ")
	writeGrouped(b, n.Of)
}

func (n Word) write(b *strings.Builder) {
	b.WriteString(n.Text)
	switch {
	case n.Prefix:
		b.WriteByte('*')
	case n.Fuzzy == 1:
		b.WriteByte('~')
	case n.Fuzzy > 1:
		b.WriteString("~" + strconv.Itoa(n.Fuzzy))
	}
}

func (n Phrase) write(b *strings.Builder) { writeQuoted(b, n.Text) }

func (n Field) write(b *strings.Builder) {
	if n.Quoted {
		writeQuoted(b, n.Name)
	} else {
		b.WriteString(n.Name)
	}
	b.WriteByte(':')
	b.WriteString(string(n.Op))
	if strings.ContainsFunc(n.Value, needsQuotes) {
		writeQuoted(b, n.Value)
	} else {
		b.WriteString(n.Value)
	}
}

// needsQuotes knows what ends a value, or reads as a comparison or a quote before it.
func needsQuotes(r rune) bool {
	return unicode.IsSpace(r) || isQuote(r) || strings.ContainsRune("()<>=!~≥≤≠", r)
}

func (n Flag) write(b *strings.Builder) {
	if n.Coded {
		b.WriteString(wordCoded)
	} else {
		b.WriteString(wordUncoded)
	}
}

func writeAll(b *strings.Builder, parts []Node, between string) {
	for i, part := range parts {
		if i > 0 {
			b.WriteString(between)
		}
		writeGrouped(b, part)
	}
}

// writeGrouped puts what has parts of its own in brackets.
func writeGrouped(b *strings.Builder, n Node) {
	switch n.(type) {
	case And, Or:
		b.WriteByte('(')
		n.write(b)
		b.WriteByte(')')
	default:
		n.write(b)
	}
}

func writeQuoted(b *strings.Builder, text string) { b.WriteString(Quoted(text)) }

// Quoted writes text so that it is read as a whole: each quote that stands in
// it is written twice.
func Quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		if isQuote(r) {
			b.WriteRune(r)
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}
