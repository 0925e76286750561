package agreement

import "slices"

// sets weighs sets by Jaccard's index times monotonicity: 1 where they are the
// same, 2/3 where one holds the other, 1/3 where they overlap otherwise
// (Passonneau 2006). Sets that share nothing weigh nothing, so only those that
// share a code are kept.
type sets struct {
	members [][]string // by rank, sorted
	// The other sets that share a code with set k, and their weights, are
	// others[starts[k]:starts[k+1]] and shares[starts[k]:starts[k+1]].
	starts []int
	others []int32
	shares []float64
}

// overlaps are the weights of the table's sets.
func (r *Ratings) overlaps() (weights, error) {
	if r.scale.sets == nil {
		return nil, undefined("MASI distance compares sets of codes; the categories of this table aren't sets")
	}
	s := sets{starts: []int{0}}
	holding := map[string][]int32{}
	for k, index := range r.categories {
		s.members = append(s.members, r.scale.sets[index])
		for _, code := range s.members[k] {
			holding[code] = append(holding[code], int32(k))
		}
	}
	for k, members := range s.members {
		first := len(s.others)
		for _, code := range members {
			s.others = append(s.others, holding[code]...)
		}
		slices.Sort(s.others[first:])
		s.others = s.others[:first+len(slices.Compact(s.others[first:]))]
		for _, l := range s.others[first:] {
			s.shares = append(s.shares, s.at(k, int(l)))
		}
		s.starts = append(s.starts, len(s.others))
	}
	return s, nil
}

func (s sets) at(k, l int) float64 {
	if k == l {
		return 1
	}
	a, b := s.members[k], s.members[l]
	shared := 0
	for _, code := range a {
		if _, found := slices.BinarySearch(b, code); found {
			shared++
		}
	}
	if shared == 0 {
		return 0
	}
	jaccard := float64(shared) / float64(len(a)+len(b)-shared)
	if shared == len(a) || shared == len(b) {
		return jaccard * 2 / 3
	}
	return jaccard / 3
}

func (s sets) times(out, v []float64) {
	for k := range out {
		if len(s.members[k]) == 0 { // the empty set shares nothing, and is like itself alone
			out[k] = v[k]
			continue
		}
		sum := 0.0
		for i := s.starts[k]; i < s.starts[k+1]; i++ {
			sum += s.shares[i] * v[s.others[i]]
		}
		out[k] = sum
	}
}

func (s sets) form(v []float64) float64 {
	total := 0.0
	for k, x := range v {
		if x == 0 {
			continue
		}
		shared := 0.0
		for i := s.starts[k]; i < s.starts[k+1] && int(s.others[i]) < k; i++ {
			shared += s.shares[i] * v[s.others[i]]
		}
		total += x * (x + 2*shared)
	}
	return total
}
