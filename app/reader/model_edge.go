package reader

import (
	"slices"
	"unicode"

	"github.com/clipperhouse/uax29/v2/words"

	"concord/coding"
)

// Move is a way to move an excerpt or one of its edges by a word.
type Move int

// The moves.
const (
	EndOn Move = iota
	EndBack
	StartOn
	StartBack
	AllOn
	AllBack
)

// nearby is how far from an excerpt words are looked for, in code points.
const nearby = 400

// Moved is a span of a text after a move by a word. It never becomes empty, and
// stays as it is where there is no further word.
func Moved(text string, span coding.Span, move Move) coding.Span {
	starts, ends := edges(text, span)
	next := func(places []int, after int) int {
		i, found := slices.BinarySearch(places, after)
		if found {
			i++
		}
		if i >= len(places) {
			return after
		}
		return places[i]
	}
	before := func(places []int, than int) int {
		i, _ := slices.BinarySearch(places, than)
		if i == 0 {
			return than
		}
		return places[i-1]
	}
	moved := span
	switch move {
	case EndOn:
		moved.End = next(ends, span.End)
	case EndBack:
		moved.End = before(ends, span.End)
	case StartOn:
		moved.Start = next(starts, span.Start)
	case StartBack:
		moved.Start = before(starts, span.Start)
	case AllOn:
		moved = coding.Span{Start: next(starts, span.Start), End: next(ends, span.End)}
		if moved.End == span.End {
			moved = span
		}
	case AllBack:
		moved = coding.Span{Start: before(starts, span.Start), End: before(ends, span.End)}
		if moved.Start == span.Start {
			moved = span
		}
	}
	if moved.Empty() {
		return span
	}
	return moved
}

// edges are where words begin and end around a span.
func edges(text string, span coding.Span) (starts, ends []int) {
	window := coding.Span{Start: max(0, span.Start-nearby), End: span.End + nearby}
	at := window.Start
	tokens := words.FromString(coding.Slice(text, window))
	for tokens.Next() {
		word := tokens.Value()
		length := coding.Length(word)
		if spoken(word) {
			starts, ends = append(starts, at), append(ends, at+length)
		}
		at += length
	}
	return starts, ends
}

// spoken reports whether a token is a word, not punctuation or space.
func spoken(token string) bool {
	for _, r := range token {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSymbol(r) {
			return true
		}
	}
	return false
}
