package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// column stacks objects over its whole width. Unlike Fyne's own box it gives
// each object the width first and asks for the height then, so that wrapped
// text is right at once, without a second pass.
type column struct{ gap float32 }

// NewColumn stacks objects from the top, gap apart, each as wide as the column.
func NewColumn(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(column{gap}, objects...)
}

// Layout gives every object the whole width and the height it then needs.
func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height := heightFor(o, size.Width)
		place(o, 0, y, size.Width, height)
		y += height + c.gap
	}
}

// MinSize is as wide as the widest object and as high as all at their width.
func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		min := o.MinSize()
		if least.Height > 0 {
			least.Height += c.gap
		}
		least.Width = max(least.Width, min.Width)
		least.Height += min.Height
	}
	return least
}

// heightFor is how high an object must be at a width. Wrapping widgets know
// it as soon as they have the width.
func heightFor(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, max(o.Size().Height, o.MinSize().Height)))
	}
	return o.MinSize().Height
}
