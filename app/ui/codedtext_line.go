package ui

import (
	"unicode"
)

// codedLine is one line of a paragraph: a stretch of its code points.
type codedLine struct {
	start, end int // in the paragraph
	// visible is where its words end, without the spaces that hang over.
	visible int
	text    string
	// shift moves a line of right-to-left text to the right.
	shift float32
	// turns are the stretches that run from right to left, none in most lines.
	turns []line
	xs    map[int]float32 // widths of prefixes, as they were asked for
}

// layLines breaks a paragraph into lines and finds what runs right to left.
func layLines(p *piece, g geometry, words *wordWidths) []codedLine {
	broken := wrap(p.runes, g.measure, words.of)
	lines := make([]codedLine, 0, len(broken))
	for _, l := range broken {
		if l.start == l.end && len(lines) > 0 {
			continue
		}
		end := l.end
		for end > l.start && unicode.IsSpace(p.runes[end-1]) {
			end--
		}
		c := codedLine{start: l.start, end: l.end, visible: end, text: string(p.runes[l.start:end])}
		if len(c.text) != end-l.start { // not plain ASCII
			c.turns = turns(p.runes[l.start:l.end])
		}
		lines = append(lines, c)
	}
	if len(lines) == 0 {
		lines = append(lines, codedLine{})
	}
	if startsRightToLeft(p.runes) {
		for i := range lines {
			lines[i].shift = max(0, g.measure-g.reading.width(lines[i].text))
		}
	}
	return lines
}

// prefix is how wide the line is up to a position in the paragraph.
func (l *codedLine) prefix(p *piece, f font, at int) float32 {
	at = min(max(at, l.start), l.visible)
	if at == l.start {
		return 0
	}
	if px, ok := l.xs[at]; ok {
		return px
	}
	if l.xs == nil {
		l.xs = map[int]float32{}
	}
	px := f.width(string(p.runes[l.start:at]))
	l.xs[at] = px
	return px
}

// x is where the caret stands at a position.
func (l *codedLine) x(p *piece, f font, at int) float32 {
	for _, t := range l.turns {
		if from, to := l.start+t.start, l.start+t.end; at >= from && at < to {
			return l.shift + l.prefix(p, f, from) + l.prefix(p, f, to) - l.prefix(p, f, at)
		}
	}
	return l.shift + l.prefix(p, f, at)
}

// stretch is a horizontal range.
type stretch struct{ from, to float32 }

// stretches are where the positions from start to end of the paragraph stand
// on the line: one range, or several where the direction changes.
func (l *codedLine) stretches(p *piece, f font, start, end int) []stretch {
	start, end = max(start, l.start), min(end, l.end)
	if start >= end {
		return nil
	}
	if len(l.turns) == 0 {
		return []stretch{{l.prefix(p, f, start), l.prefix(p, f, end)}}
	}
	var found []stretch
	add := func(from, to float32) {
		if to > from {
			found = append(found, stretch{l.shift + from, l.shift + to})
		}
	}
	at := start
	for _, t := range l.turns {
		from, to := l.start+t.start, l.start+t.end
		if at < from && at < end {
			add(l.prefix(p, f, at), l.prefix(p, f, min(end, from)))
		}
		a, b := max(at, from), min(end, to)
		if a < b {
			whole := l.prefix(p, f, from) + l.prefix(p, f, to)
			add(whole-l.prefix(p, f, b), whole-l.prefix(p, f, a))
		}
		at = max(at, min(end, to))
	}
	if at < end {
		add(l.prefix(p, f, at), l.prefix(p, f, end))
	}
	return found
}

// at is the position nearest to x, at the border of a cluster.
func (l *codedLine) at(p *piece, f font, x float32) int {
	ends := l.borders(p)
	if len(l.turns) == 0 {
		low, high := 0, len(ends)-1
		for low < high {
			mid := (low + high) / 2
			if (l.prefix(p, f, ends[mid])+l.prefix(p, f, ends[mid+1]))/2 > x-l.shift {
				high = mid
			} else {
				low = mid + 1
			}
		}
		return ends[low]
	}
	best, distance := l.start, float32(1e9)
	for _, at := range ends {
		if d := abs(l.x(p, f, at) - x); d < distance {
			best, distance = at, d
		}
	}
	return best
}

// borders are the positions on the line that lie between clusters.
func (l *codedLine) borders(p *piece) []int {
	borders := []int{l.start}
	end := l.visible
	if p.clusters == nil {
		for at := l.start + 1; at <= end; at++ {
			borders = append(borders, at)
		}
		return borders
	}
	for _, at := range p.clusters {
		if at > l.start && at <= end {
			borders = append(borders, at)
		}
	}
	return borders
}

// turns are the stretches of a line that run from right to left: letters of
// such scripts and what stands between two of them.
func turns(text []rune) []line {
	var found []line
	open, last := -1, -1
	for i, r := range text {
		switch {
		case rightToLeft(r):
			if open < 0 {
				open = i
			}
			last = i
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if open >= 0 {
				found = append(found, line{open, last + 1})
			}
			open = -1
		case open >= 0 && unicode.In(r, unicode.Mn, unicode.Me):
			last = i
		}
	}
	if open >= 0 {
		found = append(found, line{open, last + 1})
	}
	return found
}

// rightToLeft reports whether r is a letter of a script that runs so.
func rightToLeft(r rune) bool {
	return r >= 0x0590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) && !unicode.IsDigit(r)
}

// startsRightToLeft reports whether a paragraph's first letter runs so.
func startsRightToLeft(text []rune) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return rightToLeft(r)
		}
	}
	return false
}
