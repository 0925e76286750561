package index

import (
	"context"
	"slices"

	"concord/coding"
)

// CodesOn are the codes of the book that each place has, each once, as far as r
// may show them: those of codings that share words with it or, where the place is
// empty, that lie anywhere in its source.
func CodesOn(ctx context.Context, r coding.Reader, book *coding.Codebook, places []coding.Excerpt) ([][]coding.Code, error) {
	in := map[coding.SourceID][]int{}
	filter := coding.CodingFilter{Sources: []coding.SourceID{}}
	for i, p := range places {
		if in[p.Source] == nil {
			filter.Sources = append(filter.Sources, p.Source)
		}
		in[p.Source] = append(in[p.Source], i)
	}
	const many = 5000 // beyond that it is quicker to read all codings
	if len(filter.Sources) > many {
		filter.Sources = nil
	}
	at := make([][]coding.Code, len(places))
	for c, err := range r.Codings(ctx, filter) {
		if err != nil {
			return nil, err
		}
		for _, i := range in[c.Source] {
			if c.Overlaps(places[i].Span) || places[i].Empty() {
				known := slices.ContainsFunc(at[i], func(given coding.Code) bool { return given.ID == c.Code })
				if code, ok := book.Code(c.Code); ok && !known {
					at[i] = append(at[i], code)
				}
			}
		}
	}
	return at, nil
}
