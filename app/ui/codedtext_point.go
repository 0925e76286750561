package ui

import (
	"fyne.io/fyne/v2"
)

// positionAt is the block and the position nearest to a point.
func (w *CodedText) positionAt(pos fyne.Position) (block, at int, ok bool) {
	if len(w.placed) == 0 {
		return 0, 0, false
	}
	found := w.placed[0]
	for _, p := range w.placed {
		if p.y <= pos.Y {
			found = p
		}
	}
	return found.block, w.positionInPiece(found, pos), true
}

// positionIn is the position of one block nearest to a point: a selection
// stays in its block, however far the pointer goes.
func (w *CodedText) positionIn(block int, pos fyne.Position) (at int, ok bool) {
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
		return 0, false
	case block < w.placed[0].block:
		return w.load(block).length, true
	}
	return 0, true
}

// positionInPiece is the position of a placed piece nearest to a point.
func (w *CodedText) positionInPiece(placed placedPiece, pos fyne.Position) int {
	b := w.load(placed.block)
	if placed.piece == 0 {
		return 0
	}
	part := w.lay(placed.block, placed.piece)
	line := int((pos.Y - placed.y) / w.geo.leading)
	switch {
	case pos.Y < placed.y:
		return part.start
	case line >= len(part.lines) && placed.piece == len(b.pieces)-1 && pos.Y > placed.y+float32(len(part.lines))*w.geo.leading+w.geo.leading:
		return b.length
	}
	l := &part.lines[min(line, len(part.lines)-1)]
	return part.start + l.at(part, w.geo.reading, pos.X-w.geo.left)
}

// markUnder is the mark whose band is under a point.
func (w *CodedText) markUnder(pos fyne.Position) markRef {
	for _, placed := range w.placed {
		if placed.piece == 0 {
			continue
		}
		part := w.lay(placed.block, placed.piece)
		line := int((pos.Y - placed.y) / w.geo.leading)
		if pos.Y < placed.y || line >= len(part.lines) {
			continue
		}
		l := &part.lines[line]
		for _, at := range l.borders(part) {
			if at >= l.visible {
				break
			}
			b := w.load(placed.block)
			next := b.step(part.start+at, true) - part.start
			for _, s := range l.stretches(part, w.geo.reading, at, next) {
				if x := pos.X - w.geo.left; x >= s.from && x < s.to {
					if m := b.markAt(part.start+at, w.chosenIn(placed.block)); m != nil {
						return markRef{placed.block, m.ID}
					}
					return markRef{}
				}
			}
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
		x := w.geo.left + part.lines[line].x(part, w.geo.reading, at-part.start)
		return seen && pos.Y >= y && pos.Y < y+w.geo.leading && abs(pos.X-x) <= edgeReach
	}
	switch {
	case near(m.Span.End, true):
		return m, false, true
	case near(m.Span.Start, false):
		return m, true, true
	}
	return nil, false, false
}
