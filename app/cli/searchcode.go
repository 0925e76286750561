package cli

import (
	"context"

	"concord/app/reach"
	"concord/coding"
	"concord/index"
)

// codeHits gives every place the code, as far as it is to reach; where a hit has
// no places, the whole source. It returns how many excerpts that makes.
func (p *project) codeHits(ctx context.Context, hits index.Hits, path string, far reach.Reach, create bool) (int, error) {
	ids := make([]coding.SourceID, len(hits.List))
	for i, h := range hits.List {
		ids[i] = h.Source
	}
	rounds, err := p.RoundsFor(ctx, ids...)
	if err != nil {
		return 0, err
	}
	texts, err := textsOf(ctx, p, ids)
	if err != nil {
		return 0, err
	}
	var places []coding.Place
	for _, h := range hits.List {
		spans := h.Spans
		if len(spans) == 0 {
			spans = []coding.Span{{}}
		}
		for _, s := range spans {
			excerpt := coding.Excerpt{Source: h.Source, Span: far.Of(texts[h.Source], s)}
			places = append(places, coding.Place{Excerpt: excerpt, Round: rounds[h.Source]})
		}
	}
	if create && len(places) == 0 {
		return 0, nil
	}
	codings, err := p.apply(ctx, path, create, places...)
	if err != nil {
		return 0, err
	}
	return coding.Distinct(codings), nil
}
