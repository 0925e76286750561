package find

import (
	"context"

	"concord/app/reach"
	"concord/coding"
)

// CodeAs gives the places the code with a path, "Theme/Code", as one step, each
// in the round that it is coded in now, and returns how many excerpts that
// makes. What of the path is missing is made.
func CodeAs(ctx context.Context, s *coding.Session, path string, far reach.Reach, lines []Line) (int, error) {
	found := make([]coding.Excerpt, len(lines))
	for i, line := range lines {
		found[i] = coding.Excerpt{Source: line.Source, Span: line.Span}
	}
	places, err := far.Places(ctx, s, found)
	if err != nil {
		return 0, err
	}
	codings, err := s.ApplyAnew(ctx, path, places...)
	if err != nil {
		return 0, err
	}
	return coding.Distinct(codings), nil
}
