package ui

import (
	"concord/coding"
)

// caretRange is a selection while it is made: from where it was begun to
// where the caret is, in code points of one block.
type caretRange struct {
	block        int
	anchor, head int
	// goal is the x that moving up and down keeps, and near which the caret stands
	// where a position has two places on its line; below 0 there is none.
	goal float32
	// unit is what dragging extends by, after a double or a triple click.
	unit unit
	// origin is the word or the sentence that was clicked.
	origin coding.Span
}

// unit is a stretch that a click chooses.
type unit int

const (
	unitCharacter unit = iota
	unitWord
	unitSentence
)

// span is the selected stretch, forwards.
func (r caretRange) span() coding.Span {
	return coding.Span{Start: min(r.anchor, r.head), End: max(r.anchor, r.head)}
}

// Select selects a span of a block and brings it into view. Its ends are
// moved outward where they would cut a character made of several code points.
func (w *CodedText) Select(block int, span coding.Span) {
	if w.blocks == nil || block < 0 || block >= w.blocks.Len() {
		return
	}
	b := w.load(block)
	w.setSelection(block, b.snap(span.Start, false), b.snap(span.End, true))
	w.ScrollTo(block, w.sel.span())
}

// ClearSelection leaves a caret where the selection began.
func (w *CodedText) ClearSelection() {
	w.setSelection(w.sel.block, w.sel.span().Start, w.sel.span().Start)
}

// GoTo puts the caret at the beginning of a block and shows it.
func (w *CodedText) GoTo(block int) {
	if w.blocks == nil || w.blocks.Len() == 0 {
		return
	}
	block = min(max(block, 0), w.blocks.Len()-1)
	w.setSelection(block, 0, 0)
	if w.geo.height > 0 && w.load(block).heights.total() < float64(w.geo.height) {
		w.ScrollTo(block, coding.Span{Start: 0, End: w.load(block).length})
		return
	}
	w.ScrollTo(block, coding.Span{})
}

// SelectSentence extends the selection to whole sentences.
func (w *CodedText) SelectSentence() {
	if b := w.current(); b != nil {
		span := w.sel.span()
		first := b.sentence(span.Start)
		last := b.sentence(max(span.Start, span.End-1))
		w.setSelection(w.sel.block, first.Start, last.End)
		w.ScrollTo(w.sel.block, w.sel.span())
	}
}

// SelectBlock selects the whole comment.
func (w *CodedText) SelectBlock() {
	if b := w.current(); b != nil {
		w.setSelection(w.sel.block, 0, b.length)
	}
}

// current is the caret's block, nil where there are no blocks.
func (w *CodedText) current() *codedBlock {
	if w.blocks == nil || w.sel.block >= w.blocks.Len() {
		return nil
	}
	return w.load(w.sel.block)
}

// setSelection moves anchor and head, redraws, and tells if anything changed.
func (w *CodedText) setSelection(block, anchor, head int) { w.selectNear(block, anchor, head, -1) }

// selectNear is setSelection with a place near which the caret stands.
func (w *CodedText) selectNear(block, anchor, head int, goal float32) {
	old := w.sel
	w.sel.block, w.sel.anchor, w.sel.head, w.sel.goal = block, anchor, head, goal
	w.redraw()
	if w.OnSelect != nil && (old.block != block || old.anchor != anchor || old.head != head) {
		w.OnSelect(w.Selection())
	}
}

// extendTo moves the caret to a position of its block: alone, or with extend
// taking the selection along.
func (w *CodedText) extendTo(head int, extend bool) { w.extendNear(head, extend, -1) }

// extendNear is extendTo with a place near which the caret stands.
func (w *CodedText) extendNear(head int, extend bool, goal float32) {
	anchor := head
	if extend {
		anchor = w.sel.anchor
	}
	w.selectNear(w.sel.block, anchor, head, goal)
	w.reveal()
}

// reveal scrolls as little as shows the caret's line.
func (w *CodedText) reveal() {
	if w.geo.height <= 0 {
		return
	}
	w.place()
	p, line := w.lineOf(w.sel.block, w.sel.head)
	y, seen := w.lineTop(w.sel.block, p, line)
	switch {
	case !seen:
		w.ScrollTo(w.sel.block, coding.Span{Start: w.sel.head, End: w.sel.head})
	case y < 0:
		w.scrollBy(y - Space2)
	case y+w.geo.leading > w.geo.height:
		w.scrollBy(y + w.geo.leading + Space2 - w.geo.height)
	}
}

// drag extends a selection to a position, by words or sentences after a
// double or triple click.
func (w *CodedText) drag(at spot) {
	b := w.current()
	if b == nil {
		return
	}
	var whole coding.Span
	switch w.sel.unit {
	case unitWord:
		whole = b.word(at.at)
	case unitSentence:
		whole = b.sentence(at.at)
	default:
		w.selectNear(w.sel.block, w.sel.anchor, at.at, at.edge)
		return
	}
	origin, unit := w.sel.origin, w.sel.unit
	if whole.Start < origin.Start {
		w.setSelection(w.sel.block, origin.End, whole.Start)
	} else {
		w.setSelection(w.sel.block, origin.Start, max(whole.End, origin.End))
	}
	w.sel.origin, w.sel.unit = origin, unit
}
