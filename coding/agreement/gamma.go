package agreement

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
)

// GammaSettings say how dissimilar two segments are and how chance is sampled.
// The zero value has the authors' defaults.
type GammaSettings struct {
	// Alpha and Beta weigh dissimilarity of position and of code; nothing is 1.
	Alpha, Beta Number
	// Empty is Δ∅, the dissimilarity of a segment and none; nothing is 1.
	Empty Number
	// Precision is the half width of the 95 percent interval of the expected
	// disorder, as a share of it; 0 is 0.02.
	Precision float64
	// Samples fixes the number of random continua; 0 draws as many as Precision
	// takes, 30 at least.
	Samples int
	// Seed fixes the random continua.
	Seed uint64
	// Progress, if not nil, is told how many samples of the total are done.
	Progress func(done, total int)
}

// Sampling is how a gamma was made.
type Sampling struct {
	Alpha float64 `json:"alpha"`
	Beta  float64 `json:"beta"`
	Empty float64 `json:"delta_empty"`
	// Samples is the number of random continua, Precision what they reached.
	Samples   int     `json:"samples"`
	Precision float64 `json:"precision"`
	Seed      uint64  `json:"seed"`
	// UpperBound says that some best alignment was not proven best, so that
	// disorders may be smaller than the ones found.
	UpperBound bool `json:"upper_bound,omitempty"`
}

const (
	// mostWeight is the largest weight of a dissimilarity: sums of more are no numbers.
	mostWeight = 1e6
	// leastPrecision and mostSamples bound what a chance is sampled from: more
	// would take hours and tell no more.
	leastPrecision = 0.001
	mostSamples    = 10_000_000
)

// Validate says what is wrong with the settings, if anything is.
func (g GammaSettings) Validate() error {
	_, err := g.dissimilarity()
	return err
}

func (g GammaSettings) dissimilarity() (dissimilarity, error) {
	d := dissimilarity{alpha: 1, beta: 1, empty: 1}
	for _, setting := range []struct {
		name string
		from Number
		to   *float64
	}{{"alpha", g.Alpha, &d.alpha}, {"beta", g.Beta, &d.beta}, {"empty", g.Empty, &d.empty}} {
		if x, given := setting.from.Float64(); given {
			if x < 0 || x > mostWeight {
				return d, fmt.Errorf("gamma's %s is %v: it must lie between 0 and %v", setting.name, x, mostWeight)
			}
			*setting.to = x
		}
	}
	switch {
	case d.empty == 0:
		return d, fmt.Errorf("gamma's empty is 0: the dissimilarity of a segment and none must be more, such as 1")
	case g.Precision != 0 && !(g.Precision >= leastPrecision && g.Precision < 1):
		return d, fmt.Errorf("gamma's precision is %v: it must lie between %v and 1, such as 0.02", g.Precision, leastPrecision)
	case g.Samples < 0 || g.Samples == 1 || g.Samples > mostSamples:
		return d, fmt.Errorf("gamma from %d samples: it takes from 2 to %d, 30 are usual", g.Samples, mostSamples)
	}
	return d, nil
}

// EstimateGamma computes γ, γ_cat, γ_k for each code, or the observed disorder
// (Mathet, Widlöcher & Métivier 2015; Mathet 2017), in the order of measures. It
// looks at the sources that every coder looked at, laid end to end; Pairable
// counts their segments.
func EstimateGamma(ctx context.Context, c *Continuum, measures []Measure, settings GammaSettings) ([]Result, error) {
	d, err := settings.dissimilarity()
	if err != nil {
		return nil, err
	}
	sampled := false
	for _, m := range measures {
		switch m {
		case Gamma, GammaCat, GammaK:
			sampled = true
		case GammaObservedDisorder:
		default:
			return nil, fmt.Errorf("measure %q: it must be one of %s, %s, %s and %s", m, Gamma, GammaCat, GammaK, GammaObservedDisorder)
		}
	}
	a, length := c.annotations()
	s := gammaStudy{continuum: c, d: d, a: a, length: length, settings: settings}
	if s.undefined = s.obstacle(); s.undefined == nil {
		if err := s.run(ctx, sampled); err != nil {
			return nil, fmt.Errorf("gamma: %w", err)
		}
	}
	var results []Result
	for _, m := range measures {
		if m != GammaK {
			results = append(results, s.result(m, none))
			continue
		}
		for k := range c.codes {
			results = append(results, s.result(m, k))
		}
	}
	return results, nil
}

