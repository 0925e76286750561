package agreement

import "math"

// weights say how far two categories agree: 1 where they are the same, 0 where
// they are as different as can be. Categories are ranks among those that occur.
// A distance δ² is put as 1 − δ²/max δ², which changes no coefficient.
type weights interface {
	at(k, l int) float64
	// times sets out[k] to the sum over l of at(k, l)·v[l].
	times(out, v []float64)
	// form is the sum over k and l of at(k, l)·v[k]·v[l].
	form(v []float64) float64
}

// totalWeight is the sum of all q² weights.
func totalWeight(w weights, q int) float64 {
	ones := make([]float64, q)
	for k := range ones {
		ones[k] = 1
	}
	return w.form(ones)
}

// identity weighs for the nominal level.
type identity struct{}

func (identity) at(k, l int) float64 {
	if k == l {
		return 1
	}
	return 0
}

func (identity) times(out, v []float64) { copy(out, v) }

func (identity) form(v []float64) float64 { return dot(v, v) }

// squares weighs by the squared difference of the categories' values, which
// serves quadratic weights (values are ranks), the interval level (numbers) and
// Krippendorff's ordinal level: the ordinal distance is the difference of
// midranks, Σ_{g≤k} n_g − n_k/2.
type squares struct {
	values []float64 // scaled to 0…1, ascending
}

func newSquares(values []float64) squares {
	scaled := make([]float64, len(values))
	if len(values) > 0 {
		low := values[0] / 2 // halves, since the range of large numbers may be no number
		span := values[len(values)-1]/2 - low
		for k, x := range values {
			if span > 0 {
				scaled[k] = (x/2 - low) / span
			}
		}
	}
	return squares{values: scaled}
}

func (s squares) at(k, l int) float64 {
	d := s.values[k] - s.values[l]
	return 1 - d*d
}

func (s squares) times(out, v []float64) {
	var sum, first, second float64
	for l, x := range s.values {
		sum += v[l]
		first += v[l] * x
		second += v[l] * x * x
	}
	for k, x := range s.values {
		out[k] = sum*(1-x*x) + 2*x*first - second
	}
}

func (s squares) form(v []float64) float64 {
	var sum, first, second float64
	for k, x := range s.values {
		sum += v[k]
		first += v[k] * x
		second += v[k] * x * x
	}
	return sum*sum - 2*(sum*second-first*first)
}

// function weighs by any symmetric function of two categories.
type function func(k, l int) float64

func (f function) at(k, l int) float64 { return f(k, l) }

func (f function) times(out, v []float64) {
	for k := range out {
		sum := 0.0
		for l, x := range v {
			if x != 0 {
				sum += f(k, l) * x
			}
		}
		out[k] = sum
	}
}

func (f function) form(v []float64) float64 {
	total := 0.0
	for k, x := range v {
		if x == 0 {
			continue
		}
		total += f(k, k) * x * x
		for l, y := range v[:k] {
			if y != 0 {
				total += 2 * f(k, l) * x * y
			}
		}
	}
	return total
}

// weights are those of a level for the categories that occur in the table.
// Those of midranks depend on how often each occurs and are made by the tally.
func (r *Ratings) weights(l level) (weights, error) {
	q := len(r.categories)
	switch l {
	case nominal:
		return identity{}, nil
	case linear:
		return function(func(k, l int) float64 {
			return 1 - math.Abs(float64(k-l))/math.Max(1, float64(q-1))
		}), nil
	case quadratic:
		ranks := make([]float64, q)
		for k := range ranks {
			ranks[k] = float64(k)
		}
		return newSquares(ranks), nil
	case ordinal: // Gwet 2014: the pairs of ranks between k and l, both included
		most := float64(q) * float64(q-1) / 2
		return function(func(k, l int) float64 {
			if k == l {
				return 1
			}
			apart := math.Abs(float64(k-l)) + 1
			return 1 - apart*(apart-1)/2/most
		}), nil
	case midranks:
		return nil, nil
	case interval, ratio:
		numbers, err := r.numbers(l)
		if err != nil {
			return nil, err
		}
		return numbers.weights(l), nil
	case masi:
		return r.overlaps()
	}
	return nil, undefined("there are no weights for level %d", l)
}
