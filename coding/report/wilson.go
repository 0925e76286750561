package report

import "math"

// Wilson is the score interval, at 95 %, of the share of n that agree (Wilson
// 1927, Journal of the American Statistical Association 22, 209–212). Unlike
// the usual p ± 1.96·SE it stays between 0 and 1 and doesn't shrink to a point
// where none or all agree. n must not be 0.
func Wilson(agree, n int) (low, high float64) {
	const z = 1.959963984540054 // the normal distribution's quantile of .975
	p, size := float64(agree)/float64(n), float64(n)
	centre := (p + z*z/(2*size)) / (1 + z*z/size)
	half := z / (1 + z*z/size) * math.Sqrt(p*(1-p)/size+z*z/(4*size*size))
	return math.Max(0, centre-half), math.Min(1, centre+half)
}
