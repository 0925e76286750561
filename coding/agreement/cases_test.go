package agreement_test

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"concord/coding/agreement"
)

// ratingsCase is a table with what other programs printed for it.
type ratingsCase struct {
	Name       string             `json:"name"`
	Coders     []string           `json:"coders"`
	Units      [][]*float64       `json:"units"`
	Expected   map[string]float64 `json:"expected"`
	ExpectedSE map[string]float64 `json:"expected_se"`
	Published  map[string]float64 `json:"published"`
}

func readCases[T any](t testing.TB, name string) []T {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var cases []T
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatalf("read %s: %v", name, err)
	}
	return cases
}

func (c ratingsCase) table(t testing.TB) *agreement.Ratings {
	t.Helper()
	var numbers []float64
	for _, unit := range c.Units {
		for _, value := range unit {
			if value != nil && !slices.Contains(numbers, *value) {
				numbers = append(numbers, *value)
			}
		}
	}
	columns := make([]agreement.Column, len(c.Coders))
	for i, coder := range c.Coders {
		columns[i] = agreement.Column{Coder: coder, Ratings: make([]agreement.Rating, len(c.Units))}
		for unit, values := range c.Units {
			if values[i] != nil {
				columns[i].Ratings[unit] = agreement.Category(slices.Index(numbers, *values[i]))
			}
		}
	}
	table, err := agreement.NewRatings(agreement.Numbers(numbers...), columns...)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// estimate is one measure on a table, without fuss.
func estimate(t testing.TB, table *agreement.Ratings, m agreement.Measure, c agreement.Confidence) agreement.Result {
	t.Helper()
	results, err := agreement.Estimate(context.Background(), table, []agreement.Measure{m}, c)
	if err != nil {
		t.Fatal(err)
	}
	return results[0]
}

func number(t testing.TB, n agreement.Number) float64 {
	t.Helper()
	x, known := n.Float64()
	if !known {
		t.Fatal("there is no number")
	}
	return x
}

// rounded is the one table whose alpha can't be reached, nor should be: its
// pairable units hold a single category, so that alpha is 0/0, and what the
// other program printed (1, standard error 0.0014) is its rounding error.
const rounded = "random-20261-68"

func TestAlphaIsUndefinedWherePairableUnitsHoldOneCategory(t *testing.T) {
	for _, c := range readCases[ratingsCase](t, "ratings.json") {
		if c.Name != rounded {
			continue
		}
		result := estimate(t, c.table(t), agreement.KrippendorffAlphaNominal, agreement.Confidence{})
		if result.Value.Known() || result.Reason == "" {
			t.Errorf("alpha is %v, reason %q; want a reason alone", result.Value, result.Reason)
		}
	}
}

func TestEveryValueAndStandardErrorOfOtherProgramsIsReached(t *testing.T) {
	values, errors, largest, largestSE := 0, 0, 0.0, 0.0
	for _, c := range readCases[ratingsCase](t, "ratings.json") {
		table := c.table(t)
		if c.Name == rounded {
			delete(c.Expected, "krippendorff_alpha_nominal")
			delete(c.ExpectedSE, "krippendorff_alpha_nominal")
		}
		for name, want := range c.Expected {
			result := estimate(t, table, agreement.Measure(name), agreement.Confidence{})
			got, known := result.Value.Float64()
			if !known || math.Abs(got-want) > 1e-9 {
				t.Errorf("%s, %s: %v (%s), want %v", c.Name, name, got, result.Reason, want)
			}
			values++
			largest = max(largest, math.Abs(got-want))
		}
		for name, want := range c.ExpectedSE {
			result := estimate(t, table, agreement.Measure(name), agreement.Confidence{})
			got, known := result.SE.Float64()
			if !known || math.Abs(got-want) > 1e-9 {
				t.Errorf("%s, %s: standard error %v (%s), want %v", c.Name, name, got, result.Reason, want)
			}
			errors++
			largestSE = max(largestSE, math.Abs(got-want))
		}
		for name, want := range c.Published {
			got := number(t, estimate(t, table, agreement.Measure(name), agreement.Confidence{}).Value)
			if math.Abs(got-want) > 5e-3 {
				t.Errorf("%s, %s: %v, published %v", c.Name, name, got, want)
			}
		}
	}
	t.Logf("%d values, largest difference %.1e; %d standard errors, largest difference %.1e", values, largest, errors, largestSE)
}
