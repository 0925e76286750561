package agreement_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"concord/coding/agreement"
)

// continuumCase is a continuum with what another program printed for it.
type continuumCase struct {
	Name     string   `json:"name"`
	Length   int      `json:"length"`
	Coders   []string `json:"coders"`
	Segments []struct {
		Coder string `json:"coder"`
		Code  string `json:"code"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	} `json:"segments"`
	Expected map[string]json.RawMessage `json:"expected"`
	Alpha    float64                    `json:"alpha"`
	Beta     float64                    `json:"beta"`
	Empty    float64                    `json:"delta_empty"`
}

func (c continuumCase) continuum(t testing.TB) *agreement.Continuum {
	t.Helper()
	coders, codes := c.Coders, []string(nil)
	place := func(list *[]string, name string) int {
		if !slices.Contains(*list, name) {
			*list = append(*list, name)
		}
		return slices.Index(*list, name)
	}
	var segments []agreement.Segment
	for _, s := range c.Segments {
		segments = append(segments, agreement.Segment{Coder: place(&coders, s.Coder), Code: place(&codes, s.Code), Start: s.Start, End: s.End})
	}
	made, err := agreement.NewContinuum([]agreement.Extent{{Name: c.Name, Length: c.Length}}, coders, codes, segments)
	if err != nil {
		t.Fatalf("%s: %v", c.Name, err)
	}
	return made
}

func TestEveryUnitizingAlphaOfTheOtherProgramIsReached(t *testing.T) {
	values, largest := 0, 0.0
	for _, c := range readCases[continuumCase](t, "unitizing.json") {
		results, err := agreement.EstimateAlphas(context.Background(), c.continuum(t),
			[]agreement.Measure{agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU, agreement.AlphaKU}, agreement.Confidence{})
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]agreement.Number{}
		for _, r := range results {
			name := string(r.Measure)
			if r.Measure == agreement.AlphaCU {
				got["alpha_cu_coverage"] = r.Coverage
			}
			if r.Measure == agreement.AlphaKU {
				name += "/" + r.Code
			}
			got[name] = r.Value
		}
		for name, raw := range c.Expected {
			want := map[string]*float64{}
			if name == "alpha_ku" {
				byCode := map[string]*float64{}
				if err := json.Unmarshal(raw, &byCode); err != nil {
					t.Fatal(err)
				}
				for code, x := range byCode {
					want["alpha_ku/"+code] = x
				}
			} else {
				var x *float64
				if err := json.Unmarshal(raw, &x); err != nil {
					t.Fatal(err)
				}
				want[name] = x
			}
			for name, x := range want {
				value, known := got[name].Float64()
				if x == nil && !known {
					continue
				}
				if x == nil || !known || math.Abs(value-*x) > 1e-9 {
					t.Errorf("%s, %s: %v, want %v", c.Name, name, got[name], x)
					continue
				}
				values++
				largest = max(largest, math.Abs(value-*x))
			}
		}
	}
	t.Logf("%d values, largest difference %.1e", values, largest)
}

// longContinuum is a continuum of random segments, split into equal sources.
func longContinuum(t testing.TB, sources, length, coders, codes, segments int) *agreement.Continuum {
	t.Helper()
	random := rand.New(rand.NewPCG(5, 6))
	var extents []agreement.Extent
	for s := range sources {
		extents = append(extents, agreement.Extent{Name: fmt.Sprint("source ", s), Length: length / sources})
	}
	var names, labels []string
	for g := range coders {
		names = append(names, fmt.Sprint("coder ", g))
	}
	for k := range codes {
		labels = append(labels, fmt.Sprint("code ", k))
	}
	var made []agreement.Segment
	each := segments / coders / sources
	step := length / sources / each
	for s := range sources {
		for i := range each {
			code := random.IntN(codes)
			for g := range coders {
				if random.Float64() < 0.2 {
					continue
				}
				start := i*step + random.IntN(step/4)
				end := (i+1)*step - 1 - random.IntN(step/4)
				k := code
				if random.Float64() < 0.2 {
					k = random.IntN(codes)
				}
				made = append(made, agreement.Segment{Source: s, Coder: g, Code: k, Start: start, End: end})
			}
		}
	}
	c, err := agreement.NewContinuum(extents, names, labels, made)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAlphasOfManySourcesHaveIntervals(t *testing.T) {
	results, err := agreement.EstimateAlphas(context.Background(), longContinuum(t, 20, 20_000, 3, 4, 1200),
		[]agreement.Measure{agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU, agreement.AlphaKU}, agreement.Confidence{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		value, low, high := number(t, r.Value), number(t, r.Low), number(t, r.High)
		if low >= value || value >= high || value < 0.2 || value > 0.95 {
			t.Errorf("%s %s: %v in %v to %v", r.Measure, r.Code, value, low, high)
		}
	}
}

func TestSourcesOfOneGroupAreResampledTogether(t *testing.T) {
	var sources []agreement.Extent
	var segments []agreement.Segment
	var pairs, all []int
	for s := range 60 { // two sources alike a group, so that 30 are independent
		sources = append(sources, agreement.Extent{Name: fmt.Sprint(s), Length: 50})
		segments = append(segments, agreement.Segment{Source: s, Start: 5, End: 15}, agreement.Segment{Source: s, Coder: 1, Start: 5 + s/2*7%11, End: 17})
		pairs, all = append(pairs, s/2), append(all, 0)
	}
	c, err := agreement.NewContinuum(sources, []string{"A", "B"}, []string{"x"}, segments)
	if err != nil {
		t.Fatal(err)
	}
	by := func(groups []int) agreement.Result {
		results, err := agreement.EstimateAlphas(context.Background(), c, []agreement.Measure{agreement.AlphaU}, agreement.Confidence{Clusters: groups})
		if err != nil {
			t.Fatal(err)
		}
		return results[0]
	}
	apart, together := number(t, by(nil).SE), number(t, by(pairs).SE)
	if together < 1.25*apart || together > 1.6*apart {
		t.Errorf("standard error %v by sources, %v by pairs of them alike: want 1.41 times", apart, together)
	}
	if r := by(all); r.Low.Known() || !strings.Contains(r.Reason, "one group") {
		t.Errorf("one group: from %v, reason %q", r.Low, r.Reason)
	}
}

func TestSplittingTheContinuumIntoSourcesOnlyCutsSegments(t *testing.T) {
	// No segment crosses the middle, so two sources of 50 are one of 100.
	whole, err := agreement.NewContinuum([]agreement.Extent{{Name: "all", Length: 100}}, []string{"A", "B"}, []string{"x", "y"}, []agreement.Segment{
		{Coder: 0, Code: 0, Start: 5, End: 20}, {Coder: 1, Code: 0, Start: 8, End: 25}, {Coder: 0, Code: 1, Start: 60, End: 70}, {Coder: 1, Code: 0, Start: 65, End: 80},
	})
	if err != nil {
		t.Fatal(err)
	}
	parts, err := agreement.NewContinuum([]agreement.Extent{{Name: "one", Length: 50}, {Name: "two", Length: 50}}, []string{"A", "B"}, []string{"x", "y"}, []agreement.Segment{
		{Coder: 0, Code: 0, Start: 5, End: 20},
		{Coder: 1, Code: 0, Start: 8, End: 25},
		{Source: 1, Coder: 0, Code: 1, Start: 10, End: 20},
		{Source: 1, Coder: 1, Code: 0, Start: 15, End: 30},
	})
	if err != nil {
		t.Fatal(err)
	}
	measures := []agreement.Measure{agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU}
	a, _ := agreement.EstimateAlphas(context.Background(), whole, measures, agreement.Confidence{Method: agreement.NoInterval})
	b, _ := agreement.EstimateAlphas(context.Background(), parts, measures, agreement.Confidence{Method: agreement.NoInterval})
	for i := range a {
		if !sameNumber(a[i].Value, b[i].Value) {
			t.Errorf("%s: %v in one source, %v in two", a[i].Measure, a[i].Value, b[i].Value)
		}
	}
}

func TestSegmentsThatMakeNoSenseAreRefused(t *testing.T) {
	for want, segments := range map[string][]agreement.Segment{
		"runs backwards": {{Start: 5, End: 3}},
		"holds nothing":  {{Start: 5, End: 5}},
		"lies outside":   {{Start: 5, End: 11}},
		"coder 3":        {{Coder: 3, Start: 1, End: 5}},
		"code 1 isn't":   {{Code: 1, Start: 1, End: 5}},
		"source 1 isn't": {{Source: 1, Start: 1, End: 5}},
	} {
		_, err := agreement.NewContinuum([]agreement.Extent{{Name: "s", Length: 10}}, []string{"A", "B"}, []string{"x"}, segments)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
	_, err := agreement.NewContinuum([]agreement.Extent{{Name: "s", Length: 10, Coders: []int{0}}}, []string{"A", "B"}, []string{"x"}, []agreement.Segment{{Coder: 1, Start: 1, End: 2}})
	if err == nil || !strings.Contains(err.Error(), "without having looked") {
		t.Errorf("error %v", err)
	}
}

func TestOverlapNamesTheSegmentsOfOneCoderAndCode(t *testing.T) {
	overlap := func(segments ...agreement.Segment) error {
		c, err := agreement.NewContinuum([]agreement.Extent{{Name: "s", Length: 10}}, []string{"A", "B"}, []string{"x", "y"}, segments)
		if err != nil {
			t.Fatal(err)
		}
		return c.Overlap()
	}
	err := overlap(agreement.Segment{Start: 4, End: 6}, agreement.Segment{Start: 1, End: 5})
	if err == nil || !strings.Contains(err.Error(), `source "s": A gave x to 1–5 and to 4–6`) {
		t.Errorf("error %v", err)
	}
	if err := overlap(agreement.Segment{Start: 1, End: 5}, agreement.Segment{Code: 1, Start: 4, End: 6}, agreement.Segment{Coder: 1, Start: 4, End: 6}); err != nil {
		t.Errorf("error %v where coder or code differ", err)
	}
}

func TestAlphasOfContinuaAreUndefinedWithAReason(t *testing.T) {
	measures := []agreement.Measure{agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU, agreement.AlphaKU}
	for name, c := range map[string]struct {
		coders   []string
		segments []agreement.Segment
	}{
		"nobody marked anything": {[]string{"A", "B"}, nil},
		"one coder":              {[]string{"A"}, []agreement.Segment{{Start: 1, End: 3}}},
		"overlapping codes":      {[]string{"A", "B"}, []agreement.Segment{{Start: 1, End: 5}, {Code: 1, Start: 2, End: 4}}},
		"all marked alike":       {[]string{"A", "B"}, []agreement.Segment{{Start: 0, End: 10}, {Coder: 1, Start: 0, End: 10}}},
	} {
		made, err := agreement.NewContinuum([]agreement.Extent{{Name: "s", Length: 10}}, c.coders, []string{"x", "y"}, c.segments)
		if err != nil {
			t.Fatal(err)
		}
		results, err := agreement.EstimateAlphas(context.Background(), made, measures, agreement.Confidence{})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range results {
			if r.Value.Known() || r.Reason == "" {
				t.Errorf("%s: %s is %v, reason %q", name, r.Measure, r.Value, r.Reason)
			}
		}
	}
}

func TestCodesOfTooFewMeetingsHaveNoAlpha(t *testing.T) {
	apart := []agreement.Segment{{Start: 0, End: 5}, {Coder: 1, Code: 1, Start: 0, End: 5}}
	for name, c := range map[string]struct {
		coders    []string
		segments  []agreement.Segment
		undefined string // the measures, and their codes, without a value
	}{
		"chance would be divided by 0":    {[]string{"A", "B", "C"}, apart, "alpha_cu alpha_ku/x alpha_ku/y"},
		"chance would be divided by less": {[]string{"A", "B", "C", "D"}, apart, "alpha_cu alpha_ku/x alpha_ku/y"},
		"a code would be met by chance less than never": {[]string{"A", "B", "C", "D"}, []agreement.Segment{
			{Code: 1, Start: 0, End: 3}, {Coder: 1, Start: 6, End: 13}, {Coder: 3, Code: 1, Start: 0, End: 3}, {Coder: 3, Code: 1, Start: 4, End: 7},
		}, "alpha_ku/y"},
	} {
		made, err := agreement.NewContinuum([]agreement.Extent{{Name: "s", Length: 20}}, c.coders, []string{"x", "y"}, c.segments)
		if err != nil {
			t.Fatal(err)
		}
		results, err := agreement.EstimateAlphas(context.Background(), made,
			[]agreement.Measure{agreement.AlphaCU, agreement.AlphaKU}, agreement.Confidence{})
		if err != nil {
			t.Fatal(err)
		}
		var without []string
		for _, r := range results {
			if !r.Value.Known() && strings.Contains(r.Reason, "too few segments meet") {
				without = append(without, strings.TrimSuffix(string(r.Measure)+"/"+r.Code, "/"))
			}
		}
		if got := strings.Join(without, " "); got != c.undefined {
			t.Errorf("%s: %q have no value, want %q", name, got, c.undefined)
		}
	}
}

func BenchmarkUnitizingAlphas(b *testing.B) {
	measures := []agreement.Measure{agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU, agreement.AlphaKU}
	for _, segments := range []int{20_000, 200_000} {
		c := longContinuum(b, 1, 100*segments, 3, 10, segments)
		b.Run(fmt.Sprintf("%d segments", segments), func(b *testing.B) {
			for b.Loop() {
				if _, err := agreement.EstimateAlphas(context.Background(), c, measures, agreement.Confidence{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
