package index

import (
	"context"
	"fmt"
	"slices"

	"concord/coding"
)

// Tally is how hits spread over the values of an attribute.
type Tally struct {
	Attribute coding.Attribute
	// Counts are in the order of the values; that of what isn't known, "", is last.
	Counts []Count
}

// Count is how many of the sources found have a value, and how many of the places.
type Count struct {
	Value           string
	Sources, Places int
}

// TallyUp counts hits by each attribute of the project that is known of any of
// them. A source whose cases have several values counts under each.
func TallyUp(ctx context.Context, r coding.Reader, hits []Hit) ([]Tally, error) {
	attributes, err := r.Attributes(ctx)
	if err != nil {
		return nil, fmt.Errorf("read attributes: %w", err)
	}
	ids, places := make([]coding.SourceID, len(hits)), make(map[coding.SourceID]int, len(hits))
	for i, hit := range hits {
		ids[i] = hit.Source
		places[hit.Source] = len(hit.Spans)
	}
	counts := make([]map[string]Count, len(attributes))
	for i := range counts {
		counts[i] = map[string]Count{}
	}
	err = eachFact(ctx, r, ids, true, func(x fact) {
		for i, a := range attributes {
			values := x.values(a.ID)
			if len(values) == 0 {
				values = []string{""}
			}
			for _, value := range values {
				c := counts[i][value]
				counts[i][value] = Count{Value: value, Sources: c.Sources + 1, Places: c.Places + places[x.source.ID]}
			}
		}
	})
	if err != nil {
		return nil, err
	}
	var tallies []Tally
	for i, a := range attributes {
		if _, unknown := counts[i][""]; len(counts[i]) == 0 || unknown && len(counts[i]) == 1 {
			continue
		}
		tallies = append(tallies, Tally{Attribute: a, Counts: ordered(a, counts[i])})
	}
	return tallies, nil
}

func ordered(a coding.Attribute, counts map[string]Count) []Count {
	var all []Count
	for _, c := range counts {
		all = append(all, c)
	}
	slices.SortFunc(all, func(x, y Count) int {
		switch {
		case x.Value == "":
			return 1
		case y.Value == "":
			return -1
		}
		return a.Compare(x.Value, y.Value)
	})
	return all
}
