package ui

import "unicode"

// codedLine is one line of a paragraph: a stretch of its code points.
type codedLine struct {
	start, end int // in the paragraph
	// visible is where its words end, without the spaces that hang over.
	visible int
	text    string
	// from and to are where the line begins and ends, as far as it has strips.
	from, to float32
	// strips are what it is painted of where its paragraph runs from right to left
	// or has words that do; none in most lines, which run from left to right.
	strips []strip
	// right is set where its paragraph runs from right to left.
	right bool
	xs    map[int]float32 // widths of prefixes, as they were asked for
}

// layLines breaks a paragraph into lines. One that runs from right to left ends
// at the right edge.
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
		c := codedLine{start: l.start, end: l.end, visible: end, right: p.course.right}
		if p.course.plain() {
			c.text = string(p.runes[l.start:end])
		} else {
			c.turn(p, g)
		}
		lines = append(lines, c)
	}
	if len(lines) == 0 {
		lines = append(lines, codedLine{})
	}
	return lines
}

// turn sets the line's strips in order.
func (l *codedLine) turn(p *piece, g geometry) {
	l.strips = stripsOf(p.runes, p.clusters, p.course, l.start, l.visible)
	l.to = placeStrips(l.strips, g.reading, 0)
	if l.right {
		l.from = max(0, g.measure-l.to)
		l.to = placeStrips(l.strips, g.reading, l.from)
	}
	l.text = joinStrips(l.strips)
}

// prefix is how wide a line from left to right is up to a position in the
// paragraph.
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

// before is where the character after a position begins, which is its right edge
// where it runs from right to left; behind the last one it is the line's end.
func (l *codedLine) before(p *piece, f font, at int) float32 {
	if l.strips == nil && !l.right {
		return l.prefix(p, f, at)
	}
	at = max(at, l.start)
	for i := range l.strips {
		if s := &l.strips[i]; at >= s.start && at < s.end {
			return s.edge(p.runes, f, at)
		}
	}
	if l.right {
		return l.from
	}
	return l.to
}

// behind is where the character before a position ends; before the first one it
// is where that begins.
func (l *codedLine) behind(p *piece, f font, at int) float32 {
	at = min(at, l.visible)
	for i := range l.strips {
		if s := &l.strips[i]; at > s.start && at <= s.end {
			return s.edge(p.runes, f, at)
		}
	}
	return l.before(p, f, at)
}

// turned reports whether the character after a position runs from right to left.
func (l *codedLine) turned(at int) bool {
	for i := range l.strips {
		if s := &l.strips[i]; at >= s.start && at < s.end {
			return s.right
		}
	}
	return false
}

// caret is where the caret stands at a position: at the beginning of the
// character after it, or, where that is elsewhere than the end of the one before
// it, at that of the two which is nearer to a goal; below 0 there is no goal.
func (l *codedLine) caret(p *piece, f font, at int, goal float32) float32 {
	x := l.before(p, f, at)
	if other := l.behind(p, f, at); goal >= 0 && at > l.start && abs(other-goal) < abs(x-goal) {
		return other
	}
	return x
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
	if l.strips == nil {
		return []stretch{{l.before(p, f, start), l.before(p, f, end)}}
	}
	var found []stretch
	for i := range l.strips {
		s := &l.strips[i]
		a, b := max(start, s.start), min(end, s.end)
		if a >= b {
			continue
		}
		x, y := s.edge(p.runes, f, a), s.edge(p.runes, f, b)
		x, y = min(x, y), max(x, y)
		if n := len(found); n > 0 && x-found[n-1].to < 0.5 {
			found[n-1].to = y
		} else {
			found = append(found, stretch{x, y})
		}
	}
	return found
}
