package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"concord/coding"
)

// mouseState is what the pointer is doing.
type mouseState struct {
	clicks clicks
	// down is where the pointer was pressed, moved whether it has moved since.
	down       fyne.Position
	pressed    bool
	moved      bool
	extending  bool // pressed with Shift
	at         fyne.Position
	cursor     desktop.StandardCursor
	autoscroll *fyne.Animation
}

// edgeMove is an edge of the chosen mark while it is dragged.
type edgeMove struct {
	ref   markRef
	span  coding.Span
	start bool // the beginning is dragged, not the end
}

// edgeReach is how near to an edge the pointer takes hold of it.
const edgeReach float32 = 5

// Cursor shows what a press would do.
func (w *CodedText) Cursor() desktop.Cursor { return w.mouse.cursor }

// MouseIn begins hovering.
func (w *CodedText) MouseIn(ev *desktop.MouseEvent) { w.MouseMoved(ev) }

// MouseOut ends hovering.
func (w *CodedText) MouseOut() { w.hover(markRef{}) }

// MouseMoved lifts the mark whose stripe is under the pointer, and shows
// where an edge can be taken hold of.
func (w *CodedText) MouseMoved(ev *desktop.MouseEvent) {
	w.mouse.cursor = desktop.TextCursor
	stripe, onStripe := w.stripeAt(ev.Position)
	switch {
	case onStripe:
		w.mouse.cursor = desktop.PointerCursor
	case ev.Position.X > w.geo.margin-Space1:
		w.mouse.cursor = desktop.DefaultCursor
	default:
		if _, _, on := w.edgeAt(ev.Position); on {
			w.mouse.cursor = desktop.HResizeCursor
		}
	}
	w.hover(stripe)
}

// hover lifts a mark.
func (w *CodedText) hover(ref markRef) {
	if w.hovered != ref {
		w.hovered = ref
		w.redraw()
	}
}

// MouseDown takes the focus, and begins to select, to move an edge, or chooses
// the mark of a stripe.
func (w *CodedText) MouseDown(ev *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(w); c != nil {
		c.Focus(w)
	}
	if ev.Button != desktop.MouseButtonPrimary && ev.Button != 0 {
		return
	}
	w.mouse.down, w.mouse.at, w.mouse.moved, w.mouse.pressed = ev.Position, ev.Position, false, true
	w.mouse.extending = ev.Modifier&fyne.KeyModifierShift != 0
	n := w.mouse.clicks.count(ev.Position)
	if stripe, on := w.stripeAt(ev.Position); on {
		w.mouse.pressed = false
		w.choose(stripe)
		return
	}
	if m, start, on := w.edgeAt(ev.Position); on {
		w.moving = &edgeMove{ref: w.chosen, span: m.Span, start: start}
		return
	}
	there, ok := w.positionAt(ev.Position)
	if !ok {
		return
	}
	w.sel.unit = unitCharacter
	block, at := there.block, there.at
	b := w.load(block)
	switch {
	case w.mouse.extending && block == w.sel.block:
		w.selectNear(block, w.sel.anchor, at, there.edge)
	case n == 2:
		w.selectUnit(block, b.word(w.characterAt(b, at, ev.Position)), unitWord)
	case n == 3:
		w.selectUnit(block, b.sentence(w.characterAt(b, at, ev.Position)), unitSentence)
	default:
		w.selectNear(block, at, at, there.edge)
	}
}

// selectUnit selects a word or a sentence, by which dragging then extends.
func (w *CodedText) selectUnit(block int, span coding.Span, by unit) {
	w.setSelection(block, span.Start, span.End)
	w.sel.unit, w.sel.origin = by, span
}

// characterAt is the character under the pointer, or the one nearest to it.
func (w *CodedText) characterAt(b *codedBlock, near int, pos fyne.Position) int {
	if _, at, on := w.characterUnder(pos); on {
		return at
	}
	if near >= b.length {
		return b.step(near, false)
	}
	return near
}