// annotations lays the sources that all coders looked at end to end.
func (c *Continuum) annotations() (annotations, float64) {
	a := make(annotations, len(c.coders))
	length := 0
	for source, extent := range c.sources {
		if len(c.looked(source)) < len(c.coders) {
			continue
		}
		for _, s := range c.segments[c.first[source]:c.first[source+1]] {
			a[s.Coder] = append(a[s.Coder], unit{start: float64(length + s.Start), end: float64(length + s.End), code: s.Code})
		}
		length += extent.Length
	}
	a.sort()
	return a, float64(length)
}

// gammaStudy is the work of one EstimateGamma.
type gammaStudy struct {
	continuum *Continuum
	d         dissimilarity
	a         annotations
	length    float64
	settings  GammaSettings

	undefined error
	observed  sample
	samples   []sample
	expected  float64 // the mean disorder of the samples
	precision float64
}

// sample is what one continuum gives: its best disorder, and Σ w·d_cat and Σ w
// over aligned pairs, of all codes and of each.
type sample struct {
	disorder float64
	exact    bool
	all      weighted
	codes    []weighted
}

type weighted struct{ apart, weight float64 }

// sampleSize is the least number of random continua, and the number that share
// a stream of random numbers.
const (
	leastSamples = 30
	sampleChunk  = 5
)

// obstacle is why the continuum has no gamma at all.
func (s *gammaStudy) obstacle() error {
	switch {
	case len(s.a) < 2:
		return undefined("agreement needs two coders; the continuum has %d", len(s.a))
	case s.a.count() == 0:
		return undefined("nobody marked anything in a source that all coders looked at: there is nothing to align")
	}
	return nil
}

func (s *gammaStudy) run(ctx context.Context, sampled bool) error {
	var err error
	if s.observed, err = s.measure(ctx, s.a, mostEffort); err != nil || !sampled {
		return err
	}
	first := s.settings.Samples
	if first == 0 {
		first = leastSamples
	}
	if err := s.draw(ctx, first); err != nil {
		return err
	}
	if s.settings.Samples > 0 {
		return nil
	}
	wanted := s.settings.Precision
	if wanted == 0 {
		wanted = 0.02
	}
	variation := s.precision * math.Sqrt(float64(len(s.samples)))
	return s.draw(ctx, int(math.Ceil(variation*variation/(wanted*wanted))))
}

// draw brings the number of samples up to total.
func (s *gammaStudy) draw(ctx context.Context, total int) error {
	have := len(s.samples)
	if total > have {
		more := make([]sample, total-have)
		errs := make([]error, total-have)
		err := replicates(ctx, len(more), sampleChunk, s.settings.Seed+uint64(have), s.settings.Progress, func() func(*rand.Rand, int) {
			return func(random *rand.Rand, i int) {
				more[i], errs[i] = s.measure(ctx, s.a.shuffled(random, s.length), randomEffort)
			}
		})
		if err != nil {
			return err
		}
		for _, err := range errs {
			if err != nil {
				return err
			}
		}
		s.samples = append(s.samples, more...)
	}
	n := float64(len(s.samples))
	mean, squares := 0.0, 0.0
	for _, x := range s.samples {
		mean += x.disorder / n
	}
	for _, x := range s.samples {
		squares += (x.disorder - mean) * (x.disorder - mean)
	}
	s.expected, s.precision = mean, 0
	if mean > 0 {
		s.precision = normalQuantile(0.975) * math.Sqrt(squares/(n-1)/n) / mean
	}
	return nil
}

// measure aligns a continuum and adds up what its pairs say of codes.
func (s *gammaStudy) measure(ctx context.Context, a annotations, most int) (sample, error) {
	best, err := s.d.align(ctx, a, most)
	if err != nil {
		return sample{}, err
	}
	made := sample{disorder: best.disorder, exact: best.exact, codes: make([]weighted, len(s.continuum.codes))}
	for _, group := range best.groups {
		for i, p := range group {
			for _, q := range group[:i] {
				u, v := a[p.coder][p.unit], a[q.coder][q.unit]
				weight := math.Max(0, 1-s.d.position(u, v)) / float64(len(group)-1)
				apart := weight * s.d.category(u, v)
				made.all.add(apart, weight)
				made.codes[u.code].add(apart, weight)
				if v.code != u.code {
					made.codes[v.code].add(apart, weight)
				}
			}
		}
	}
	return made, nil
}

func (w *weighted) add(apart, weight float64) {
	w.apart += apart
	w.weight += weight
}
