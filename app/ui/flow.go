package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// flow sets objects like words: side by side, and on the next line when the
// width is used up. It remembers the width it had, for its height.
type flow struct {
	gap, leading float32
	width        float32
}

// NewFlow sets objects one after another, gap apart, breaking into lines that
// are leading apart. Rows of chips are made of it.
func NewFlow(gap, leading float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap, leading: leading}, objects...)
}

// Layout breaks the objects into lines and centres each in its line.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.each(objects, size.Width, func(o fyne.CanvasObject, x, y, lineHeight float32) {
		min := o.MinSize()
		place(o, x, y+(lineHeight-min.Height)/2, min.Width, min.Height)
	})
}

// MinSize is as wide as the widest object and as high as the lines at the
// last width.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		if o.Visible() {
			least.Width = max(least.Width, o.MinSize().Width)
		}
	}
	width := f.width
	if width <= 0 {
		width = 1e6
	}
	least.Height = f.each(objects, width, func(fyne.CanvasObject, float32, float32, float32) {})
	return least
}

// each finds the place of every object and returns the total height.
func (f *flow) each(objects []fyne.CanvasObject, width float32, at func(o fyne.CanvasObject, x, y, lineHeight float32)) float32 {
	type placed struct {
		o fyne.CanvasObject
		x float32
	}
	var (
		current       []placed
		x, y, highest float32
		endLine       = func() {
			for _, p := range current {
				at(p.o, p.x, y, highest)
			}
			current = current[:0]
		}
	)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		min := o.MinSize()
		if len(current) > 0 && x+min.Width > width+0.5 {
			endLine()
			y += highest + f.leading
			x, highest = 0, 0
		}
		current = append(current, placed{o, x})
		x += min.Width + f.gap
		highest = max(highest, min.Height)
	}
	endLine()
	return y + highest
}
