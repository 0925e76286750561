package coding

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// Draw takes size of the sources at random, without replacement. The same
// arguments give the same draw, on every machine. Where stratum isn't nil, the
// strata that it tells apart keep their shares, rounded by largest remainder.
// The order of the sources is kept. A size over their number takes all.
func Draw(sources []SourceID, size int, seed uint64, stratum func(SourceID) string) []SourceID {
	if size >= len(sources) {
		return slices.Clone(sources)
	}
	if size <= 0 {
		return nil
	}
	if stratum == nil {
		stratum = func(SourceID) string { return "" }
	}
	strata := map[string][]int{}
	var names []string
	for i, id := range sources {
		name := stratum(id)
		if strata[name] == nil {
			names = append(names, name)
		}
		strata[name] = append(strata[name], i)
	}
	slices.Sort(names)

	random := rand.New(rand.NewPCG(seed, 0x436f6e636f7264))
	shares := apportion(names, strata, size, len(sources))
	var chosen []int
	for i, name := range names {
		members := strata[name]
		random.Shuffle(len(members), func(a, b int) { members[a], members[b] = members[b], members[a] })
		chosen = append(chosen, members[:shares[i]]...)
	}
	slices.Sort(chosen)
	drawn := make([]SourceID, len(chosen))
	for i, at := range chosen {
		drawn[i] = sources[at]
	}
	return drawn
}

// apportion gives each stratum its share of size by largest remainder (Hamilton).
func apportion(names []string, strata map[string][]int, size, of int) []int {
	shares := make([]int, len(names))
	byRemainder := make([]int, len(names))
	left := size
	for i, name := range names {
		shares[i] = len(strata[name]) * size / of
		left -= shares[i]
		byRemainder[i] = i
	}
	slices.SortStableFunc(byRemainder, func(a, b int) int {
		return cmp.Compare(len(strata[names[b]])*size%of, len(strata[names[a]])*size%of)
	})
	for _, i := range byRemainder[:left] {
		shares[i]++
	}
	return shares
}
