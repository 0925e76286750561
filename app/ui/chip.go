package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Chip is a short label on a tint: a kind, a state, a result.
type Chip struct {
	widget.BaseWidget
	Text string
	Tone Tone
}

// NewChip shows a word in a tone.
func NewChip(text string, tone Tone) *Chip {
	c := &Chip{Text: text, Tone: tone}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is for Fyne.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	ground, text := &canvas.Rectangle{CornerRadius: 5}, &canvas.Text{Alignment: fyne.TextAlignCenter}
	style := func() {
		l := lookOf(c)
		ground.FillColor = l.color(c.Tone.ground())
		text.Text, text.TextSize, text.TextStyle = inOrder(c.Text), l.size(SizeRail), fyne.TextStyle{Bold: true}
		text.Color = l.color(c.Tone.ink())
	}
	least := func() fyne.Size { return text.MinSize().AddWidthHeight(14, 4) }
	arrange := func(size fyne.Size) {
		height := least().Height
		y := (size.Height - height) / 2
		place(ground, 0, y, size.Width, height)
		place(text, 0, y+2, size.Width, height-4)
	}
	return draw(style, least, arrange, ground, text)
}
