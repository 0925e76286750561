package agreement

import "math"

// margin is each category's share among coder g's ratings of pairable units.
func (t *tally) margin(g int) []float64 {
	out := make([]float64, len(t.times))
	for k, n := range t.pairedCoder(g) {
		out[k] = n / t.pairable
	}
	return out
}

// cohenExpected is Σ w_kl p_Ak p_Bl (Cohen 1960, 1968).
func cohenExpected(t *tally, w weights) float64 {
	weighted := make([]float64, len(t.times))
	w.times(weighted, t.margin(1))
	return dot(t.margin(0), weighted)
}

// cohenError is the large-sample standard error of Fleiss, Cohen & Everitt
// (1969), equation 13, which for identity weights is their equation 14.
func cohenError(t *tally, w weights, c coefficient) float64 {
	q := len(t.times)
	first, second := make([]float64, q), make([]float64, q)
	w.times(first, t.margin(1))  // mean weight of A's category k
	w.times(second, t.margin(0)) // mean weight of B's category l
	left, missed := 1-c.expected, 1-c.observed
	mean := c.observed*c.expected - 2*c.expected + c.observed
	total := 0.0
	for i, count := range t.counts {
		if count == 0 || t.p.sizes[i] < 2 {
			continue
		}
		row := t.p.row(i)
		k, l := int(row[0]), int(row[1])
		x := w.at(k, l)*left - (first[k]+second[l])*missed - mean
		total += count / t.pairable * x * x
	}
	return math.Sqrt(total/t.pairable) / (left * left)
}

// congerExpected is Σ_kl w_kl (π̄_k π̄_l − s²_kl/m), the mean over ordered pairs
// of different coders of their agreement by chance (Conger 1980; Gwet 2014).
// Coders who rated nothing are left out of it.
func congerExpected(t *tally, w weights) float64 {
	margins := t.ownMargins()
	all := make([]float64, len(t.times))
	within, m := 0.0, 0.0
	for _, margin := range margins {
		if margin == nil {
			continue
		}
		m++
		within += w.form(margin)
		for k, share := range margin {
			all[k] += share
		}
	}
	return (w.form(all) - within) / (m * (m - 1))
}

// congerChanceOf linearises Conger's p_e (Gwet 2014).
func congerChanceOf(t *tally, w weights) func(i int) float64 {
	margins := t.ownMargins()
	q := len(t.times)
	m := 0.0
	others := make([]float64, q)
	for _, margin := range margins {
		if margin == nil {
			continue
		}
		m++
		for k, share := range margin {
			others[k] += share
		}
	}
	against := make([][]float64, len(margins)) // W times the other coders' margins
	chance := make([]float64, len(margins))    // what the coder's own margin meets there
	ratings := make([]float64, len(margins))
	for g, margin := range margins {
		if margin == nil {
			continue
		}
		rest := make([]float64, q)
		for k := range rest {
			rest[k] = others[k] - margin[k]
		}
		against[g] = make([]float64, q)
		w.times(against[g], rest)
		chance[g] = dot(margin, against[g])
		ratings[g] = sum(t.coder(g))
	}
	return func(i int) float64 {
		total := 0.0
		for g, k := range t.p.row(i) {
			if margins[g] == nil {
				continue
			}
			x := ratings[g] / t.rated * chance[g]
			if k != missing {
				x += against[g][k] - chance[g]
			}
			total += x * t.rated / ratings[g]
		}
		return total / (m * (m - 1))
	}
}

// ownMargins is each coder's share of every category; nil for one who rated nothing.
func (t *tally) ownMargins() [][]float64 {
	margins := make([][]float64, t.p.coders)
	for g := range margins {
		own := t.coder(g)
		n := sum(own)
		if n == 0 {
			continue
		}
		margins[g] = make([]float64, len(own))
		for k, count := range own {
			margins[g][k] = count / n
		}
	}
	return margins
}
