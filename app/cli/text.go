package cli

import (
	"context"

	"concord/coding"
)

// textOf reads the text of one source.
func textOf(ctx context.Context, r coding.Reader, id coding.SourceID) (string, error) {
	texts, err := textsOf(ctx, r, []coding.SourceID{id})
	return texts[id], err
}

// textsOf reads the texts of sources.
func textsOf(ctx context.Context, r coding.Reader, ids []coding.SourceID) (map[coding.SourceID]string, error) {
	texts := make(map[coding.SourceID]string, len(ids))
	for t, err := range r.Texts(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return nil, err
		}
		texts[t.Source] = t.Body
	}
	return texts, nil
}

// namesOf are the names of all sources.
func namesOf(ctx context.Context, r coding.Reader) (map[coding.SourceID]string, error) {
	names := map[coding.SourceID]string{}
	for s, err := range r.Sources(ctx, coding.SourceFilter{}) {
		if err != nil {
			return nil, err
		}
		names[s.ID] = s.Name
	}
	return names, nil
}
