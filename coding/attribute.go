package coding

import (
	"slices"
	"strconv"
	"strings"
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
	m, errX := strconv.ParseFloat(strings.TrimSpace(x), 64)
	n, errY := strconv.ParseFloat(strings.TrimSpace(y), 64)
	if errX == nil && errY == nil {
		switch {
		case m < n:
			return -1
		case m > n:
			return 1
		}
		return 0
	}
	return strings.Compare(x, y)
}

// Key is the identity as plain text.
func (a Attribute) Key() string { return string(a.ID) }
