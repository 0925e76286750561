package agreement

// tally holds the sums that the coefficients are made of, for one set of counts
// of the patterns: the table's own, or those of a bootstrap replicate.
type tally struct {
	p        *patterns
	counts   []float64
	rated    float64   // units rated at least once
	pairable float64   // units rated at least twice
	ratings  float64   // ratings of pairable units: n
	times    []float64 // how often each category occurs in pairable units: n_k
	parts    []float64 // n_k / n: for two coders the joint margins of Scott (1955)
	shares   []float64 // π_k: mean over rated units of r_ik / r_i
	coders   []float64 // each coder's own ratings of each category
	paired   []float64 // the same over pairable units
}

func newTally(p *patterns, categories int) *tally {
	return &tally{
		p:      p,
		times:  make([]float64, categories),
		parts:  make([]float64, categories),
		shares: make([]float64, categories),
		coders: make([]float64, categories*p.coders),
		paired: make([]float64, categories*p.coders),
	}
}

// count makes the sums anew. byCoder asks for those of single coders too.
func (t *tally) count(counts []float64, byCoder bool) {
	t.counts = counts
	t.rated, t.pairable, t.ratings = 0, 0, 0
	clear(t.times)
	clear(t.shares)
	for i, count := range counts {
		size := t.p.sizes[i]
		if count == 0 || size == 0 {
			continue
		}
		t.rated += count
		kinds, times := t.p.profile(i)
		share := count / size
		for j, k := range kinds {
			t.shares[k] += share * times[j]
		}
		if size < 2 {
			continue
		}
		t.pairable += count
		t.ratings += count * size
		for j, k := range kinds {
			t.times[k] += count * times[j]
		}
	}
	for k := range t.shares {
		if t.rated > 0 {
			t.shares[k] /= t.rated
		}
		t.parts[k] = 0
		if t.ratings > 0 {
			t.parts[k] = t.times[k] / t.ratings
		}
	}
	if byCoder {
		t.countCoders()
	}
}

func (t *tally) countCoders() {
	clear(t.coders)
	clear(t.paired)
	categories := len(t.times)
	for i, count := range t.counts {
		if count == 0 {
			continue
		}
		for g, k := range t.p.row(i) {
			if k == missing {
				continue
			}
			t.coders[g*categories+int(k)] += count
			if t.p.sizes[i] >= 2 {
				t.paired[g*categories+int(k)] += count
			}
		}
	}
}

// coder is how often coder g chose each category.
func (t *tally) coder(g int) []float64 {
	q := len(t.times)
	return t.coders[g*q : (g+1)*q]
}

// pairedCoder is the same over pairable units.
func (t *tally) pairedCoder(g int) []float64 {
	q := len(t.times)
	return t.paired[g*q : (g+1)*q]
}

// midranks are the values that Krippendorff's ordinal level gives the categories.
func (t *tally) midranks() []float64 {
	values := make([]float64, len(t.times))
	below := 0.0
	for k, n := range t.times {
		values[k] = below + n/2
		below += n
	}
	return values
}

// agreements is, for each pattern, the mean weight of its pairs of ratings.
func (p *patterns) agreements(w weights) []float64 {
	out := make([]float64, len(p.counts))
	for i, size := range p.sizes {
		if size < 2 {
			continue
		}
		kinds, times := p.profile(i)
		sum := 0.0
		if _, same := w.(identity); same {
			for _, n := range times {
				sum += n * (n - 1)
			}
		} else {
			for a, k := range kinds {
				sum += times[a] * (times[a] - 1)
				for b := range a {
					sum += 2 * times[a] * times[b] * w.at(int(k), int(kinds[b]))
				}
			}
		}
		out[i] = sum / (size * (size - 1))
	}
	return out
}

func sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}

func dot(a, b []float64) float64 {
	total := 0.0
	for i, x := range a {
		total += x * b[i]
	}
	return total
}
