package ui

import "fyne.io/fyne/v2"

// drawing is the one renderer of the small widgets: objects, and what to do
// with them. style gives them colours, sizes and texts from the widget's
// fields and the look; arrange places them; least is the smallest size.
type drawing struct {
	objects []fyne.CanvasObject
	style   func()
	arrange func(fyne.Size)
	least   func() fyne.Size
	size    fyne.Size
}

// draw styles the objects once and returns the renderer.
func draw(style func(), least func() fyne.Size, arrange func(fyne.Size), objects ...fyne.CanvasObject) *drawing {
	style()
	return &drawing{objects: objects, style: style, arrange: arrange, least: least}
}

// Layout places the objects in the widget's size.
func (d *drawing) Layout(size fyne.Size) {
	d.size = size
	d.arrange(size)
}

// MinSize is the smallest size that shows everything.
func (d *drawing) MinSize() fyne.Size { return d.least() }

// Objects are what is drawn, from the back to the front.
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }

// Destroy has nothing to release.
func (d *drawing) Destroy() {}

// Refresh styles, places and redraws the objects: another text, or another
// text size, may need another place in the same room.
func (d *drawing) Refresh() {
	d.style()
	if !d.size.IsZero() {
		d.arrange(d.size)
	}
	for _, o := range d.objects {
		o.Refresh()
	}
}

// place moves and resizes in one go.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(0, w), max(0, h)))
}
