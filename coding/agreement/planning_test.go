package agreement_test

import (
	"strings"
	"testing"

	"concord/coding/agreement"
)

func TestUnitsThatARoundNeedsAreThoseOfTheTable(t *testing.T) {
	for _, c := range []struct {
		alpha, prevalence float64
		want              int
	}{
		{0.8, 0.25, 139}, {0.667, 0.25, 81}, {0.8, 0.10, 294}, {0.667, 0.10, 172}, {0.8, 0.05, 560}, {0.667, 0.05, 330},
	} {
		got, err := agreement.Plan{Alpha: c.alpha, Prevalence: c.prevalence}.Units()
		if err != nil || got != c.want {
			t.Errorf("alpha %v at %v: %d, %v; want %d", c.alpha, c.prevalence, got, err, c.want)
		}
	}
}

func TestPlanRefusesWhatMakesNoSense(t *testing.T) {
	for name, p := range map[string]agreement.Plan{
		"wanted alpha": {Alpha: 1, Prevalence: 0.1},
		"prevalence":   {Alpha: 0.8},
		"anyone":       {Alpha: 0.8, Prevalence: 1e-19},
		"significance": {Alpha: 0.8, Prevalence: 0.1, Significance: 0.7},
	} {
		if _, err := p.Units(); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSubsampleOfASmallWholeIsSmaller(t *testing.T) {
	whole := agreement.Subsample{Population: 1000, Agreement: 0.9, Least: 0.85}
	large, err := whole.Units()
	if err != nil || large != 90 {
		t.Errorf("of 1,000: %d, %v; want 90", large, err)
	}
	whole.Population = 20
	if small, err := whole.Units(); err != nil || small > 20 || small < 15 {
		t.Errorf("of 20: %d, %v", small, err)
	}
	whole.Least = 0.95
	if _, err := whole.Units(); err == nil {
		t.Error("a least above the expected was taken")
	}
}
