package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// inset leaves room around one object.
type inset struct{ top, right, bottom, left float32 }

// NewInset leaves the same room on all four sides of content.
func NewInset(room float32, content fyne.CanvasObject) *fyne.Container {
	return NewInsetSides(room, room, room, room, content)
}

// NewInsetSides leaves room around content, clockwise from the top.
func NewInsetSides(top, right, bottom, left float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(inset{top, right, bottom, left}, content)
}

// Layout gives the objects what the room leaves.
func (i inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, i.left, i.top, size.Width-i.left-i.right, size.Height-i.top-i.bottom)
	}
}

// MinSize is the content's and the room.
func (i inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least.AddWidthHeight(i.left+i.right, i.top+i.bottom)
}

// sized holds its content at a fixed width or height; 0 leaves it free.
type sized struct{ width, height float32 }

// NewSized holds content at a width, a height or both; 0 leaves one free.
func NewSized(width, height float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(sized{width, height}, content)
}

// Layout fills the size.
func (s sized) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, 0, 0, size.Width, size.Height)
	}
}

// MinSize is the held measures, and the content's for those left free.
func (s sized) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.NewSize(s.width, s.height)
	for _, o := range objects {
		if s.width == 0 {
			least.Width = max(least.Width, o.MinSize().Width)
		}
		if s.height == 0 {
			least.Height = max(least.Height, o.MinSize().Height)
		}
	}
	return least
}
