package agreement

// gwetExpected is T_w/(q(q−1)) Σ_k π_k(1−π_k), T_w the sum of all weights
// (Gwet 2008; 2014 for weights).
func gwetExpected(t *tally, weight float64) float64 {
	total := 0.0
	for _, share := range t.shares {
		total += share * (1 - share)
	}
	return gwetScale(t, weight) * total
}

func gwetChanceOf(t *tally, weight float64) func(i int) float64 {
	scale := gwetScale(t, weight)
	return func(i int) float64 {
		kinds, times := t.p.profile(i)
		total := 0.0
		for j, k := range kinds {
			total += times[j] * (1 - t.shares[k])
		}
		return scale * total / t.p.sizes[i]
	}
}

func gwetScale(t *tally, weight float64) float64 {
	q := float64(len(t.times))
	return weight / (q * (q - 1))
}
