package agreement_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"concord/coding/agreement"
)

// drawn is a random table: ratings[coder][unit].
type drawn struct {
	scale   agreement.Scale
	ratings [][]agreement.Rating
}

func drawTable(t *rapid.T, coders int, complete bool) drawn {
	categories := rapid.IntRange(2, 4).Draw(t, "categories")
	units := rapid.IntRange(2, 30).Draw(t, "units")
	least := 0
	if complete {
		least = 1
	}
	numbers := make([]float64, categories)
	for k := range numbers {
		numbers[k] = float64(k*k + 1)
	}
	d := drawn{scale: agreement.Numbers(numbers...)}
	for range coders {
		column := make([]agreement.Rating, units)
		for i := range column {
			column[i] = agreement.Rating(rapid.IntRange(least, categories).Draw(t, "rating"))
		}
		d.ratings = append(d.ratings, column)
	}
	return d
}

func (d drawn) table(t testing.TB) *agreement.Ratings {
	t.Helper()
	columns := make([]agreement.Column, len(d.ratings))
	for i, ratings := range d.ratings {
		columns[i] = agreement.Column{Coder: string(rune('A' + i)), Ratings: ratings}
	}
	table, err := agreement.NewRatings(d.scale, columns...)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// all estimates every measure.
func all(t testing.TB, table *agreement.Ratings) []agreement.Result {
	t.Helper()
	results, err := agreement.Estimate(context.Background(), table, agreement.Measures(), agreement.Confidence{})
	if err != nil {
		t.Fatal(err)
	}
	return results
}

func sameNumber(a, b agreement.Number) bool {
	x, known := a.Float64()
	y, alsoKnown := b.Float64()
	return known == alsoKnown && math.Abs(x-y) < 1e-9
}

func mustAgree(t *rapid.T, why string, a, b []agreement.Result) {
	t.Helper()
	for i := range a {
		if !sameNumber(a[i].Value, b[i].Value) || !sameNumber(a[i].SE, b[i].SE) {
			t.Fatalf("%s: %s was %v ± %v, is %v ± %v (%s)", why, a[i].Measure, a[i].Value, a[i].SE, b[i].Value, b[i].SE, b[i].Reason)
		}
	}
}

func TestNoResultIsEverNaNOrWithoutValueAndReason(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := drawTable(rt, rapid.IntRange(1, 4).Draw(rt, "coders"), false)
		method := rapid.SampledFrom([]agreement.Method{agreement.Analytic, agreement.Bootstrap, agreement.Jackknife, agreement.NoInterval}).Draw(rt, "method")
		results, err := agreement.Estimate(context.Background(), d.table(t), agreement.Measures(), agreement.Confidence{Method: method, Replicates: 60})
		if err != nil {
			rt.Fatal(err)
		}
		for _, r := range results {
			value, known := r.Value.Float64()
			if known && (math.IsNaN(value) || value > 1+1e-12) {
				rt.Fatalf("%s is %v", r.Measure, value)
			}
			if !known && r.Reason == "" {
				rt.Fatalf("%s has neither value nor reason", r.Measure)
			}
			if known && method != agreement.NoInterval && !r.SE.Known() && r.Reason == "" {
				rt.Fatalf("%s has neither interval nor reason", r.Measure)
			}
		}
	})
}

func TestOrderOfCodersAndUnitsChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := drawTable(rt, rapid.IntRange(2, 4).Draw(rt, "coders"), false)
		before := all(t, d.table(t))
		d.ratings = rapid.Permutation(d.ratings).Draw(rt, "coders in another order")
		order := make([]int, len(d.ratings[0]))
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(rt, "units in another order")
		for g, column := range d.ratings {
			moved := make([]agreement.Rating, len(column))
			for i, at := range order {
				moved[i] = column[at]
			}
			d.ratings[g] = moved
		}
		mustAgree(rt, "in another order", before, all(t, d.table(t)))
	})
}

