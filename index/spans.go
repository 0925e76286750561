package index

import (
	"cmp"
	"slices"

	"concord/coding"
)

// spanTable is the places of hits, by source. Many are laid out in one piece,
// few in a map.
type spanTable struct {
	few map[uint32][]coding.Span

	// from is where the spans of a place begin; those of the next end them.
	from  []int32
	spans []coding.Span

	count int
}

// located is a span in a source.
type located struct {
	place uint32
	coding.Span
}

// spans collects the places of all words of the query in the sources given.
func (s *search) spans(in set) (*spanTable, error) {
	n := 0
	for _, t := range s.texts {
		if err := t.locate(s, in); err != nil {
			return nil, err
		}
		n += len(t.spots) + len(t.matches)
	}
	// The layout costs as much as there are sources; a map as there are spans.
	if n <= len(s.view.ids)/16 {
		return s.spansOfFew(in), nil
	}
	return s.spansOfMany(in), nil
}

func (s *search) spansOfFew(in set) *spanTable {
	var all []located
	for _, t := range s.texts {
		t.each(s.view, in, func(place uint32, span coding.Span) { all = append(all, located{place, span}) })
	}
	slices.SortStableFunc(all, func(a, b located) int {
		return cmp.Or(cmp.Compare(a.place, b.place), compareSpans(a.Span, b.Span))
	})
	t := &spanTable{few: make(map[uint32][]coding.Span, len(all))}
	spans := make([]coding.Span, 0, len(all))
	for i := 0; i < len(all); {
		place, from := all[i].place, len(spans)
		for ; i < len(all) && all[i].place == place; i++ {
			spans = appendOuter(spans, from, all[i].Span)
		}
		t.few[place] = spans[from:len(spans):len(spans)]
	}
	t.count = len(spans)
	return t
}

// spansOfMany counts the spans of each source, lays them out by source, and then
// puts those of each in order.
func (s *search) spansOfMany(in set) *spanTable {
	t := &spanTable{from: make([]int32, len(s.view.ids)+2)}
	// While the spans are laid out, from[place+1] is where the next of the place goes.
	for _, text := range s.texts {
		text.each(s.view, in, func(place uint32, _ coding.Span) { t.from[place+2]++ })
	}
	for i := 2; i < len(t.from); i++ {
		t.from[i] += t.from[i-1]
	}
	t.count = int(t.from[len(t.from)-1])
	t.spans = make([]coding.Span, t.count)
	for _, text := range s.texts {
		text.each(s.view, in, func(place uint32, span coding.Span) {
			t.spans[t.from[place+1]] = span
			t.from[place+1]++
		})
	}
	if len(s.texts) != 1 || !s.texts[0].ordered() {
		t.sort()
	}
	return t
}

// sort orders the spans of each source and leaves out those that lie within others.
func (t *spanTable) sort() {
	kept, start := t.spans[:0], int32(0)
	for place := range len(t.from) - 1 {
		spans := t.spans[start:t.from[place+1]]
		start = t.from[place+1]
		slices.SortFunc(spans, compareSpans)
		from := len(kept)
		t.from[place] = int32(from)
		for _, span := range spans {
			kept = appendOuter(kept, from, span)
		}
	}
	t.from[len(t.from)-1] = int32(len(kept))
	t.spans, t.count = kept, len(kept)
}

func compareSpans(a, b coding.Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
}

// appendOuter adds a span to those of its source, which begin at from, unless it
// lies within the last. They come in order.
func appendOuter(spans []coding.Span, from int, span coding.Span) []coding.Span {
	if len(spans) > from && span.End <= spans[len(spans)-1].End {
		return spans
	}
	return append(spans, span)
}

// of gives the spans of a source, in order.
func (t *spanTable) of(place uint32) []coding.Span {
	if t.few != nil {
		return t.few[place]
	}
	from, to := t.from[place], t.from[place+1]
	if from == to {
		return nil
	}
	return t.spans[from:to:to]
}
