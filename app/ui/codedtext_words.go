package ui

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"

	"concord/coding"
)

// word is the word at a position, as Unicode divides words; where there is
// none, the spaces or the sign.
func (c *codedBlock) word(at int) coding.Span {
	part := c.prepare(c.pieceAt(min(at, max(0, c.length-1))))
	it := words.FromString(part.text)
	found := coding.Span{Start: at, End: at}
	eachSegment(part.start, it.Next, it.Value, func(span coding.Span, text string) bool {
		if text != "\n" || found.Empty() {
			found = span
		}
		return at >= span.End
	})
	return c.trimmed(found)
}

// sentence is the sentence at a position, without the spaces around it.
func (c *codedBlock) sentence(at int) coding.Span {
	part := c.prepare(c.pieceAt(min(at, max(0, c.length-1))))
	it := sentences.FromString(part.text)
	found := coding.Span{Start: at, End: at}
	eachSegment(part.start, it.Next, it.Value, func(span coding.Span, _ string) bool {
		found = span
		return at >= span.End
	})
	return c.trimmed(found)
}

// nextWord is where the word after a position ends, previousWord where the one
// before it begins.
func (c *codedBlock) nextWord(at int) int {
	for p := c.pieceAt(at); p < len(c.pieces); p++ {
		it, found := words.FromString(c.pieces[p].text), -1
		eachSegment(c.pieces[p].start, it.Next, it.Value, func(span coding.Span, text string) bool {
			if span.End > at && wordlike(text) {
				found = span.End
			}
			return found < 0
		})
		if found >= 0 {
			return found
		}
	}
	return c.length
}

// previousWord is where the word before a position begins.
func (c *codedBlock) previousWord(at int) int {
	for p := c.pieceAt(at); p > 0; p-- {
		it, found := words.FromString(c.pieces[p].text), -1
		eachSegment(c.pieces[p].start, it.Next, it.Value, func(span coding.Span, text string) bool {
			if span.Start < at && wordlike(text) {
				found = span.Start
			}
			return span.Start < at
		})
		if found >= 0 {
			return found
		}
	}
	return 0
}

// eachSegment walks segments of a text as spans, until more is false.
func eachSegment(start int, next func() bool, value func() string, each func(span coding.Span, text string) (more bool)) {
	for next() {
		text := value()
		span := coding.Span{Start: start, End: start + utf8.RuneCountInString(text)}
		start = span.End
		if !each(span, text) {
			return
		}
	}
}

// wordlike reports whether a segment has a letter, a figure or a symbol such
// as an emoji: something to stop at.
func wordlike(text string) bool {
	for _, r := range text {
		if unicode.In(r, unicode.L, unicode.N, unicode.So) {
			return true
		}
	}
	return false
}

// trimmed is a span without the spaces at its ends; a span of spaces stays.
func (c *codedBlock) trimmed(span coding.Span) coding.Span {
	text := c.slice(span)
	from, to := 0, len(text)
	for from < to && unicode.IsSpace(text[from]) {
		from++
	}
	for to > from && unicode.IsSpace(text[to-1]) {
		to--
	}
	if from == to {
		return span
	}
	return coding.Span{Start: span.Start + from, End: span.Start + to}
}

// step is the position one grapheme cluster after or before another.
func (c *codedBlock) step(at int, forward bool) int {
	if forward {
		return c.snap(min(at+1, c.length), true)
	}
	return c.snap(max(at-1, 0), false)
}
