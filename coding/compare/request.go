package compare

import (
	"fmt"
	"slices"
	"strings"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/progress"
)

// By says along what an answer is divided, apart from overall.
type By string

// The divisions. Any other value names an attribute of sources or cases.
const (
	ByCode   By = "code"
	ByTheme  By = "theme"
	ByCoders By = "coder-pair"
	BySource By = "source"
	ByRound  By = "round"
)

// Resample says what a bootstrap draws anew.
type Resample string

// What is drawn. Units of one source or respondent may be alike; intervals that
// draw sources or respondents take that into account.
const (
	ResampleUnits       Resample = ""
	ResampleSources     Resample = "source"
	ResampleRespondents Resample = "respondent"
)

// Request says which numbers are wanted. Its zero value asks for what Concord
// shows first, for each code and as their mean.
type Request struct {
	Measures []agreement.Measure
	// Codes are those wanted; nil takes Material.Codes, or Material.Themes.
	Codes []coding.CodeID
	// Themes counts themes in place of codes.
	Themes bool
	// By divides the answer; empty is ByCode. Ask divides in every way,
	// Material.Agreement by code and theme alone.
	By         By
	Confidence agreement.Confidence
	// Resample is what a bootstrap draws. Other than units need the question to
	// be Described, and the bootstrap, which they turn on.
	Resample Resample
	// Gamma is how chance is sampled on a continuum.
	Gamma agreement.GammaSettings
	// Threshold is what the lower bounds are held against; 0 takes the round's.
	Threshold float64
	// Counts asks who chose what, too.
	Counts bool
	// Progress, if not nil, counts the codes that are done.
	Progress *progress.Counter
}

// complete fills in what the request leaves open, and checks the rest.
func (m *Material) complete(q Request) (Request, error) {
	if q.Measures == nil {
		q.Measures = m.measures()
	}
	for _, measure := range q.Measures {
		if known := m.Unit.Measures(); !slices.Contains(known, measure) {
			return q, fmt.Errorf("%w: there is no measure %q for the unit %q: there are %s", coding.ErrInvalid, measure, m.Unit, names(known))
		}
	}
	q.Themes = q.Themes || q.By == ByTheme
	if q.Codes == nil {
		q.Codes = m.Codes()
		if q.Themes {
			q.Codes = m.Themes()
		}
	}
	if q.Threshold == 0 {
		q.Threshold = m.Round.Threshold
	}
	switch q.Resample {
	case ResampleUnits:
	case ResampleSources, ResampleRespondents:
		if q.Resample == ResampleRespondents && m.about == nil {
			return q, fmt.Errorf("%w: respondents can't be resampled: the question doesn't ask whose the sources are", coding.ErrInvalid)
		}
		if q.Confidence.Method != agreement.NoInterval {
			q.Confidence.Method = agreement.Bootstrap
		}
	default:
		return q, fmt.Errorf("%w: resample %q: it is %q, %q or nothing, for units", coding.ErrInvalid, q.Resample, ResampleSources, ResampleRespondents)
	}
	return q, nil
}

// measures are those shown unless a person asks for others.
func (m *Material) measures() []agreement.Measure {
	switch m.Unit {
	case ExcerptMatch:
		return []agreement.Measure{agreement.PercentAgreement, agreement.BrennanPrediger, Precision, Recall, F1}
	case Continuum:
		measures := []agreement.Measure{agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU, agreement.AlphaKU}
		if len(m.Coders) == 2 { // with more, γ on much text takes minutes: it is there for the asking
			measures = append(measures, agreement.Gamma, agreement.GammaCat)
		}
		return measures
	}
	measures := []agreement.Measure{agreement.KrippendorffAlphaNominal, agreement.PercentAgreement, agreement.GwetAC1}
	if len(m.Coders) == 2 {
		measures = append(measures, agreement.CohenKappa)
	}
	return append(measures, agreement.KrippendorffAlphaMASI)
}

func names(measures []agreement.Measure) string {
	list := make([]string, len(measures))
	for i, m := range measures {
		list[i] = string(m)
	}
	return strings.Join(list, ", ")
}
