package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// SentenceChoice is an underlined word in a sentence that can be exchanged for
// another: it drops a menu of what else could stand there.
type SentenceChoice struct {
	lettered
	TextSize fyne.ThemeSizeName
	// Options are asked for when it is tapped.
	Options func() []Option
}

// NewSentenceChoice stands in a sentence; see NewSentence.
func NewSentenceChoice(text string, options func() []Option) *SentenceChoice {
	c := &SentenceChoice{TextSize: SizePage, Options: options}
	c.Text = text
	c.OnTapped = func() {
		if c.Options != nil {
			ShowMenu(c, c.Options())
		}
	}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is for Fyne.
func (c *SentenceChoice) CreateRenderer() fyne.WidgetRenderer {
	ground, text, under := &canvas.Rectangle{CornerRadius: 4}, &canvas.Text{}, &canvas.Rectangle{}
	style := func() {
		l := lookOf(c)
		text.Text, text.TextSize, text.TextStyle, text.Color = inOrder(c.Text), l.size(c.TextSize), fyne.TextStyle{Bold: true}, l.color(ColorAccent)
		under.FillColor = text.Color
		ground.FillColor = withAlpha(l.color(ColorAccentTint), 0)
		if c.hovered || c.focused {
			ground.FillColor = l.color(ColorAccentTint)
		}
	}
	least := func() fyne.Size { return text.MinSize().AddWidthHeight(4, 2) }
	arrange := func(size fyne.Size) {
		min := text.MinSize()
		place(ground, 0, 0, size.Width, size.Height)
		place(text, 2, 0, min.Width, min.Height)
		place(under, 0, size.Height-3, size.Width, 1.5)
	}
	return draw(style, least, arrange, ground, text, under)
}
