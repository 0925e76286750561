package report

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"concord/coding"
)

// found is how many passages stand in for examples that nobody chose.
const foundExamples = 2

// A passage of fewer characters says little, one of more is no example.
const shortExample, longExample = 20, 300

// candidates are passages that may stand in for a code's missing examples:
// the first from different sources, those of a good length before others.
type candidates map[coding.CodeID][]coding.Excerpt

func (c candidates) consider(given coding.Coding) {
	list := c[given.Code]
	if slices.ContainsFunc(list, func(e coding.Excerpt) bool { return e.Source == given.Source }) {
		return
	}
	if len(list) < foundExamples {
		c[given.Code] = append(list, given.Excerpt)
		return
	}
	if !goodLength(given.Excerpt) {
		return
	}
	if at := slices.IndexFunc(list, func(e coding.Excerpt) bool { return !goodLength(e) }); at >= 0 {
		c[given.Code] = append(slices.Delete(list, at, at+1), given.Excerpt)
	}
}

func goodLength(e coding.Excerpt) bool {
	return e.Len() >= shortExample && e.Len() <= longExample
}

// examples reads the words of every code's examples, or of what stands in for them.
func (f *frame) examples(ctx context.Context, r coding.Reader, found candidates) (map[coding.CodeID][]Example, error) {
	chosen := map[coding.CodeID][]coding.Example{}
	sources := map[coding.SourceID]bool{}
	for _, c := range f.book.Codes() {
		list := slices.Clone(c.Examples)
		if len(list) == 0 {
			for _, e := range found[c.ID] {
				list = append(list, coding.Example{Excerpt: e})
			}
		}
		chosen[c.ID] = list
		for _, e := range list {
			sources[e.Excerpt.Source] = true
		}
	}
	texts, err := f.readTexts(ctx, r, slices.Collect(maps.Keys(sources)))
	if err != nil {
		return nil, err
	}
	examples := map[coding.CodeID][]Example{}
	for _, c := range f.book.Codes() {
		for _, e := range chosen[c.ID] {
			// An example whose text was erased, or may not be seen, isn't quoted.
			text, ok := texts[e.Excerpt.Source]
			if !ok || e.Excerpt.Within(coding.Length(text)) != nil {
				continue
			}
			examples[c.ID] = append(examples[c.ID], Example{
				Text: coding.Slice(text, e.Excerpt.Span), From: f.speaker(e.Excerpt.Source),
				Borderline: e.Borderline, Found: len(c.Examples) == 0,
			})
		}
	}
	return examples, nil
}

// speaker is whose words a source holds: its first case, or the source itself.
func (f *frame) speaker(id coding.SourceID) string {
	source := f.sources[id]
	if len(source.Cases) > 0 {
		return f.cases[source.Cases[0]].Name
	}
	return source.Name
}

// readTexts reads the texts of some sources. They are asked for some hundred at
// a time, as many as a query can name.
func (f *frame) readTexts(ctx context.Context, r coding.Reader, ids []coding.SourceID) (map[coding.SourceID]string, error) {
	slices.SortFunc(ids, func(a, b coding.SourceID) int { return f.place[a] - f.place[b] })
	texts := make(map[coding.SourceID]string, len(ids))
	for some := range slices.Chunk(ids, 500) {
		for t, err := range r.Texts(ctx, coding.SourceFilter{IDs: some}) {
			if err != nil {
				return nil, fmt.Errorf("read the texts: %w", err)
			}
			texts[t.Source] = t.Body
		}
	}
	return texts, nil
}
