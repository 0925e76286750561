package index

import (
	"cmp"
	"slices"

	"concord/coding"
)

// spanTable is the places of hits, by source.
type spanTable struct {
	// from is where the spans of a place begin; those of the next end them.
	from  []int32
	spans []coding.Span
	count int
}

// spans collects the places of all words of the query in the sources given. They
// come from several words and terms, so they are counted, laid out by source
// and then put in order.
func (s *search) spans(in set) (*spanTable, error) {
	type located struct {
		place uint32
		span  coding.Span
	}
	var all []located
	for _, t := range s.texts {
		err := t.collect(s, in, func(place uint32, span coding.Span) { all = append(all, located{place, span}) })
		if err != nil {
			return nil, err
		}
	}
	t := &spanTable{from: make([]int32, len(s.view.ids)+1), spans: make([]coding.Span, len(all))}
	for _, l := range all {
		t.from[l.place+1]++
	}
	for i := 1; i < len(t.from); i++ {
		t.from[i] += t.from[i-1]
	}
	next := slices.Clone(t.from)
	for _, l := range all {
		t.spans[next[l.place]] = l.span
		next[l.place]++
	}
	t.count = len(all)
	if len(s.texts) > 1 || len(s.texts) == 1 && len(s.texts[0].slots) == 1 && len(s.texts[0].slots[0]) > 1 {
		t.sort()
	}
	return t, nil
}

// sort orders the spans of each source and leaves out those that lie within others.
func (t *spanTable) sort() {
	t.count = 0
	kept := int32(0)
	start := int32(0)
	for place := range len(t.from) - 1 {
		spans := t.spans[start:t.from[place+1]]
		start = t.from[place+1]
		slices.SortFunc(spans, func(a, b coding.Span) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
		})
		t.from[place] = kept
		end := -1
		for _, span := range spans {
			if span.End > end {
				t.spans[kept] = span
				kept++
				end = span.End
			}
		}
	}
	t.from[len(t.from)-1] = kept
	t.spans, t.count = t.spans[:kept], int(kept)
}

// of gives the spans of a source, in order.
func (t *spanTable) of(place uint32) []coding.Span {
	from, to := t.from[place], t.from[place+1]
	if from == to {
		return nil
	}
	return t.spans[from:to:to]
}
