package agreement_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"concord/coding/agreement"
)

// twoCoders makes tables of presence over the same units, with a shared liking
// for agreement so that the tables depend on each other.
func twoCoders(t *testing.T, tables, units int) []*agreement.Ratings {
	t.Helper()
	random := rand.New(rand.NewPCG(3, 4))
	a := make([][]agreement.Rating, tables)
	b := make([][]agreement.Rating, tables)
	for range units {
		careful := random.Float64() < 0.8
		for i := range tables {
			first := agreement.Absent
			if random.Float64() < 0.4 {
				first = agreement.Present
			}
			second := first
			if !careful && random.Float64() < 0.7 {
				second = agreement.Absent + agreement.Present - first
			}
			a[i], b[i] = append(a[i], first), append(b[i], second)
		}
	}
	made := make([]*agreement.Ratings, tables)
	for i := range made {
		var err error
		made[i], err = agreement.NewRatings(agreement.Presence(),
			agreement.Column{Coder: "A", Ratings: a[i]}, agreement.Column{Coder: "B", Ratings: b[i]})
		if err != nil {
			t.Fatal(err)
		}
	}
	return made
}

func known(t *testing.T, n agreement.Number) float64 {
	t.Helper()
	v, ok := n.Float64()
	if !ok {
		t.Fatal("the number is undefined")
	}
	return v
}

func TestMeanOfOneTableIsThatTablesResult(t *testing.T) {
	tables := twoCoders(t, 1, 200)
	for _, m := range []agreement.Measure{agreement.KrippendorffAlphaNominal, agreement.GwetAC1, agreement.CohenKappa, agreement.PercentAgreement} {
		single, err := agreement.Estimate(context.Background(), tables[0], []agreement.Measure{m}, agreement.Confidence{})
		if err != nil {
			t.Fatal(err)
		}
		mean, err := agreement.Mean(context.Background(), tables, m, agreement.Confidence{})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := known(t, mean.Value), known(t, single[0].Value); got != want {
			t.Errorf("%s: mean of one is %v, the table has %v", m, got, want)
		}
		if got, want := known(t, mean.SE), known(t, single[0].SE); math.Abs(got-want) > 0.03*want {
			t.Errorf("%s: standard error %v, the table's own formula gives %v", m, got, want)
		}
	}
}

func TestMeanIntervalsOfBothWaysAreAlike(t *testing.T) {
	tables := twoCoders(t, 4, 300)
	jackknife, err := agreement.Mean(context.Background(), tables, agreement.KrippendorffAlphaNominal, agreement.Confidence{})
	if err != nil {
		t.Fatal(err)
	}
	bootstrap, err := agreement.Mean(context.Background(), tables, agreement.KrippendorffAlphaNominal,
		agreement.Confidence{Method: agreement.Bootstrap, Replicates: 3000, Seed: 5})
	if err != nil {
		t.Fatal(err)
	}
	a, b := known(t, jackknife.SE), known(t, bootstrap.SE)
	if math.Abs(a-b) > 0.1*b {
		t.Errorf("standard error by the jackknife %v, by the bootstrap %v", a, b)
	}
	if low, high := known(t, bootstrap.Low), known(t, bootstrap.High); !(low < known(t, bootstrap.Value) && known(t, bootstrap.Value) < high) {
		t.Errorf("the value lies outside its interval %v to %v", low, high)
	}
}

func TestMeanOverTablesWithoutVariationIsUndefined(t *testing.T) {
	all := []agreement.Rating{agreement.Absent, agreement.Absent}
	table, err := agreement.NewRatings(agreement.Presence(),
		agreement.Column{Coder: "A", Ratings: all}, agreement.Column{Coder: "B", Ratings: all})
	if err != nil {
		t.Fatal(err)
	}
	mean, err := agreement.Mean(context.Background(), []*agreement.Ratings{table}, agreement.KrippendorffAlphaNominal, agreement.Confidence{})
	if err != nil || mean.Value.Known() || mean.Reason == "" {
		t.Errorf("got %+v, %v; want no value and a reason", mean, err)
	}
}

func TestTableGivenTwiceCountsTwice(t *testing.T) {
	tables := twoCoders(t, 2, 120)
	again := twoCoders(t, 2, 120)[0] // alike, but a table of its own
	for _, c := range []agreement.Confidence{{}, {Method: agreement.Bootstrap, Replicates: 200, Seed: 4}} {
		var got [2]agreement.Result
		for i, list := range [][]*agreement.Ratings{{tables[0], tables[1], tables[0]}, {tables[0], tables[1], again}} {
			var err error
			if got[i], err = agreement.Mean(context.Background(), list, agreement.CohenKappa, c); err != nil {
				t.Fatal(err)
			}
		}
		for name, pair := range map[string][2]agreement.Number{"value": {got[0].Value, got[1].Value}, "SE": {got[0].SE, got[1].SE}, "low end": {got[0].Low, got[1].Low}} {
			if math.Abs(known(t, pair[0])-known(t, pair[1])) > 1e-12 {
				t.Errorf("%s %v for a table given twice, %v for two that are alike", name, pair[0], pair[1])
			}
		}
		if got[0].Categories != 3 {
			t.Errorf("%d tables took part, want 3", got[0].Categories)
		}
	}
}
