package agreement

import (
	"math"
	"math/rand/v2"
	"slices"
)

// multinomial draws how often each of several kinds occurs among n units, given
// their probabilities.
type multinomial struct {
	n     int
	order []int     // kinds, most probable first
	rest  []float64 // the kind's share of what its predecessors left
}

// newMultinomial takes probabilities in proportion to weights.
func newMultinomial(n int, weights []float64) multinomial {
	m := multinomial{n: n}
	for i, w := range weights {
		if w > 0 {
			m.order = append(m.order, i)
		}
	}
	slices.SortStableFunc(m.order, func(a, b int) int {
		switch {
		case weights[a] > weights[b]:
			return -1
		case weights[a] < weights[b]:
			return 1
		}
		return 0
	})
	m.rest = make([]float64, len(m.order))
	left := 0.0
	for i := len(m.order) - 1; i >= 0; i-- {
		left += weights[m.order[i]]
		m.rest[i] = weights[m.order[i]] / left
	}
	return m
}

// draw writes a draw to counts, which has one place a kind.
func (m multinomial) draw(random *rand.Rand, counts []float64) {
	clear(counts)
	left := m.n
	for i, kind := range m.order {
		if left == 0 {
			return
		}
		drawn := left
		if i+1 < len(m.order) {
			drawn = binomial(random, left, m.rest[i])
		}
		counts[kind] = float64(drawn)
		left -= drawn
	}
}

// binomial draws the number of successes among n trials of probability p.
func binomial(random *rand.Rand, n int, p float64) int {
	switch {
	case p >= 1:
		return n
	case p > 0.5:
		return n - binomial(random, n, 1-p)
	case float64(n)*p < 10:
		return binomialByInversion(random, n, p)
	}
	return binomialByRejection(random, n, p)
}

// binomialByInversion adds up probabilities until a uniform draw is reached.
func binomialByInversion(random *rand.Rand, n int, p float64) int {
	odds := p / (1 - p)
	first := math.Exp(float64(n) * math.Log1p(-p))
	for {
		u, probability := random.Float64(), first
		for x := 0; x <= n; x++ {
			if u < probability {
				return x
			}
			u -= probability
			probability *= odds * float64(n-x) / float64(x+1)
		}
	}
}

// binomialByRejection is algorithm BTRS of Hörmann (1993), for n·p of 10 or more.
func binomialByRejection(random *rand.Rand, n int, p float64) int {
	trials := float64(n)
	spread := math.Sqrt(trials * p * (1 - p))
	b := 1.15 + 2.53*spread
	a := -0.0873 + 0.0248*b + 0.01*p
	c := trials*p + 0.5
	inside := 0.92 - 4.2/b
	odds := p / (1 - p)
	alpha := (2.83 + 5.1/b) * spread
	mode := math.Floor((trials + 1) * p)
	for {
		u, v := random.Float64()-0.5, random.Float64()
		us := 0.5 - math.Abs(u)
		k := math.Floor((2*a/us+b)*u + c)
		if k < 0 || k > trials {
			continue
		}
		if us >= 0.07 && v <= inside {
			return int(k)
		}
		v = math.Log(v * alpha / (a/(us*us) + b))
		bound := (mode+0.5)*math.Log((mode+1)/(odds*(trials-mode+1))) +
			stirling(mode) + stirling(trials-mode) +
			(trials+1)*math.Log((trials-mode+1)/(trials-k+1)) +
			(k+0.5)*math.Log(odds*(trials-k+1)/(k+1)) -
			stirling(k) - stirling(trials-k)
		if v <= bound {
			return int(k)
		}
	}
}

// stirling is what Stirling's series leaves out of log k!.
func stirling(k float64) float64 {
	if k < 10 {
		return [10]float64{
			0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
			0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.008330563433362871,
		}[int(k)]
	}
	square := (k + 1) * (k + 1)
	return (1.0/12 - (1.0/360-1.0/1260/square)/square) / (k + 1)
}
