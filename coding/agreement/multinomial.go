package agreement

import (
	"cmp"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// multinomial draws how often each of several kinds occurs among n units, given
// their probabilities. Kinds of the same probability are a class: a draw first
// divides the units among the classes, then those of a class among its kinds,
// one by one where most kinds get few.
type multinomial struct {
	n       int
	classes []class // most probable first
}

// class is kinds that are equally probable.
type class struct {
	kinds []int32
	rest  float64 // the class's share of what its predecessors left
}

// newUnits resamples n units of kinds that have these weights; nil where there are none.
func newUnits(n int, weights []float64) resampler {
	m := newMultinomial(n, weights)
	if n == 0 || len(m.classes) == 0 {
		return nil
	}
	return units{m}
}

// newMultinomial takes probabilities in proportion to weights.
func newMultinomial(n int, weights []float64) multinomial {
	m := multinomial{n: n}
	order := make([]int32, 0, len(weights))
	for i, w := range weights {
		if w > 0 {
			order = append(order, int32(i))
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(weights[b], weights[a]) })
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && weights[order[to]] == weights[order[from]] {
			to++
		}
		m.classes = append(m.classes, class{kinds: order[from:to:to]})
		from = to
	}
	left := 0.0
	for i := len(m.classes) - 1; i >= 0; i-- {
		c := &m.classes[i]
		whole := weights[c.kinds[0]] * float64(len(c.kinds))
		left += whole
		c.rest = whole / left
	}
	return m
}

// draw writes a draw to counts, which has one place a kind.
func (m multinomial) draw(random *rand.Rand, counts []float64) {
	clear(counts)
	left := m.n
	for i, c := range m.classes {
		if left == 0 {
			return
		}
		drawn := left
		if i+1 < len(m.classes) {
			drawn = binomial(random, left, c.rest)
		}
		left -= drawn
		c.divide(random, drawn, counts)
	}
}

// divide divides so many units among the kinds of the class.
func (c class) divide(random *rand.Rand, drawn int, counts []float64) {
	const few = 6 // units a kind, below which drawing them one by one is faster
	if drawn <= few*len(c.kinds) && len(c.kinds) > 1 {
		for range drawn {
			at, _ := bits.Mul64(random.Uint64(), uint64(len(c.kinds)))
			counts[c.kinds[at]]++
		}
		return
	}
	for i, kind := range c.kinds {
		own := drawn
		if others := len(c.kinds) - i - 1; others > 0 {
			own = binomial(random, drawn, 1/float64(others+1))
		}
		counts[kind] = float64(own)
		drawn -= own
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
