package agreement_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"concord/coding/agreement"
)

func (c continuumCase) settings() agreement.GammaSettings {
	return agreement.GammaSettings{Alpha: agreement.Known(c.Alpha), Beta: agreement.Known(c.Beta), Empty: agreement.Known(c.Empty)}
}

func (c continuumCase) expected(t testing.TB, name string) (float64, bool) {
	t.Helper()
	var x *float64
	if raw, found := c.Expected[name]; found {
		if err := json.Unmarshal(raw, &x); err != nil {
			t.Fatalf("%s, %s: %v", c.Name, name, err)
		}
	}
	if x == nil {
		return 0, false
	}
	return *x, true
}

func TestEveryGammaOfTheReferenceProgramIsReached(t *testing.T) {
	samples := 300
	if os.Getenv("CONCORD_SLOW") != "" {
		samples = 4000
	}
	compared, largest := 0, 0.0
	for _, c := range readCases[continuumCase](t, "gamma.json") {
		settings := c.settings()
		settings.Samples = samples
		results, err := agreement.EstimateGamma(context.Background(), c.continuum(t),
			[]agreement.Measure{agreement.GammaObservedDisorder, agreement.Gamma, agreement.GammaCat}, settings)
		if err != nil {
			t.Fatal(err)
		}
		observed, defined := c.expected(t, "observed_disorder")
		if !defined {
			for _, r := range results {
				if r.Value.Known() || r.Reason == "" {
					t.Errorf("%s: %s is %v, reason %q", c.Name, r.Measure, r.Value, r.Reason)
				}
			}
			continue
		}
		if got := number(t, results[0].Value); math.Abs(got-observed) > 1e-9 || results[0].Sampling.UpperBound {
			t.Errorf("%s: observed disorder %.12f, want %.12f (bounded: %v)", c.Name, got, observed, results[0].Sampling.UpperBound)
		} else {
			compared++
			largest = max(largest, math.Abs(got-observed))
		}
		mean, _ := c.expected(t, "expected_disorder_mean")
		sd, _ := c.expected(t, "expected_disorder_sd")
		se, _ := c.expected(t, "expected_disorder_se")
		gamma, _ := c.expected(t, "gamma")
		tolerance := 4 * observed / (mean * mean) * math.Sqrt(sd*sd/float64(samples)+se*se)
		if got := number(t, results[1].Value); math.Abs(got-gamma) > tolerance+1e-6 {
			t.Errorf("%s: gamma %.4f, want %.4f ± %.4f", c.Name, got, gamma, tolerance)
		}
		cat, defined := c.expected(t, "gamma_cat")
		if defined != results[2].Value.Known() {
			t.Errorf("%s: gamma_cat %v (%s), want one: %v", c.Name, results[2].Value, results[2].Reason, defined)
		} else if defined {
			x := number(t, results[2].Value)
			t.Logf("%s: gamma %v, want %.4f; gamma_cat %.4f, want %.4f", c.Name, results[1].Value, gamma, x, cat)
		}
		disagreement, defined := c.expected(t, "cat_observed_disorder_paper")
		if defined && results[2].Observed.Known() {
			if got := 1 - number(t, results[2].Observed); math.Abs(got-disagreement) > 1e-9 {
				t.Errorf("%s: observed disorder of codes %.12f, want %.12f", c.Name, got, disagreement)
			}
		}
	}
	t.Logf("%d observed disorders, largest difference %.1e", compared, largest)
}

// leastDisorder tries every alignment: each of the coders' units in turn joins a
// unitary alignment that has none of that coder yet, or begins one.
func leastDisorder(segments [][]agreement.Segment) float64 {
	coders := len(segments)
	pairs := float64(coders*(coders-1)) / 2
	var order []agreement.Segment
	for _, own := range segments {
		order = append(order, own...)
	}
	between := func(u, v agreement.Segment) float64 {
		ratio := (math.Abs(float64(u.Start-v.Start)) + math.Abs(float64(u.End-v.End))) / float64(u.End-u.Start+v.End-v.Start)
		if u.Code == v.Code {
			return ratio * ratio
		}
		return ratio*ratio + 1
	}
	best := math.Inf(1)
	var groups [][]agreement.Segment
	var place func(i int)
	place = func(i int) {
		if i == len(order) {
			total := 0.0
			for _, g := range groups {
				within := 0.0
				for a := range g {
					for b := range a {
						total += between(g[a], g[b]) / pairs
						within++
					}
				}
				total += (pairs - within) / pairs
			}
			best = min(best, total)
			return
		}
		for k := range groups {
			if slices.ContainsFunc(groups[k], func(s agreement.Segment) bool { return s.Coder == order[i].Coder }) {
				continue
			}
			groups[k] = append(groups[k], order[i])
			place(i + 1)
			groups[k] = groups[k][:len(groups[k])-1]
		}
		groups = append(groups, []agreement.Segment{order[i]})
		place(i + 1)
		groups = groups[:len(groups)-1]
	}
	place(0)
	return best / (float64(len(order)) / float64(coders))
}

