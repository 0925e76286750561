package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// ProgressLine is a thin line, filled from the left: how much is decided, how
// far a task has come.
type ProgressLine struct {
	widget.BaseWidget
	// Share is from 0 to 1.
	Share float64
}

// NewProgressLine shows a share from 0 to 1.
func NewProgressLine(share float64) *ProgressLine {
	p := &ProgressLine{Share: share}
	p.ExtendBaseWidget(p)
	return p
}

// SetShare moves the line.
func (p *ProgressLine) SetShare(share float64) {
	if p.Share != share {
		p.Share = share
		p.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (p *ProgressLine) CreateRenderer() fyne.WidgetRenderer {
	whole, part := &canvas.Rectangle{CornerRadius: 2}, &canvas.Rectangle{CornerRadius: 2}
	style := func() {
		l := lookOf(p)
		whole.FillColor, part.FillColor = l.color(ColorLine), l.color(ColorAccent)
	}
	arrange := func(size fyne.Size) {
		y := (size.Height - 4) / 2
		place(whole, 0, y, size.Width, 4)
		place(part, 0, y, size.Width*float32(min(1, max(0, p.Share))), 4)
	}
	return draw(style, func() fyne.Size { return fyne.NewSize(60, 4) }, arrange, whole, part)
}
