package tabular

import (
	"slices"
	"strconv"
	"strings"
)

// number reads a plain decimal number.
func number(v string) (float64, bool) {
	if v == "" || strings.Trim(v, "0123456789.+-") != "" {
		return 0, false
	}
	x, err := strconv.ParseFloat(v, 64)
	return x, err == nil
}

// pointed is a number that is written with a decimal comma, with a point.
// Anything else stays as it is.
func pointed(v string) string {
	before, after, found := strings.Cut(v, ",")
	if !found || strings.ContainsAny(v, ".") || before == "" || !isDigits(after) || after == "" {
		return v
	}
	if _, ok := number(before); !ok {
		return v
	}
	return before + "." + after
}

// decimalCommas reports whether the values of a column are numbers written with a
// decimal comma: all of them are numbers if it is one, and none has a point. Where
// commas don't divide the cells that is enough; where they do, and in a workbook,
// whose numbers need no mark, one value at least can be nothing else: neither a
// number with a comma between thousands, nor a list of choices as in "1,2".
func decimalCommas(values []string, form Form) bool {
	plainly := form.Delimiter == ';' || form.Delimiter == '\t' || form.Delimiter == '|'
	commas := 0
	for _, v := range values {
		p := pointed(v)
		if _, ok := number(p); !ok || strings.Contains(v, ".") {
			return false
		}
		if p != v {
			commas++
		}
	}
	return commas > 0 && (plainly || slices.ContainsFunc(values, surelyDecimal))
}

// surelyDecimal reports whether the comma in a value can be nothing but a decimal one.
func surelyDecimal(v string) bool {
	before, after, found := strings.Cut(strings.TrimLeft(v, "+-"), ",")
	if !found {
		return false
	}
	const thousands = 3
	whole, _ := number(before)
	part, _ := number(after)
	return len(after) != thousands && (whole >= part || len(after) > 1)
}
