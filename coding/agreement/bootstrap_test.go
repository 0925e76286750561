package agreement_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"concord/coding/agreement"
)

func TestBootstrapAnalyticAndJackknifeErrorsAgreeOnALargeTable(t *testing.T) {
	for name, d := range map[string]drawn{"two coders": large(1500, 2, 3, 0.7), "four coders": large(1500, 4, 4, 0.6)} {
		table := d.table(t)
		for _, m := range agreement.Measures() {
			analytic := estimate(t, table, m, agreement.Confidence{})
			if !analytic.Value.Known() {
				continue
			}
			want := number(t, analytic.SE)
			for _, method := range []agreement.Method{agreement.Bootstrap, agreement.Jackknife} {
				other := estimate(t, table, m, agreement.Confidence{Method: method, Seed: 7})
				tolerance := 0.06 * want
				if got := number(t, other.SE); math.Abs(got-want) > tolerance {
					t.Errorf("%s, %s: %s standard error %.5f, analytic %.5f", name, m, method, got, want)
				}
			}
		}
	}
}

func TestMultinomialDrawsEqualResamplingOfUnitsInDistribution(t *testing.T) {
	d := large(300, 3, 3, 0.6)
	table := d.table(t)
	plain := estimate(t, table, agreement.KrippendorffAlphaNominal, agreement.Confidence{Method: agreement.Bootstrap, Replicates: 8000, Seed: 3})
	clusters := make([]int, 300)
	for i := range clusters {
		clusters[i] = i
	}
	// Clusters of one unit each are drawn unit by unit.
	single := estimate(t, table, agreement.KrippendorffAlphaNominal, agreement.Confidence{Method: agreement.Bootstrap, Replicates: 8000, Seed: 4, Clusters: clusters})
	for _, pair := range [][2]agreement.Number{{plain.Low, single.Low}, {plain.High, single.High}, {plain.SE, single.SE}} {
		if a, b := number(t, pair[0]), number(t, pair[1]); math.Abs(a-b) > 0.004 {
			t.Errorf("patterns give %v, units %v", a, b)
		}
	}
}

func TestSameSeedGivesTheSameInterval(t *testing.T) {
	table := large(400, 3, 3, 0.6).table(t)
	c := agreement.Confidence{Method: agreement.Bootstrap, Seed: 11}
	first, second := estimate(t, table, agreement.GwetAC1, c), estimate(t, table, agreement.GwetAC1, c)
	if first != second {
		t.Errorf("%v, then %v", first, second)
	}
	c.Seed = 12
	if third := estimate(t, table, agreement.GwetAC1, c); third.Low == first.Low {
		t.Error("another seed gave the same interval")
	}
}

func TestUnitsThatDependOnEachOtherWidenTheInterval(t *testing.T) {
	d := large(100, 2, 2, 0.7)
	var clusters []int
	for i, column := range d.ratings {
		var repeated []agreement.Rating
		for _, rating := range column {
			repeated = append(repeated, rating, rating, rating, rating)
		}
		d.ratings[i] = repeated
	}
	for i := range d.ratings[0] {
		clusters = append(clusters, i/4)
	}
	c := agreement.Confidence{Method: agreement.Bootstrap}
	apart := number(t, estimate(t, d.table(t), agreement.CohenKappa, c).SE)
	c.Clusters = clusters
	together := number(t, estimate(t, d.table(t), agreement.CohenKappa, c).SE)
	if together < 1.7*apart || together > 2.3*apart {
		t.Errorf("standard error %v by units, %v by groups of four alike: want twice", apart, together)
	}
}

func TestCancelledBootstrapSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	table := large(2000, 4, 5, 0.6).table(t)
	c := agreement.Confidence{Method: agreement.Bootstrap, Replicates: 1 << 20, Progress: func(int, int) { cancel() }}
	_, err := agreement.Estimate(ctx, table, []agreement.Measure{agreement.KrippendorffAlphaNominal}, c)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestProgressEndsAtTheTotal(t *testing.T) {
	var seen []int
	c := agreement.Confidence{Method: agreement.Bootstrap, Replicates: 130, Progress: func(done, total int) {
		if total != 130 {
			t.Errorf("total %d", total)
		}
		seen = append(seen, done)
	}}
	estimate(t, large(100, 2, 2, 0.6).table(t), agreement.CohenKappa, c)
	if !slices.Contains(seen, 130) {
		t.Errorf("progress was %v", seen)
	}
}

// Where nearly every unit has a pattern of its own, units are drawn one by one;
// groups of one unit each are another way to the same.
func TestUnitsOfManyPatternsAreDrawnAsGroupsOfOneWouldBe(t *testing.T) {
	const units = 300
	random := rand.New(rand.NewPCG(5, 6))
	numbers := make([]float64, units)
	columns := []agreement.Column{{Coder: "A"}, {Coder: "B"}}
	clusters := make([]int, units)
	for i := range units {
		numbers[i], clusters[i] = float64(i), i
		for c := range columns {
			columns[c].Ratings = append(columns[c].Ratings, agreement.Category(min(units-1, max(0, i+random.IntN(150)-75))))
		}
	}
	table, err := agreement.NewRatings(agreement.Numbers(numbers...), columns...)
	if err != nil {
		t.Fatal(err)
	}
	var got [2]agreement.Result
	for i, groups := range [][]int{nil, clusters} {
		results, err := agreement.Estimate(context.Background(), table, []agreement.Measure{agreement.KrippendorffAlphaInterval},
			agreement.Confidence{Method: agreement.Bootstrap, Replicates: 4000, Seed: 11, Clusters: groups})
		if err != nil {
			t.Fatal(err)
		}
		got[i] = results[0]
	}
	if table.Patterns() < units/2 {
		t.Fatalf("the table has %d patterns only", table.Patterns())
	}
	a, b := known(t, got[0].SE), known(t, got[1].SE)
	if math.Abs(a-b) > 0.06*b || math.Abs(known(t, got[0].Low)-known(t, got[1].Low)) > 0.01 {
		t.Errorf("the standard error is %v drawn singly and %v in groups of one; low ends %v and %v", a, b, got[0].Low, got[1].Low)
	}
}
