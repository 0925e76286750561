package ui

import (
	"strings"
	"unicode"
)

// shownLine is a line of a label as it is given to Fyne to be painted.
type shownLine struct {
	text string
	// right is set where its paragraph runs from right to left.
	right bool
}

// inOrder is a text on one line as it is given to Fyne to be painted: unchanged
// where nothing in it runs from right to left. Spaces at its beginning, with which
// a table indents, stay at the left.
func inOrder(text string) string {
	if isASCII(text) {
		return text
	}
	words := strings.TrimLeft(text, " ")
	return text[:len(text)-len(words)] + inOrderWithin(words, startsRight([]rune(words)))
}

// inOrderWithin is inOrder for a part of a text that runs from right to left or not.
func inOrderWithin(text string, right bool) string {
	runes := []rune(text)
	clusters := clusterEnds(runes)
	c := courseOf(runes, clusters, right)
	if c.plain() {
		return text
	}
	return joinStrips(stripsOf(runes, clusters, c, 0, len(runes)))
}

// RightToLeft reports whether a text runs from right to left, by its first letter
// with a direction.
func RightToLeft(text string) bool { return !isASCII(text) && startsRight([]rune(text)) }

// shownLines are the lines of a text as they are painted, without the spaces at
// their ends, each shortened by cut where there is one.
func shownLines(text []rune, lines []line, cut func(string) string) []shownLine {
	shown := make([]shownLine, len(lines))
	turned := turns(text)
	var par []rune
	var clusters []int
	var c course
	from, to := 0, 0
	for i, l := range lines {
		end := l.end
		for end > l.start && (text[end-1] == ' ' || text[end-1] == '\n') {
			end--
		}
		whole := string(text[l.start:end])
		words := whole
		if cut != nil {
			words = cut(whole)
		}
		if !turned {
			shown[i].text = words
			continue
		}
		if i == 0 || l.start >= to {
			from, to = l.start, paragraphEnd(text, l.start)
			par = text[from:to]
			clusters = clusterEnds(par)
			c = courseOf(par, clusters, startsRight(par))
		}
		switch {
		case c.plain():
			shown[i].text = words
		case words != whole:
			shown[i] = shownLine{inOrderWithin(words, c.right), c.right}
		default:
			shown[i] = shownLine{joinStrips(stripsOf(par, clusters, c, l.start-from, end-from)), c.right}
		}
	}
	return shown
}

// paragraphEnd is where the paragraph of a position ends, its line feed included.
func paragraphEnd(text []rune, at int) int {
	for ; at < len(text); at++ {
		if text[at] == '\n' {
			return at + 1
		}
	}
	return at
}

// isASCII reports whether a text is of plain Latin letters and signs.
func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] > unicode.MaxASCII {
			return false
		}
	}
	return true
}
