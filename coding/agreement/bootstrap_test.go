package agreement_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
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

// The bootstrap draws counts of patterns. The other way is the plain one: units
// are drawn with replacement and the table of them is computed anew.
func TestMultinomialDrawsEqualResamplingOfUnitsInDistribution(t *testing.T) {
	const replicates = 3000
	for name, d := range map[string]drawn{"few patterns": large(200, 3, 3, 0.6), "a pattern nearly every unit": large(60, 4, 8, 0.6)} {
		for _, m := range []agreement.Measure{agreement.KrippendorffAlphaNominal, agreement.KrippendorffAlphaOrdinal, agreement.CongerKappa, agreement.GwetAC1} {
			patterns := estimate(t, d.table(t), m, agreement.Confidence{Method: agreement.Bootstrap, Replicates: replicates, Seed: 3})
			random := rand.New(rand.NewPCG(4, 5))
			values := make([]float64, replicates)
			for i := range values {
				values[i] = number(t, estimate(t, d.resampled(random).table(t), m, agreement.Confidence{Method: agreement.NoInterval}).Value)
			}
			slices.Sort(values)
			se := number(t, patterns.SE)
			for share, end := range map[float64]agreement.Number{0.025: patterns.Low, 0.975: patterns.High} {
				if got, want := number(t, end), values[int(share*replicates)]; math.Abs(got-want) > 0.2*se {
					t.Errorf("%s, %s: the bound at %v is %.4f by patterns, %.4f by units (standard error %.4f)", name, m, share, got, want, se)
				}
			}
			if spread := deviationOf(values); math.Abs(se-spread) > 0.06*spread {
				t.Errorf("%s, %s: standard error %.4f by patterns, %.4f by units", name, m, se, spread)
			}
		}
	}
}

// resampled are the table's units drawn with replacement.
func (d drawn) resampled(random *rand.Rand) drawn {
	made := drawn{scale: d.scale}
	units := len(d.ratings[0])
	from := make([]int, units)
	for i := range from {
		from[i] = random.IntN(units)
	}
	for _, column := range d.ratings {
		again := make([]agreement.Rating, units)
		for i, at := range from {
			again[i] = column[at]
		}
		made.ratings = append(made.ratings, again)
	}
	return made
}

func deviationOf(values []float64) float64 {
	mean, squares := 0.0, 0.0
	for _, v := range values {
		mean += v / float64(len(values))
	}
	for _, v := range values {
		squares += (v - mean) * (v - mean)
	}
	return math.Sqrt(squares / float64(len(values)-1))
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

// Drawing the one unit again and again would give an interval of no width.
func TestOneUnitOrGroupAloneHasNoInterval(t *testing.T) {
	c := agreement.Confidence{Method: agreement.Bootstrap, Replicates: 50}
	grouped := c
	grouped.Clusters = []int{4, 4, 4}
	for name, made := range map[string]struct {
		table *agreement.Ratings
		with  agreement.Confidence
		want  string
	}{
		"one unit":  {presence(t, "1", "1"), c, "one unit alone"},
		"one group": {presence(t, "110", "100"), grouped, "one group"},
	} {
		single := estimate(t, made.table, agreement.PercentAgreement, made.with)
		mean, err := agreement.Mean(context.Background(), []*agreement.Ratings{made.table}, agreement.PercentAgreement, made.with)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range []agreement.Result{single, mean} {
			if !r.Value.Known() || r.SE.Known() || r.Low.Known() || !strings.Contains(r.Reason, made.want) {
				t.Errorf("%s: %v ± %v, %q", name, r.Value, r.SE, r.Reason)
			}
		}
	}
}
