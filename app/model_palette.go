package app

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// matching are the indexes of the names that fit what was typed, the best
// first: names that begin with it, then those with a word that does, then those
// that hold it, then those that hold the beginnings of its words in order. With
// nothing typed all fit, in their order.
func matching(typed string, names []string) []int {
	typed = strings.ToLower(strings.TrimSpace(typed))
	type hit struct{ at, rank int }
	var hits []hit
	for i, name := range names {
		if rank, ok := fit(typed, strings.ToLower(name)); ok {
			hits = append(hits, hit{i, rank})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.rank, b.rank) })
	found := make([]int, len(hits))
	for i, h := range hits {
		found[i] = h.at
	}
	return found
}

// fit ranks how well a name fits what was typed, 0 being best.
func fit(typed, name string) (rank int, ok bool) {
	at := strings.Index(name, typed)
	switch {
	case at == 0:
		return 0, true
	case at > 0 && !unicode.IsLetter(rune(name[at-1])):
		return 1, true
	case at > 0:
		return 2, true
	case beginnings(strings.Fields(typed), strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })):
		return 3, true
	}
	return 0, false
}

// beginnings reports whether the words of a name begin, in order, with the
// words that were typed.
func beginnings(typed, name []string) bool {
	for _, word := range name {
		if len(typed) > 0 && strings.HasPrefix(word, typed[0]) {
			typed = typed[1:]
		}
	}
	return len(typed) == 0
}
