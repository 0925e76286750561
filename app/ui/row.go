package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// row puts objects side by side, each as wide as it needs, but for one that
// takes what is left.
type row struct {
	gap     float32
	stretch int
}

// NewRow puts objects side by side from the left, gap apart, centred in
// height, each as wide as it needs.
func NewRow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(row{gap, -1}, objects...)
}

// NewStretchRow is NewRow where the object with index stretch takes the width
// that is left; use NewSpace for a gap that grows.
func NewStretchRow(gap float32, stretch int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(row{gap, stretch}, objects...)
}

// Layout places the objects; the stretching one gets the rest of the width.
func (r row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest := size.Width - r.MinSize(objects).Width
	var x float32
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		width := o.MinSize().Width
		if i == r.stretch {
			width = max(0, width+rest)
		}
		height := min(size.Height, heightFor(o, width))
		if height <= 0 || o.MinSize().Height <= 0 {
			height = size.Height
		}
		place(o, x, (size.Height-height)/2, width, height)
		x += width + r.gap
	}
}

// MinSize is the sum of the widths and the greatest height.
func (r row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	gap := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		min := o.MinSize()
		least.Width += gap + min.Width
		least.Height = max(least.Height, min.Height)
		gap = r.gap
	}
	return least
}

// columns divides its width among objects by shares; all start at the top.
type columns struct {
	gap    float32
	shares []float32
}

// NewColumns puts objects side by side at the given shares of the width, gap
// apart, each as high as the highest. Cards in a row are made of it.
func NewColumns(gap float32, shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columns{gap, shares}, objects...)
}

// widths are the columns' widths in a total.
func (c columns) widths(n int, total float32) []float32 {
	widths, sum := make([]float32, n), float32(0)
	for i := range n {
		widths[i] = 1
		if i < len(c.shares) {
			widths[i] = c.shares[i]
		}
		sum += widths[i]
	}
	for i := range widths {
		widths[i] *= max(0, total-c.gap*float32(n-1)) / max(sum, 0.001)
	}
	return widths
}

// Layout gives each column its width and all the same height.
func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x, height float32
	widths := c.widths(len(objects), size.Width)
	for i, o := range objects {
		height = max(height, heightFor(o, widths[i]))
	}
	for i, o := range objects {
		place(o, x, 0, widths[i], height)
		x += widths[i] + c.gap
	}
}

// MinSize is wide enough for the least of each, and as high as the highest.
func (c columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for i, o := range objects {
		if i > 0 {
			least.Width += c.gap
		}
		least.Width += o.MinSize().Width
		least.Height = max(least.Height, o.MinSize().Height)
	}
	return least
}
