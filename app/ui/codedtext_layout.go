package ui

import "fyne.io/fyne/v2"

// anchor is the piece at the top of the screen and how much of it is above.
// Everything on screen is placed from it downward, so that a height corrected
// elsewhere moves nothing.
type anchor struct {
	block, piece int
	off          float32
}

// placedPiece is a piece on screen and where its top stands.
type placedPiece struct {
	block, piece int
	y            float32
}

// keptBlocks is how many blocks stay loaded; those far from the screen go.
const keptBlocks = 400

// estimate forgets all heights and guesses them from the lengths, for which
// the blocks are asked once.
func (w *CodedText) estimate() {
	n := 0
	if w.blocks != nil {
		n = w.blocks.Len()
	}
	each := make([]float32, n)
	if w.geo.measure > 0 {
		if w.lengths == nil {
			w.lengths = make([]int, n)
			for i := range w.lengths {
				w.lengths[i] = w.blocks.Length(i)
			}
		}
		for i := range each {
			each[i] = w.geo.headHeight + w.geo.estimate(w.lengths[i])
		}
	}
	w.heights = newHeights(each)
}

// fit adapts to a size and the theme: where lines would break elsewhere, all
// is laid out anew around the line that was at the top.
func (w *CodedText) fit(size fyne.Size) {
	geo := geometryFor(size, lookOf(w))
	old := w.geo
	w.geo = geo
	if geo.measure == old.measure && geo.reading == old.reading && geo.leading == old.leading {
		return
	}
	if w.words.font != geo.reading {
		w.words = wordWidths{font: geo.reading}
	}
	top, known := w.topPosition(old)
	for _, b := range w.loaded {
		for p := range b.pieces {
			b.pieces[p].lines = nil
		}
		w.guess(b)
	}
	w.estimate()
	for i, b := range w.loaded {
		w.heights.set(i, float32(b.heights.total()))
	}
	if known {
		w.anchorAt(w.anchor.block, w.anchor.piece, top, old)
	}
	if w.pending != nil && geo.height > 0 {
		to := *w.pending
		w.pending = nil
		w.ScrollTo(to.Block, to.Span)
	}
}

// topPosition is the first position on the line at the top of the screen.
func (w *CodedText) topPosition(g geometry) (at int, known bool) {
	b := w.loaded[w.anchor.block]
	if b == nil || g.leading == 0 || w.anchor.piece == 0 || w.anchor.piece >= len(b.pieces) {
		return 0, false
	}
	lines := b.pieces[w.anchor.piece].lines
	if len(lines) == 0 {
		return 0, false
	}
	return lines[min(int(w.anchor.off/g.leading), len(lines)-1)].start, true
}

// anchorAt puts the line with a position where the anchor's line was.
func (w *CodedText) anchorAt(block, p, at int, old geometry) {
	lines := w.lay(block, p).lines
	part := w.anchor.off / old.leading
	part -= float32(int(part))
	for i := range lines {
		if at < lines[i].end || i == len(lines)-1 {
			w.anchor.off = (float32(i) + part) * w.geo.leading
			return
		}
	}
}

// load returns a block, asking for it where it isn't at hand.
func (w *CodedText) load(i int) *codedBlock {
	if b := w.loaded[i]; b != nil {
		return b
	}
	if len(w.loaded) >= keptBlocks {
		for j := range w.loaded {
			if !w.near(j) {
				delete(w.loaded, j)
			}
		}
	}
	b := newCodedBlock(w.blocks.Block(i))
	w.guess(b)
	w.loaded[i] = b
	w.heights.set(i, float32(b.heights.total()))
	return b
}

// near says whether a block stays at hand: one around the screen, or the selection's.
func (w *CodedText) near(i int) bool {
	return i >= w.first-60 && i <= w.last+60 || i == w.sel.block
}

// reload takes over a block's new marks, and its new text where it has one.
func (w *CodedText) reload(i int, old *codedBlock) {
	fresh := w.blocks.Block(i)
	if fresh.Text == old.block.Text && (len(fresh.Heading) == 0) == (len(old.block.Heading) == 0) {
		old.block, old.marks = fresh, placeMarks(fresh.Marks)
		return
	}
	b := newCodedBlock(fresh)
	w.guess(b)
	w.loaded[i] = b
	w.heights.set(i, float32(b.heights.total()))
	if w.anchor.block == i {
		w.anchor.piece = min(w.anchor.piece, len(b.pieces)-1)
	}
	if w.sel.block == i {
		w.sel.anchor, w.sel.head = min(w.sel.anchor, b.length), min(w.sel.head, b.length)
	}
}

// guess estimates the heights of a block's pieces; those of a short block are
// known at once, because a block is loaded to be shown.
func (w *CodedText) guess(b *codedBlock) {
	each := make([]float32, len(b.pieces))
	each[0] = w.geo.headTop
	if len(b.block.Heading) > 0 {
		each[0] = w.geo.headHeight
	}
	for p := 1; p < len(each); p++ {
		each[p] = w.geo.estimate(b.pieces[p].end - b.pieces[p].start)
	}
	b.heights = newHeights(each)
}

// lay lays out a piece, and corrects its height.
func (w *CodedText) lay(block, p int) *piece {
	b := w.load(block)
	part := b.prepare(p)
	if p == 0 || part.lines != nil {
		return part
	}
	part.lines = layLines(part, w.geo, &w.words)
	height := float32(len(part.lines))*w.geo.leading + w.geo.paragraphGap
	if height != b.heights.each[p] {
		b.heights.set(p, height)
		w.heights.set(block, float32(b.heights.total()))
	}
	return part
}

// heightOf is a piece's exact height.
func (w *CodedText) heightOf(block, p int) float32 {
	w.lay(block, p)
	return w.loaded[block].heights.each[p]
}

// place finds what is on screen, laying out what has not been yet.
func (w *CodedText) place() {
	w.placed = w.placed[:0]
	if w.blocks == nil || w.blocks.Len() == 0 || w.geo.height <= 0 {
		return
	}
	w.settle()
	y := -w.anchor.off
	block, p := w.anchor.block, w.anchor.piece
	for y < w.geo.height && block < w.blocks.Len() {
		w.placed = append(w.placed, placedPiece{block, p, y})
		y += w.heightOf(block, p)
		if p++; p >= len(w.load(block).pieces) {
			block, p = block+1, 0
		}
	}
	first, last := w.placed[0].block, w.placed[len(w.placed)-1].block
	if first != w.first || last != w.last {
		w.first, w.last = first, last
		if w.OnVisible != nil {
			w.OnVisible(first, last)
		}
	}
}
