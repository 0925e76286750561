package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"concord/coding"
)

// FocusGained shows the caret.
func (w *CodedText) FocusGained() { w.focused, w.shift = true, false; w.redraw() }

// FocusLost hides the caret; the selection stays.
func (w *CodedText) FocusLost() { w.focused, w.shift = false, false; w.redraw() }

// KeyDown and KeyUp follow the Shift key, which extends a selection.
func (w *CodedText) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		w.shift = true
	}
}

// KeyUp follows the Shift key.
func (w *CodedText) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		w.shift = false
	}
}

// TypedRune hands a typed letter to the screen.
func (w *CodedText) TypedRune(r rune) {
	if w.OnRune == nil || !w.OnRune(r) {
		passRune(r)
	}
}

// TypedKey moves caret, selection and screen.
func (w *CodedText) TypedKey(ev *fyne.KeyEvent) {
	if w.OnKey != nil && w.OnKey(ev) {
		return
	}
	b := w.current()
	if b == nil {
		return
	}
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		w.stepCaret(b, w.onward(b, ev.Name == fyne.KeyRight))
	case fyne.KeyUp:
		w.vertical(b, -1)
	case fyne.KeyDown:
		w.vertical(b, 1)
	case fyne.KeyHome, fyne.KeyEnd:
		w.lineEnd(ev.Name == fyne.KeyEnd)
	case fyne.KeyPageUp:
		w.scrollBy(-w.geo.height + w.geo.leading)
	case fyne.KeyPageDown:
		w.scrollBy(w.geo.height - w.geo.leading)
	case fyne.KeyEscape:
		w.ClearSelection()
		w.choose(markRef{})
	}
}

// onward reports whether the arrow to the right, or to the left, leads on in the
// text: to the left in a paragraph that runs from right to left. It is the
// paragraph that counts, not the word, so that with Shift a selection grows by
// one character at each press, also where the direction changes.
func (w *CodedText) onward(b *codedBlock, right bool) bool {
	return right != b.prepare(b.pieceAt(w.sel.head)).course.right
}

// RightToLeft reports whether the paragraph with a position runs from right to
// left.
func (w *CodedText) RightToLeft(block, at int) bool {
	if w.blocks == nil || block < 0 || block >= w.blocks.Len() {
		return false
	}
	b := w.load(block)
	return b.prepare(b.pieceAt(at)).course.right
}

// stepCaret moves the caret by one character; without Shift a selection
// collapses to its end on that side.
func (w *CodedText) stepCaret(b *codedBlock, forward bool) {
	span := w.sel.span()
	switch {
	case w.shift || span.Empty():
		w.extendTo(b.step(w.sel.head, forward), w.shift)
	case forward:
		w.extendTo(span.End, false)
	default:
		w.extendTo(span.Start, false)
	}
}

// vertical moves the caret a line up or down. Without Shift, in a block that
// is shown whole, it goes to the previous or the next block instead: reading
// goes from comment to comment.
func (w *CodedText) vertical(b *codedBlock, by int) {
	if !w.shift && b.heights.total() < float64(w.geo.height) {
		w.GoTo(w.sel.block + by)
		return
	}
	p, line := w.lineOf(w.sel.block, w.sel.head)
	part := w.lay(w.sel.block, p)
	goal := w.sel.goal
	if goal < 0 {
		goal = part.lines[line].caret(part, w.geo.reading, w.sel.head-part.start, -1)
	}
	switch line += by; {
	case line < 0:
		if p--; p < 1 {
			w.extendTo(0, w.shift)
			return
		}
		line = len(w.lay(w.sel.block, p).lines) - 1
	case line >= len(part.lines):
		if p++; p >= len(b.pieces) {
			w.extendTo(b.length, w.shift)
			return
		}
		line = 0
	}
	part = w.lay(w.sel.block, p)
	at, _ := part.lines[line].at(part, w.geo.reading, goal)
	w.extendNear(part.start+at, w.shift, goal)
}

// lineEnd moves the caret to the end or the beginning of its line.
func (w *CodedText) lineEnd(end bool) {
	p, line := w.lineOf(w.sel.block, w.sel.head)
	part := w.lay(w.sel.block, p)
	at := part.lines[line].start
	if end {
		at = part.lines[line].visible
	}
	w.extendTo(part.start+at, w.shift)
}

// TypedShortcut copies, moves by words, and hands everything else on.
func (w *CodedText) TypedShortcut(s fyne.Shortcut) {
	if w.OnShortcut != nil && w.OnShortcut(s) {
		return
	}
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		if text := w.SelectedText(); text != "" {
			fyne.CurrentApp().Clipboard().SetContent(text)
		}
		return
	case *fyne.ShortcutSelectAll:
		w.SelectBlock()
		return
	case *desktop.CustomShortcut:
		if w.modified(s) {
			return
		}
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(w).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// modified moves by words, or to the first and the last block, with Ctrl, and
// with Shift takes the selection along. It reports whether it knew the key.
func (w *CodedText) modified(s *desktop.CustomShortcut) bool {
	ctrl := s.Modifier&fyne.KeyModifierShortcutDefault != 0
	extend := s.Modifier&fyne.KeyModifierShift != 0
	b := w.current()
	if b == nil || !ctrl || s.Modifier&fyne.KeyModifierAlt != 0 {
		return false
	}
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight:
		at := b.previousWord(w.sel.head)
		if w.onward(b, s.KeyName == fyne.KeyRight) {
			at = b.nextWord(w.sel.head)
		}
		w.extendTo(at, extend)
	case fyne.KeyHome, fyne.KeyEnd:
		w.farEnd(b, s.KeyName == fyne.KeyEnd, extend)
	default:
		return false
	}
	return true
}

// farEnd goes to the first or the last block, or extends to the end of this one.
func (w *CodedText) farEnd(b *codedBlock, end, extend bool) {
	switch {
	case extend && end:
		w.extendTo(b.length, true)
	case extend:
		w.extendTo(0, true)
	case end:
		last := w.blocks.Len() - 1
		length := w.load(last).length
		w.setSelection(last, length, length)
		w.ScrollTo(last, coding.Span{Start: length, End: length})
	default:
		w.GoTo(0)
	}
}
