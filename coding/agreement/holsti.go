package agreement

// holsti is 2M/(N_A+N_B): the decisions on which two coders agree, twice, over
// all decisions that either made (Holsti 1969). A unit that one of them left
// out counts against agreement, which is what tells it from percent agreement.
func (f *formula) holsti(t *tally) float64 {
	decisions := dot(t.counts, t.p.sizes)
	return 2 * dot(t.counts, f.pairs) / decisions
}

// holstiError is the standard error of that ratio by linearisation over units.
func (f *formula) holstiError(t *tally, value float64) float64 {
	mean := dot(t.counts, t.p.sizes) / t.rated
	return deviation(t.counts, t.rated, 0, func(i int) (float64, bool) {
		size := t.p.sizes[i]
		return (2*f.pairs[i] - value*size) / mean, size > 0
	})
}
