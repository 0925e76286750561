package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Button is one thing to do, with the key that does it on it. The primary
// button of a screen is filled with the accent; all others are outlined.
type Button struct {
	lettered
	Key     string
	Primary bool
	// KeyFirst puts the key before the words, for choices by key.
	KeyFirst bool
}

// NewButton is an outlined button.
func NewButton(text string, onTapped func()) *Button {
	b := &Button{}
	b.Text, b.OnTapped = text, onTapped
	b.ExtendBaseWidget(b)
	return b
}

// NewPrimaryButton is the filled button of a screen's next step.
func NewPrimaryButton(text string, onTapped func()) *Button {
	b := NewButton(text, onTapped)
	b.Primary = true
	return b
}

// WithKey shows a key after the words and returns the button. The key itself
// is the screen's to handle.
func (b *Button) WithKey(key string) *Button { b.Key = key; return b }

// WithKeyFirst shows a key before the words and returns the button.
func (b *Button) WithKeyFirst(key string) *Button { b.Key, b.KeyFirst = key, true; return b }

// SetPrimary fills the button or outlines it: the chosen one among several.
func (b *Button) SetPrimary(primary bool) {
	if b.Primary != primary {
		b.Primary = primary
		b.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	ring, ground, over := &canvas.Rectangle{CornerRadius: CornerField + 3}, &canvas.Rectangle{CornerRadius: CornerField}, &canvas.Rectangle{CornerRadius: CornerField}
	text, key := &canvas.Text{}, NewKeyCap("")
	style := func() {
		l := lookOf(b)
		ground.FillColor, ground.StrokeColor, ground.StrokeWidth = l.color(ColorSurface), l.color(ColorLine), 1
		text.Text, text.TextSize, text.Color = inOrder(b.Text), l.size(SizeTable), l.color(ColorText)
		if b.Primary {
			ground.FillColor, ground.StrokeWidth, text.Color = l.color(ColorAccent), 0, l.color(ColorOnAccent)
		}
		over.FillColor = withAlpha(l.color(ColorHover), 0)
		if b.hovered && !b.disabled {
			over.FillColor = l.color(ColorHover)
		}
		ring.FillColor, ring.StrokeWidth, ring.StrokeColor = withAlpha(l.color(ColorAccent), 0), 0, l.color(ColorAccent)
		if b.focused {
			ring.StrokeWidth = 2
		}
		if b.disabled {
			text.Color = withAlpha(text.Color, 0.45)
			if b.Primary {
				ground.FillColor = withAlpha(ground.FillColor, 0.5)
			}
		}
		key.Key, key.OnAccent = b.Key, b.Primary
	}
	least := func() fyne.Size {
		size := text.MinSize().AddWidthHeight(26, 16)
		if b.Key != "" {
			size.Width += key.MinSize().Width + 8
		}
		return size
	}
	arrange := func(size fyne.Size) {
		height := min(size.Height, least().Height)
		y := (size.Height - height) / 2
		place(ring, -3, y-3, size.Width+6, height+6)
		place(ground, 0, y, size.Width, height)
		place(over, 0, y, size.Width, height)
		words, cap := text.MinSize(), key.MinSize()
		x := (size.Width - least().Width) / 2
		switch {
		case b.Key != "" && b.KeyFirst:
			place(key, x+12, y+(height-cap.Height)/2, cap.Width, cap.Height)
			place(text, x+12+cap.Width+8, y+(height-words.Height)/2, words.Width, words.Height)
		default:
			place(text, x+13, y+(height-words.Height)/2, words.Width, words.Height)
			place(key, x+13+words.Width+8, y+(height-cap.Height)/2, cap.Width, cap.Height)
		}
	}
	return draw(style, least, arrange, ring, ground, over, text, key)
}
