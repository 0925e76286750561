package ui

import (
	"fyne.io/fyne/v2"
)

// spot is a position that a point means.
type spot struct {
	block, at int
	// edge is the border of the character on its line that is meant, where that
	// has words from right to left; else it is below 0.
	edge float32
}

// positionAt is the position nearest to a point.
func (w *CodedText) positionAt(pos fyne.Position) (at spot, ok bool) {
	if len(w.placed) == 0 {
		return spot{}, false
	}
	found := w.placed[0]
	for _, p := range w.placed {
		if p.y <= pos.Y {
			found = p
		}
	}
	return w.positionInPiece(found, pos), true
}

// positionIn is the position of one block nearest to a point: a selection
// stays in its block, however far the pointer goes.
func (w *CodedText) positionIn(block int, pos fyne.Position) (at spot, ok bool) {
	var found *placedPiece
	for i := range w.placed {
		p := &w.placed[i]
		if p.block == block && (found == nil || p.y <= pos.Y) {
			found = p
		}
	}
	switch {
	case found != nil:
		return w.positionInPiece(*found, pos), true
	case len(w.placed) == 0:
		return spot{}, false
	case block < w.placed[0].block:
		return spot{block, w.load(block).length, -1}, true
	}
	return spot{block, 0, -1}, true
}

// positionInPiece is the position of a placed piece nearest to a point.
func (w *CodedText) positionInPiece(placed placedPiece, pos fyne.Position) spot {
	b := w.load(placed.block)
	if placed.piece == 0 {
		return spot{placed.block, 0, -1}
	}
	part := w.lay(placed.block, placed.piece)
	line := int((pos.Y - placed.y) / w.geo.leading)
	switch {
	case pos.Y < placed.y:
		return spot{placed.block, part.start, -1}
	case line >= len(part.lines) && placed.piece == len(b.pieces)-1 && pos.Y > placed.y+float32(len(part.lines))*w.geo.leading+w.geo.leading:
		return spot{placed.block, b.length, -1}
	}
	l := &part.lines[min(line, len(part.lines)-1)]
	at, edge := l.at(part, w.geo.reading, pos.X-w.geo.left)
	if l.strips == nil {
		edge = -1
	}
	return spot{placed.block, part.start + at, edge}
}

// characterUnder is the character whose place a point is in, if there is one.
func (w *CodedText) characterUnder(pos fyne.Position) (block, at int, on bool) {
	for _, placed := range w.placed {
		if placed.piece == 0 || pos.Y < placed.y {
			continue
		}
		part := w.lay(placed.block, placed.piece)
		if line := int((pos.Y - placed.y) / w.geo.leading); line < len(part.lines) {
			at, on = part.lines[line].under(part, w.geo.reading, pos.X-w.geo.left)
			return placed.block, part.start + at, on
		}
	}
	return 0, 0, false
}

// markUnder is the mark whose band is under a point.
func (w *CodedText) markUnder(pos fyne.Position) markRef {
	if block, at, on := w.characterUnder(pos); on {
		if m := w.load(block).markAt(at, w.chosenIn(block)); m != nil {
			return markRef{block, m.ID}
		}
	}
	return markRef{}
}

// chosenIn is the chosen mark's ID where it is in a block.
func (w *CodedText) chosenIn(block int) string {
	if w.chosen.block == block {
		return w.chosen.id
	}
	return ""
}

// edgeAt is whether a point is on an edge of the chosen mark, and which.
func (w *CodedText) edgeAt(pos fyne.Position) (m *placedMark, start, on bool) {
	if w.chosen.id == "" || w.OnMove == nil || w.blocks == nil || w.chosen.block >= w.blocks.Len() {
		return nil, false, false
	}
	m = w.load(w.chosen.block).mark(w.chosen.id)
	if m == nil {
		return nil, false, false
	}
	near := func(at int, end bool) bool {
		probe := at
		if end {
			probe = at - 1
		}
		p, line := w.lineOf(w.chosen.block, probe)
		y, seen := w.lineTop(w.chosen.block, p, line)
		part := w.lay(w.chosen.block, p)
		x := part.lines[line].before(part, w.geo.reading, at-part.start)
		if end {
			x = part.lines[line].behind(part, w.geo.reading, at-part.start)
		}
		return seen && pos.Y >= y && pos.Y < y+w.geo.leading && abs(pos.X-w.geo.left-x) <= edgeReach
	}
	switch {
	case near(m.Span.End, true):
		return m, false, true
	case near(m.Span.Start, false):
		return m, true, true
	}
	return nil, false, false
}
