package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Pill is a rounded label with a border: a filter, one of a few reasons, the
// round in the top bar. With OnTapped it is a choice.
type Pill struct {
	lettered
	Chosen bool
	// Tone colours the border and the words of a pill that isn't chosen.
	Tone Tone
	// Dot puts a small disc in the tone before the words.
	Dot bool
}

// NewPill shows a choice; onTapped may be nil.
func NewPill(text string, onTapped func()) *Pill {
	p := &Pill{}
	p.Text, p.OnTapped = text, onTapped
	p.ExtendBaseWidget(p)
	return p
}

// SetChosen shows the pill as chosen or not.
func (p *Pill) SetChosen(chosen bool) {
	if p.Chosen != chosen {
		p.Chosen = chosen
		p.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (p *Pill) CreateRenderer() fyne.WidgetRenderer {
	ground, dot, text := &canvas.Rectangle{}, &canvas.Circle{}, &canvas.Text{}
	style := func() {
		l := lookOf(p)
		ground.FillColor, ground.StrokeWidth, ground.StrokeColor = l.color(ColorSurface), 1, l.color(ColorLine)
		text.Text, text.TextSize, text.Color = inOrder(p.Text), l.size(SizeExplain), l.color(ColorMuted)
		dot.FillColor = l.color(p.Tone.ink())
		if p.Tone != ToneNeutral && !p.Dot {
			text.Color, ground.StrokeColor = l.color(p.Tone.ink()), l.color(p.Tone.ink())
		}
		if p.Chosen {
			text.Color, ground.StrokeColor, ground.FillColor = l.color(ColorAccent), l.color(ColorAccent), l.color(ColorAccentTint)
		}
		if p.hovered && p.OnTapped != nil && !p.Chosen {
			ground.FillColor = l.color(ColorRail)
		}
		if p.focused {
			ground.StrokeWidth, ground.StrokeColor = 2, l.color(ColorAccent)
		}
		if p.Dot {
			dot.Show()
		} else {
			dot.Hide()
		}
	}
	lead := func() float32 {
		if p.Dot {
			return 14
		}
		return 0
	}
	least := func() fyne.Size { return text.MinSize().AddWidthHeight(22+lead(), 8) }
	arrange := func(size fyne.Size) {
		height := least().Height
		y := (size.Height - height) / 2
		ground.CornerRadius = height / 2
		place(ground, 0, y, size.Width, height)
		place(dot, 10, y+height/2-4, 8, 8)
		place(text, 11+lead(), y+4, size.Width-22-lead(), height-8)
	}
	return draw(style, least, arrange, ground, dot, text)
}
