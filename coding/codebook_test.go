package coding_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"concord/coding"
)

func sampleBook() *coding.Codebook {
	return coding.NewCodebook([]coding.Code{
		{ID: "b1", Parent: "b", Name: "Own limits", Order: 1},
		{ID: "a", Name: "Safe space", Order: 0},
		{ID: "b", Name: "Self-awareness", Order: 1},
		{ID: "b0", Parent: "b", Name: "Noticing own feelings", Order: 0},
		{ID: "a0", Parent: "a", Name: "Other", Order: 0},
		{ID: "b2", Parent: "b", Name: "Other", Order: 2},
		{ID: "x", Parent: "gone", Name: "Orphan", Order: 9},
	})
}

func TestCodebookIsInReadingOrder(t *testing.T) {
	var names []string
	for _, c := range sampleBook().Codes() {
		names = append(names, string(c.ID))
	}
	if got := strings.Join(names, " "); got != "a a0 b b0 b1 b2 x" {
		t.Errorf("reading order is %s", got)
	}
}

func TestCodebookFindsAsAPersonNames(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Self-awareness/Own limits", "b1"},
		{"own LIMITS", "b1"},
		{"b0", "b0"},
		{"Self-awareness/Other", "b2"},
	} {
		code, err := sampleBook().Find(c.name)
		if err != nil || string(code.ID) != c.want {
			t.Errorf("%q finds %q, %v; want %q", c.name, code.ID, err, c.want)
		}
	}
}

func TestCodebookSaysWhyItFindsNothing(t *testing.T) {
	_, err := sampleBook().Find("Other")
	if !errors.Is(err, coding.ErrNotFound) || !strings.Contains(err.Error(), "Safe space/Other, Self-awareness/Other") {
		t.Errorf("a name that two codes have: %v", err)
	}
	if _, err := sampleBook().Find("nowhere"); !errors.Is(err, coding.ErrNotFound) {
		t.Errorf("a name that no code has: %v", err)
	}
}

func TestCodebookKnowsItsTree(t *testing.T) {
	b := sampleBook()
	if got := b.Under("b"); !slices.Equal(got, []coding.CodeID{"b", "b0", "b1", "b2"}) {
		t.Errorf("under b lie %v", got)
	}
	if b.Theme("b1") != "b" || b.Depth("b1") != 1 || b.Depth("b") != 0 || b.Leaf("b") || !b.Leaf("b1") {
		t.Errorf("theme %s, depth %d and %d, leaf %v and %v", b.Theme("b1"), b.Depth("b1"), b.Depth("b"), b.Leaf("b"), b.Leaf("b1"))
	}
}
