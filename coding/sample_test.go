package coding_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"concord/coding"
)

func TestDrawTakesWhatWasAskedInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 60).Draw(t, "sources")
		size := rapid.IntRange(0, 70).Draw(t, "size")
		seed := rapid.Uint64().Draw(t, "seed")
		strata := rapid.IntRange(1, 5).Draw(t, "strata")
		sources := make([]coding.SourceID, n)
		for i := range sources {
			sources[i] = coding.SourceID(fmt.Sprintf("%03d", i))
		}
		stratum := func(id coding.SourceID) string { return string(rune('a' + int(id[2])%strata)) }
		drawn := coding.Draw(sources, size, seed, stratum)
		if len(drawn) != min(size, n) || !slices.IsSorted(drawn) {
			t.Fatalf("%d of %d asked for, drew %v", size, n, drawn)
		}
		if again := coding.Draw(sources, size, seed, stratum); !slices.Equal(drawn, again) {
			t.Fatalf("the same seed drew %v, then %v", drawn, again)
		}
		if len(slices.Compact(slices.Clone(drawn))) != len(drawn) {
			t.Fatalf("a source was drawn twice: %v", drawn)
		}
	})
}

func TestDrawKeepsTheSharesOfStrata(t *testing.T) {
	var sources []coding.SourceID
	for i := range 100 {
		sources = append(sources, coding.SourceID(fmt.Sprintf("%03d", i)))
	}
	stratum := func(id coding.SourceID) string {
		if id < "030" {
			return "few"
		}
		return "many"
	}
	few := 0
	for _, id := range coding.Draw(sources, 20, 7, stratum) {
		if stratum(id) == "few" {
			few++
		}
	}
	if few != 6 {
		t.Errorf("of 20 drawn from 30 and 70, %d are of the first stratum; want 6", few)
	}
}
