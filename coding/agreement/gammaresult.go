package agreement

// result is a measure of the study, of a code where it has one.
func (s *gammaStudy) result(m Measure, code int) Result {
	c := s.continuum
	r := Result{Measure: m, N: len(c.segments), Pairable: s.a.count(), Coders: len(c.coders), Categories: len(c.codes)}
	if code != none {
		r.Code = c.codes[code]
	}
	if s.undefined != nil {
		r.Reason = s.undefined.Error()
		return r
	}
	r.Sampling = s.sampling()
	var made coefficient
	var err error
	switch m {
	case GammaObservedDisorder:
		made.value = s.observed.disorder
	case Gamma:
		made, err = s.gamma()
	default:
		made, err = s.gammaOf(code)
	}
	if err != nil {
		r.Reason = err.Error()
		return r
	}
	r.Value = Known(made.value)
	if m != GammaObservedDisorder {
		r.Observed, r.Expected = Known(1-made.observed), Known(1-made.expected)
	}
	if r.Sampling.UpperBound {
		r.Reason = "with so many coders or segments the best alignments aren't proven best: disorders are upper bounds"
	}
	return r
}

func (s *gammaStudy) sampling() *Sampling {
	made := &Sampling{
		Alpha: s.d.alpha, Beta: s.d.beta, Empty: s.d.empty,
		Samples: len(s.samples), Precision: s.precision, Seed: s.settings.Seed, UpperBound: !s.observed.exact,
	}
	for _, x := range s.samples {
		made.UpperBound = made.UpperBound || !x.exact
	}
	return made
}

// gamma is 1 − observed / expected disorder.
func (s *gammaStudy) gamma() (coefficient, error) {
	observed := s.observed.disorder
	if observed < indifference {
		return coefficient{value: 1, expected: s.expected}, nil
	}
	if s.expected < indifference {
		return coefficient{}, undefined("random continua have no disorder: chance can't be estimated")
	}
	return coefficient{value: 1 - observed/s.expected, observed: observed, expected: s.expected}, nil
}

// gammaOf is γ_cat, or γ_k of a code: 1 − δ_cat observed / δ_cat expected, over
// pairs of real segments that are aligned. The reference program counts pairs of
// a segment and none as well; Mathet (2017) doesn't, nor do we.
func (s *gammaStudy) gammaOf(code int) (coefficient, error) {
	of := func(x sample) weighted {
		if code == none {
			return x.all
		}
		return x.codes[code]
	}
	seen := of(s.observed)
	if seen.weight == 0 {
		return coefficient{}, undefined("no two segments are aligned and overlap enough: there are no codes to compare")
	}
	observed := seen.apart / seen.weight
	expected, counted := 0.0, 0.0
	for _, x := range s.samples {
		if w := of(x); w.weight > 0 {
			expected += w.apart / w.weight
			counted++
		}
	}
	if counted > 0 {
		expected /= counted
	}
	switch {
	case observed == 0 && counted > 0 && expected == 0:
		return coefficient{}, undefined("aligned segments have one code only: no variation, chance can't be estimated")
	case observed == 0:
		return coefficient{value: 1, expected: expected}, nil
	case expected == 0:
		return coefficient{}, undefined("random continua show no difference of codes: chance can't be estimated")
	}
	return coefficient{value: 1 - observed/expected, observed: observed, expected: expected}, nil
}