func TestBestAlignmentIsTheBestOfAll(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		coders := rapid.IntRange(2, 4).Draw(rt, "coders")
		own := make([][]agreement.Segment, coders)
		var all []agreement.Segment
		for g := range own {
			for range rapid.IntRange(8/coders-2, 8/coders).Draw(rt, "segments") {
				start := rapid.IntRange(0, 40).Draw(rt, "start")
				s := agreement.Segment{Coder: g, Start: start, End: start + rapid.IntRange(1, 12).Draw(rt, "length"), Code: rapid.IntRange(0, 1).Draw(rt, "code")}
				own[g], all = append(own[g], s), append(all, s)
			}
		}
		if len(all) == 0 {
			return
		}
		c, err := agreement.NewContinuum([]agreement.Extent{{Name: "s", Length: 60}}, []string{"A", "B", "C", "D"}[:coders], []string{"x", "y"}, all)
		if err != nil {
			rt.Fatal(err)
		}
		results, err := agreement.EstimateGamma(context.Background(), c, []agreement.Measure{agreement.GammaObservedDisorder}, agreement.GammaSettings{})
		if err != nil {
			rt.Fatal(err)
		}
		if got, want := number(t, results[0].Value), leastDisorder(own); math.Abs(got-want) > 1e-9 {
			rt.Fatalf("disorder %.12f, the best of all is %.12f", got, want)
		}
	})
}

func TestOneOfTwoCodersEmptyHasDisorderTwo(t *testing.T) {
	c, _ := agreement.NewContinuum([]agreement.Extent{{Name: "s", Length: 60}}, []string{"A", "B"}, []string{"x"}, []agreement.Segment{{Start: 1, End: 5}, {Start: 9, End: 15}})
	results, err := agreement.EstimateGamma(context.Background(), c, []agreement.Measure{agreement.GammaObservedDisorder}, agreement.GammaSettings{})
	if err != nil || number(t, results[0].Value) != 2 {
		t.Errorf("disorder %v, %v", results[0].Value, err)
	}
}

