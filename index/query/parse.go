package query

import (
	"strings"

	"concord/coding"
	"concord/index/word"
)

// The words that the language keeps for itself.
const (
	wordAnd     = "AND"
	wordOr      = "OR"
	wordNot     = "NOT"
	wordCoded   = "coded"
	wordUncoded = "uncoded"
)

// deepest is how far brackets and NOTs may lie in each other.
const deepest = 100

// Parse reads a query. The error is an *Error; what it says to try parses.
func Parse(text string) (Query, error) {
	root, err := parse(text)
	if err != nil {
		err.Try = trying(err, []rune(text))
		return Query{}, err
	}
	return Query{Root: root}, nil
}

func parse(text string) (Node, *Error) {
	p := &parser{lexer: lexer{text: []rune(text)}}
	return p.query()
}

func parses(text string) bool {
	_, err := parse(text)
	return err == nil
}

// trying is what to try in place of a query that doesn't parse, or nothing.
func trying(err *Error, text []rune) string {
	try := err.Try
	switch err.Problem {
	case UnclosedBracket:
		for range deepest {
			if parses(try) {
				break
			}
			try += ")"
		}
	case Empty:
		return try // several, to choose from
	case NoWord, EmptyBrackets:
		try = strings.Join(strings.Fields(string(text[:err.At.Start])+" "+string(text[err.At.End:])), " ")
	}
	if !parses(try) {
		return ""
	}
	return try
}

type parser struct {
	lexer lexer
	token token
	depth int
}

func (p *parser) query() (Node, *Error) {
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.token.kind == endToken {
		return nil, p.fail(Empty, p.token.Span, `afraid, "thank you", cohort:Y3`)
	}
	root, err := p.or()
	if err != nil {
		return nil, err
	}
	if p.token.kind == closeToken {
		text := p.lexer.text
		without := string(text[:p.token.Start]) + string(text[p.token.End:])
		return nil, p.fail(StrayBracket, p.token.Span, strings.TrimSpace(without))
	}
	return root, nil
}

