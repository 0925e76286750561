package index

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"concord/coding"
	"concord/index/query"
)

// The fields that the language itself has. A name in quotes is an attribute's.
const (
	fieldCode     = "code"
	fieldCoder    = "coder"
	fieldLength   = "length"
	fieldKind     = "kind"
	fieldQuestion = "question"
	fieldSource   = "source"
	fieldCase     = "case"
)

// planField finds out what a field asks of sources.
func (s *search) planField(f query.Field) (part, error) {
	name := strings.ToLower(f.Name)
	if f.Quoted {
		name = ""
	}
	var match func(fact) bool
	var err error
	switch name {
	case fieldCode:
		return s.planCode(f)
	case fieldCoder:
		return s.planCoder(f)
	case fieldLength:
		match, err = matchLength(f)
	case fieldKind:
		match, err = matchName(f, f.Op, func(x fact) []string { return []string{string(x.source.Kind)} })
		if err == nil && f.Op == query.Equal && !strings.EqualFold(f.Value, string(coding.Comment)) && !strings.EqualFold(f.Value, string(coding.Document)) {
			err = mistake(query.UnknownValue, f, "kind:comment, kind:document", nil)
		}
	case fieldQuestion:
		op := f.Op
		if op == query.Equal {
			op = query.Contains // nobody types a whole question
		}
		match, err = matchName(f, op, func(x fact) []string { return []string{x.source.Question} })
	case fieldSource:
		match, err = matchName(f, f.Op, func(x fact) []string { return []string{x.source.Name, string(x.source.ID)} })
	case fieldCase:
		match, err = matchName(f, f.Op, func(x fact) []string {
			var names []string
			for _, c := range x.cases {
				names = append(names, c.Name, string(c.ID))
			}
			return names
		})
	default:
		match, err = s.matchAttribute(f)
	}
	if err != nil {
		return nil, err
	}
	p := &fieldPart{key: query.Query{Root: f}.String(), match: match, cases: name == fieldCase || !builtin(name)}
	s.fields = append(s.fields, p)
	return p, nil
}

func builtin(name string) bool {
	return slices.Contains([]string{fieldLength, fieldKind, fieldQuestion, fieldSource, fieldCase}, name)
}

func matchLength(f query.Field) (func(fact) bool, error) {
	n, err := strconv.Atoi(f.Value)
	if err != nil {
		return nil, mistake(query.BadNumber, f, "length:>200", nil)
	}
	if f.Op == query.Contains {
		return nil, mistake(query.BadOperator, f, "length:>200", nil)
	}
	return func(x fact) bool { return holds(f.Op, x.source.Length-n) }, nil
}

// matchName compares names, ignoring case. Of several names one has to be
// right, or, with !=, none may be wrong.
func matchName(f query.Field, op query.Op, names func(fact) []string) (func(fact) bool, error) {
	folded := fold(f.Value)
	contains := func(x fact) bool {
		return slices.ContainsFunc(names(x), func(name string) bool { return strings.Contains(fold(name), folded) })
	}
	equals := func(x fact) bool {
		return slices.ContainsFunc(names(x), func(name string) bool { return strings.EqualFold(strings.TrimSpace(name), f.Value) })
	}
	switch op {
	case query.Equal:
		return equals, nil
	case query.NotEqual:
		return func(x fact) bool { return !equals(x) }, nil
	case query.Contains:
		return contains, nil
	default:
		return nil, mistake(query.BadOperator, f, f.Name+":~"+f.Value, nil)
	}
}

// matchAttribute finds the attribute by its name, ignoring case and all signs.
func (s *search) matchAttribute(f query.Field) (func(fact) bool, error) {
	attributes, err := s.project.Attributes(s.ctx)
	if err != nil {
		return nil, fmt.Errorf("read attributes: %w", err)
	}
	for _, equal := range []func(a, b string) bool{strings.EqualFold, sameLetters} {
		for _, a := range attributes {
			if equal(a.Name, f.Name) {
				if compares(f.Op) && a.Level == coding.Numeric {
					if _, ok := coding.Number(f.Value); !ok {
						return nil, mistake(query.BadNumber, f, fieldName(a.Name)+string(f.Op)+"6", nil)
					}
				}
				return matchValue(a, f), nil
			}
		}
	}
	return nil, mistake(query.UnknownField, f, asText(f)+fieldNames(attributes), nil)
}

// asText is how to search for what was taken for a field, such as 10:30.
func asText(f query.Field) string {
	if f.Quoted || f.Op != query.Equal || !strings.ContainsFunc(f.Name, unicode.IsDigit) {
		return ""
	}
	return query.Quoted(f.Name+":"+f.Value) + ", "
}