func TestRenamingLabelsChangesNoNominalMeasure(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := drawTable(rt, rapid.IntRange(2, 3).Draw(rt, "coders"), false)
		measures := []agreement.Measure{
			agreement.PercentAgreement, agreement.Holsti, agreement.CohenKappa, agreement.ScottPi, agreement.FleissKappa,
			agreement.CongerKappa, agreement.BrennanPrediger, agreement.GwetAC1, agreement.KrippendorffAlphaNominal,
		}
		before, _ := agreement.Estimate(context.Background(), d.table(t), measures, agreement.Confidence{})
		names := []agreement.Rating{agreement.Missing}
		for k := range d.scale.Len() {
			names = append(names, agreement.Category(k))
		}
		copy(names[1:], rapid.Permutation(names[1:]).Draw(rt, "new names"))
		for _, column := range d.ratings {
			for i, rating := range column {
				column[i] = names[rating]
			}
		}
		after, _ := agreement.Estimate(context.Background(), d.table(t), measures, agreement.Confidence{})
		mustAgree(rt, "renamed", before, after)
	})
}

func TestDoublingAllUnitsKeepsEveryKappaAndNarrowsIntervals(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := drawTable(rt, rapid.IntRange(2, 4).Draw(rt, "coders"), false)
		before := all(t, d.table(t))
		for i, column := range d.ratings {
			d.ratings[i] = append(column, column...)
		}
		after := all(t, d.table(t))
		for i, r := range before {
			switch r.Measure {
			case agreement.KrippendorffAlphaNominal, agreement.KrippendorffAlphaOrdinal, agreement.KrippendorffAlphaInterval,
				agreement.KrippendorffAlphaRatio, agreement.KrippendorffAlphaMASI:
				continue // alpha corrects for small samples
			}
			if !sameNumber(r.Value, after[i].Value) {
				rt.Fatalf("%s was %v, is %v", r.Measure, r.Value, after[i].Value)
			}
			x, known := r.SE.Float64()
			if y, still := after[i].SE.Float64(); known && (!still || y > x+1e-12) {
				rt.Fatalf("%s was known to %v, is known to %v", r.Measure, x, after[i].SE)
			}
		}
	})
}

func TestAlphaOfTwoCompleteCodersIsScottsPiCorrected(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := drawTable(rt, 2, true)
		table := d.table(t)
		pi := estimate(t, table, agreement.ScottPi, agreement.Confidence{})
		alpha := estimate(t, table, agreement.KrippendorffAlphaNominal, agreement.Confidence{})
		x, known := pi.Value.Float64()
		if !known {
			return
		}
		n := float64(2 * len(d.ratings[0]))
		if want := 1 - (1-x)*(n-1)/n; math.Abs(number(t, alpha.Value)-want) > 1e-9 {
			rt.Fatalf("alpha %v, want %v from pi %v", alpha.Value, want, x)
		}
	})
}

func TestPerfectAgreementWithVariationIsExactlyOne(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := drawTable(rt, 1, true)
		for range rapid.IntRange(1, 3).Draw(rt, "others") {
			d.ratings = append(d.ratings, d.ratings[0])
		}
		varied := slices.ContainsFunc(d.ratings[0], func(r agreement.Rating) bool { return r != d.ratings[0][0] })
		for _, r := range all(t, d.table(t)) {
			value, known := r.Value.Float64()
			if known && value != 1 {
				rt.Fatalf("%s is %v", r.Measure, value)
			}
			wanted := varied || r.Measure == agreement.PercentAgreement || r.Measure == agreement.Holsti
			if len(d.ratings) > 2 && forTwo(r.Measure) {
				wanted = false
			}
			if wanted != known && r.Measure != agreement.KrippendorffAlphaMASI {
				rt.Fatalf("%s is %v (%s) where ratings vary: %v", r.Measure, r.Value, r.Reason, varied)
			}
		}
	})
}

