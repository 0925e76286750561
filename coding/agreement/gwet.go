package agreement

// gwetExpected is T_w/(q(q−1)) Σ_k π_k(1−π_k), T_w the sum of all weights
// (Gwet 2008; 2014 for weights).
func gwetExpected(t *tally, w weights) float64 {
	total := 0.0
	for _, share := range t.shares {
		total += share * (1 - share)
	}
	return gwetScale(t, w) * total
}

func gwetChanceOf(t *tally, w weights) func(i int) float64 {
	scale := gwetScale(t, w)
	return func(i int) float64 {
		kinds, times := t.p.profile(i)
		total := 0.0
		for j, k := range kinds {
			total += times[j] * (1 - t.shares[k])
		}
		return scale * total / t.p.sizes[i]
	}
}

func gwetScale(t *tally, w weights) float64 {
	q := float64(len(t.times))
	return totalWeight(w, len(t.times)) / (q * (q - 1))
}
