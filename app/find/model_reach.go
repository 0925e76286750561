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

// CodeAs gives the places a code, as one step for each round that they are
// coded in now, and returns how many excerpts that makes.
func CodeAs(ctx context.Context, s *coding.Session, code coding.Code, reach Reach, lines []Line) (int, error) {
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
	excerpts := map[coding.RoundID][]coding.Excerpt{}
	var rounds []coding.RoundID
	in := map[coding.SourceID]coding.RoundID{}
	for _, id := range ids {
		round, err := s.RoundFor(ctx, id)
		if err != nil {
			return 0, err
		}
		in[id] = round
		if excerpts[round] == nil {
			rounds = append(rounds, round)
			excerpts[round] = []coding.Excerpt{}
		}
	}
	for _, line := range lines {
		round := in[line.Source]
		span := stretch(texts[line.Source], line.Span, reach)
		excerpts[round] = append(excerpts[round], coding.Excerpt{Source: line.Source, Span: span})
	}
	made := map[coding.CodingID]bool{}
	for _, round := range rounds {
		codings, err := s.Apply(ctx, code, round, excerpts[round]...)
		if err != nil {
			return len(made), err
		}
		for _, c := range codings {
			made[c.ID] = true
		}
	}
	return len(made), nil
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
