package coding

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Level is the level of measurement of an attribute.
type Level string

// The levels. A Scaled attribute is an item of a questionnaire: its levels are
// ordered, and some of them count as agreeing.
const (
	Nominal Level = "nominal"
	Numeric Level = "numeric"
	Scaled  Level = "scaled"
)

// Attribute is one thing that is known of cases or sources: cohort, session,
// posting in weeks, a statement to agree with.
type Attribute struct {
	ID    AttributeID `json:"id"`
	Name  string      `json:"name"`
	Level Level       `json:"level"`
	// Levels are the values in their order, where there is one: from least to
	// most agreement for a scaled item.
	Levels []string `json:"levels,omitempty"`
	// Agreeing are those levels of a scaled item that count as agreement.
	Agreeing []string `json:"agreeing,omitempty"`
}

// Values are what is known of one case or source: text by attribute. What isn't
// known isn't there.
type Values map[AttributeID]string

// Validate checks that the attribute has a name, and that a scaled item says
// which of its levels count as agreeing.
func (a Attribute) Validate() error {
	if err := needName("attribute", a.Name); err != nil {
		return err
	}
	switch a.Level {
	case Nominal, Numeric, Scaled:
	default:
		return invalid("attribute %q: level %q is none of nominal, numeric, scaled", a.Name, a.Level)
	}
	for _, level := range a.Agreeing {
		if !slices.Contains(a.Levels, level) {
			return invalid("attribute %q: %q counts as agreeing but isn't one of its levels %s",
				a.Name, level, strings.Join(a.Levels, ", "))
		}
	}
	return nil
}

// Compare orders two values of the attribute: by its levels where it has them,
// by number where both are numbers, else as text.
func (a Attribute) Compare(x, y string) int {
	if i, j := slices.Index(a.Levels, x), slices.Index(a.Levels, y); i >= 0 && j >= 0 {
		return i - j
	}
	return CompareValues(x, y)
}

// CompareValues orders two values: by number where both are numbers, else as text.
func CompareValues(x, y string) int {
	m, isX := number(x)
	n, isY := number(y)
	if isX && isY {
		return cmp.Compare(m, n)
	}
	return strings.Compare(x, y)
}

// number reads a value as a number. "NaN" and "Inf", which other programs write
// for what isn't known, are text.
func number(value string) (float64, bool) {
	n, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	return n, err == nil && !math.IsNaN(n) && !math.IsInf(n, 0)
}

// Number is the number that a value is, or else the only one that stands in
// it: 6 of "6 weeks", 3 of "S03".
func Number(value string) (float64, bool) {
	if n, ok := number(value); ok {
		return n, true
	}
	runs := strings.FieldsFunc(value, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' })
	if len(runs) != 1 {
		return 0, false
	}
	return number(strings.Trim(runs[0], "."))
}

// Key is the identity as plain text.
func (a Attribute) Key() string { return string(a.ID) }
