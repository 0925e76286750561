package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// tickBox is a small box in a table's row. It takes taps but no focus: Space
// on the row ticks it.
type tickBox struct {
	widget.BaseWidget
	ticked   bool
	onTapped func()
}

// newTickBox is an empty box.
func newTickBox(onTapped func()) *tickBox {
	b := &tickBox{onTapped: onTapped}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped ticks or unticks.
func (b *tickBox) Tapped(*fyne.PointEvent) { b.onTapped() }

// CreateRenderer is for Fyne.
func (b *tickBox) CreateRenderer() fyne.WidgetRenderer {
	box, down, up := &canvas.Rectangle{CornerRadius: 4}, &canvas.Line{}, &canvas.Line{}
	style := func() {
		l := lookOf(b)
		box.FillColor, box.StrokeWidth, box.StrokeColor = l.color(ColorSurface), 1.2, l.color(ColorMuted)
		down.StrokeWidth, up.StrokeWidth = 1.8, 1.8
		down.StrokeColor, up.StrokeColor = l.color(ColorOnAccent), l.color(ColorOnAccent)
		if b.ticked {
			box.FillColor, box.StrokeColor = l.color(ColorAccent), l.color(ColorAccent)
			down.Show()
			up.Show()
		} else {
			down.Hide()
			up.Hide()
		}
	}
	arrange := func(size fyne.Size) {
		x, y := (size.Width-14)/2, (size.Height-14)/2
		place(box, x, y, 14, 14)
		down.Position1, down.Position2 = fyne.NewPos(x+3.2, y+7.2), fyne.NewPos(x+6, y+10)
		up.Position1, up.Position2 = fyne.NewPos(x+6, y+10), fyne.NewPos(x+11, y+4.2)
	}
	return draw(style, func() fyne.Size { return fyne.NewSquareSize(18) }, arrange, box, down, up)
}
