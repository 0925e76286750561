package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Fill is a plain area in a token's colour: a hairline, a panel's ground, or
// empty room. It follows the theme.
type Fill struct {
	widget.BaseWidget
	Color  fyne.ThemeColorName
	Corner float32
	least  fyne.Size
}

// NewHairline is a line, one pixel high or wide as it is stretched.
func NewHairline() *Fill { return newFill(ColorLine, 1, 1) }

// NewGround is an area in a colour, to lie under something in a stack.
func NewGround(color fyne.ThemeColorName) *Fill { return newFill(color, 0, 0) }

// NewSpace is empty room.
func NewSpace(width, height float32) *Fill { return newFill("", width, height) }

// newFill is an area with a least size.
func newFill(color fyne.ThemeColorName, width, height float32) *Fill {
	f := &Fill{Color: color, least: fyne.NewSize(width, height)}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer is for Fyne.
func (f *Fill) CreateRenderer() fyne.WidgetRenderer {
	area := &canvas.Rectangle{}
	style := func() {
		area.CornerRadius = f.Corner
		if f.Color == "" {
			area.Hide()
			return
		}
		area.FillColor = lookOf(f).color(f.Color)
	}
	arrange := func(size fyne.Size) { place(area, 0, 0, size.Width, size.Height) }
	return draw(style, func() fyne.Size { return f.least }, arrange, area)
}
