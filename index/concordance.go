package index

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"concord/coding"
	"concord/index/word"
)

// Line is a place with what stands around it: a keyword in context.
type Line struct {
	Source coding.SourceID
	coding.Span
	// Left, Hit and Right are a piece of the text, on one line: line breaks and
	// tabs are spaces.
	Left, Hit, Right string
}

// Context says how much is shown at each side of a place; its zero value shows
// nothing. No character made of several code points is ever cut.
type Context struct {
	// Characters, as a reader counts them, at each side.
	Characters int
	// Words at each side, if Characters is 0.
	Words int
}

// Concordance shows places in context, in the order of the hits. A hit without
// places shows how its text begins, with an empty span.
func Concordance(ctx context.Context, r coding.Reader, hits []Hit, c Context) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		for some := range slices.Chunk(hits, 500) {
			bodies, err := bodiesOf(ctx, r, some)
			if err != nil {
				yield(Line{}, err)
				return
			}
			for _, hit := range some {
				body, ok := bodies[hit.Source]
				if !ok {
					continue // removed since
				}
				for _, line := range c.lines(hit, body) {
					if !yield(line, nil) {
						return
					}
				}
			}
		}
	}
}

func bodiesOf(ctx context.Context, r coding.Reader, hits []Hit) (map[coding.SourceID]string, error) {
	ids := make([]coding.SourceID, len(hits))
	for i, hit := range hits {
		ids[i] = hit.Source
	}
	bodies := make(map[coding.SourceID]string, len(ids))
	for text, err := range r.Texts(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return nil, fmt.Errorf("read texts: %w", err)
		}
		bodies[text.Source] = text.Body
	}
	return bodies, nil
}

// lines shows the places of one hit. Its spans ascend, so the text is walked
// through once.
func (c Context) lines(hit Hit, body string) []Line {
	spans := hit.Spans
	if len(spans) == 0 {
		spans = []coding.Span{{}}
	}
	lines := make([]Line, 0, len(spans))
	at, read := 0, 0 // bytes and code points
	for _, span := range spans {
		skipped := offset(body[at:], span.Start-read)
		start := at + skipped
		end := start + offset(body[start:], span.Len())
		lines = append(lines, Line{
			Source: hit.Source, Span: span,
			Left: oneLine(c.left(body[:start])), Hit: oneLine(body[start:end]), Right: oneLine(c.right(body[end:])),
		})
		at, read = start, span.Start
	}
	return lines
}

// offset is where the n-th code point of text begins, in bytes.
func offset(text string, n int) int {
	at := 0
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// Texts are only looked at so far around a place, in bytes: what a reader takes
// for one character may have any number of code points.
const furthest = 64

// left is the end of text that is shown.
func (c Context) left(text string) string {
	if c.Characters <= 0 {
		words := word.All(tail(text, c.Words*furthest))
		if c.Words <= 0 || len(words) == 0 {
			return ""
		}
		text = tail(text, c.Words*furthest)
		return coding.Slice(text, coding.Span{Start: words[max(0, len(words)-c.Words)].Start, End: coding.Length(text)})
	}
	text = tail(text, c.Characters*furthest)
	var starts []int
	for g := graphemes.FromString(text); g.Next(); {
		starts = append(starts, g.Start())
	}
	if len(starts) == 0 {
		return ""
	}
	return text[starts[max(0, len(starts)-c.Characters)]:]
}

// right is the beginning of text that is shown.
func (c Context) right(text string) string {
	if c.Characters <= 0 {
		n, end := 0, 0
		for s := word.NewScanner(text); n < c.Words && s.Next(); n++ {
			end = s.Span().End
		}
		return coding.Slice(text, coding.Span{End: end})
	}
	end := 0
	g := graphemes.FromString(text)
	for n := 0; n < c.Characters && g.Next(); n++ {
		end = g.End()
	}
	return text[:end]
}

// tail is the last n bytes of text, from a character of its own on.
func tail(text string, n int) string {
	if len(text) <= n {
		return text
	}
	text = text[len(text)-n:]
	for text != "" && !utf8.RuneStart(text[0]) {
		text = text[1:]
	}
	return text
}

func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, text)
}

// SortByLeft orders lines by what stands left of their places, the nearest word
// first; alike ones stay as they were.
func SortByLeft[L any](lines []L, left func(L) string) {
	sortLines(lines, func(l L) []string {
		words := terms(left(l))
		slices.Reverse(words)
		return words
	})
}

// SortByRight orders lines by what stands right of their places.
func SortByRight[L any](lines []L, right func(L) string) {
	sortLines(lines, func(l L) []string { return terms(right(l)) })
}

func terms(text string) []string {
	var all []string
	for s := word.NewScanner(text); s.Next(); {
		all = append(all, string(s.Term()))
	}
	return all
}

func sortLines[L any](lines []L, key func(L) []string) {
	type keyed struct {
		line L
		key  []string
	}
	sorted := make([]keyed, len(lines))
	for i, l := range lines {
		sorted[i] = keyed{l, key(l)}
	}
	slices.SortStableFunc(sorted, func(a, b keyed) int { return slices.Compare(a.key, b.key) })
	for i, k := range sorted {
		lines[i] = k.line
	}
}
