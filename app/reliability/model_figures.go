package reliability

import (
	"fmt"
	"strconv"
	"strings"

	"concord/coding/agreement"
	"concord/coding/compare"
)

// number writes a coefficient as the field does: ".76", "1.00", "−.12".
func number(n agreement.Number) string {
	v, known := n.Float64()
	if !known {
		return "–"
	}
	return figure(v)
}

func figure(v float64) string { return short(fmt.Sprintf("%.2f", v)) }

// exactly writes a number with the three digits that thresholds have.
func exactly(v float64) string { return short(fmt.Sprintf("%.3f", v)) }

// short leaves out the nought before the point, and the sign of nothing.
func short(text string) string {
	if strings.Trim(text, "-0.") == "" {
		return strings.TrimPrefix(strings.TrimPrefix(text, "-"), "0")
	}
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
			return short(text)
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

// value writes a result as its column has it: shares in percent, the rest as
// coefficients.
func value(r agreement.Result) string {
	if share(r.Measure) {
		return percent(r.Value, 1)
	}
	return number(r.Value)
}

// share reports whether a measure is a share of things, written in percent.
func share(m agreement.Measure) bool {
	return m == agreement.PercentAgreement || m == compare.Precision || m == compare.Recall
}

// Symbol is how a column of the measure is headed.
func Symbol(m agreement.Measure) string {
	switch m {
	case agreement.KrippendorffAlphaNominal:
		return "α"
	case agreement.KrippendorffAlphaMASI:
		return "α MASI"
	case agreement.CohenKappa:
		return "κ"
	case agreement.FleissKappa:
		return "Fleiss' κ"
	case agreement.CongerKappa:
		return "Conger's κ"
	case agreement.ScottPi:
		return "π"
	case agreement.GwetAC1:
		return "AC1"
	case agreement.BrennanPrediger:
		return "S"
	case agreement.Holsti:
		return "Holsti"
	case compare.Precision:
		return "% precision"
	case compare.Recall:
		return "% recall"
	case compare.F1:
		return "F1"
	case agreement.AlphaU:
		return "uα"
	case agreement.AlphaUBinary:
		return "|uα"
	case agreement.AlphaCU:
		return "cuα"
	case agreement.AlphaKU:
		return "(k)uα"
	case agreement.Gamma, agreement.GammaK:
		return "γ"
	case agreement.GammaCat:
		return "γcat"
	}
	return "% agreement"
}

// Title is a coefficient's name in the field's words.
func Title(m agreement.Measure) string {
	switch m {
	case compare.Precision:
		return "Precision"
	case compare.Recall:
		return "Recall"
	case compare.F1:
		return "F1"
	case agreement.AlphaU:
		return "Krippendorff's uα (places and codes)"
	case agreement.AlphaUBinary:
		return "Krippendorff's |uα (marked or not)"
	case agreement.AlphaCU:
		return "Krippendorff's cuα (codes where excerpts meet)"
	case agreement.AlphaKU:
		return "Krippendorff's (k)uα"
	}
	return m.Title()
}
