package agreement

import (
	"encoding/json"
	"fmt"
	"math"
)

// Number is a real number or nothing. The zero value is nothing, so that a
// coefficient nobody could compute is never read as 0. In JSON nothing is null.
type Number struct {
	value float64
	known bool
}

// Known makes a Number that is there. A value that isn't finite is nothing.
func Known(value float64) Number {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return Number{}
	}
	return Number{value: value, known: true}
}

// Float64 is the number and whether there is one.
func (n Number) Float64() (value float64, known bool) { return n.value, n.known }

// Known reports whether there is a number.
func (n Number) Known() bool { return n.known }

// String writes the number with three decimals, or a dash where there is none.
func (n Number) String() string {
	if !n.known {
		return "–"
	}
	return fmt.Sprintf("%.3f", n.value)
}

// MarshalJSON writes the number, or null.
func (n Number) MarshalJSON() ([]byte, error) {
	if !n.known {
		return []byte("null"), nil
	}
	return json.Marshal(n.value)
}

// UnmarshalJSON reads a number, or null.
func (n *Number) UnmarshalJSON(data []byte) error {
	var value *float64
	if err := json.Unmarshal(data, &value); err != nil {
		return fmt.Errorf("read a number or null: %w", err)
	}
	*n = Number{}
	if value != nil {
		*n = Known(*value)
	}
	return nil
}

// Undefined is the error of a measure that has no value on the data given.
// Its reason is a sentence for the researcher.
type Undefined struct {
	Reason string
}

// Error is the reason.
func (u *Undefined) Error() string { return u.Reason }

func undefined(format string, args ...any) error {
	return &Undefined{Reason: fmt.Sprintf(format, args...)}
}

const (
	reasonNoPairable  = "no unit was rated by two coders: there is nothing to compare"
	reasonNoVariation = "all ratings are alike: no variation, chance can't be estimated"
	reasonUnvaried    = "all ratings of units that two coders rated are alike: no variation, chance can't be estimated"
	reasonOneUnit     = "one unit alone has no interval"
	reasonOneGroup    = "all units belong to one group: an interval that resamples groups needs two or more"
)
