package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// ends puts two objects at the two ends of a line, or the second under the
// first where they don't fit beside each other.
type ends struct {
	gap   float32
	width float32
}

// NewEnds puts left at the left end, with the width that is left over, and right
// at the right end; under left where there is no room for both.
func NewEnds(gap float32, left, right fyne.CanvasObject) *fyne.Container {
	return container.New(&ends{gap: gap}, left, right)
}

// fit reports whether both stand on one line.
func (e *ends) fit(objects []fyne.CanvasObject) bool {
	return e.width <= 0 || objects[0].MinSize().Width+e.gap+objects[1].MinSize().Width <= e.width
}

// Layout places the two.
func (e *ends) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	e.width = size.Width
	left, right := objects[0], objects[1]
	least := right.MinSize()
	if !e.fit(objects) {
		high := left.MinSize().Height
		place(left, 0, 0, size.Width, high)
		place(right, 0, high+e.gap, size.Width, least.Height)
		return
	}
	room := size.Width - e.gap - least.Width
	place(left, 0, 0, room, size.Height)
	place(right, size.Width-least.Width, (size.Height-least.Height)/2, least.Width, least.Height)
}

// MinSize is as wide as the wider, and as high as they are at the last width.
func (e *ends) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	if e.fit(objects) {
		return fyne.NewSize(max(left.Width, right.Width), max(left.Height, right.Height))
	}
	return fyne.NewSize(max(left.Width, right.Width), left.Height+e.gap+right.Height)
}
