package coding

import "fmt"

// Span is a half-open range [Start, End) of a text, in Unicode code points.
// Bytes and UTF-16 units are converted to code points where they come in and
// nowhere else.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of code points in the span; a span that runs backwards has none.
func (s Span) Len() int { return max(0, s.End-s.Start) }

// Empty reports whether the span holds no character.
func (s Span) Empty() bool { return s.End <= s.Start }

// Overlaps reports whether the two spans share at least one character.
// Spans that only touch don't overlap.
func (s Span) Overlaps(t Span) bool { return !s.Intersect(t).Empty() }

// Contains reports whether every character of t lies in s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Intersect is the stretch that both spans cover; it is empty where they don't overlap.
func (s Span) Intersect(t Span) Span {
	both := Span{Start: max(s.Start, t.Start), End: min(s.End, t.End)}
	if both.Empty() {
		return Span{Start: both.Start, End: both.Start}
	}
	return both
}

// Union is the smallest span that covers both.
func (s Span) Union(t Span) Span {
	return Span{Start: min(s.Start, t.Start), End: max(s.End, t.End)}
}

// Within checks that the span is a proper part of a text of length code points.
// The error wraps ErrInvalid and says what would be right.
func (s Span) Within(length int) error {
	switch {
	case s.Empty():
		return fmt.Errorf("%w: span %d to %d holds no character", ErrInvalid, s.Start, s.End)
	case s.Start < 0 || s.End > length:
		return fmt.Errorf("%w: span %d to %d lies outside the text, which has %d characters (0 to %d)",
			ErrInvalid, s.Start, s.End, length, length)
	}
	return nil
}
