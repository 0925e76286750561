package ui

// at is the position nearest to x, at the border of a cluster, and where that
// border stands.
func (l *codedLine) at(p *piece, f font, x float32) (at int, edge float32) {
	if l.strips != nil {
		return l.atStrip(p, f, x)
	}
	ends := l.borders(p, l.start, l.visible)
	low, high := 0, len(ends)-1
	for low < high {
		mid := (low + high) / 2
		if (l.prefix(p, f, ends[mid])+l.prefix(p, f, ends[mid+1]))/2 > x {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return ends[low], l.before(p, f, ends[low])
}

// atStrip is the position nearest to x on a line of strips: beside the line its
// beginning or its end, whichever is there.
func (l *codedLine) atStrip(p *piece, f font, x float32) (at int, edge float32) {
	first, last := l.start, l.visible
	if l.right {
		first, last = last, first
	}
	switch {
	case x < l.from:
		return first, l.from
	case x >= l.to:
		return last, l.to
	}
	s := l.strip(x)
	borders := l.borders(p, s.start, s.end)
	at, edge = borders[0], s.edge(p.runes, f, borders[0])
	for before, i := edge, 1; i < len(borders); i++ {
		after := s.edge(p.runes, f, borders[i])
		if (before <= x) != (after <= x) { // x is within this character
			if abs(before-x) < abs(after-x) {
				return borders[i-1], before
			}
			return borders[i], after
		}
		before = after
	}
	return at, edge
}

// strip is the strip under x; of those without width none.
func (l *codedLine) strip(x float32) *strip {
	for i := range l.strips {
		if s := &l.strips[i]; x < s.x+s.width {
			return s
		}
	}
	return &l.strips[len(l.strips)-1]
}

// under is the character whose place x is in, if x is on the line at all.
func (l *codedLine) under(p *piece, f font, x float32) (at int, on bool) {
	start, end := l.start, l.visible
	if l.strips != nil {
		if x < l.from || x >= l.to {
			return 0, false
		}
		s := l.strip(x)
		start, end = s.start, s.end
	}
	borders := l.borders(p, start, end)
	for i := 1; i < len(borders); i++ {
		for _, s := range l.stretches(p, f, borders[i-1], borders[i]) {
			if x >= s.from && x < s.to {
				return borders[i-1], true
			}
		}
	}
	return 0, false
}

// borders are the positions between clusters from start to end, both included.
func (l *codedLine) borders(p *piece, start, end int) []int {
	borders := []int{start}
	if p.clusters == nil {
		for at := start + 1; at <= end; at++ {
			borders = append(borders, at)
		}
		return borders
	}
	for at := start; at < end; {
		if at = clusterAfter(p.clusters, at); at <= end {
			borders = append(borders, at)
		}
	}
	return borders
}
