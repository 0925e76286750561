package ui

import (
	"sort"
	"strings"
	"unicode/utf8"

	"concord/coding"
)

// longParagraph is how many code points are laid out in one go: a longer
// paragraph, such as a transcript without a line feed, is divided after a
// space. The division ends a line early, once in some hundred lines.
const longParagraph = 6000

// codedBlock is a block on or near the screen: its paragraphs, laid out as
// they are met, and its marks in order.
type codedBlock struct {
	block  Block
	length int
	pieces []piece // the heading, then the paragraphs
	// heights are the pieces' heights: exact once laid out, else estimated.
	heights heights
	marks   []placedMark
}

// piece is a paragraph, or with index 0 the heading, which has no text.
type piece struct {
	start, end int // code points in the block, a line feed included
	// head is the first piece of its paragraph, whose direction it shares.
	head     int
	text     string
	runes    []rune // nil until needed
	lines    []codedLine
	clusters []int // ends of grapheme clusters; nil where each code point is one
	course   course
	ready    bool // runes, clusters and course are there
}

// newCodedBlock divides a block's text; it lays out nothing.
func newCodedBlock(b Block) *codedBlock {
	c := &codedBlock{block: b, pieces: make([]piece, 1, 2)}
	at, text := 0, b.Text
	for {
		part := text
		if end := strings.IndexByte(text, '\n'); end >= 0 {
			part = text[:end+1]
		}
		text = text[len(part):]
		for first := len(c.pieces); part != ""; {
			head := headOf(part)
			n := utf8.RuneCountInString(head)
			c.pieces = append(c.pieces, piece{start: at, end: at + n, head: first, text: head})
			at, part = at+n, part[len(head):]
		}
		if text == "" {
			break
		}
	}
	if len(c.pieces) == 1 || strings.HasSuffix(b.Text, "\n") {
		c.pieces = append(c.pieces, piece{start: at, end: at, head: len(c.pieces)})
	}
	c.length = at
	c.marks = placeMarks(b.Marks)
	return c
}

// headOf is the part of a paragraph that is laid out in one go.
func headOf(paragraph string) string {
	if len(paragraph) <= longParagraph {
		return paragraph
	}
	n, cut := 0, 0
	for i, r := range paragraph {
		if n >= longParagraph && cut > 0 {
			return paragraph[:cut]
		}
		if n >= 2*longParagraph && (r < utf8.RuneSelf || ideograph(r)) {
			return paragraph[:i]
		}
		n++
		if r == ' ' && n > longParagraph/2 {
			cut = i + 1
		}
	}
	return paragraph
}

// prepare reads a piece's code points and cluster ends, and how they run.
func (c *codedBlock) prepare(p int) *piece {
	part := &c.pieces[p]
	if !part.ready {
		part.ready = true
		part.runes = []rune(part.text)
		if len(part.runes) != len(part.text) {
			part.clusters = clusterEnds(part.runes)
		}
		right := part.clusters != nil && startsRight(part.runes)
		if part.head != p {
			right = c.prepare(part.head).course.right
		}
		if right || part.clusters != nil {
			part.course = courseOf(part.runes, part.clusters, right)
		}
	}
	return part
}

// pieceAt is the paragraph that holds a position.
func (c *codedBlock) pieceAt(at int) int {
	n := sort.Search(len(c.pieces)-1, func(i int) bool { return c.pieces[i+1].start > at })
	return max(1, n)
}

// slice is a stretch of the text.
func (c *codedBlock) slice(span coding.Span) []rune {
	var text []rune
	for p := c.pieceAt(span.Start); p < len(c.pieces) && c.pieces[p].start < span.End; p++ {
		part := c.prepare(p)
		from, to := max(0, span.Start-part.start), min(len(part.runes), span.End-part.start)
		text = append(text, part.runes[from:to]...)
	}
	return text
}

// snap moves a position to the border of its grapheme cluster: to its end
// where forward is set, else to its beginning.
func (c *codedBlock) snap(at int, forward bool) int {
	at = min(max(at, 0), c.length)
	part := c.prepare(c.pieceAt(at))
	rel := at - part.start
	if part.clusters == nil || rel == 0 {
		return at
	}
	i := sort.SearchInts(part.clusters, rel)
	switch {
	case i < len(part.clusters) && part.clusters[i] == rel:
		return at
	case forward && i < len(part.clusters):
		return part.start + part.clusters[i]
	case i == 0:
		return part.start
	}
	return part.start + part.clusters[i-1]
}
