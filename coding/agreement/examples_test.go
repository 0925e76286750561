package agreement_test

import (
	"context"
	"math"
	"testing"

	"concord/coding/agreement"
)

// The examples of docs/agreement.md, as they were worked out by hand there.

func TestOrdinalExampleOfTheDocumentationIsReached(t *testing.T) {
	table, err := agreement.NewRatings(agreement.Numbers(1, 2, 3),
		agreement.Column{Coder: "A", Ratings: []agreement.Rating{1, 1, 2, 2, 3, 3}},
		agreement.Column{Coder: "B", Ratings: []agreement.Rating{1, 2, 2, 3, 3, 2}})
	if err != nil {
		t.Fatal(err)
	}
	for measure, want := range map[agreement.Measure]float64{
		agreement.CohenKappa: 0.25, agreement.CohenKappaLinear: 0.4, agreement.CohenKappaQuadratic: 0.5714,
		agreement.GwetAC2Linear: 0.4518, agreement.GwetAC2Ordinal: 0.5654, agreement.GwetAC2Quadratic: 0.64,
		agreement.KrippendorffAlphaOrdinal: 0.5890, agreement.KrippendorffAlphaInterval: 0.6024, agreement.KrippendorffAlphaRatio: 0.6154,
	} {
		if got := number(t, estimate(t, table, measure, agreement.Confidence{}).Value); math.Abs(got-want) > 5e-5 {
			t.Errorf("%s: %.4f, want %v", measure, got, want)
		}
	}
}

func TestContinuumExamplesOfTheDocumentationAreReached(t *testing.T) {
	lay := func(length int, codes []string, segments ...agreement.Segment) *agreement.Continuum {
		c, err := agreement.NewContinuum([]agreement.Extent{{Name: "s", Length: length}}, []string{"A", "B"}, codes, segments)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	one := lay(10, []string{"x"}, agreement.Segment{Start: 0, End: 4}, agreement.Segment{Coder: 1, Start: 2, End: 6})
	two := lay(10, []string{"x", "y"}, agreement.Segment{Start: 0, End: 4}, agreement.Segment{Code: 1, Start: 6, End: 10},
		agreement.Segment{Coder: 1, Start: 2, End: 5}, agreement.Segment{Coder: 1, Start: 7, End: 9})
	places := lay(40, []string{"a", "b"}, agreement.Segment{Start: 0, End: 10}, agreement.Segment{Code: 1, Start: 20, End: 30},
		agreement.Segment{Coder: 1, Start: 2, End: 12}, agreement.Segment{Coder: 1, Start: 20, End: 30})
	alphas := func(c *agreement.Continuum, m agreement.Measure) agreement.Result {
		results, err := agreement.EstimateAlphas(context.Background(), c, []agreement.Measure{m}, agreement.Confidence{})
		if err != nil {
			t.Fatal(err)
		}
		return results[0]
	}
	disorder, err := agreement.EstimateGamma(context.Background(), places, []agreement.Measure{agreement.GammaObservedDisorder}, agreement.GammaSettings{})
	if err != nil {
		t.Fatal(err)
	}
	for what, pair := range map[string][2]float64{
		"alpha_u":           {number(t, alphas(one, agreement.AlphaU).Value), 0.2583},
		"alpha_u_binary":    {number(t, alphas(one, agreement.AlphaUBinary).Value), 0.2583},
		"alpha_cu":          {number(t, alphas(two, agreement.AlphaCU).Value), 0},
		"alpha_cu coverage": {number(t, alphas(two, agreement.AlphaCU).Coverage), 0.4},
		"alpha_ku":          {number(t, alphas(two, agreement.AlphaKU).Value), 0},
		"disorder":          {number(t, disorder[0].Value), 0.52},
	} {
		if math.Abs(pair[0]-pair[1]) > 5e-5 {
			t.Errorf("%s: %.4f, want %v", what, pair[0], pair[1])
		}
	}
}
