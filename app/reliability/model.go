package reliability

import (
	"cmp"
	"slices"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// Choice is what the sentence on top asks: who, where, by which coefficient.
type Choice struct {
	// Round is a round's identity; "" takes what package compare would.
	Round coding.RoundID
	// Coders compared; none takes all of the round.
	Coders []coding.CoderID
	// Measure is the headline's coefficient.
	Measure agreement.Measure
	// Themes counts themes in place of single codes.
	Themes bool
	// Unit is what is counted: comment, sentence, paragraph or character.
	Unit compare.Unit
	// Weighted lets each source count alike where the unit is the character.
	Weighted bool
	// Respondents draws whole respondents in the bootstrap in place of units.
	Respondents bool
	// Level of the intervals, Replicates of the bootstrap and its Seed.
	Level      float64
	Replicates int
	Seed       uint64
}

// Usual is the choice that the screen begins with.
func Usual() Choice {
	return Choice{Unit: compare.Comment, Measure: agreement.KrippendorffAlphaNominal, Level: 0.95, Replicates: 2000, Seed: 7}
}

// Measures are the coefficients that the sentence offers for some number of coders.
func Measures(coders int) []agreement.Measure {
	measures := []agreement.Measure{agreement.KrippendorffAlphaNominal, agreement.GwetAC1, agreement.FleissKappa, agreement.BrennanPrediger, agreement.PercentAgreement}
	if coders == 2 {
		measures = slices.Insert(measures, 1, agreement.CohenKappa, agreement.ScottPi)
	}
	return measures
}

// Sheet is everything that the screen shows for one choice.
type Sheet struct {
	Choice Choice
	// Rounds are those that may be chosen: not hidden from the viewer.
	Rounds []coding.Round
	// Round is empty for codings outside rounds.
	Round coding.Round
	// Coders are those compared; All are those who could be.
	Coders, All []coding.Coder
	// Units are those counted; Comments the sources that they lie in, of which
	// everybody finished Finished.
	Units, Comments, Finished int
	Overall                   agreement.Result
	Rows                      []Row
	Pairs                     []Pair
	Trend                     []Point
	// Threshold is what was set before the round, or .667 where nothing was.
	Threshold    float64
	ThresholdSet bool
	Warnings     []Warning
	// Methods is the paragraph of a paper that says how this was come by.
	Methods compare.Methods
}

// Row is one code's line of the table.
type Row struct {
	Code       coding.Code
	Path       string
	Prevalence agreement.Number
	Percent    agreement.Result
	Headline   agreement.Result
	Kappa      agreement.Result
	AC1        agreement.Result
	// Open counts the disagreements about the code that nobody has decided.
	Open        int
	Contingency *agreement.Contingency
	Readings    []agreement.Reading
}

// Pair is how far two coders agree.
type Pair struct {
	A, B   int
	Result agreement.Result
}

// Point is a round's place in the course of agreement over rounds.
type Point struct {
	Round  string
	Result agreement.Result
}

// Warning is something to know about a number.
type Warning struct {
	// About is the code's name; empty for all of them.
	About string
	agreement.Warning
}

// Below are the codes whose interval's lower bound doesn't reach the threshold,
// or that have none, the worst first.
func (s *Sheet) Below() []string {
	var names []string
	for _, row := range s.Rows {
		if low, known := row.Headline.Low.Float64(); !known || low < s.Threshold {
			names = append(names, row.Code.Name)
		}
	}
	return names
}

// Remarks are the warnings, those about too few units gathered into the names
// of the codes that they are about.
func (s *Sheet) Remarks() (few []string, rest []Warning) {
	for _, w := range s.Warnings {
		if w.Kind == agreement.FewUnits {
			few = append(few, w.About)
			continue
		}
		rest = append(rest, w)
	}
	return few, rest
}

// Reached reports whether the headline's lower bound is at the threshold or above.
func (s *Sheet) Reached() bool {
	low, known := s.Overall.Low.Float64()
	return known && low >= s.Threshold
}

// Worse orders results from the lowest value up; undefined ones come first.
func Worse(a, b agreement.Result) int {
	x, xKnown := a.Value.Float64()
	y, yKnown := b.Value.Float64()
	switch {
	case !xKnown && !yKnown:
		return 0
	case !xKnown:
		return -1
	case !yKnown:
		return 1
	}
	return cmp.Compare(x, y)
}
