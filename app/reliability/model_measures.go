package reliability

import (
	"slices"

	"concord/coding/agreement"
	"concord/coding/compare"
)

// Measures are the coefficients that the sentence offers for a unit and some
// number of coders; the first is the usual one. Presence has two values, so
// weights by rank or number would change nothing and aren't offered.
func Measures(unit compare.Unit, coders int) []agreement.Measure {
	switch unit {
	case compare.ExcerptMatch:
		return []agreement.Measure{agreement.BrennanPrediger, compare.F1, compare.Precision, compare.Recall, agreement.PercentAgreement}
	case compare.Continuum:
		return []agreement.Measure{agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU}
	}
	measures := []agreement.Measure{
		agreement.KrippendorffAlphaNominal, agreement.KrippendorffAlphaMASI, agreement.GwetAC1, agreement.FleissKappa,
		agreement.CongerKappa, agreement.BrennanPrediger, agreement.PercentAgreement,
	}
	if coders == 2 {
		measures = slices.Insert(measures, 2, agreement.CohenKappa, agreement.ScottPi)
		measures = append(measures, agreement.Holsti)
	}
	return measures
}

// Methods are the ways in which intervals can be made for a unit. Unitizing
// alphas have no formula for their error.
func Methods(unit compare.Unit) []agreement.Method {
	if unit == compare.Continuum {
		return []agreement.Method{agreement.Bootstrap, agreement.NoInterval}
	}
	return []agreement.Method{agreement.Bootstrap, agreement.Analytic, agreement.Jackknife, agreement.NoInterval}
}

// rowMeasure is the headline of a row about one code: where the choice's own
// says something of many codes only, the nearest that says it of one.
func (c Choice) rowMeasure() agreement.Measure {
	switch {
	case c.Unit == compare.Continuum:
		return agreement.AlphaU
	case c.Measure == agreement.KrippendorffAlphaMASI:
		return agreement.KrippendorffAlphaNominal
	}
	return c.Measure
}

// beside are the coefficients that stand beside a headline in a row.
func (c Choice) beside(headline agreement.Measure, coders int) []agreement.Measure {
	var others []agreement.Measure
	switch c.Unit {
	case compare.ExcerptMatch:
		others = []agreement.Measure{agreement.PercentAgreement, compare.Precision, compare.Recall, compare.F1, agreement.BrennanPrediger}
	case compare.Continuum:
		others = []agreement.Measure{agreement.AlphaKU}
		if !c.perCode() {
			others = []agreement.Measure{agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU}
		}
	default:
		kappa := agreement.FleissKappa
		if coders == 2 {
			kappa = agreement.CohenKappa
		}
		others = []agreement.Measure{agreement.PercentAgreement, kappa, agreement.GwetAC1}
		if slices.Contains(others, headline) {
			others = append(others, agreement.KrippendorffAlphaNominal)
		}
	}
	return slices.DeleteFunc(others, func(m agreement.Measure) bool { return m == headline })
}

// overall are the coefficients of the headline's card, the headline first.
func (c Choice) overall(coders int) []agreement.Measure {
	measures := []agreement.Measure{c.Measure}
	add := func(more ...agreement.Measure) {
		for _, m := range more {
			if !slices.Contains(measures, m) {
				measures = append(measures, m)
			}
		}
	}
	if c.Unit == compare.Continuum {
		add(agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU)
		return measures
	}
	add(c.rowMeasure())
	add(c.beside(c.rowMeasure(), coders)...)
	if c.Unit.Rated() {
		add(agreement.KrippendorffAlphaMASI)
	}
	return measures
}

// perCode reports whether the table has a row for each code or theme.
func (c Choice) perCode() bool { return c.By == "" }

// Columns are the coefficients beside the headline in each row.
func (s *Sheet) Columns() []agreement.Measure {
	return s.Choice.beside(s.rowMeasure(), s.seats())
}

// rowMeasure is the headline of the table's rows.
func (s *Sheet) rowMeasure() agreement.Measure {
	if s.Choice.perCode() {
		return s.Choice.rowMeasure()
	}
	return s.Choice.Measure
}

// seats is how many coders a row compares.
func (s *Sheet) seats() int {
	if s.Choice.By == compare.ByCoders {
		return 2
	}
	return len(s.Coders)
}
