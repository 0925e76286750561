package coding_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"concord/coding"
)

func spans() *rapid.Generator[coding.Span] {
	return rapid.Custom(func(t *rapid.T) coding.Span {
		start := rapid.IntRange(0, 40).Draw(t, "start")
		return coding.Span{Start: start, End: start + rapid.IntRange(0, 12).Draw(t, "length")}
	})
}

// covers are the characters of a span, one by one.
func covers(s coding.Span) map[int]bool {
	set := map[int]bool{}
	for i := s.Start; i < s.End; i++ {
		set[i] = true
	}
	return set
}

func TestSpanArithmeticIsThatOfSetsOfCharacters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := spans().Draw(t, "a"), spans().Draw(t, "b")
		shared := 0
		for i := range covers(a) {
			if covers(b)[i] {
				shared++
			}
		}
		if got := a.Intersect(b).Len(); got != shared {
			t.Fatalf("%v and %v share %d characters, Intersect has %d", a, b, shared, got)
		}
		if a.Overlaps(b) != (shared > 0) || a.Overlaps(b) != b.Overlaps(a) {
			t.Fatalf("%v overlaps %v: %v, they share %d", a, b, a.Overlaps(b), shared)
		}
		union := a.Union(b)
		if !union.Contains(a) || !union.Contains(b) {
			t.Fatalf("the union %v of %v and %v leaves something out", union, a, b)
		}
		if a.Overlaps(b) && union.Len() != a.Len()+b.Len()-shared {
			t.Fatalf("the union %v of overlapping %v and %v has characters of neither", union, a, b)
		}
	})
}

func TestSpanWithin(t *testing.T) {
	for _, c := range []struct {
		name string
		span coding.Span
		ok   bool
	}{
		{"whole text", coding.Span{Start: 0, End: 10}, true},
		{"last character", coding.Span{Start: 9, End: 10}, true},
		{"nothing", coding.Span{Start: 3, End: 3}, false},
		{"backwards", coding.Span{Start: 5, End: 3}, false},
		{"before the text", coding.Span{Start: -1, End: 3}, false},
		{"beyond the text", coding.Span{Start: 8, End: 11}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := c.span.Within(10)
			if (err == nil) != c.ok || (err != nil && !errors.Is(err, coding.ErrInvalid)) {
				t.Errorf("%v within 10 characters: %v", c.span, err)
			}
		})
	}
}

func TestSliceCountsCodePoints(t *testing.T) {
	for _, c := range []struct {
		text string
		span coding.Span
		want string
	}{
		{"a😅b", coding.Span{Start: 1, End: 2}, "😅"},
		{"Grüße", coding.Span{Start: 2, End: 4}, "üß"},
		{"很有帮助", coding.Span{Start: 1, End: 3}, "有帮"},
		{"abc", coding.Span{Start: 0, End: 99}, "abc"},
		{"", coding.Span{Start: 0, End: 1}, ""},
	} {
		if got := coding.Slice(c.text, c.span); got != c.want {
			t.Errorf("characters %v of %q: %q, want %q", c.span, c.text, got, c.want)
		}
	}
}

func FuzzSlice(f *testing.F) {
	f.Add("a😅b", 1, 2)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		got := coding.Slice(text, coding.Span{Start: start, End: end})
		if n := coding.Length(got); n > max(0, end-max(0, start)) {
			t.Errorf("%d to %d of %q has %d characters", start, end, text, n)
		}
	})
}
