package agreement_test

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"concord/coding/agreement"
)

// presence makes a two-valued table from strings of 0 and 1; a dot is missing.
func presence(t testing.TB, columns ...string) *agreement.Ratings {
	t.Helper()
	var made []agreement.Column
	for i, marks := range columns {
		column := agreement.Column{Coder: string(rune('A' + i))}
		for _, mark := range marks {
			column.Ratings = append(column.Ratings, map[rune]agreement.Rating{'0': agreement.Absent, '1': agreement.Present, '.': agreement.Missing}[mark])
		}
		made = append(made, column)
	}
	table, err := agreement.NewRatings(agreement.Presence(), made...)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestExamplesComputedByHandAreReached(t *testing.T) {
	// ATLAS.ti's manual: ten units.
	manual := presence(t, "1100000000", "0110010100")
	// A and B mark 100 characters of 1,000 each, 80 of them the same.
	characters, err := agreement.NewRatingsOfRuns(agreement.Presence(), []string{"A", "B"}, []agreement.Run{
		{Ratings: []agreement.Rating{agreement.Present, agreement.Absent}, Units: 20},
		{Ratings: []agreement.Rating{agreement.Present, agreement.Present}, Units: 80},
		{Ratings: []agreement.Rating{agreement.Absent, agreement.Present}, Units: 20},
		{Ratings: []agreement.Rating{agreement.Absent, agreement.Absent}, Units: 880},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		table   *agreement.Ratings
		measure agreement.Measure
		want    float64
	}{
		{manual, agreement.PercentAgreement, 0.6},
		{manual, agreement.KrippendorffAlphaNominal, 0.0952},
		{manual, agreement.CohenKappa, 0.0909},
		{manual, agreement.ScottPi, 0.0476},
		{manual, agreement.GwetAC1, 0.3103},
		{manual, agreement.BrennanPrediger, 0.2},
		{manual, agreement.Holsti, 0.6},
		{characters, agreement.CohenKappa, 0.7778},
		{characters, agreement.PercentAgreement, 0.96},
	} {
		if got := number(t, estimate(t, c.table, c.measure, agreement.Confidence{}).Value); math.Abs(got-c.want) > 5e-5 {
			t.Errorf("%s: %v, want %v", c.measure, got, c.want)
		}
	}
}

// square makes the table of two coders from how often they chose each pair.
func square(t testing.TB, counts [][]int) *agreement.Ratings {
	t.Helper()
	var labels []string
	var runs []agreement.Run
	for k, row := range counts {
		labels = append(labels, string(rune('a'+k)))
		for l, n := range row {
			if n > 0 {
				runs = append(runs, agreement.Run{Ratings: []agreement.Rating{agreement.Category(k), agreement.Category(l)}, Units: n})
			}
		}
	}
	table, err := agreement.NewRatingsOfRuns(agreement.Labels(labels...), []string{"A", "B"}, runs)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestWeightedCoefficientsAreThoseOfGwetsHandbook(t *testing.T) {
	// Examples of Gwet (2014), as irrCAC prints them to three decimals. For the
	// second and third it divides variances by n, not n − 1.
	raters := readCases[ratingsCase](t, "ratings.json")[0].table(t)
	diagnoses := square(t, [][]int{{40, 4, 4, 17}, {6, 25, 2, 13}, {4, 1, 21, 12}, {15, 5, 9, 45}})
	abstractors := square(t, [][]int{{13, 0, 0}, {0, 20, 7}, {0, 4, 56}})
	for _, c := range []struct {
		table                *agreement.Ratings
		measure              agreement.Measure
		value, se, low, high float64
	}{
		{raters, agreement.GwetAC1, 0.775, 0.143, 0.461, 1},
		{raters, agreement.GwetAC2Linear, 0.859, 0.117, 0.600, 1},
		{raters, agreement.GwetAC2Ordinal, 0.899, 0.107, 0.664, 1},
		{raters, agreement.GwetAC2Quadratic, 0.914, 0.104, 0.685, 1},
		{diagnoses, agreement.GwetAC1, 0.456, 0.043, 0.371, 0.542},
		{diagnoses, agreement.GwetAC2Linear, 0.377, 0.056, 0.267, 0.488},
		{diagnoses, agreement.GwetAC2Ordinal, 0.324, 0.069, 0.189, 0.459},
		{diagnoses, agreement.GwetAC2Quadratic, 0.299, 0.075, 0.150, 0.447},
		{abstractors, agreement.GwetAC1, 0.849, 0, 0.764, 0.935},
		{abstractors, agreement.GwetAC2Linear, 0.900, 0, 0.842, 0.958},
		{abstractors, agreement.GwetAC2Ordinal, 0.925, 0, 0.881, 0.969},
		{abstractors, agreement.GwetAC2Quadratic, 0.940, 0, 0.905, 0.976},
	} {
		r := estimate(t, c.table, c.measure, agreement.Confidence{})
		for what, pair := range map[string][2]float64{
			"value": {number(t, r.Value), c.value}, "standard error": {number(t, r.SE), c.se},
			"low": {number(t, r.Low), c.low}, "high": {number(t, r.High), c.high},
		} {
			if (what != "standard error" || c.se > 0) && math.Abs(pair[0]-pair[1]) > 1.1e-3 {
				t.Errorf("%s: %s %.4f, want %v", c.measure, what, pair[0], pair[1])
			}
		}
	}
}

func TestNumbersAtTheEdgeOfTheRepresentableStayNumbers(t *testing.T) {
	for _, numbers := range [][]float64{{-math.MaxFloat64, 0, math.MaxFloat64}, {0, math.MaxFloat64 / 2, math.MaxFloat64}, {0, 5e-324, 1e-323}} {
		table, err := agreement.NewRatings(agreement.Numbers(numbers...),
			agreement.Column{Coder: "A", Ratings: []agreement.Rating{1, 2, 3, 1}}, agreement.Column{Coder: "B", Ratings: []agreement.Rating{1, 2, 3, 2}})
		if err != nil {
			t.Fatal(err)
		}
		results, err := agreement.Estimate(context.Background(), table, agreement.Measures(), agreement.Confidence{})
		everything(t, results, err)
	}
}

func TestMissingIsNeverAbsent(t *testing.T) {
	absent, missing := presence(t, "1100", "1000"), presence(t, "1100", "1..0")
	for _, m := range []agreement.Measure{agreement.PercentAgreement, agreement.CohenKappa, agreement.KrippendorffAlphaNominal} {
		a, b := estimate(t, absent, m, agreement.Confidence{}), estimate(t, missing, m, agreement.Confidence{})
		if number(t, b.Value) != 1 || number(t, a.Value) == 1 {
			t.Errorf("%s: absent %v, missing %v", m, a.Value, b.Value)
		}
		if b.Pairable != 2 || b.N != 4 {
			t.Errorf("%s: %d pairable of %d, want 2 of 4", m, b.Pairable, b.N)
		}
	}
}

func TestUndefinedMeasuresSayWhy(t *testing.T) {
	three := presence(t, "10", "01", "11")
	labels, _ := agreement.NewRatings(agreement.Labels("yes", "no"),
		agreement.Column{Coder: "A", Ratings: []agreement.Rating{1, 2}}, agreement.Column{Coder: "B", Ratings: []agreement.Rating{1, 1}})
	negative, _ := agreement.NewRatings(agreement.Numbers(-1, 2),
		agreement.Column{Coder: "A", Ratings: []agreement.Rating{1, 2}}, agreement.Column{Coder: "B", Ratings: []agreement.Rating{1, 1}})
	for _, c := range []struct {
		table   *agreement.Ratings
		measure agreement.Measure
		want    string
	}{
		{presence(t, "11..", "..00"), agreement.KrippendorffAlphaNominal, "no unit was rated by two"},
		{presence(t, "11..", "..00"), agreement.PercentAgreement, "no unit was rated by two"},
		{presence(t, "0000", "0000"), agreement.CohenKappa, "no variation"},
		{presence(t, "0000", "0000"), agreement.GwetAC1, "no variation"},
		{presence(t, "0000", "0000"), agreement.BrennanPrediger, "no variation"},
		{presence(t, "000.", "00.1"), agreement.KrippendorffAlphaNominal, "ratings of units that two coders rated are alike"},
		{presence(t, "0000"), agreement.FleissKappa, "needs two coders"},
		{three, agreement.CohenKappa, "pair by pair"},
		{labels, agreement.KrippendorffAlphaInterval, `"yes" is a label`},
		{negative, agreement.KrippendorffAlphaRatio, "-1 is negative"},
		{labels, agreement.KrippendorffAlphaMASI, "sets of codes"},
	} {
		result := estimate(t, c.table, c.measure, agreement.Confidence{})
		var undefined *agreement.Undefined
		if !errors.As(result.Err(), &undefined) || !strings.Contains(undefined.Reason, c.want) {
			t.Errorf("%s: %v, %q; want %q", c.measure, result.Value, result.Reason, c.want)
		}
		data, err := json.Marshal(result)
		if err != nil || !strings.Contains(string(data), `"value":null,"reason":"`) {
			t.Errorf("%s: %s, %v", c.measure, data, err)
		}
	}
	if got := number(t, estimate(t, presence(t, "0000", "0000"), agreement.PercentAgreement, agreement.Confidence{}).Value); got != 1 {
		t.Errorf("percent agreement %v where all are alike, want 1", got)
	}
}

func TestTablesThatMakeNoSenseAreRefused(t *testing.T) {
	two := func(a, b string, first, second []agreement.Rating) error {
		_, err := agreement.NewRatings(agreement.Presence(), agreement.Column{Coder: a, Ratings: first}, agreement.Column{Coder: b, Ratings: second})
		return err
	}
	one := []agreement.Rating{1}
	for want, err := range map[string]error{
		`coder "A" has two columns`:    two("A", "A", one, one),
		`coder 2 has no name`:          two("A", "", one, one),
		`coder "B" has 2 ratings`:      two("A", "B", one, []agreement.Rating{1, 2}),
		`rating 3 is outside`:          two("A", "B", one, []agreement.Rating{3}),
		`rating -1 is outside`:         two("A", "B", []agreement.Rating{-1}, one),
		`category "x" is listed twice`: func() error { _, err := agreement.NewRatings(agreement.Labels("x", "x")); return err }(),
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

func TestUnknownMeasureIsAnError(t *testing.T) {
	_, err := agreement.Estimate(context.Background(), presence(t, "10", "01"), []agreement.Measure{"kohen"}, agreement.Confidence{})
	if err == nil || !strings.Contains(err.Error(), "kohen") {
		t.Errorf("error %v", err)
	}
}

func TestContingencyKeepsMissingApart(t *testing.T) {
	c, err := presence(t, "1100.1.", "10010..").Contingency(0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if c.Counts[1][1] != 1 || c.Counts[1][0] != 1 || c.Counts[0][1] != 1 || c.Counts[0][0] != 1 ||
		c.OnlyFirst != 1 || c.OnlySecond != 1 || c.Neither != 1 {
		t.Errorf("%+v", c)
	}
}

func TestSelectedPairIsTheTableOfThoseTwo(t *testing.T) {
	pair, err := presence(t, "1100.1.", "1111000", "10010..").Select(0, 2)
	if err != nil {
		t.Fatal(err)
	}
	a, b := all(t, pair), all(t, presence(t, "1100.1.", "10010.."))
	for i := range a {
		if !sameNumber(a[i].Value, b[i].Value) {
			t.Errorf("%s: %v, want %v", a[i].Measure, a[i].Value, b[i].Value)
		}
	}
}

func TestReadingsNameTheirSource(t *testing.T) {
	result := agreement.Result{Measure: agreement.KrippendorffAlphaNominal, Value: agreement.Known(0.7), SE: agreement.Known(0.1)}
	for i, want := range []agreement.Reading{
		{Words: "good enough for tentative conclusions", Source: "Krippendorff 2018"},
		{Words: "moderate or better, with 95 % certainty", Source: "Gwet 2014"},
	} {
		if got := result.Readings(); got[i] != want {
			t.Errorf("%v, want %v", got[i], want)
		}
	}
	result = agreement.Result{Measure: agreement.CohenKappa, Value: agreement.Known(0.61)}
	if got := result.Readings(); len(got) != 1 || got[0].Words != "substantial" {
		t.Errorf("%v", got)
	}
}

func TestWarningsNameWhatDistortsTheNumber(t *testing.T) {
	rare := presence(t, strings.Repeat("0", 97)+"110", strings.Repeat("0", 97)+"001")
	kinds := map[agreement.WarningKind]bool{}
	for _, w := range rare.Warnings(agreement.Concerns{Alpha: 0.8, Clusters: make([]int, 100)}) {
		kinds[w.Kind] = true
	}
	for _, want := range []agreement.WarningKind{agreement.SkewedPrevalence, agreement.FewUnits, agreement.DependentUnits} {
		if !kinds[want] {
			t.Errorf("no warning of %s among %v", want, kinds)
		}
	}
	biased := presence(t, "1111110000", "1000000000", "..........")
	pair, _ := biased.Select(0, 1)
	if w := pair.Warnings(agreement.Concerns{}); len(w) != 1 || w[0].Kind != agreement.SkewedMargins {
		t.Errorf("%v", w)
	}
	if w := biased.Warnings(agreement.Concerns{}); len(w) != 1 || w[0].Kind != agreement.NoRatings {
		t.Errorf("%v", w)
	}
}

func TestFarNumbersThatNobodyComparesChangeNoAlpha(t *testing.T) {
	// Coincidences: 1–1, 2–2, 5–5 twice, 3–4 and 2–3 once each way.
	near := "unit,A,B\n1,1,1\n2,2,2\n3,3,4\n4,5,5\n5,2,3\n"
	for name, c := range map[string]struct {
		table   string
		measure agreement.Measure
		want    float64
	}{
		"interval":                      {near, agreement.KrippendorffAlphaInterval, 89.0 / 98},
		"interval, far and unpairable":  {near + "6,10000000,\n7,,-1e300\n", agreement.KrippendorffAlphaInterval, 89.0 / 98},
		"ratio of large numbers":        {"unit,A,B\n1,1e9,1e9\n2,1000000001,1000000001\n3,1e9,1000000001\n", agreement.KrippendorffAlphaRatio, 4.0 / 9},
		"ratio, nought and unpairable":  {"unit,A,B\n1,1e9,1e9\n2,1000000001,1000000001\n3,1e9,1000000001\n4,0,\n", agreement.KrippendorffAlphaRatio, 4.0 / 9},
		"ratio, where nought is a pair": {"unit,A,B\n1,0,0\n2,3,3\n3,0,3\n", agreement.KrippendorffAlphaRatio, 4.0 / 9},
	} {
		table, err := agreement.ReadRatings("r.csv", strings.NewReader(c.table))
		if err != nil {
			t.Fatal(err)
		}
		r := estimate(t, table, c.measure, agreement.Confidence{})
		if got, known := r.Value.Float64(); !known || math.Abs(got-c.want) > 1e-12 || !r.SE.Known() {
			t.Errorf("%s: %v (%s), want %v", name, got, r.Reason, c.want)
		}
	}
}
