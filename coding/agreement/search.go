package agreement

// search walks through unitary alignments, one coder after another.
type search struct {
	d       dissimilarity
	a       annotations
	firsts  []int // the number of each coder's first unit
	pairs   float64
	coders  int
	most    float64 // a pair further apart than this is never aligned
	longest []float64
	found   []candidate
	effort  *effort

	members []int32
	units   []unit
	sums    []float64 // of each member's dissimilarities to the others
	between [][]float64
}

func newSearch(d dissimilarity, a annotations, narrow float64, e *effort) *search {
	n := len(a)
	s := &search{d: d, a: a, coders: n, pairs: float64(n*(n-1)) / 2, effort: e}
	s.most = (s.pairs + float64(n) - 1) * narrow
	for _, units := range a {
		s.firsts = append(s.firsts, 0)
		s.longest = append(s.longest, longest(units))
	}
	for g := 1; g < n; g++ {
		s.firsts[g] = s.firsts[g-1] + len(a[g-1])
	}
	s.between = make([][]float64, n)
	for i := range s.between {
		s.between[i] = make([]float64, n)
	}
	return s
}

// run lists the candidates, or reports that there are too many or that they take
// too much effort.
func (s *search) run() bool {
	for g, units := range s.a {
		for i, u := range units {
			s.members = append(s.members[:0], int32(s.firsts[g]+i))
			s.units = append(s.units[:0], u)
			s.sums = append(s.sums[:0], 0)
			if !s.extend(g + 1) {
				return false
			}
		}
	}
	return true
}

// extend adds units of coder g and those after.
func (s *search) extend(g int) bool {
	if g == s.coders {
		return true
	}
	if !s.extend(g + 1) {
		return false
	}
	ok := true
	reach := s.d.reach(s.most)
	near(s.units[0], s.a[g], s.longest[g], reach, func(j int) {
		ok = ok && s.effort.spend(4*len(s.units))
		if !ok || !s.add(s.a[g][j], int32(s.firsts[g]+j)) {
			return
		}
		s.keep()
		ok = len(s.found) < mostCandidates && s.extend(g+1)
		s.remove()
	})
	return ok
}

// add takes a unit into the group unless that puts it or a member too far from
// all others.
func (s *search) add(u unit, number int32) bool {
	n := len(s.units)
	limit, total := s.most*s.d.empty, 0.0
	for i, v := range s.units {
		x := s.d.between(u, v)
		s.between[n][i], s.between[i][n] = x, x
		total += x
		if total > limit || s.sums[i]+x > limit {
			return false
		}
	}
	for i := range s.sums {
		s.sums[i] += s.between[n][i]
	}
	s.members, s.units, s.sums = append(s.members, number), append(s.units, u), append(s.sums, total)
	return true
}

func (s *search) remove() {
	n := len(s.units) - 1
	s.members, s.units, s.sums = s.members[:n], s.units[:n], s.sums[:n]
	for i := range s.sums {
		s.sums[i] -= s.between[n][i]
	}
}

// keep lists the group if it saves something and no split of it saves more.
func (s *search) keep() {
	k := len(s.units)
	total := 0.0
	for i := range k {
		for j := range i {
			total += s.between[i][j]
		}
	}
	within := float64(k*(k-1)) / 2
	saving := s.d.empty*(float64(k-1)+within/s.pairs) - total/s.pairs
	if saving < 0 || s.splits(k) {
		return
	}
	s.found = append(s.found, candidate{members: append([]int32(nil), s.members...), saving: saving})
}

// splits reports whether some split of the group in two costs less.
func (s *search) splits(k int) bool {
	for side := 1; side < 1<<(k-1); side++ { // the last member is always on the other side
		s.effort.left -= k * k
		cross, size := 0.0, 0
		for i := range k {
			if side>>i&1 == 0 {
				continue
			}
			size++
			for j := range k {
				if side>>j&1 == 0 {
					cross += s.between[i][j]
				}
			}
		}
		if cross > (s.pairs+float64(size*(k-size)))*s.d.empty {
			return true
		}
	}
	return false
}
