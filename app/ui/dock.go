package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// dock puts pieces at the edges and one in the room that is left, without
// gaps: a hairline or a ground is the pieces' own business.
type dock struct{ top, bottom, left, right, centre fyne.CanvasObject }

// NewDock is a screen's frame: top and bottom over the whole width, left and
// right between them, centre in the rest. Any but centre may be nil.
func NewDock(top, bottom, left, right, centre fyne.CanvasObject) *fyne.Container {
	d := dock{top, bottom, left, right, centre}
	var pieces []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{centre, left, right, top, bottom} {
		if o != nil {
			pieces = append(pieces, o)
		}
	}
	return container.New(d, pieces...)
}

// NewSidePanel is a panel beside the centre, of a width, on a surface, with a
// hairline towards the centre: at its right end where the panel is at the left.
func NewSidePanel(width float32, atLeft bool, content fyne.CanvasObject) *fyne.Container {
	inner := NewDock(nil, nil, NewHairline(), nil, content)
	if atLeft {
		inner = NewDock(nil, nil, nil, NewHairline(), content)
	}
	return NewSized(width, 0, container.NewStack(NewGround(ColorSurface), inner))
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
		left = d.left.MinSize().Width
		place(d.left, 0, top, left, middle)
	}
	if shown(d.right) {
		right = d.right.MinSize().Width
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