// matchValue compares a value that is known; of several, one has to be right.
// Of "!=", something has to be known, and none may be it.
func matchValue(a coding.Attribute, f query.Field) func(fact) bool {
	wanted := f.Value
	for _, level := range a.Levels {
		if strings.EqualFold(level, wanted) {
			wanted = level
		}
	}
	folded := fold(wanted)
	right := func(value string) bool {
		value = strings.TrimSpace(value)
		switch f.Op {
		case query.Equal, query.NotEqual:
			return strings.EqualFold(value, wanted) || a.Compare(value, wanted) == 0
		case query.Contains:
			return strings.Contains(fold(value), folded)
		default:
			return meets(a, f, value, wanted)
		}
	}
	return func(x fact) bool {
		values := x.values(a.ID)
		if f.Op == query.NotEqual {
			return len(values) > 0 && !slices.ContainsFunc(values, right)
		}
		return slices.ContainsFunc(values, right)
	}
}

// meets reports whether a value stands to the one wanted as the field asks.
// Where a number is asked for, "Session 3" and "S03" count as 3, and what has
// no number doesn't count.
func meets(a coding.Attribute, f query.Field, value, wanted string) bool {
	n, err := strconv.ParseFloat(wanted, 64)
	if err != nil || slices.Contains(a.Levels, wanted) {
		return holds(f.Op, a.Compare(value, wanted))
	}
	m, known := coding.Number(value)
	return known && holds(f.Op, cmp.Compare(m, n))
}

// compares reports whether an operator asks for more or less.
func compares(op query.Op) bool {
	switch op {
	case query.Less, query.AtMost, query.More, query.AtLeast:
		return true
	}
	return false
}

func holds(op query.Op, order int) bool {
	switch op {
	case query.NotEqual:
		return order != 0
	case query.Less:
		return order < 0
	case query.AtMost:
		return order <= 0
	case query.More:
		return order > 0
	case query.AtLeast:
		return order >= 0
	default:
		return order == 0
	}
}

// fieldNames lists what could stand before a colon.
func fieldNames(attributes []coding.Attribute) string {
	var names []string
	for _, a := range attributes {
		names = append(names, fieldName(a.Name))
	}
	for _, name := range []string{fieldCode, fieldCoder, fieldLength, fieldKind, fieldQuestion, fieldSource, fieldCase} {
		names = append(names, name+":")
	}
	return strings.Join(names, ", ")
}

// fieldName is how an attribute is asked about, with the colon.
func fieldName(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		name = query.Quoted(name)
	}
	return name + ":"
}

func mistake(problem query.Problem, f query.Field, try string, cause error) error {
	return &query.Error{Problem: problem, At: f.At(), Try: try, Cause: cause}
}

// planCode asks for sources with a code, or with one under it.
func (s *search) planCode(f query.Field) (part, error) {
	codes, err := s.project.Codes(s.ctx)
	if err != nil {
		return nil, fmt.Errorf("read codes: %w", err)
	}
	book := coding.NewCodebook(codes)
	p := &codingPart{key: "code " + f.Value}
	switch f.Op {
	case query.Equal, query.NotEqual:
		code, err := book.Find(f.Value)
		if err != nil {
			return nil, mistake(query.UnknownValue, f, "", err)
		}
		p.filter.Codes = book.Under(code.ID)
	case query.Contains:
		p.key = "code ~" + f.Value
		p.filter.Codes = []coding.CodeID{}
		for _, c := range book.Codes() {
			if strings.Contains(fold(book.Path(c.ID)), fold(f.Value)) {
				p.filter.Codes = append(p.filter.Codes, book.Under(c.ID)...)
			}
		}
	default:
		return nil, mistake(query.BadOperator, f, "code:"+query.Quoted(f.Value), nil)
	}
	if f.Op == query.NotEqual {
		return noneOf{p}, nil
	}
	return p, nil
}

// planCoder asks for sources that a person coded. A part of the name will do if
// only one person has it.
func (s *search) planCoder(f query.Field) (part, error) {
	coders, err := s.project.Coders(s.ctx)
	if err != nil {
		return nil, fmt.Errorf("read coders: %w", err)
	}
	if f.Op != query.Equal && f.Op != query.NotEqual {
		return nil, mistake(query.BadOperator, f, "coder:"+query.Quoted(f.Value), nil)
	}
	var names []string
	var alike []coding.CoderID
	for _, c := range coders {
		names = append(names, "coder:"+query.Quoted(c.Name))
		if strings.EqualFold(c.Name, f.Value) || string(c.ID) == f.Value {
			alike = []coding.CoderID{c.ID}
			break
		}
		if strings.Contains(fold(c.Name), fold(f.Value)) {
			alike = append(alike, c.ID)
		}
	}
	if len(alike) != 1 {
		return nil, mistake(query.UnknownValue, f, strings.Join(names, ", "), errCoder)
	}
	p := &codingPart{key: "coder " + f.Value, filter: coding.CodingFilter{Coders: alike}}
	if f.Op == query.NotEqual {
		return noneOf{p}, nil
	}
	return p, nil
}

var errCoder = fmt.Errorf("%w: no coder, or more than one, has this name", coding.ErrNotFound)
