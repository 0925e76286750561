package reliability

import (
	"fmt"
	"strconv"
	"strings"

	"concord/coding/agreement"
)

// number writes a coefficient as the field does: ".76", "1.00", "−.12".
func number(n agreement.Number) string {
	v, known := n.Float64()
	if !known {
		return "–"
	}
	return figure(v)
}

func figure(v float64) string {
	text := fmt.Sprintf("%.2f", v)
	if rest, negative := strings.CutPrefix(text, "-"); negative {
		return "−" + strings.TrimPrefix(rest, "0")
	}
	return strings.TrimPrefix(text, "0")
}

// threshold writes a threshold with the digits that it is known by.
func threshold(v float64) string { return strings.TrimPrefix(fmt.Sprintf("%.3f", v), "0") }

// exact writes a coefficient with the three digits that thresholds have, or
// with as many as tell it from the threshold.
func exact(n agreement.Number, from float64) string {
	v, known := n.Float64()
	if !known {
		return "–"
	}
	const most = 6
	for digits := 3; digits < most; digits++ {
		text := strconv.FormatFloat(v, 'f', digits, 64)
		if text != strconv.FormatFloat(from, 'f', digits, 64) {
			return strings.TrimPrefix(text, "0")
		}
	}
	return threshold(v)
}

func percent(n agreement.Number, digits int) string {
	v, known := n.Float64()
	if !known {
		return "–"
	}
	return fmt.Sprintf("%.*f", digits, 100*v)
}

// symbol is how a column of the measure is headed.
func symbol(m agreement.Measure) string {
	switch m {
	case agreement.KrippendorffAlphaNominal:
		return "α"
	case agreement.CohenKappa, agreement.FleissKappa:
		return "κ"
	case agreement.ScottPi:
		return "π"
	case agreement.GwetAC1:
		return "AC1"
	case agreement.BrennanPrediger:
		return "S"
	}
	return "%"
}
