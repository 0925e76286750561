package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"concord/coding/agreement"
	"concord/coding/compare"
)

// explanation says how numbers were made: what was counted, and of each number
// the formula, what stands in it, and how its interval came about.
type explanation struct {
	Counted string      `json:"counted"`
	Results []explained `json:"results"`
}

type explained struct {
	Scope   string            `json:"scope"`
	Measure agreement.Measure `json:"measure"`
	// N is how many units there are, Pairable those where two coders or more looked.
	N        int    `json:"n"`
	Pairable int    `json:"pairable"`
	Formula  string `json:"formula"`
	Source   string `json:"source,omitempty"`
	// Numbers is the formula with its numbers, or what else the value was made of.
	Numbers string `json:"numbers"`
	// Interval is how it was made, with draws and seed.
	Interval string `json:"interval"`
}

// explain says how an answer was come by.
func explain(a compare.Answer) *explanation {
	made := &explanation{Counted: counting(a), Results: []explained{}}
	for _, r := range a.Results {
		x := explained{Scope: r.Scope, Measure: r.Measure, N: r.N, Pairable: r.Pairable, Numbers: numbersOf(a, r), Interval: intervalOf(a, r)}
		x.Formula, x.Source = a.Unit.Formula(r.Measure)
		made.Results = append(made.Results, x)
	}
	return made
}

// tableRow is the unit of a plain table of ratings.
const tableRow compare.Unit = "row"

// counting says what is counted.
func counting(a compare.Answer) string {
	if a.Unit == tableRow {
		return "Each row of the table: which category did each coder choose? An empty cell is missing."
	}
	return strings.Join(a.Unit.CountedWords(a.Weighted, a.Overlap), " ")
}

// numbersOf is what a value is made of.
func numbersOf(a compare.Answer, r compare.Row) string {
	value, known := r.Value.Float64()
	observed, of := r.Observed.Float64()
	expected, corrected := r.Expected.Float64()
	switch {
	case !known:
		return "undefined"
	case of && corrected && a.Unit == compare.Continuum:
		return fmt.Sprintf("1 − %.4f / %.4f = %s", 1-observed, 1-expected, thousandths(value))
	case of && corrected:
		return fmt.Sprintf("(%.4f − %.4f) / (1 − %.4f) = %s", observed, expected, expected, thousandths(value))
	case a.Unit == compare.ExcerptMatch && r.Measure == agreement.PercentAgreement:
		return fmt.Sprintf("%.0f of %d = %s", value*float64(r.Pairable), r.Pairable, thousandths(value))
	case !of && r.Measure != agreement.GammaObservedDisorder && a.Unit != compare.ExcerptMatch:
		return fmt.Sprintf("the mean over %s = %s", counted(r.Categories, "code"), thousandths(value))
	}
	return thousandths(value)
}

// intervalOf says how the interval of a number was made, or why there is none.
func intervalOf(a compare.Answer, r compare.Row) string {
	if s := r.Sampling; s != nil {
		return fmt.Sprintf("none; chance from %d random continua, known to %.2g %%, seed %d, α %.4g, β %.4g, Δ∅ %.4g",
			s.Samples, 100*s.Precision, s.Seed, s.Alpha, s.Beta, s.Empty)
	}
	low, known := r.Low.Float64()
	if !known {
		if r.Value.Known() && r.Reason != "" {
			return "none: " + r.Reason
		}
		return "none"
	}
	high, _ := r.High.Float64()
	words := fmt.Sprintf("%.4g %%: %s to %s, ", 100*r.Level, thousandths(low), thousandths(high))
	switch r.Method {
	case agreement.Bootstrap:
		words += fmt.Sprintf("bootstrap, each %s drawn anew, %s", drawn(a), counted(r.Drawn, "draw"))
		if r.Replicates < r.Drawn {
			words += fmt.Sprintf(", %d of them with a value", r.Replicates)
		}
		words += fmt.Sprintf(", seed %d", r.Seed)
	case agreement.Jackknife:
		words += "jackknife, each unit left out once"
	default:
		words += "by the formula for the standard error"
	}
	if se, known := r.SE.Float64(); known {
		words += fmt.Sprintf(", standard error %.4f", se)
	}
	return words
}

// drawn is what the bootstrap draws.
func drawn(a compare.Answer) string {
	switch {
	case a.Resampled != compare.ResampleUnits:
		return string(a.Resampled)
	case a.Unit == compare.Continuum:
		return string(compare.ResampleSources)
	}
	return string(a.Unit)
}

// printExplanation tells it coefficient by coefficient.
func printExplanation(w io.Writer, x *explanation) {
	_, _ = fmt.Fprintf(w, "\nWhat is counted: %s\n", x.Counted)
	var order []agreement.Measure
	lines := map[agreement.Measure][][]string{}
	heads := map[agreement.Measure]string{}
	for _, r := range x.Results {
		if heads[r.Measure] == "" {
			order = append(order, r.Measure)
			heads[r.Measure] = r.Measure.Title() + ": " + r.Formula
			if r.Source != "" {
				heads[r.Measure] += "   (" + r.Source + ")"
			}
			lines[r.Measure] = [][]string{{"  SCOPE", "N", "PAIRABLE", "NUMBERS", "INTERVAL"}}
		}
		lines[r.Measure] = append(lines[r.Measure], []string{"  " + bare(r.Scope), strconv.Itoa(r.N), strconv.Itoa(r.Pairable), r.Numbers, r.Interval})
	}
	for _, m := range order {
		_, _ = fmt.Fprintf(w, "\n%s\n", heads[m])
		table(w, lines[m]...)
	}
}