func TestGammaReachesThePrecisionAskedFor(t *testing.T) {
	c := longContinuum(t, 3, 3000, 2, 3, 60)
	results, err := agreement.EstimateGamma(context.Background(), c, []agreement.Measure{agreement.Gamma, agreement.GammaK}, agreement.GammaSettings{Precision: 0.01, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if s := results[0].Sampling; s.Precision > 0.0115 || s.Samples < 30 || s.Alpha != 1 || s.UpperBound {
		t.Errorf("%+v", s)
	}
	again, _ := agreement.EstimateGamma(context.Background(), c, []agreement.Measure{agreement.Gamma}, agreement.GammaSettings{Precision: 0.01, Seed: 1})
	if again[0].Value != results[0].Value {
		t.Errorf("the same seed gives %v, then %v", results[0].Value, again[0].Value)
	}
	if len(results) != 4 || results[3].Code != "code 2" || !results[3].Value.Known() {
		t.Errorf("%+v", results[1:])
	}
}

func TestGammaSettingsThatMakeNoSenseAreRefused(t *testing.T) {
	c := longContinuum(t, 1, 1000, 2, 2, 20)
	for want, settings := range map[string]agreement.GammaSettings{
		"alpha is -1":        {Alpha: agreement.Known(-1)},
		"empty is 0":         {Empty: agreement.Known(0)},
		"precision is 2":     {Precision: 2},
		"precision is 1e-09": {Precision: 1e-9}, // more samples than memory has room for
		"precision is NaN":   {Precision: math.NaN()},
		"10000001 samples":   {Samples: 10_000_001},
		"from -1 samples":    {Samples: -1},
	} {
		_, err := agreement.EstimateGamma(context.Background(), c, []agreement.Measure{agreement.Gamma}, settings)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

func TestManyCodersGiveABoundAndSaySo(t *testing.T) {
	c := longContinuum(t, 1, 700, 8, 3, 56)
	results, err := agreement.EstimateGamma(context.Background(), c, []agreement.Measure{agreement.GammaObservedDisorder}, agreement.GammaSettings{})
	if err != nil {
		t.Fatal(err)
	}
	r := results[0]
	if value := number(t, r.Value); value <= 0 || r.Sampling.UpperBound != (r.Reason != "") {
		t.Errorf("%v, bounded %v, reason %q", r.Value, r.Sampling.UpperBound, r.Reason)
	}
}

func TestCancelledGammaSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	settings := agreement.GammaSettings{Samples: 1 << 20, Progress: func(int, int) { cancel() }}
	_, err := agreement.EstimateGamma(ctx, longContinuum(t, 1, 3000, 3, 3, 60), []agreement.Measure{agreement.Gamma}, settings)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func BenchmarkGammaOfTwoCodersBy200Segments(b *testing.B) {
	c := longContinuum(b, 1, 20_000, 2, 5, 400)
	for b.Loop() {
		if _, err := agreement.EstimateGamma(context.Background(), c, []agreement.Measure{agreement.Gamma, agreement.GammaCat}, agreement.GammaSettings{Samples: 30}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBestAlignmentOfFourCodersBy30Segments(b *testing.B) {
	c := longContinuum(b, 1, 3000, 4, 5, 120)
	for b.Loop() {
		if _, err := agreement.EstimateGamma(context.Background(), c, []agreement.Measure{agreement.GammaObservedDisorder}, agreement.GammaSettings{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGammaOfFourCodersBy30Segments(b *testing.B) {
	c := longContinuum(b, 1, 3000, 4, 5, 120)
	for b.Loop() {
		if _, err := agreement.EstimateGamma(context.Background(), c, []agreement.Measure{agreement.Gamma}, agreement.GammaSettings{Samples: 30}); err != nil {
			b.Fatal(err)
		}
	}
}

// dense is a continuum of one source on which all coders marked much the same.
func dense(t *testing.T, coders, segments, length, most int) *agreement.Continuum {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 1))
	var names []string
	var made []agreement.Segment
	for g := range coders {
		names = append(names, fmt.Sprint("coder ", g))
	}
	for range segments {
		at, long, code := random.IntN(length-2*most), most/2+random.IntN(most/2), random.IntN(3)
		for g := range coders {
			start := at + random.IntN(5)
			made = append(made, agreement.Segment{Coder: g, Code: code, Start: start, End: start + long + random.IntN(5)})
		}
	}
	c, err := agreement.NewContinuum([]agreement.Extent{{Name: "one", Length: length}}, names, []string{"x", "y", "z"}, made)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAlignmentThatTakesTooMuchEffortIsABoundAndSaysSo(t *testing.T) {
	settings := agreement.GammaSettings{Samples: 2, Seed: 3}
	measures := []agreement.Measure{agreement.Gamma, agreement.GammaCat, agreement.GammaObservedDisorder}
	for name, c := range map[string]*agreement.Continuum{
		"eight coders": dense(t, 8, 20, 800, 100),
		"all alike":    repeated(t, 5, 40),
	} {
		first, err := agreement.EstimateGamma(context.Background(), c, measures, settings)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range first {
			if !r.Value.Known() {
				continue
			}
			if r.Sampling == nil || !r.Sampling.UpperBound || !strings.Contains(r.Reason, "upper bounds") {
				t.Errorf("%s, %s: the bound isn't told of: %q", name, r.Measure, r.Reason)
			}
		}
		if gamma, known := first[0].Value.Float64(); known && gamma < 0.5 || first[2].Value == (agreement.Number{}) {
			t.Errorf("%s: gamma is %v of disorder %v", name, first[0].Value, first[2].Value)
		}
	}
}

// repeated is a continuum of the same segment, given many times by every coder.
func repeated(t *testing.T, coders, times int) *agreement.Continuum {
	t.Helper()
	var names []string
	var made []agreement.Segment
	for g := range coders {
		names = append(names, fmt.Sprint("coder ", g))
		for range times {
			made = append(made, agreement.Segment{Coder: g, Start: 10, End: 20})
		}
	}
	c, err := agreement.NewContinuum([]agreement.Extent{{Name: "one", Length: 100}}, names, []string{"x"}, made)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
