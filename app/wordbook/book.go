// Package wordbook says in a person's language what the domain says in English.
//
// Packages coding and index speak English and know no other language: their
// errors, the labels of the log, reasons and warnings are English sentences made
// from forms, as fmt.Sprintf takes them. A Book has each of these forms in one
// other language. Say puts arguments into a form, as Sprintf does; Tell takes a
// sentence that was said before, such as a label that the log has kept for a
// year, finds the form that it was made from, and says it again.
package wordbook

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// ExampleNumber is the form whose translation shows how numbers are written:
// "8.412,5" says that thousands are set apart by a point and decimals by a comma.
const ExampleNumber = "8,412.5"

// Book has the domain's sentences in one language. The nil Book is English.
type Book struct {
	forms    map[string]*form
	patterns []*pattern // those with the most words first
	decimal  string
}

// Read reads a book: a JSON object of English forms and the same in the language.
func Read(content []byte) (*Book, error) {
	var words map[string]string
	if err := json.Unmarshal(content, &words); err != nil {
		return nil, fmt.Errorf("read a wordbook: %w", err)
	}
	b := &Book{forms: map[string]*form{}, decimal: "."}
	if number := words[ExampleNumber]; len(number) > 1 {
		b.decimal = number[len(number)-2 : len(number)-1]
	}
	for english, foreign := range words {
		if err := Match(english, foreign); err != nil {
			return nil, fmt.Errorf("read a wordbook: %w", err)
		}
		b.forms[english] = parse(foreign)
		if p := newPattern(parse(english), b.forms[english]); p != nil {
			b.patterns = append(b.patterns, p)
		}
	}
	slices.SortFunc(b.patterns, func(x, y *pattern) int {
		if d := y.weight - x.weight; d != 0 {
			return d
		}
		return strings.Compare(x.english.text, y.english.text)
	})
	return b, nil
}

// Say puts arguments into a form, in the book's language where it has the form.
func (b *Book) Say(english string, args ...any) string {
	if b == nil {
		return sprintf(english, args)
	}
	f, found := b.forms[english]
	if !found {
		return sprintf(english, args)
	}
	local := make([]any, len(args))
	for i, arg := range args {
		local[i] = arg
		if x, ok := arg.(float64); ok && b.decimal != "." {
			local[i] = decimal{x, b.decimal}
		}
	}
	return sprintf(f.text, local)
}

// Mark is what stands before decimals.
func (b *Book) Mark() string {
	if b == nil {
		return "."
	}
	return b.decimal
}

// sprintf is fmt.Sprintf, which go vet would want to check against a constant.
func sprintf(form string, args []any) string { return fmt.Sprintf(form, args...) }

// Tell says a finished English sentence in the book's language. What is made
// from no form that the book has is left as it is.
func (b *Book) Tell(sentence string) string {
	if b == nil || sentence == "" {
		return sentence
	}
	for _, p := range b.patterns {
		if found, ok := p.match(sentence); ok {
			return p.foreign.fill(func(n int, quoted bool) string { return b.hole(p, found, n, quoted) })
		}
	}
	return sentence
}

// hole is what stands in hole n of a sentence, for a translation that sets it in
// quotation marks as Go does, or not.
func (b *Book) hole(p *pattern, found []string, n int, quoted bool) string {
	text, from := found[n], p.english.holes[n]
	switch {
	case from.kind == quotedHole && !quoted:
		return unquote(text)
	case from.kind == decimalHole:
		return strings.ReplaceAll(text, ".", b.decimal)
	case from.kind == textHole && !from.named && !p.foreign.names(n):
		return b.list(text)
	}
	return text
}

// list tells a sentence, or a list of them with commas between.
func (b *Book) list(text string) string {
	told := b.Tell(text)
	if told != text || !strings.Contains(text, ", ") {
		return told
	}
	parts := strings.Split(text, ", ")
	for i, part := range parts {
		if parts[i] = b.Tell(part); parts[i] == part {
			return text // a list of names
		}
	}
	return strings.Join(parts, ", ")
}

// decimal is a number that is written with the language's mark.
type decimal struct {
	value float64
	mark  string
}

// Format writes the number as fmt writes it, but for the mark.
func (d decimal) Format(s fmt.State, verb rune) {
	_, _ = fmt.Fprint(s, strings.ReplaceAll(fmt.Sprintf(fmt.FormatString(s, verb), d.value), ".", d.mark))
}
