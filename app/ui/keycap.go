package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// KeyCap shows a key where it works, as a small bordered box.
type KeyCap struct {
	widget.BaseWidget
	Key string
	// OnAccent draws it for an accent-coloured ground.
	OnAccent bool
}

// NewKeyCap shows a key, such as "K" or "Ctrl K".
func NewKeyCap(key string) *KeyCap {
	k := &KeyCap{Key: key}
	k.ExtendBaseWidget(k)
	return k
}

// KeyWords writes a key, or several with a space or a plus between them, as
// keyboards of the person's language have it: "Ctrl K", "Ctrl+Shift+Z".
func KeyWords(key string) string {
	return strings.NewReplacer("Ctrl", lang.X("cap.ctrl", "Ctrl"), "Shift", lang.X("cap.shift", "Shift"),
		"Insert", lang.X("cap.insert", "Insert"), "Delete", lang.X("cap.delete", "Delete")).Replace(key)
}

// CreateRenderer is for Fyne.
func (k *KeyCap) CreateRenderer() fyne.WidgetRenderer {
	box, foot, text := &canvas.Rectangle{}, &canvas.Rectangle{}, &canvas.Text{Alignment: fyne.TextAlignCenter}
	style := func() {
		l := lookOf(k)
		text.Text, text.TextSize, text.TextStyle = KeyWords(k.Key), l.size(SizeRail), fyne.TextStyle{Bold: true}
		box.CornerRadius, foot.CornerRadius, box.StrokeWidth = 4, 4, 1
		box.FillColor, box.StrokeColor, foot.FillColor = l.color(ColorSurface), l.color(ColorLine), l.color(ColorLine)
		text.Color = l.color(ColorMuted)
		if k.OnAccent {
			box.FillColor, text.Color = l.color(ColorAccent), l.color(ColorOnAccent)
			box.StrokeColor, foot.FillColor = withAlpha(text.Color, 0.55), withAlpha(text.Color, 0.55)
		}
		hidden := k.Key == ""
		for _, o := range []fyne.CanvasObject{box, foot, text} {
			if hidden {
				o.Hide()
			} else {
				o.Show()
			}
		}
	}
	least := func() fyne.Size {
		if k.Key == "" {
			return fyne.NewSize(0, 0)
		}
		min := text.MinSize()
		return fyne.NewSize(max(min.Width+10, min.Height+3), min.Height+4)
	}
	arrange := func(size fyne.Size) {
		min := least()
		y := (size.Height - min.Height) / 2
		place(foot, 0, y+1, size.Width, min.Height)
		place(box, 0, y, size.Width, min.Height)
		place(text, 0, y+1, size.Width, min.Height-2)
	}
	return draw(style, least, arrange, foot, box, text)
}