// or reads parts with OR between them.
func (p *parser) or() (Node, *Error) {
	var parts []Node
	for {
		part, err := p.and()
		if err != nil {
			return nil, err
		}
		if or, ok := part.(Or); ok {
			parts = append(parts, or.Of...)
		} else {
			parts = append(parts, part)
		}
		if !p.keyword(wordOr) {
			break
		}
		if err := p.advance(); err != nil {
			return nil, err
		}
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return Or{Of: parts}, nil
}

// and reads parts with AND or nothing between them.
func (p *parser) and() (Node, *Error) {
	var parts []Node
	for {
		part, err := p.not()
		if err != nil {
			return nil, err
		}
		if and, ok := part.(And); ok {
			parts = append(parts, and.Of...)
		} else {
			parts = append(parts, part)
		}
		if p.keyword(wordAnd) {
			if err := p.advance(); err != nil {
				return nil, err
			}
			continue
		}
		if p.token.kind == endToken || p.token.kind == closeToken || p.keyword(wordOr) {
			break
		}
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return And{Of: parts}, nil
}

// not reads one part, negated or not.
func (p *parser) not() (Node, *Error) {
	if p.token.kind != minusToken && !p.keyword(wordNot) {
		return p.part()
	}
	start := p.token
	if p.depth++; p.depth > deepest {
		return nil, p.fail(TooDeep, start.Span, "")
	}
	defer func() { p.depth-- }()
	if err := p.advance(); err != nil {
		return nil, err
	}
	part, err := p.not()
	if err != nil {
		return nil, err
	}
	return Not{Of: part, Span: coding.Span{Start: start.Start, End: part.At().End}}, nil
}

func (p *parser) part() (Node, *Error) {
	t := p.token
	if t.named {
		return p.field(t)
	}
	switch t.kind {
	case openToken:
		return p.brackets(t)
	case quotedToken:
		if len(word.All(t.text)) == 0 {
			return nil, p.fail(NoWord, t.Span, "")
		}
		return Phrase{Text: t.text, Span: t.Span}, p.advance()
	case wordToken:
		if p.keyword(wordAnd) || p.keyword(wordOr) {
			return nil, p.fail(MissingPart, t.Span, `"`+t.text+`"`)
		}
		if t.text == wordCoded || t.text == wordUncoded {
			return Flag{Coded: t.text == wordCoded, Span: t.Span}, p.advance()
		}
		w, err := p.word(t)
		if err != nil {
			return nil, err
		}
		return w, p.advance()
	default:
		return nil, p.fail(MissingPart, t.Span, p.withoutLoose())
	}
}

// withoutLoose is what was typed up to here without the AND, OR and NOT at its
// end.
func (p *parser) withoutLoose() string {
	words := strings.Fields(string(p.lexer.text[:p.token.Start]))
	kept := words
	for len(kept) > 0 && isOperator(kept[len(kept)-1]) {
		kept = kept[:len(kept)-1]
	}
	if len(kept) == len(words) {
		return ""
	}
	return strings.Join(kept, " ")
}

func isOperator(text string) bool {
	return text == wordAnd || text == wordOr || text == wordNot || text == "-"
}

func (p *parser) brackets(open token) (Node, *Error) {
	if p.depth++; p.depth > deepest {
		return nil, p.fail(TooDeep, open.Span, "")
	}
	defer func() { p.depth-- }()
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.token.kind == closeToken {
		return nil, p.fail(EmptyBrackets, open.Union(p.token.Span), "")
	}
	inner, err := p.or()
	if err != nil {
		return nil, err
	}
	if p.token.kind != closeToken {
		return nil, p.fail(UnclosedBracket, open.Span, strings.TrimSpace(string(p.lexer.text))+")")
	}
	return inner, p.advance()
}

// word reads the signs at a word's end.
func (p *parser) word(t token) (Word, *Error) {
	w := Word{Text: t.text, Span: t.Span}
	if text, ok := strings.CutSuffix(w.Text, "*"); ok {
		w.Text, w.Prefix = text, true
	} else if i := strings.LastIndexByte(w.Text, '~'); i >= 0 {
		switch w.Text[i+1:] {
		case "", "1":
			w.Fuzzy = 1
		case "2":
			w.Fuzzy = 2
		default:
			return w, p.fail(WideFuzzy, t.Span, w.Text[:i]+"~2")
		}
		w.Text = w.Text[:i]
	}
	if i := strings.IndexAny(w.Text, "*~"); i >= 0 {
		try := ""
		if i > 0 {
			try = w.Text[:i] + "*"
		}
		return w, p.fail(MisplacedStar, t.Span, try)
	}
	if len(word.All(w.Text)) == 0 {
		return w, p.fail(NoWord, t.Span, "")
	}
	return w, nil
}

// field reads a comparison and a value behind a name and a colon.
func (p *parser) field(name token) (Node, *Error) {
	f := Field{Name: strings.TrimSpace(name.text), Quoted: name.kind == quotedToken}
	if f.Name == "" {
		return nil, p.fail(MissingName, name.Span, "cohort:Y3")
	}
	p.lexer.at++ // the colon
	f.Op = p.lexer.operator()
	value, err := p.lexer.value()
	if err != nil {
		return nil, err
	}
	f.Value = strings.TrimSpace(value.text)
	f.Span = name.Union(value.Span)
	if f.Value == "" {
		return nil, p.fail(MissingValue, f.Span, p.source(name)+":"+string(f.Op)+valueFor(f))
	}
	return f, p.advance()
}

// valueFor is a value that might stand behind a field's name and sign.
func valueFor(f Field) string {
	name := strings.ToLower(f.Name)
	switch {
	case f.Quoted:
	case name == "code":
		return `"Safe space"`
	case name == "coder":
		return "Ana"
	case name == "length" && f.Op == Equal:
		return ">200"
	case name == "length":
		return "200"
	}
	switch f.Op {
	case Less, AtMost, More, AtLeast:
		return "3"
	}
	return "Y3"
}

// source is what was typed for the token.
func (p *parser) source(t token) string { return string(p.lexer.text[t.Start:t.End]) }

// keyword reports whether the token is that word of the language.
func (p *parser) keyword(name string) bool {
	return p.token.kind == wordToken && p.token.text == name && !p.token.named
}

func (p *parser) advance() *Error {
	var err *Error
	p.token, err = p.lexer.next()
	return err
}

func (p *parser) fail(problem Problem, at coding.Span, try string) *Error {
	return &Error{Problem: problem, At: at, Try: try}
}
