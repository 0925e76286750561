package ui

import "fyne.io/fyne/v2"

// Caret is where the caret stands in the widget, and how high its line is;
// seen is false while it is scrolled out of view.
func (w *CodedText) Caret() (at fyne.Position, height float32, seen bool) {
	if w.current() == nil || w.geo.height <= 0 {
		return at, 0, false
	}
	p, line := w.lineOf(w.sel.block, w.sel.head)
	top, seen := w.lineTop(w.sel.block, p, line)
	part := w.lay(w.sel.block, p)
	left := w.geo.left + part.lines[line].caret(part, w.geo.reading, w.sel.head-part.start, w.sel.goal)
	return fyne.NewPos(left, top), w.geo.leading, seen && top >= 0 && top+w.geo.leading <= w.geo.height
}
