package agreement

import "math/rand/v2"

// shuffled is a random continuum by which agreement by chance is estimated: for
// each coder's place a coder drawn with replacement, whose units are all shifted
// by a pivot, around the end and never split (Mathet, Widlöcher & Métivier 2015,
// section 5.2). A pivot keeps half a mean unit length away from the one before.
func (a annotations) shuffled(random *rand.Rand, length float64) annotations {
	apart := a.meanLength() / 2
	for {
		made := make(annotations, len(a))
		free := []stretch{{0, length}}
		for place := range made {
			pivot := drawPivot(random, free, length)
			free = beside(free, pivot, apart)
			for _, u := range a[random.IntN(len(a))] {
				start := u.start + pivot
				if start >= length {
					start -= length
				}
				made[place] = append(made[place], unit{start: start, end: start + u.end - u.start, code: u.code})
			}
		}
		if made.count() > 0 { // all places may have drawn coders without units
			made.sort()
			return made
		}
	}
}

// stretch is where a pivot may lie.
type stretch struct{ from, to float64 }

// beside is where the next pivot may lie: up to the pivot and from the pivot on,
// apart from it. As in the reference program, pygamma-agreement, a stretch that
// doesn't hold the pivot reaches up to it afterwards, so that with three coders
// or more the places between pivots are likelier than others. Drawing evenly
// would raise the expected disorder by one or two percent, and no gamma could be
// compared with those in print.
func beside(free []stretch, pivot, apart float64) []stretch {
	var left []stretch
	for _, s := range free {
		if s.from <= pivot-apart {
			left = append(left, stretch{s.from, pivot - apart})
		}
		if s.to >= pivot+apart {
			left = append(left, stretch{pivot + apart, s.to})
		}
	}
	return left
}

// drawPivot draws a pivot from the free stretches; from everywhere if none is left.
func drawPivot(random *rand.Rand, free []stretch, length float64) float64 {
	total := 0.0
	for _, s := range free {
		total += s.to - s.from
	}
	if total <= 0 {
		return random.Float64() * length
	}
	at := random.Float64() * total
	for _, s := range free {
		if at < s.to-s.from {
			return s.from + at
		}
		at -= s.to - s.from
	}
	return free[len(free)-1].to
}

func (a annotations) meanLength() float64 {
	total := 0.0
	for _, units := range a {
		for _, u := range units {
			total += u.end - u.start
		}
	}
	return total / float64(a.count())
}
