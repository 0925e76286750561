package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// SearchBox looks like a field and is a button: it opens the search or the
// command palette, whose key it shows. In the top bar it takes a good width.
type SearchBox struct {
	tapping
	Words, Key string
}

// NewSearchBox shows words in a field and the key that opens it.
func NewSearchBox(words, key string, onTapped func()) *SearchBox {
	s := &SearchBox{Words: words, Key: key}
	s.OnTapped = onTapped
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is for Fyne.
func (s *SearchBox) CreateRenderer() fyne.WidgetRenderer {
	ground, text, key := &canvas.Rectangle{CornerRadius: CornerField}, NewText("", SizeTable, ColorMuted).Cut(), NewKeyCap("")
	style := func() {
		l := lookOf(s)
		ground.FillColor, ground.StrokeColor, ground.StrokeWidth = l.color(ColorPaper), l.color(ColorLine), 1
		if s.hovered || s.focused {
			ground.StrokeColor = l.color(ColorAccent)
		}
		if s.focused {
			ground.StrokeWidth = 2
		}
		text.Text, key.Key = s.Words, s.Key
	}
	least := func() fyne.Size { return fyne.NewSize(200, text.MinSize().Height+14) }
	arrange := func(size fyne.Size) {
		place(ground, 0, 0, size.Width, size.Height)
		cap, words := key.MinSize(), text.MinSize()
		place(text, 13, (size.Height-words.Height)/2, size.Width-cap.Width-36, words.Height)
		place(key, size.Width-cap.Width-12, (size.Height-cap.Height)/2, cap.Width, cap.Height)
	}
	return draw(style, least, arrange, ground, text, key)
}
