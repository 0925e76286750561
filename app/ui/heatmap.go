package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// HeatCell is one place of a heat map.
type HeatCell struct {
	// Text is what stands in it; the number is never shown by colour alone.
	Text string
	// Share, from 0 to 1, is how strong its colour is.
	Share float64
	// Known is false where there is no value: the place is left white.
	Known bool
}

// HeatMap shows a value for every pair of labels, such as coder by coder.
type HeatMap struct {
	widget.BaseWidget
	// OnTapped is told of a tapped place.
	OnTapped func(row, column int)

	labels []string
	cell   func(row, column int) HeatCell
}

// NewHeatMap shows labels down and across, and what cell returns for each pair.
func NewHeatMap(labels []string, cell func(row, column int) HeatCell) *HeatMap {
	h := &HeatMap{labels: labels, cell: cell}
	h.ExtendBaseWidget(h)
	return h
}

// Set shows other labels and values.
func (h *HeatMap) Set(labels []string, cell func(row, column int) HeatCell) {
	h.labels, h.cell = labels, cell
	h.Refresh()
}

// side is the least side of a place, and room the width of the row labels.
func (h *HeatMap) measures(width float32) (room, wide, high float32) {
	f := font{lookOf(h).size(SizeExplain), fyne.TextStyle{}}
	for _, label := range h.labels {
		room = max(room, f.width(label))
	}
	room = min(room, 120) + 10
	high = 32 * lookOf(h).scale()
	wide = 56 * lookOf(h).scale()
	if n := float32(len(h.labels)); n > 0 && width > 0 {
		wide = min(96, max(40, (width-room)/n))
	}
	return room, wide, high
}

// Tapped tells of the tapped place.
func (h *HeatMap) Tapped(ev *fyne.PointEvent) {
	room, wide, high := h.measures(h.Size().Width)
	column, row := int((ev.Position.X-room)/wide), int(ev.Position.Y/high)-1
	n := len(h.labels)
	if h.OnTapped != nil && ev.Position.X >= room && ev.Position.Y >= high && column < n && row < n {
		h.OnTapped(row, column)
	}
}

// CreateRenderer is for Fyne.
func (h *HeatMap) CreateRenderer() fyne.WidgetRenderer {
	var d *drawing
	build := func() []fyne.CanvasObject {
		l, objects := lookOf(h), []fyne.CanvasObject(nil)
		room, wide, high := h.measures(h.Size().Width)
		f := font{l.size(SizeExplain), fyne.TextStyle{}}
		word := func(text string, x, y, width float32, align fyne.TextAlign, ink fyne.ThemeColorName) {
			t := &canvas.Text{Text: inOrder(ellipsis(text, f, width)), TextSize: f.size, Alignment: align, Color: l.color(ink)}
			place(t, x, y+(high-f.height())/2, width, f.height())
			objects = append(objects, t)
		}
		for i, label := range h.labels {
			word(label, 0, high*float32(i+1), room-10, fyne.TextAlignTrailing, ColorMuted)
			word(label, room+wide*float32(i), 0, wide, fyne.TextAlignCenter, ColorMuted)
			for j := range h.labels {
				cell := h.cell(i, j)
				ground := &canvas.Rectangle{CornerRadius: 4, FillColor: l.color(ColorSurface)}
				if cell.Known { // never so strong that the figure is hard to read
					ground.FillColor = withAlpha(l.color(ColorAccent), 0.05+0.4*float32(min(1, max(0, cell.Share))))
				}
				place(ground, room+wide*float32(j)+1, high*float32(i+1)+1, wide-2, high-2)
				objects = append(objects, ground)
				word(cell.Text, room+wide*float32(j), high*float32(i+1), wide, fyne.TextAlignCenter, ColorText)
			}
		}
		return objects
	}
	least := func() fyne.Size {
		room, _, high := h.measures(0)
		return fyne.NewSize(room+40*float32(len(h.labels)), high*float32(len(h.labels)+1))
	}
	rebuild := func() {
		if d != nil {
			d.objects = build()
		}
	}
	d = draw(rebuild, least, func(fyne.Size) { rebuild() }, build()...)
	return d
}
