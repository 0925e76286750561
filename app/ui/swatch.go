package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Swatch is the small square of a code's colour beside its name.
type Swatch struct {
	widget.BaseWidget
	// Hex is the colour as it is stored with a code, "#RRGGBB".
	Hex string
	// Side is its width and height; 0 means 11.
	Side float32
}

// NewSwatch shows a code's stored colour; see CodeHex.
func NewSwatch(hex string) *Swatch {
	s := &Swatch{Hex: hex}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is for Fyne.
func (s *Swatch) CreateRenderer() fyne.WidgetRenderer {
	square := &canvas.Rectangle{CornerRadius: 3}
	least := func() fyne.Size {
		side := s.Side
		if side == 0 {
			side = 11
		}
		return fyne.NewSquareSize(side)
	}
	arrange := func(size fyne.Size) {
		side := least().Width
		place(square, (size.Width-side)/2, (size.Height-side)/2, side, side)
	}
	return draw(func() { square.FillColor = CodeColorHex(s.Hex, lookOf(s).dark()) }, least, arrange, square)
}
