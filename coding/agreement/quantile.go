package agreement

import "math"

// normalQuantile is the standard normal value below which a share p lies.
func normalQuantile(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }

// wilson is the score interval of a proportion over n units (Wilson 1927). It
// doesn't shrink to a point where the proportion is 0 or 1.
func wilson(p, n, level float64) (low, high float64) {
	z := normalQuantile((1 + level) / 2)
	centre := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return math.Max(0, centre-half), math.Min(1, centre+half)
}

// proportionSample is over how many units a proportion with that standard error
// is a proportion. Where more than two coders agree in part, it varies less
// than over n units that they agree on or not.
func proportionSample(p, se, n float64) float64 {
	if se == 0 {
		return n
	}
	return math.Max(n, p*(1-p)/(se*se))
}

// studentQuantile is the value of Student's t below which a share p ≥ 1/2 lies,
// found by halving the interval in which the distribution reaches it.
func studentQuantile(p, freedom float64) float64 {
	if freedom > 1e6 {
		return normalQuantile(p)
	}
	low, high := 0.0, 1.0
	for studentShare(high, freedom) < p {
		high *= 2
	}
	for range 100 {
		middle := (low + high) / 2
		if studentShare(middle, freedom) < p {
			low = middle
		} else {
			high = middle
		}
	}
	return (low + high) / 2
}

// studentShare is the share of Student's t below x ≥ 0.
func studentShare(x, freedom float64) float64 {
	return 1 - incompleteBeta(freedom/(freedom+x*x), freedom/2, 0.5)/2
}

// incompleteBeta is the regularised incomplete beta function I_x(a, b), by its
// continued fraction (Lentz's method).
func incompleteBeta(x, a, b float64) float64 {
	if x <= 0 {
		return 0
	}
	if x >= 1 {
		return 1
	}
	if x > (a+1)/(a+b+2) {
		return 1 - incompleteBeta(1-x, b, a)
	}
	ga, _ := math.Lgamma(a)
	gb, _ := math.Lgamma(b)
	gab, _ := math.Lgamma(a + b)
	front := math.Exp(gab-ga-gb+a*math.Log(x)+b*math.Log1p(-x)) / a
	const tiny = 1e-300
	c, d := 1.0, 1-(a+b)*x/(a+1)
	if math.Abs(d) < tiny {
		d = tiny
	}
	d = 1 / d
	value := d
	for m := 1.0; m < 10000; m++ {
		even := m * (b - m) * x / ((a + 2*m - 1) * (a + 2*m))
		odd := -(a + m) * (a + b + m) * x / ((a + 2*m) * (a + 2*m + 1))
		step := 1.0
		for _, term := range [2]float64{even, odd} {
			d = 1 + term*d
			if math.Abs(d) < tiny {
				d = tiny
			}
			d = 1 / d
			c = 1 + term/c
			if math.Abs(c) < tiny {
				c = tiny
			}
			value *= c * d
			step = c * d
		}
		if math.Abs(step-1) < 1e-15 {
			break
		}
	}
	return front * value
}

// percentile is the value below which a share p of the sorted values lies,
// between neighbours by straight line (Hyndman & Fan 1996, type 7).
func percentile(sorted []float64, p float64) float64 {
	place := p * float64(len(sorted)-1)
	below := int(place)
	if below+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[below] + (place-float64(below))*(sorted[below+1]-sorted[below])
}
