package reliability

import (
	"cmp"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// Sheet is everything that the screen shows for one choice.
type Sheet struct {
	// Choice is what was answered: the one made, with a coefficient and an
	// interval that there are for the unit and the number of coders.
	Choice Choice
	// Rounds are those that may be chosen: not hidden from the viewer.
	Rounds []coding.Round
	// Round is empty for codings outside rounds; Later is the second round where
	// a coder is compared with himself.
	Round, Later coding.Round
	// Coders are those compared; All are those who could be.
	Coders, All []coding.Coder
	// Repeaters took part in two rounds or more, of those that may be seen.
	Repeaters []coding.Coder
	// Attributes are the names of those that agreement can be divided by.
	Attributes []string
	// Units are those counted, Pairable of them lie where two coders looked;
	// Comments are the sources that they lie in, of which everybody finished Finished.
	Units, Pairable, Comments, Finished int
	// Done is how many sources each of Coders has finished, where nothing can be compared.
	Done []int
	// Overall is the headline, Beside are the other coefficients that stand with it.
	Overall agreement.Result
	Beside  []agreement.Result
	Rows    []Row
	Pairs   []Pair
	Trend   []Point
	// Threshold is what was set before the round, or .667 where nothing was.
	Threshold    float64
	ThresholdSet bool
	Warnings     []Warning
	// Methods is the paragraph of a paper that says how this was come by.
	Methods compare.Methods
	// Joint is γ, once it was asked for.
	Joint *Joint

	material *compare.Material
}

// Row is one line of the table: a code or theme, two coders, a source, a round,
// or a value of an attribute.
type Row struct {
	// Name is what the line is about, Path the whole of it.
	Name, Path string
	// Code is empty where the row isn't about one, Round where it isn't one.
	Code  coding.Code
	Round coding.RoundID
	// Units are those counted.
	Units int
	// Prevalence is the share of ratings that give the code.
	Prevalence agreement.Number
	Headline   agreement.Result
	// Beside are other coefficients, in the order of Sheet.Columns.
	Beside []agreement.Result
	// Open counts the disagreements behind the row that nobody has decided.
	// Disputes are these, where a code or round alone doesn't say which they are.
	Open     int
	Disputes []coding.DisagreementID

	of *compare.Material
}

// Result is the row's value of a measure; the zero Result where it has none.
func (r Row) Result(m agreement.Measure) agreement.Result {
	for _, b := range r.Beside {
		if b.Measure == m {
			return b
		}
	}
	if r.Headline.Measure == m {
		return r.Headline
	}
	return agreement.Result{}
}

// Matched counts the excerpts that were found by both, of those that lie where
// two coders looked.
func (r Row) Matched() (matched, of int) { return matchedOf(r.Result(agreement.PercentAgreement)) }

// Matched counts the same over all rows.
func (s *Sheet) Matched() (matched, of int) {
	return matchedOf(Row{Headline: s.Overall, Beside: s.Beside}.Result(agreement.PercentAgreement))
}

func matchedOf(percent agreement.Result) (matched, of int) {
	share, known := percent.Value.Float64()
	if !known {
		return 0, percent.Pairable
	}
	return int(share*float64(percent.Pairable) + 0.5), percent.Pairable
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

// Below are the rows whose interval's lower bound doesn't reach the threshold,
// or that have none, the worst first.
func (s *Sheet) Below() []string {
	var names []string
	for _, row := range s.Rows {
		if low, known := row.Headline.Low.Float64(); !known || low < s.Threshold {
			names = append(names, row.Name)
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

// Planned is the agreement that the number of units is judged by.
func (s *Sheet) Planned() float64 {
	if s.ThresholdSet && s.Threshold < 1 {
		return s.Threshold
	}
	return usuallyWanted
}

// usuallyWanted is the agreement that a round is planned for where no other is named.
const usuallyWanted = 0.8

// Reached reports whether the headline's lower bound is at the threshold or above.
func (s *Sheet) Reached() bool {
	low, known := s.Overall.Low.Float64()
	return known && low >= s.Threshold
}

// Comparable reports whether there is anything to compare.
func (s *Sheet) Comparable() bool { return len(s.Coders) > 1 && s.Pairable > 0 }

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
