package cli

import (
	"context"
	"fmt"
	"io"

	"concord/coding"
	"concord/index"
	"concord/index/query"
)

// searchTally is how what was found spreads over the values of an attribute. The
// value "" stands for what isn't known, and is last.
type searchTally struct {
	Attribute string        `json:"attribute"`
	Counts    []searchCount `json:"counts"`
}

type searchCount struct {
	Value   string `json:"value"`
	Sources int    `json:"sources"`
	Places  int    `json:"places"`
}

// found looks a query up and, where an attribute is named, counts all that is
// found by its values. Of the hits it gives no more than the limit; 0 is all.
func (p *project) found(ctx context.Context, q query.Query, limit int, by string) (index.Hits, *searchTally, error) {
	if by == "" {
		hits, err := p.search(ctx, q, limit)
		return hits, nil, err
	}
	all, err := p.Attributes(ctx)
	if err != nil {
		return index.Hits{}, nil, err
	}
	attribute, err := coding.FindAttribute(all, by)
	if err != nil {
		return index.Hits{}, nil, err
	}
	hits, err := p.search(ctx, q, 0)
	if err != nil {
		return hits, nil, err
	}
	tally := &searchTally{Attribute: attribute.Name, Counts: []searchCount{}}
	tallies, err := index.TallyUp(ctx, p, hits.List)
	if err != nil {
		return hits, nil, err
	}
	for _, t := range tallies {
		if t.Attribute.ID == attribute.ID {
			for _, c := range t.Counts {
				tally.Counts = append(tally.Counts, searchCount{c.Value, c.Sources, c.Places})
			}
		}
	}
	if limit > 0 && len(hits.List) > limit {
		hits.List = hits.List[:limit]
	}
	return hits, tally, nil
}

func (t *searchTally) tell(w io.Writer) {
	lines := [][]string{{t.Attribute, "SOURCES", "PLACES"}}
	for _, c := range t.Counts {
		value := c.Value
		if value == "" {
			value = "not known"
		}
		lines = append(lines, []string{value, fmt.Sprint(c.Sources), fmt.Sprint(c.Places)})
	}
	_, _ = fmt.Fprintln(w)
	table(w, lines...)
}
