package agreement

import "math"

// formula is one measure made ready for one table.
type formula struct {
	definition
	w     weights   // nil where they depend on the counts
	pairs []float64 // each pattern's agreement under w
	total float64   // the sum of all weights
	of    numbers   // what the interval and ratio levels are about
}

// coefficient is a measure's value and what it was made of. Expected is
// meaningless for measures without a correction for chance.
type coefficient struct {
	value, observed, expected float64
}

// indifference is how close to certain agreement by chance has to be for
// rounding alone to decide what is left of it.
const indifference = 1e-12

// formula prepares the measure, or says why this table can't have it.
func (r *Ratings) formula(m Measure) (*formula, error) {
	d, known := m.definition()
	if !known {
		return nil, undefined("%q is no measure over ratings", m)
	}
	if len(r.coders) < 2 {
		return nil, undefined("agreement needs two coders; the table has %d", len(r.coders))
	}
	if (d.chance == ownMargins || d.chance == jointMargins || d.chance == twoCoderDecisions) && len(r.coders) != 2 {
		return nil, undefined("%s compares two coders; the table has %d: compare them pair by pair, or take a measure for any number of coders",
			d.title, len(r.coders))
	}
	w, err := r.weights(d.level)
	if err != nil {
		return nil, err
	}
	f := &formula{definition: d, w: w}
	if d.level == interval || d.level == ratio {
		if f.of, err = r.numbers(d.level); err != nil {
			return nil, err
		}
	}
	if d.chance == equalMargins || d.chance == difficulty {
		f.total = totalWeight(w, len(r.categories))
	}
	return f, nil
}

// byCoder reports whether the measure asks who said what.
func (f *formula) byCoder() bool { return f.chance == ownMargins || f.chance == coderMargins }

// at is the measure under the counts of the tally.
func (f *formula) at(t *tally) (coefficient, error) {
	if t.pairable == 0 {
		return coefficient{}, undefined(reasonNoPairable)
	}
	switch f.chance {
	case noChance:
		p := f.observed(t)
		return coefficient{value: p, observed: p}, nil
	case twoCoderDecisions:
		h := f.holsti(t)
		return coefficient{value: h, observed: h}, nil
	case coincidences:
		return f.alpha(t)
	}
	c := coefficient{observed: f.observed(t)}
	if len(t.times) < 2 {
		return c, undefined(reasonNoVariation)
	}
	c.expected = f.expected(t)
	if 1-c.expected < indifference {
		return c, undefined(reasonNoVariation)
	}
	c.value = (c.observed - c.expected) / (1 - c.expected)
	return c, nil
}

// observed is p_a, the mean over pairable units of the agreement within them.
func (f *formula) observed(t *tally) float64 { return dot(t.counts, f.pairs) / t.pairable }

// expected is p_e.
func (f *formula) expected(t *tally) float64 {
	switch f.chance {
	case ownMargins:
		return cohenExpected(t, f.w)
	case jointMargins:
		return f.w.form(t.parts)
	case unitMargins:
		return f.w.form(t.shares)
	case coderMargins:
		return congerExpected(t, f.w)
	case equalMargins:
		q := float64(len(t.times))
		return f.total / (q * q)
	case difficulty:
		return gwetExpected(t, f.total)
	}
	return 0
}

// standardError is the measure's, or why it has none.
func (f *formula) standardError(t *tally, c coefficient) (float64, error) {
	n := f.sample(t)
	if n < 2 {
		return 0, undefined(reasonOneUnit)
	}
	switch f.chance {
	case ownMargins:
		return cohenError(t, f.w, c), nil
	case coincidences:
		return f.alphaError(t), nil
	case noChance:
		return deviation(t.counts, n, c.value, func(i int) (float64, bool) { return f.pairs[i], t.p.sizes[i] >= 2 }), nil
	case twoCoderDecisions:
		return f.holstiError(t, c.value), nil
	}
	return f.unconditionalError(t, c), nil
}

// sample is the number of units that the standard error is over.
func (f *formula) sample(t *tally) float64 {
	switch f.chance {
	case unitMargins, coderMargins, equalMargins, difficulty, twoCoderDecisions:
		return t.rated
	}
	return t.pairable
}

// unconditionalError is the standard error for unconditional inference over
// units (Gwet 2014, ch. 5 and 6): the chance term is linearised too.
func (f *formula) unconditionalError(t *tally, c coefficient) float64 {
	n := f.sample(t)
	left := 1 - c.expected
	byChance := f.chanceOf(t, c.expected)
	return deviation(t.counts, n, c.value, func(i int) (float64, bool) {
		size := t.p.sizes[i]
		if size == 0 || (f.chance == jointMargins && size < 2) {
			return 0, false
		}
		x := 0.0
		if size >= 2 {
			x = n / t.pairable * (f.pairs[i] - c.expected) / left
		}
		return x - 2*(1-c.value)*(byChance(i)-c.expected)/left, true
	})
}

// chanceOf is each pattern's part in p_e.
func (f *formula) chanceOf(t *tally, expected float64) func(i int) float64 {
	switch f.chance {
	case unitMargins:
		return profileMean(t, f.w, t.shares)
	case jointMargins:
		return profileMean(t, f.w, t.parts)
	case coderMargins:
		return congerChanceOf(t, f.w)
	case difficulty:
		return gwetChanceOf(t, f.total)
	}
	return func(int) float64 { return expected }
}

// deviation is the standard error of a mean over n units around centre.
func deviation(counts []float64, n, centre float64, of func(i int) (float64, bool)) float64 {
	total := 0.0
	for i, count := range counts {
		if count == 0 {
			continue
		}
		if x, counted := of(i); counted {
			total += count * (x - centre) * (x - centre)
		}
	}
	return math.Sqrt(total / (n * (n - 1)))
}

// profileMean is, for a pattern, the mean over its ratings k of (Wv)_k.
func profileMean(t *tally, w weights, v []float64) func(i int) float64 {
	out := make([]float64, len(v))
	w.times(out, v)
	return func(i int) float64 {
		kinds, times := t.p.profile(i)
		total := 0.0
		for j, k := range kinds {
			total += times[j] * out[k]
		}
		return total / t.p.sizes[i]
	}
}
