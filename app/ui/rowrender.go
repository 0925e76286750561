package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// rowRenderer draws the rows on screen and reuses their objects.
type rowRenderer struct {
	list    *rowList
	views   []rowView
	grounds []*canvas.Rectangle
	lines   []*canvas.Rectangle
	ring    *canvas.Rectangle
	bar     *scrollBar
	drag    *dragPicture
	objects []fyne.CanvasObject
}

// Layout draws for a size.
func (r *rowRenderer) Layout(fyne.Size) { r.Refresh() }

// MinSize is small: a list scrolls.
func (r *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(60, 60) }

// Objects are the grounds, the rows, the lines and the scroll bar.
func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy has nothing to release.
func (r *rowRenderer) Destroy() {}

// Refresh fills and places the rows on screen.
func (r *rowRenderer) Refresh() {
	list, l := r.list, lookOf(r.list)
	size := list.Size()
	r.objects = r.objects[:0]
	total := list.top(list.count())
	list.offset = max(0, min(list.offset, total-size.Height))
	used := 0
	for row := list.at(list.offset); row >= 0 && row < list.count() && list.top(row) < list.offset+size.Height; row++ {
		if used == len(r.views) {
			r.views = append(r.views, list.newView())
			r.grounds = append(r.grounds, &canvas.Rectangle{})
			r.lines = append(r.lines, &canvas.Rectangle{})
		}
		view, ground, line := r.views[used], r.grounds[used], r.lines[used]
		used++
		y, height := list.top(row)-list.offset, list.top(row+1)-list.top(row)
		ground.FillColor = color.Transparent
		switch {
		case row == list.chosen:
			ground.FillColor = l.color(ColorAccentTint)
		case row == list.hovered && (list.passes == nil || !list.passes(row)):
			ground.FillColor = l.color(ColorHover)
		}
		ground.CornerRadius = CornerField
		if list.lines {
			ground.CornerRadius = 0
		}
		place(ground, 0, y, size.Width, height)
		ground.Refresh()
		view.show(row, row == list.chosen)
		place(view, 0, y, size.Width, height)
		view.Refresh()
		r.objects = append(r.objects, ground, view)
		if list.lines {
			line.FillColor = l.color(ColorLine)
			place(line, Space2, y+height-1, size.Width-2*Space2, 1)
			line.Refresh()
			r.objects = append(r.objects, line)
		}
	}
	r.ring.FillColor, r.ring.StrokeColor, r.ring.StrokeWidth = color.Transparent, l.color(ColorAccent), 0
	if list.focused && list.count() > 0 {
		// Where no row is chosen yet the ring is at the first, which the arrow
		// down goes to.
		at := max(0, list.chosen)
		y := list.top(at) - list.offset
		r.ring.StrokeWidth = 1.5
		place(r.ring, 2, y+1, size.Width-4, list.top(at+1)-list.top(at)-2)
	}
	r.ring.Refresh()
	place(r.bar, size.Width-scrollBarWidth, 0, scrollBarWidth, size.Height)
	r.bar.set(total, list.offset)
	r.objects = append(r.objects, r.ring, r.bar)
	r.objects = append(r.objects, r.drag.draw(list)...)
	canvas.Refresh(list)
}
