// Package reach says how far a coding goes from a place that a search found, in
// the window and at the command line.
package reach

import (
	"context"

	"github.com/clipperhouse/uax29/v2/sentences"

	"concord/coding"
)

// Reach is how far a coding reaches from the place found.
type Reach string

// The reaches: the words found, the sentence that they stand in, or the whole
// comment.
const (
	Hit      Reach = "hit"
	Sentence Reach = "sentence"
	Comment  Reach = "comment"
)

// All are the reaches, from the nearest to the farthest.
func All() []Reach { return []Reach{Hit, Sentence, Comment} }

// Of widens a place in a text as far as the coding is to reach. A place without
// words is the whole comment.
func (r Reach) Of(text string, span coding.Span) coding.Span {
	switch {
	case r == Comment || span.Empty():
		return coding.Span{Start: 0, End: coding.Length(text)}
	case r == Sentence:
		return sentence(text, span)
	}
	return span
}

// Places are the excerpts that are coded for places found, each in the round in
// which its text is coded now.
func (r Reach) Places(ctx context.Context, s *coding.Session, found []coding.Excerpt) ([]coding.Place, error) {
	ids := make([]coding.SourceID, 0, len(found))
	texts := map[coding.SourceID]string{}
	for _, f := range found {
		if _, seen := texts[f.Source]; !seen {
			texts[f.Source] = ""
			ids = append(ids, f.Source)
		}
	}
	for t, err := range s.Texts(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return nil, err
		}
		texts[t.Source] = t.Body
	}
	rounds, err := s.RoundsFor(ctx, ids...)
	if err != nil {
		return nil, err
	}
	places := make([]coding.Place, len(found))
	for i, f := range found {
		wide := coding.Excerpt{Source: f.Source, Span: r.Of(texts[f.Source], f.Span)}
		places[i] = coding.Place{Excerpt: wide, Round: rounds[f.Source]}
	}
	return places, nil
}

// sentence is the span of the sentences that a span touches (UAX #29), without
// the white space at its ends.
func sentence(text string, span coding.Span) coding.Span {
	wide, at := span, 0
	for words := sentences.FromString(text); words.Next(); {
		one := coding.Span{Start: at, End: at + coding.Length(words.Value())}
		at = one.End
		if one.Overlaps(span) {
			wide = wide.Union(one)
		}
	}
	runes := []rune(text)
	for wide.End > span.End && isSpace(runes[wide.End-1]) {
		wide.End--
	}
	for wide.Start < span.Start && isSpace(runes[wide.Start]) {
		wide.Start++
	}
	return wide
}

func isSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\u00a0' }
