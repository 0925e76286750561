package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// dock puts pieces at the edges and one in the room that is left, without
// gaps: a hairline or a ground is the pieces' own business.
type dock struct{ top, bottom, left, right, centre fyne.CanvasObject }

// NewDock is a screen's frame: top and bottom over the whole width, left and
// right between them, centre in the rest. Any but centre may be nil. Tab goes
// from one to the next as the eye does.
func NewDock(top, bottom, left, right, centre fyne.CanvasObject) *fyne.Container {
	d := dock{top, bottom, left, right, centre}
	var pieces []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{top, left, centre, right, bottom} {
		if o != nil {
			pieces = append(pieces, o)
		}
	}
	c := container.New(d, pieces...)
	for _, o := range []fyne.CanvasObject{left, right} {
		if p, ok := o.(*SidePanel); ok {
			p.arrange = func() {
				d.Layout(c.Objects, c.Size())
				canvas.Refresh(c)
			}
		}
	}
	return c
}

// widthOf is how wide a piece at the side is.
func widthOf(o fyne.CanvasObject, total float32) float32 {
	if p, ok := o.(*SidePanel); ok {
		return p.widthIn(total)
	}
	return o.MinSize().Width
}

// Layout places the pieces.
func (d dock) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	shown := func(o fyne.CanvasObject) bool { return o != nil && o.Visible() }
	var top, bottom, left, right float32
	if shown(d.top) {
		top = heightFor(d.top, size.Width)
		place(d.top, 0, 0, size.Width, top)
	}
	if shown(d.bottom) {
		bottom = heightFor(d.bottom, size.Width)
		place(d.bottom, 0, size.Height-bottom, size.Width, bottom)
	}
	middle := size.Height - top - bottom
	if shown(d.left) {
		left = widthOf(d.left, size.Width)
		place(d.left, 0, top, left, middle)
	}
	if shown(d.right) {
		right = widthOf(d.right, size.Width)
		place(d.right, size.Width-right, top, right, middle)
	}
	if shown(d.centre) {
		place(d.centre, left, top, size.Width-left-right, middle)
	}
}

// MinSize has room for every piece.
func (d dock) MinSize([]fyne.CanvasObject) fyne.Size {
	least := func(o fyne.CanvasObject) fyne.Size {
		if o == nil || !o.Visible() {
			return fyne.Size{}
		}
		return o.MinSize()
	}
	top, bottom, left, right, centre := least(d.top), least(d.bottom), least(d.left), least(d.right), least(d.centre)
	return fyne.NewSize(
		max(top.Width, bottom.Width, left.Width+right.Width+centre.Width),
		top.Height+bottom.Height+max(left.Height, right.Height, centre.Height))
}
