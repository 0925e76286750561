package ui

import (
	"fyne.io/fyne/v2"

	"concord/coding"
)

// footRoom is the empty room below the last block.
const footRoom float32 = 48

// settle brings the anchor into its piece, and the end of everything to the
// foot of the screen where there would be room below it.
func (w *CodedText) settle() {
	w.anchor.block = min(max(w.anchor.block, 0), w.blocks.Len()-1)
	w.anchor.piece = min(w.anchor.piece, len(w.load(w.anchor.block).pieces)-1)
	w.normalise()
	rest := w.geo.height
	for block, p, y := w.anchor.block, w.anchor.piece, -w.anchor.off; ; {
		y += w.heightOf(block, p)
		if y+footRoom >= rest {
			return
		}
		if p++; p >= len(w.load(block).pieces) {
			block, p = block+1, 0
		}
		if block >= w.blocks.Len() {
			w.anchor.off -= rest - y - footRoom
			w.normalise()
			return
		}
	}
}

// normalise walks the anchor to the piece into which its offset falls.
func (w *CodedText) normalise() {
	a := &w.anchor
	for a.off < 0 {
		switch {
		case a.piece > 0:
			a.piece--
		case a.block > 0:
			a.block--
			a.piece = len(w.load(a.block).pieces) - 1
		default:
			a.off = 0
			return
		}
		a.off += w.heightOf(a.block, a.piece)
	}
	for {
		height := w.heightOf(a.block, a.piece)
		if a.off < height {
			return
		}
		switch {
		case a.piece+1 < len(w.load(a.block).pieces):
			a.piece++
		case a.block+1 < w.blocks.Len():
			a.block, a.piece = a.block+1, 0
		default:
			a.off = max(0, height-1)
			return
		}
		a.off -= height
	}
}

// scrollBy moves what is on screen up by dy. What comes into view is laid out
// exactly, so that nothing jumps; very long ways are jumped.
func (w *CodedText) scrollBy(dy float32) {
	if w.blocks == nil || w.blocks.Len() == 0 {
		return
	}
	if abs(dy) > 40*w.geo.height {
		w.scrollToOffset(w.offset() + dy)
		return
	}
	w.anchor.off += dy
	w.redraw()
}

// offset is how far from the beginning the screen is, as far as is known.
func (w *CodedText) offset() float32 {
	if w.blocks == nil || w.blocks.Len() == 0 {
		return 0
	}
	above := w.heights.above(w.anchor.block)
	if b := w.loaded[w.anchor.block]; b != nil {
		above += b.heights.above(w.anchor.piece)
	}
	return float32(above) + w.anchor.off
}

// scrollToOffset shows what is at a distance from the beginning, as far as is
// known: the scroll bar's way of moving.
func (w *CodedText) scrollToOffset(offset float32) {
	if w.blocks == nil || w.blocks.Len() == 0 {
		return
	}
	block, within := w.heights.at(float64(offset))
	p, rest := w.load(block).heights.at(float64(within))
	w.anchor = anchor{block, p, rest}
	w.redraw()
}

// ScrollTo brings a place into view: not at all where it is on screen, else
// with some room above it.
func (w *CodedText) ScrollTo(block int, span coding.Span) {
	if w.blocks == nil || block < 0 || block >= w.blocks.Len() {
		return
	}
	if w.geo.height <= 0 {
		w.pending = &Selection{block, span}
		return
	}
	w.place()
	p, line := w.lineOf(block, span.Start)
	endPiece, endLine := w.lineOf(block, max(span.Start, span.End-1))
	top, seen := w.lineTop(block, p, line)
	foot, footSeen := w.lineTop(block, endPiece, endLine)
	if seen && footSeen && top >= 0 && foot+w.geo.leading <= w.geo.height {
		w.redraw()
		return
	}
	w.anchor = anchor{block, p, float32(line)*w.geo.leading - w.geo.height*0.22}
	if p == 1 && line == 0 {
		w.anchor = anchor{block, 0, -w.geo.height * 0.12}
	}
	w.redraw()
}

// lineTop is where a line stands on screen, if its piece is placed.
func (w *CodedText) lineTop(block, p, line int) (y float32, seen bool) {
	for _, placed := range w.placed {
		if placed.block == block && placed.piece == p {
			return placed.y + float32(line)*w.geo.leading, true
		}
	}
	return 0, false
}

// lineOf is the paragraph and the line with a position.
func (w *CodedText) lineOf(block, at int) (p, line int) {
	b := w.load(block)
	p = b.pieceAt(at)
	part := w.lay(block, p)
	for i := range part.lines {
		if at-part.start < part.lines[i].end || i == len(part.lines)-1 {
			return p, i
		}
	}
	return p, 0
}

// Scrolled moves with the wheel.
func (w *CodedText) Scrolled(ev *fyne.ScrollEvent) { w.scrollBy(-ev.Scrolled.DY) }
