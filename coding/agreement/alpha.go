package agreement

// alpha is Krippendorff's 1 − D_o/D_e = 1 − (n−1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck
// over pairable units (Krippendorff 2011, 2018). With w = 1 − δ²/max δ² and
// e = 1/n this is 1 − (1−e)(1−p_a)/(1−p_e), p_a being over ratings, not units.
func (f *formula) alpha(t *tally) (coefficient, error) {
	w, pairs := f.weighed(t)
	same := alphaObserved(t, pairs)
	left := (1 - w.form(t.parts)) * t.ratings / (t.ratings - 1)
	c := coefficient{observed: same, expected: 1 - left}
	switch {
	case !t.varied() && len(t.times) > 1:
		return c, undefined(reasonUnvaried)
	case !t.varied() || left < indifference:
		return c, undefined(reasonNoVariation)
	}
	c.value = 1 - (1-same)/left
	return c, nil
}

// weighed are the weights and each pattern's agreement under them; those of the
// ordinal level follow from how often each category occurs.
func (f *formula) weighed(t *tally) (weights, []float64) {
	var w weights
	switch {
	case f.level == midranks:
		w = newSquares(t.midranks())
	case len(f.of) > 0:
		w = f.of.narrowed(f.level, t.times)
	}
	if w == nil {
		return f.w, f.pairs
	}
	return w, t.p.agreements(w)
}

// alphaObserved is Σ r_i a_i / n: each rating counts alike.
func alphaObserved(t *tally, pairs []float64) float64 {
	total := 0.0
	for i, count := range t.counts {
		if t.p.sizes[i] >= 2 {
			total += count * t.p.sizes[i] * pairs[i]
		}
	}
	return total / t.ratings
}

// varied reports whether pairable units hold two different categories.
func (t *tally) varied() bool {
	kinds := 0
	for _, n := range t.times {
		if n > 0 {
			kinds++
		}
	}
	return kinds > 1
}

// alphaError is the standard error of alpha over units (Gwet 2014, ch. 6); at
// the ordinal level, whose distances are estimated too, with their part in it.
func (f *formula) alphaError(t *tally) float64 {
	w, pairs := f.weighed(t)
	proportions := t.parts
	same, chance := alphaObserved(t, pairs), w.form(proportions)
	left := 1 - chance
	value := (same - chance) / left
	mean := t.ratings / t.pairable
	corrected := same + (1-same)/t.ratings // with the small-sample term of alpha
	byChance := profileMean(t, w, proportions)
	byRank := func(int) float64 { return 0 }
	if ranks, estimated := w.(squares); estimated && f.level == midranks {
		byRank = rankPart(t, ranks, proportions, 1-same, left)
	}
	return deviation(t.counts, t.pairable, value, func(i int) (float64, bool) {
		size := t.p.sizes[i]
		if size < 2 {
			return 0, false
		}
		more := (size - mean) / mean
		observed := size/mean*pairs[i] - corrected*more
		expected := size/mean*byChance(i) - chance*more
		return (observed-chance)/left - 2*(1-value)*(expected-chance)/left + byRank(i), true
	})
}

// rankPart is how much a unit moves alpha by moving the midranks: N times the
// derivative of 1 − D_o/D_e by the unit's weight, through the values x_k alone.
func rankPart(t *tally, ranks squares, proportions []float64, observed, expected float64) func(i int) float64 {
	q := len(t.times)
	x := ranks.values
	byObserved, byExpected := make([]float64, q), make([]float64, q)
	for i, count := range t.counts {
		size := t.p.sizes[i]
		if count == 0 || size < 2 {
			continue
		}
		kinds, times := t.p.profile(i)
		for a, k := range kinds {
			for b, l := range kinds {
				byObserved[k] += 4 * count * times[a] * times[b] * (x[k] - x[l]) / ((size - 1) * t.ratings)
			}
		}
	}
	mean := dot(proportions, x)
	for k, share := range proportions {
		byExpected[k] = 4 * share * (x[k] - mean)
	}
	// A further rating of g lifts every midrank above g by 1 and g's own by a half.
	raw := t.midranks()
	span := raw[q-1] - raw[0]
	byRating := make([]float64, q)
	above := 0.0
	for g := q - 1; g >= 0; g-- {
		slope := -(byObserved[g]*expected - observed*byExpected[g]) / (expected * expected) / span
		byRating[g] = above + slope/2
		above += slope
	}
	return func(i int) float64 {
		kinds, times := t.p.profile(i)
		total := 0.0
		for j, k := range kinds {
			total += times[j] * byRating[k]
		}
		return total * t.pairable
	}
}
