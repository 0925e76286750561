package find

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
	TheHit      Reach = "hit"
	TheSentence Reach = "sentence"
	TheComment  Reach = "comment"
)

// CodeAs gives the places the code with a path, "Theme/Code", as one step, each
// in the round that it is coded in now, and returns how many excerpts that
// makes. What of the path is missing is made.
func CodeAs(ctx context.Context, s *coding.Session, path string, reach Reach, lines []Line) (int, error) {
	ids := make([]coding.SourceID, 0, len(lines))
	seen := map[coding.SourceID]bool{}
	for _, line := range lines {
		if !seen[line.Source] {
			seen[line.Source] = true
			ids = append(ids, line.Source)
		}
	}
	texts := map[coding.SourceID]string{}
	for t, err := range s.Texts(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return 0, err
		}
		texts[t.Source] = t.Body
	}
	in, err := s.RoundsFor(ctx, ids...)
	if err != nil {
		return 0, err
	}
	places := make([]coding.Place, len(lines))
	for i, line := range lines {
		span := stretch(texts[line.Source], line.Span, reach)
		places[i] = coding.Place{Excerpt: coding.Excerpt{Source: line.Source, Span: span}, Round: in[line.Source]}
	}
	codings, err := s.ApplyAnew(ctx, path, places...)
	if err != nil {
		return 0, err
	}
	return coding.Distinct(codings), nil
}

// stretch widens a place to its reach. A hit without words is the whole comment.
func stretch(text string, span coding.Span, reach Reach) coding.Span {
	switch {
	case reach == TheComment || span.Empty():
		return coding.Span{Start: 0, End: coding.Length(text)}
	case reach == TheSentence:
		return sentence(text, span)
	}
	return span
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