// Dragged extends the selection or moves the edge, and scrolls at the edges of
// the screen.
func (w *CodedText) Dragged(ev *fyne.DragEvent) {
	if !w.mouse.pressed {
		return
	}
	w.mouse.moved, w.mouse.at = true, ev.Position
	w.follow()
	if ev.Position.Y < 0 || ev.Position.Y > w.geo.height {
		w.startAutoscroll()
	} else {
		w.stopAutoscroll()
	}
}

// follow brings selection or edge to the pointer.
func (w *CodedText) follow() {
	if w.moving != nil {
		w.followEdge()
		return
	}
	if at, ok := w.positionIn(w.sel.block, w.mouse.at); ok {
		w.drag(at)
	}
}

// followEdge moves the dragged edge; a mark keeps at least one character.
func (w *CodedText) followEdge() {
	there, ok := w.positionIn(w.moving.ref.block, w.mouse.at)
	if !ok {
		return
	}
	at, b := there.at, w.load(w.moving.ref.block)
	if w.moving.start {
		w.moving.span.Start = min(at, b.step(w.moving.span.End, false))
	} else {
		w.moving.span.End = max(at, b.step(w.moving.span.Start, true))
	}
	w.redraw()
}

// startAutoscroll scrolls while the pointer is held above or below the screen.
func (w *CodedText) startAutoscroll() {
	if w.mouse.autoscroll != nil {
		return
	}
	w.mouse.autoscroll = &fyne.Animation{Duration: 1e9, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear, Tick: func(float32) {
		beyond := w.mouse.at.Y
		if beyond > 0 {
			beyond = max(0, beyond-w.geo.height)
		}
		if w.mouse.pressed && beyond != 0 && w.more(beyond > 0) {
			w.scrollBy(beyond * 0.3)
			w.follow()
		}
	}}
	w.mouse.autoscroll.Start()
}

// more reports whether the block of the selection goes on below the screen, or
// above it: a drag scrolls no further than its block.
func (w *CodedText) more(below bool) bool {
	if len(w.placed) == 0 {
		return false
	}
	first, last := w.placed[0], w.placed[len(w.placed)-1]
	if below {
		end := last.y + w.heightOf(last.block, last.piece)
		return w.sel.block > last.block || w.sel.block == last.block && (end > w.geo.height || last.piece < len(w.load(last.block).pieces)-1)
	}
	return w.sel.block < first.block || w.sel.block == first.block && (first.y < 0 || first.piece > 0)
}

// stopAutoscroll ends it.
func (w *CodedText) stopAutoscroll() {
	if w.mouse.autoscroll != nil {
		w.mouse.autoscroll.Stop()
		w.mouse.autoscroll = nil
	}
}

// DragEnd ends a drag.
func (w *CodedText) DragEnd() { w.release() }

// MouseUp ends a press: without a move it chooses the mark under the pointer.
func (w *CodedText) MouseUp(ev *desktop.MouseEvent) {
	if w.mouse.pressed && !w.mouse.moved && w.mouse.clicks.n == 1 && !w.mouse.extending && w.moving == nil {
		w.choose(w.markUnder(ev.Position))
	}
	w.release()
}

// release tells of a moved edge and forgets the press.
func (w *CodedText) release() {
	w.stopAutoscroll()
	moving := w.moving
	w.mouse.pressed, w.moving = false, nil
	if moving == nil {
		return
	}
	if m := w.load(moving.ref.block).mark(moving.ref.id); m != nil && m.Span != moving.span && w.OnMove != nil {
		w.OnMove(moving.ref.block, moving.ref.id, moving.span)
	}
	w.redraw()
}

// choose makes a mark the chosen one and tells.
func (w *CodedText) choose(ref markRef) {
	if w.chosen == ref || (w.chosen.id == "" && ref.id == "") {
		return
	}
	w.chosen = ref
	w.redraw()
	if w.OnMark != nil {
		w.OnMark(ref.block, ref.id)
	}
}

// TappedSecondary tells where the second button was clicked.
func (w *CodedText) TappedSecondary(ev *fyne.PointEvent) {
	if w.OnMenu != nil {
		w.OnMenu(ev.AbsolutePosition)
	}
}
