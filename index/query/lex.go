package query

import (
	"strings"
	"unicode"

	"concord/coding"
)

// tokenKind says what a token is.
type tokenKind int

const (
	endToken tokenKind = iota
	openToken
	closeToken
	minusToken
	wordToken   // a run of letters and signs
	quotedToken // what stood between quotes
)

// token is a piece of a query.
type token struct {
	kind tokenKind
	text string
	coding.Span
	// named says that a colon follows right behind.
	named bool
}

// lexer cuts a query into tokens.
type lexer struct {
	text []rune
	at   int
}

// next reads a token where a part of the query may begin.
func (l *lexer) next() (token, *Error) {
	l.skipSpace()
	start := l.at
	if start == len(l.text) {
		return token{kind: endToken, Span: coding.Span{Start: start, End: start}}, nil
	}
	switch r := l.text[start]; {
	case r == '(' || r == ')':
		l.at++
		kind := openToken
		if r == ')' {
			kind = closeToken
		}
		return l.token(kind, start, string(r)), nil
	case isQuote(r):
		return l.quoted()
	case r == '-' && start+1 < len(l.text) && !unicode.IsSpace(l.text[start+1]):
		l.at++
		return l.token(minusToken, start, "-"), nil
	}
	return l.run(func(r rune) bool { return r == ':' }), nil
}

// value reads the value of a field: what stands between quotes, or all up to
// the next space or bracket.
func (l *lexer) value() (token, *Error) {
	l.skipSpace()
	if l.at < len(l.text) && isQuote(l.text[l.at]) {
		return l.quoted()
	}
	return l.run(func(rune) bool { return false }), nil
}

// operator reads a comparison, if there is one.
func (l *lexer) operator() Op {
	l.skipSpace()
	rest := string(l.text[l.at:min(len(l.text), l.at+2)])
	for _, o := range []struct {
		written string
		op      Op
	}{
		{">=", AtLeast},
		{"<=", AtMost},
		{"!=", NotEqual},
		{"≥", AtLeast},
		{"≤", AtMost},
		{"≠", NotEqual},
		{">", More},
		{"<", Less},
		{"=", Equal},
		{"~", Contains},
	} {
		if strings.HasPrefix(rest, o.written) {
			l.at += coding.Length(o.written)
			return o.op
		}
	}
	return Equal
}

func (l *lexer) skipSpace() {
	for l.at < len(l.text) && unicode.IsSpace(l.text[l.at]) {
		l.at++
	}
}

// run reads up to a space, a bracket, a quote, or what ends says.
func (l *lexer) run(ends func(rune) bool) token {
	start := l.at
	for l.at < len(l.text) {
		r := l.text[l.at]
		if unicode.IsSpace(r) || r == '(' || r == ')' || isQuote(r) || ends(r) {
			break
		}
		l.at++
	}
	return l.token(wordToken, start, string(l.text[start:l.at]))
}

func (l *lexer) quoted() (token, *Error) {
	start := l.at
	var text []rune
	for end := start + 1; end < len(l.text); end++ {
		r := l.text[end]
		if !isQuote(r) {
			text = append(text, r)
			continue
		}
		// Two alike stand for one of the text.
		if end+1 < len(l.text) && l.text[end+1] == r {
			text = append(text, r)
			end++
			continue
		}
		l.at = end + 1
		return l.token(quotedToken, start, string(text)), nil
	}
	return token{}, &Error{
		Problem: UnclosedQuote,
		At:      coding.Span{Start: start, End: len(l.text)},
		Try:     strings.TrimSpace(string(l.text)) + string(closing(l.text[start])),
	}
}

func (l *lexer) token(kind tokenKind, start int, text string) token {
	named := (kind == wordToken || kind == quotedToken) && l.at < len(l.text) && l.text[l.at] == ':'
	return token{kind: kind, text: text, Span: coding.Span{Start: start, End: l.at}, named: named}
}

// isQuote knows the double quotes of many languages; which of them opens and
// which closes differs between these, so any closes any.
func isQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '＂':
		return true
	}
	return false
}

func closing(opening rune) rune {
	switch opening {
	case '“', '„':
		return '”'
	case '«':
		return '»'
	}
	return '"'
}
