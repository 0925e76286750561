package ui

import (
	"slices"
	"sort"
	"unicode"

	"github.com/go-text/typesetting/bidi"
)

// course is how the characters of a paragraph run, by the Unicode Bidirectional
// Algorithm (UAX #9). The zero course runs from left to right throughout.
type course struct {
	// right is set where the paragraph itself runs from right to left.
	right bool
	// runs cover the paragraph; nil where nothing in it runs from right to left.
	runs []run
}

// run is a stretch of a paragraph in one direction: from right to left where
// its level is odd.
type run struct {
	start, end int
	level      bidi.Level
}

// turned reports whether the run goes from right to left.
func (r run) turned() bool { return r.level%2 != 0 }

// plain reports whether everything runs from left to right, from the left edge.
func (c course) plain() bool { return !c.right && c.runs == nil }

// startsRight reports whether a paragraph runs from right to left, by its first
// letter with a direction. A space at a paragraph's end has the paragraph's own
// direction (rule L1), so a space is put there and asked.
func startsRight(text []rune) bool {
	if !turns(text) {
		return false
	}
	var p bidi.Paragraph
	runs := p.Segment(inline(text, ' '), bidi.Neutral)
	return runs.NumRuns() > 0 && !runs.Run(runs.NumRuns()-1).IsLeftToRight()
}

// courseOf is how a text runs whose paragraph runs from right to left or not.
// Its runs end between clusters, whose ends are given.
func courseOf(text []rune, clusters []int, right bool) course {
	if !right && !turns(text) || len(text) == 0 {
		return course{right: right}
	}
	var p bidi.Paragraph
	base := bidi.LeftToRight
	if right {
		base = bidi.RightToLeft
	}
	found := p.Segment(inline(text), base)
	c := course{right: right}
	for i := range found.NumRuns() {
		r := found.Run(i)
		c.add(run{r.Start, r.End, r.Level}, clusters)
	}
	if !right && !slices.ContainsFunc(text, embeds) {
		c.parted(text, clusters)
	}
	return c
}

// add appends a run, moved to the borders of clusters.
func (c *course) add(r run, clusters []int) {
	if n := len(c.runs); n > 0 {
		r.start = c.runs[n-1].end
	}
	r.end = whole(clusters, r.end)
	if r.end > r.start {
		c.runs = append(c.runs, r)
	}
}

// whole is a position, moved to the end of the cluster in which it lies.
func whole(clusters []int, at int) int {
	if i := sort.SearchInts(clusters, at); i < len(clusters) && at > 0 {
		return clusters[i]
	}
	return at
}

// parted divides runs from left to right where a number at their end belongs to
// the words from right to left beside it, and so changes places with them, while
// the Latin words that it touches do not. The library gives both as one run, with
// the level of its first character.
func (c *course) parted(text []rune, clusters []int) {
	found := c.runs
	c.runs = make([]run, 0, len(found))
	for i, r := range found {
		if r.turned() {
			c.runs = append(c.runs, r)
			continue
		}
		first, last := r.start, r.end
		if r.level > 0 {
			first = whole(clusters, numberEnd(text, r.start, r.end, 1))
		}
		if i+1 < len(found) && first < r.end {
			last = whole(clusters, numberEnd(text, r.end-1, first-1, -1)+1)
		}
		for _, part := range []run{{r.start, first, 2}, {first, last, 0}, {last, r.end, 2}} {
			if part.end > part.start {
				c.runs = append(c.runs, part)
			}
		}
	}
}

// numberEnd walks from a position over a number that belongs to words from right
// to left, in steps of 1 or -1 as far as end, and over the single signs within it;
// it returns the first position beyond.
func numberEnd(text []rune, at, end, step int) int {
	beyond, sign := at, false
	for ; at != end && !unicode.IsLetter(text[at]); at += step {
		switch {
		case numeric(text, at):
			beyond, sign = at+step, false
		case sign || at == beyond && step < 0 || unicode.In(text[at], unicode.Ps, unicode.Pe):
			return beyond
		default:
			sign = true
		}
	}
	return beyond
}

// numericReach is how far back the last letter before a number is looked for.
const numericReach = 256

// numeric reports whether a character is of a number that belongs to words from
// right to left. It is asked of the library, which gives the space between such a
// number and a Hebrew letter the letter's direction, and else the paragraph's. The
// last letter before decides.
func numeric(text []rune, at int) bool {
	if unicode.IsSpace(text[at]) && text[at] != '\u00a0' && text[at] != '\u202f' {
		return false
	}
	var p bidi.Paragraph
	from := at
	for from > max(0, at-numericReach) && !unicode.IsLetter(text[from]) {
		from--
	}
	found := p.Segment(inline(text[from:at+1], ' ', 'א'), bidi.LeftToRight)
	for i := range found.NumRuns() {
		if r := found.Run(i); r.End == at+1-from {
			return r.IsLeftToRight()
		}
	}
	return false
}

// inline is a text for the library, which would stop at the end of a paragraph:
// what ends one in the midst of a text is a space here.
func inline(text []rune, more ...rune) []rune {
	whole := slices.Concat(text, more)
	for i, r := range whole {
		switch r {
		case '\n', '\r', '\u001c', '\u001d', '\u001e', '\u0085', '\u2029':
			whole[i] = ' '
		}
	}
	return whole
}

// embeds reports whether r is a mark that embeds, overrides or isolates a stretch,
// or ends one.
func embeds(r rune) bool { return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 }

// turns reports whether anything in a text can run from right to left.
func turns(text []rune) bool { return slices.ContainsFunc(text, turning) }

// turning reports whether r can make a text run from right to left: a letter of
// such a script, or a mark that embeds one.
func turning(r rune) bool {
	switch {
	case r < 0x0590:
		return false
	case r <= 0x08ff, r >= 0xfb1d && r <= 0xfdff, r >= 0xfe70 && r <= 0xfeff,
		r >= 0x10800 && r <= 0x10fff, r >= 0x1e800 && r <= 0x1efff:
		return true
	}
	return r == 0x200f || r == 0x202b || r == 0x202e || r == 0x2067
}

// line gives the runs of a line in the order in which they stand on it, from
// left to right (rule L2).
func (c course) line(start, end int) []run {
	var runs []run
	top := bidi.Level(0)
	from := sort.Search(len(c.runs), func(i int) bool { return c.runs[i].end > start })
	for _, r := range c.runs[from:] {
		if r.start >= end {
			break
		}
		runs = append(runs, run{max(r.start, start), min(r.end, end), r.level})
		top = max(top, r.level)
	}
	for level := top; level > 0; level-- {
		for i := 0; i < len(runs); i++ {
			first := i
			for i < len(runs) && runs[i].level >= level {
				i++
			}
			for a, b := first, i-1; a < b; a, b = a+1, b-1 {
				runs[a], runs[b] = runs[b], runs[a]
			}
		}
	}
	return runs
}
