package reach_test

import (
	"testing"

	"concord/app/reach"
	"concord/coding"
)

func TestReachWidensAPlace(t *testing.T) {
	const text = "It was late.  We laughed 😀 and spoke. Nobody left."
	place := coding.Span{Start: 17, End: 24} // laughed
	for _, c := range []struct {
		name  string
		reach reach.Reach
		place coding.Span
		want  string
	}{
		{"the words themselves", reach.Hit, place, "laughed"},
		{"their sentence, without the space about it", reach.Sentence, place, "We laughed 😀 and spoke."},
		{"two sentences", reach.Sentence, coding.Span{Start: 33, End: 44}, "We laughed 😀 and spoke. Nobody left."},
		{"the whole comment", reach.Comment, place, text},
		{"a place without words", reach.Hit, coding.Span{}, text},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := coding.Slice(text, c.reach.Of(text, c.place)); got != c.want {
				t.Errorf("got %q; want %q", got, c.want)
			}
		})
	}
}