// forTwo reports whether a measure compares two coders only.
func forTwo(m agreement.Measure) bool {
	return slices.Contains([]agreement.Measure{
		agreement.Holsti, agreement.CohenKappa, agreement.CohenKappaLinear, agreement.CohenKappaQuadratic, agreement.ScottPi,
	}, m)
}

func TestUnpairableUnitLeavesAlphaUnchanged(t *testing.T) {
	alphas := []agreement.Measure{
		agreement.KrippendorffAlphaNominal, agreement.KrippendorffAlphaOrdinal,
		agreement.KrippendorffAlphaInterval, agreement.KrippendorffAlphaRatio,
	}
	rapid.Check(t, func(rt *rapid.T) {
		d := drawTable(rt, 3, false)
		before, _ := agreement.Estimate(context.Background(), d.table(t), alphas, agreement.Confidence{})
		for i, column := range d.ratings {
			rating := agreement.Missing
			if i == 1 {
				rating = 1
			}
			d.ratings[i] = append(column, rating)
		}
		after, _ := agreement.Estimate(context.Background(), d.table(t), alphas, agreement.Confidence{})
		mustAgree(rt, "one more", before, after)
	})
}

func TestMASIOnSingletonsIsNominal(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := drawTable(rt, 3, false)
		nominal := estimate(t, d.table(t), agreement.KrippendorffAlphaNominal, agreement.Confidence{})
		var singletons [][]string
		for k := range d.scale.Len() {
			singletons = append(singletons, []string{d.scale.Label(k)})
		}
		d.scale = agreement.Sets(singletons...)
		masi := estimate(t, d.table(t), agreement.KrippendorffAlphaMASI, agreement.Confidence{})
		mustAgree(rt, "singletons", []agreement.Result{nominal}, []agreement.Result{masi})
	})
}

func TestRunsGiveTheSameTableAsSingleUnits(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := drawTable(rt, 3, false)
		var runs []agreement.Run
		for i := range d.ratings[0] {
			row := []agreement.Rating{d.ratings[0][i], d.ratings[1][i], d.ratings[2][i]}
			if n := len(runs); n > 0 && slices.Equal(runs[n-1].Ratings, row) {
				runs[n-1].Units++
				continue
			}
			runs = append(runs, agreement.Run{Ratings: row, Units: 1})
		}
		table, err := agreement.NewRatingsOfRuns(d.scale, []string{"A", "B", "C"}, runs)
		if err != nil {
			rt.Fatal(err)
		}
		mustAgree(rt, "runs", all(t, d.table(t)), all(t, table))
	})
}

// large is a table of random but related ratings.
func large(units, coders, categories int, share float64) drawn {
	random := rand.New(rand.NewPCG(1, 2))
	numbers := make([]float64, categories)
	for k := range numbers {
		numbers[k] = float64(k + 1)
	}
	d := drawn{scale: agreement.Numbers(numbers...)}
	for range coders {
		d.ratings = append(d.ratings, make([]agreement.Rating, units))
	}
	for i := range units {
		truth := agreement.Rating(1 + random.IntN(categories))
		for _, column := range d.ratings {
			column[i] = truth
			if random.Float64() > share {
				column[i] = agreement.Rating(1 + random.IntN(categories))
			}
			if random.Float64() < 0.05 {
				column[i] = agreement.Missing
			}
		}
	}
	return d
}

func TestIntervalsOfSharesDontFallBelowNothing(t *testing.T) {
	table := presence(t, "110", "101")
	for _, method := range []agreement.Method{agreement.Analytic, agreement.Jackknife} {
		for _, measure := range []agreement.Measure{agreement.PercentAgreement, agreement.Holsti} {
			low, known := estimate(t, table, measure, agreement.Confidence{Method: method}).Low.Float64()
			if !known || low < 0 {
				t.Errorf("%s, %s: from %v, %v", measure, method, low, known)
			}
		}
	}
}
