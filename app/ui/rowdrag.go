package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// MouseDown chooses the row at once, so that a click by an unsteady hand,
// which is a drag to Fyne, chooses too.
func (r *rowList) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary {
		r.choose(r.at(ev.Position.Y + r.offset))
	}
}

// MouseUp changes nothing: a click ends in Tapped.
func (r *rowList) MouseUp(*desktop.MouseEvent) {}

// Dragged shows onto which row the dragged one would fall.
func (r *rowList) Dragged(ev *fyne.DragEvent) {
	if r.onDrop == nil {
		return
	}
	if r.dragged < 0 {
		r.dragged = r.at(ev.Position.Y - ev.Dragged.DY + r.offset)
	}
	switch {
	case ev.Position.Y < 0:
		r.scrollTo(r.offset - 8)
	case ev.Position.Y > r.Size().Height:
		r.scrollTo(r.offset + 8)
	}
	if row := r.at(ev.Position.Y + r.offset); row != r.target {
		r.target = row
		r.Refresh()
	}
}

// DragEnd drops the dragged row where the pointer is; a row that is dropped on
// itself or beside the rows stays.
func (r *rowList) DragEnd() {
	from, onto := r.dragged, r.target
	r.dragged, r.target = -1, -1
	r.Refresh()
	if r.onDrop != nil && from >= 0 && onto >= 0 && from != onto {
		r.onDrop(from, onto)
	}
}
