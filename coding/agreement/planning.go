package agreement

import (
	"fmt"
	"math"
)

// Plan says how many units a round needs so that an alpha that truly is Alpha
// is told from a smaller one.
type Plan struct {
	// Alpha is the wanted agreement, such as 0.8.
	Alpha float64
	// Prevalence is the expected share of ratings that say present.
	Prevalence float64
	// Significance is the chance of being wrong; 0 is 0.05.
	Significance float64
}

// Units is 2z² [ (1+α)(3−α) / (4p(1−p)(1−α)) − α ], rounded up (Bloch & Kraemer
// 1989, as used by Krippendorff 2018).
func (p Plan) Units() (int, error) {
	if p.Significance == 0 {
		p.Significance = 0.05
	}
	switch {
	case !(p.Alpha >= 0 && p.Alpha < 1):
		return 0, fmt.Errorf("wanted alpha %v: it must be 0 or more and below 1, such as 0.8", p.Alpha)
	case !(p.Prevalence > 0 && p.Prevalence < 1):
		return 0, fmt.Errorf("prevalence %v: it must lie between 0 and 1, such as 0.1", p.Prevalence)
	case !(p.Significance > 0 && p.Significance < 0.5):
		return 0, fmt.Errorf("significance %v: it must lie between 0 and 0.5, such as 0.05", p.Significance)
	}
	z := normalQuantile(1 - p.Significance)
	units := 2 * z * z * ((1+p.Alpha)*(3-p.Alpha)/(4*p.Prevalence*(1-p.Prevalence)*(1-p.Alpha)) - p.Alpha)
	if units > mostUnits {
		return 0, fmt.Errorf("an alpha of %v at a prevalence of %v takes %.0e units, more than anyone can code: plan for less", p.Alpha, p.Prevalence, units)
	}
	return int(math.Ceil(units)), nil
}

// mostUnits is more than anyone codes.
const mostUnits = 1e12

// Subsample says how many units of a finite whole two coders must both code so
// that the agreement found stands for the whole.
type Subsample struct {
	// Population is the number of units in all.
	Population int
	// Agreement is the share of units on which the coders are expected to agree.
	Agreement float64
	// Least is the lowest agreement in the whole that would still do.
	Least float64
	// Significance is the chance of being wrong; 0 is 0.05.
	Significance float64
}

// Units is ((N−1)·SE² + P(1−P)N) / ((N−1)·SE² + P(1−P)), SE = (P − least)/z,
// rounded up (Lacy & Riffe 1996; they round SE to two decimals, we don't).
func (s Subsample) Units() (int, error) {
	if s.Significance == 0 {
		s.Significance = 0.05
	}
	switch {
	case s.Population < 1:
		return 0, fmt.Errorf("population of %d units: it must have one or more", s.Population)
	case !(s.Least > 0 && s.Least < s.Agreement && s.Agreement < 1):
		return 0, fmt.Errorf("expected agreement %v with %v as the least: both must lie between 0 and 1, the least below the expected",
			s.Agreement, s.Least)
	case !(s.Significance > 0 && s.Significance < 0.5):
		return 0, fmt.Errorf("significance %v: it must lie between 0 and 0.5, such as 0.05", s.Significance)
	}
	se := (s.Agreement - s.Least) / normalQuantile(1-s.Significance)
	n, spread := float64(s.Population), s.Agreement*(1-s.Agreement)
	units := ((n-1)*se*se + spread*n) / ((n-1)*se*se + spread)
	return min(s.Population, int(math.Ceil(units-indifference))), nil
}
