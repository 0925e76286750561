package agreement

// The coefficients over a continuum of segments. AlphaKU and GammaK have a
// value for each code.
const (
	AlphaU                Measure = "alpha_u"
	AlphaUBinary          Measure = "alpha_u_binary"
	AlphaCU               Measure = "alpha_cu"
	AlphaKU               Measure = "alpha_ku"
	Gamma                 Measure = "gamma"
	GammaCat              Measure = "gamma_cat"
	GammaK                Measure = "gamma_k"
	GammaObservedDisorder Measure = "gamma_observed_disorder"
)

// ContinuumMeasures lists every coefficient over a continuum.
func ContinuumMeasures() []Measure {
	return []Measure{AlphaU, AlphaUBinary, AlphaCU, AlphaKU, Gamma, GammaCat, GammaK, GammaObservedDisorder}
}

const (
	reasonNothingMarked  = "no two coders looked at the same source, or what they looked at has no length"
	reasonNoGapOrSegment = "all of the continuum is alike: no variation, chance can't be estimated"
	reasonNoMeeting      = "no segment of one coder meets one of another: there is nothing to compare"
	reasonOneCode        = "the segments that meet hold one code only: agreement on codes needs two or more"
	reasonFewMeet        = "too few segments meet for so many coders: what codes would meet by chance can't be estimated"
)

// alphaU is 1 − (ℓ − Σ ℓ_cc)/(ℓ − Σ ε_cc): places and codes.
func (l *lengths) alphaU() (coefficient, error) {
	if l.total == 0 {
		return coefficient{}, undefined(reasonNothingMarked)
	}
	scale, observed, expected := l.chanceScale(), 0.0, 0.0
	for k, of := range l.of {
		observed += l.same[k]
		expected += scale * (of*of - l.squares[k])
	}
	return ratioOf(l.total-observed, l.total-expected, l.total, reasonNoGapOrSegment)
}

// alphaUBinary is 1 − (ℓ_φ − ℓ_φφ)/(ε_φ − ε_φφ): relevant against irrelevant matter.
func (l *lengths) alphaUBinary() (coefficient, error) {
	if l.total == 0 {
		return coefficient{}, undefined(reasonNothingMarked)
	}
	phi := len(l.of) - 1
	gap := l.of[phi]
	return ratioOf(gap-l.same[phi], l.chanceScale()*gap*(l.total-gap), l.total, reasonNoGapOrSegment)
}

func (l *lengths) chanceScale() float64 { return l.total / (l.total*l.total - sum(l.squares)) }

// valued are ℓ'_c and ℓ', the lengths at which segments of different coders meet.
func (l *lengths) valued() (of []float64, total float64) {
	phi := len(l.of) - 1
	of = make([]float64, phi)
	for k := range of {
		of[k] = max(0, l.of[k]-l.gap[k])
		if of[k] < indifference*l.of[k] {
			of[k] = 0
		}
		total += of[k]
	}
	return of, total
}

// meeting checks that segments meet, hold two codes, and leave something to chance.
func (l *lengths) meeting(of []float64, total float64) error {
	if total == 0 {
		return undefined(reasonNoMeeting)
	}
	kinds := 0
	for _, length := range of {
		if length > 0 {
			kinds++
		}
	}
	if kinds < 2 {
		return undefined(reasonOneCode)
	}
	if l.meetingDivisor(total) < indifference*total { // three coders of whom two met once, or more coders
		return undefined(reasonFewMeet)
	}
	return nil
}

// alphaCU is 1 − (ℓ' − Σ ℓ_cc)/(ℓ' − Σ ε'_cc): codes alone, where segments meet.
func (l *lengths) alphaCU() (coefficient, error) {
	of, total := l.valued()
	if err := l.meeting(of, total); err != nil {
		return coefficient{}, err
	}
	divisor := l.meetingDivisor(total)
	observed, expected := 0.0, 0.0
	for k, length := range of {
		observed += l.same[k]
		expected += (length*length - l.shared[k]) / divisor
	}
	return ratioOf(total-observed, total-expected, total, reasonOneCode)
}

// coverage is ℓ'/ℓ, how much of the continuum alphaCU speaks of.
func (l *lengths) coverage() float64 {
	_, total := l.valued()
	return total / l.total
}

// alphaKU is 1 − (ε'_k/ℓ'_k)(ℓ'_k − ℓ_kk)/(ε'_k − ε'_kk): one code, where segments meet.
func (l *lengths) alphaKU(k int) (coefficient, error) {
	of, total := l.valued()
	if err := l.meeting(of, total); err != nil {
		return coefficient{}, err
	}
	if of[k] == 0 {
		return coefficient{}, undefined("no segment with this code meets a segment of another coder")
	}
	divisor := l.meetingDivisor(total)
	all := (of[k]*total - l.shared[k]) / divisor
	apart := of[k] * (total - of[k]) / divisor
	if all < indifference*of[k] {
		return coefficient{}, undefined(reasonFewMeet)
	}
	return ratioOf((of[k]-l.same[k])*all/of[k], apart, total, reasonOneCode)
}

func (l *lengths) meetingDivisor(total float64) float64 { return total - sum(l.shared)/total }

// ratioOf is 1 − observed/expected disagreement, both in parts of whole.
func ratioOf(observed, expected, whole float64, reason string) (coefficient, error) {
	if expected <= indifference*whole {
		return coefficient{}, undefined("%s", reason)
	}
	if observed < indifference*whole {
		observed = 0
	}
	return coefficient{value: 1 - observed/expected, observed: 1 - observed/whole, expected: 1 - expected/whole}, nil
}
