package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Link is words that lead somewhere.
type Link struct {
	lettered
	TextSize fyne.ThemeSizeName
	Bold     bool
	// Truncate lets it end in "…" where it does not fit.
	Truncate bool
}

// NewLink is a link in the small size.
func NewLink(text string, onTapped func()) *Link {
	k := &Link{TextSize: SizeExplain}
	k.Text, k.OnTapped = text, onTapped
	k.ExtendBaseWidget(k)
	return k
}

// Cut lets the link end in "…" where it does not fit, and returns it.
func (k *Link) Cut() *Link { k.Truncate = true; return k }

// cutLeast is how narrow a link that is cut may become.
const cutLeast float32 = 48

// CreateRenderer is for Fyne.
func (k *Link) CreateRenderer() fyne.WidgetRenderer {
	text, under := &canvas.Text{}, &canvas.Rectangle{}
	style := func() {
		l := lookOf(k)
		text.Text, text.TextSize, text.Color = inOrder(k.Text), l.size(k.TextSize), l.color(ColorAccent)
		text.TextStyle.Bold = k.Bold
		under.FillColor = withAlpha(text.Color, 0)
		if k.hovered || k.focused {
			under.FillColor = text.Color
		}
	}
	face := func() font { return font{text.TextSize, text.TextStyle} }
	least := func() fyne.Size {
		if k.Truncate {
			return fyne.NewSize(min(cutLeast, face().width(k.Text)), face().height())
		}
		return text.MinSize()
	}
	arrange := func(size fyne.Size) {
		if text.Text = inOrder(k.Text); k.Truncate {
			text.Text = inOrder(ellipsis(k.Text, face(), size.Width))
		}
		min := text.MinSize()
		y := (size.Height - min.Height) / 2
		place(text, 0, y, min.Width, min.Height)
		place(under, 0, y+min.Height-2, min.Width, 1)
	}
	return draw(style, least, arrange, text, under)
}
