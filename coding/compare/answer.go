package compare

import (
	"context"
	"fmt"
	"slices"

	"concord/coding"
	"concord/coding/agreement"
)

// Overall is the scope of what is said of all codes together.
const Overall = "overall"

// Answer is how far coders agree.
type Answer struct {
	// Round is nil for codings outside rounds, and where several rounds are told of.
	Round *string `json:"round"`
	// Against is the later round in which a coder is compared with himself.
	Against string   `json:"against,omitempty"`
	Coders  []string `json:"coders"`
	// Units is the number of units compared, Pairable of those that lie where
	// two coders or more looked. Of the continuum they are characters.
	Units    int  `json:"units"`
	Pairable int  `json:"pairable"`
	Unit     Unit `json:"unit"`
	// Weighted and Overlap are as in the Question, where they have a say.
	Weighted bool    `json:"weighted,omitempty"`
	Overlap  float64 `json:"overlap,omitempty"`
	// Resampled is what the bootstrap drew, where it isn't units.
	Resampled Resample `json:"resampled,omitempty"`
	// Threshold is what lower bounds were held against, if there is one;
	// ThresholdSet says when it was set.
	Threshold    float64 `json:"threshold,omitempty"`
	ThresholdSet string  `json:"threshold_set,omitempty"`
	Results      []Row   `json:"results"`
	// Counts are those behind the results, where the Request asks for them.
	Counts []Counts `json:"counts,omitempty"`
	// Warnings are what a reader of the numbers has to know.
	Warnings []Warning `json:"warnings,omitempty"`
}

// Row is one number of an answer: what it is about, and the number.
type Row struct {
	// Scope is "overall", "code:PATH", "theme:PATH", "pair:A|B", "source:NAME",
	// "round:NAME" or "ATTRIBUTE:VALUE".
	Scope string        `json:"scope"`
	Code  coding.CodeID `json:"-"`
	agreement.Result
	// Reached says whether the lower bound is at the threshold or above; nil
	// where there is no threshold or no interval, and for what isn't corrected
	// for chance.
	Reached *bool `json:"reached,omitempty"`
	// Called are what authors call a coefficient of that size.
	Called []agreement.Reading `json:"readings,omitempty"`
}

// Agreement answers by code, or by theme: overall first, then each.
func (m *Material) Agreement(ctx context.Context, q Request) (Answer, error) {
	answer, err := m.answer()
	if err != nil {
		return answer, err
	}
	if q, err = m.complete(q); err != nil {
		return answer, err
	}
	q.Progress.Start("compute agreement", len(q.Codes))
	s, err := m.score(ctx, q)
	if err != nil {
		return answer, err
	}
	answer.hold(q, m)
	answer.Units, answer.Pairable = s.units, s.pairable
	answer.Warnings = s.warnings
	answer.Results = slices.Concat(s.overall, s.rows)
	answer.judge()
	err = answer.countCodes(ctx, m, q)
	return answer, err
}

// answer is an answer without its numbers.
func (m *Material) answer() (Answer, error) {
	answer := Answer{Coders: m.CoderNames(), Unit: m.Unit}
	if m.Round.ID != "" {
		answer.Round = &m.Round.Name
	}
	if m.Later.ID != "" {
		answer.Against = m.Later.Name
	}
	switch m.Unit {
	case Character:
		answer.Weighted = m.weighted
	case ExcerptMatch:
		answer.Overlap = m.overlap
	}
	if len(m.Coders) < 2 {
		return answer, fmt.Errorf("%w: agreement needs two coders or more; here there is %d", coding.ErrInvalid, len(m.Coders))
	}
	return answer, nil
}

// hold keeps what was asked for beside the numbers.
func (a *Answer) hold(q Request, m *Material) {
	a.Resampled = q.Resample
	a.Threshold = q.Threshold
	if q.Threshold == 0 {
		return
	}
	a.ThresholdSet = "after the round was opened"
	if q.Threshold == m.Round.Threshold {
		a.ThresholdSet = "before the round"
	}
}

// Judge holds the lower bounds against a threshold; 0 is none.
func (a *Answer) Judge(threshold float64) {
	a.Threshold = threshold
	a.judge()
}

// judge holds the lower bounds against the threshold, and says what authors call
// the coefficients.
func (a *Answer) judge() {
	for i, r := range a.Results {
		a.Results[i].Called = r.Readings()
	}
	if a.Threshold == 0 {
		return
	}
	for i, r := range a.Results {
		low, known := r.Low.Float64()
		if known && corrected(r.Measure) {
			reached := low >= a.Threshold
			a.Results[i].Reached = &reached
		}
	}
}

// corrected reports whether a coefficient is corrected for chance.
func corrected(m agreement.Measure) bool {
	return !slices.Contains([]agreement.Measure{
		agreement.PercentAgreement, agreement.Holsti, Precision, Recall, F1, agreement.GammaObservedDisorder,
	}, m)
}
