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
	ids := make([]coding.SourceID, 0, len(lines))
	seen := map[coding.SourceID]bool{}
	for _, line := range lines {
		if !seen[line.Source] {
			seen[line.Source] = true
			ids = append(ids, line.Source)
		}
	}
	texts := map[coding.SourceID]string{}
	for t, err := range s.Texts(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return 0, err
		}
		texts[t.Source] = t.Body
	}
	in, err := s.RoundsFor(ctx, ids...)
	if err != nil {
		return 0, err
	}
	places := make([]coding.Place, len(lines))
	for i, line := range lines {
		span := far.Of(texts[line.Source], line.Span)
		places[i] = coding.Place{Excerpt: coding.Excerpt{Source: line.Source, Span: span}, Round: in[line.Source]}
	}
	codings, err := s.ApplyAnew(ctx, path, places...)
	if err != nil {
		return 0, err
	}
	return coding.Distinct(codings), nil
}
