package index

import (
	"context"
	"fmt"
	"slices"

	"concord/coding"
)

// eachFact reads what is known of sources, in the project's order: of those
// given, or of all where ids is nil. Cases are only read if they are wanted.
func eachFact(ctx context.Context, r coding.Reader, ids []coding.SourceID, cases bool, each func(fact)) error {
	if ids == nil {
		known, err := readCases(ctx, r, cases)
		if err != nil {
			return err
		}
		return eachSource(ctx, r, coding.SourceFilter{}, func(s coding.Source) { each(factOf(s, known)) })
	}
	for some := range slices.Chunk(ids, 500) {
		var sources []coding.Source
		var wanted []coding.CaseID
		err := eachSource(ctx, r, coding.SourceFilter{IDs: some}, func(s coding.Source) {
			sources = append(sources, s)
			wanted = append(wanted, s.Cases...)
		})
		if err != nil {
			return err
		}
		known, err := readCases(ctx, r, cases && len(wanted) > 0, wanted...)
		if err != nil {
			return err
		}
		for _, s := range sources {
			each(factOf(s, known))
		}
	}
	return nil
}

func eachSource(ctx context.Context, r coding.Reader, f coding.SourceFilter, each func(coding.Source)) error {
	for s, err := range r.Sources(ctx, f) {
		if err != nil {
			return fmt.Errorf("read sources: %w", err)
		}
		each(s)
	}
	return nil
}

// readCases reads the cases given, or all.
func readCases(ctx context.Context, r coding.Reader, wanted bool, ids ...coding.CaseID) (map[coding.CaseID]coding.Case, error) {
	known := map[coding.CaseID]coding.Case{}
	if !wanted {
		return known, nil
	}
	for c, err := range r.Cases(ctx, ids...) {
		if err != nil {
			return nil, fmt.Errorf("read cases: %w", err)
		}
		known[c.ID] = c
	}
	return known, nil
}

func factOf(s coding.Source, known map[coding.CaseID]coding.Case) fact {
	x := fact{source: s}
	for _, id := range s.Cases {
		if c, ok := known[id]; ok {
			x.cases = append(x.cases, c)
		}
	}
	return x
}
