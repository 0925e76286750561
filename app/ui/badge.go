package ui

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Badge is a coder's initials on a disc in the coder's colour. With OnTapped
// it is a button.
type Badge struct {
	tapping
	Letters string
	// Hex is the coder's colour, "#RRGGBB".
	Hex string
	// Side is its diameter; 0 means 26.
	Side float32
}

// NewBadge shows initials on a colour; see Initials and CodeHex.
func NewBadge(letters, hex string) *Badge {
	b := &Badge{Letters: letters, Hex: hex}
	b.ExtendBaseWidget(b)
	return b
}

// Initials are the two capital letters that stand for a name: of its first and
// last word, or the first two of its only one.
func Initials(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	switch len(words) {
	case 0:
		return "?"
	case 1:
		runes := []rune(words[0])
		return strings.ToUpper(string(runes[:min(2, len(runes))]))
	}
	first, last := []rune(words[0]), []rune(words[len(words)-1])
	return strings.ToUpper(string(first[:1]) + string(last[:1]))
}

// CreateRenderer is for Fyne.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	disc, text := &canvas.Circle{}, &canvas.Text{Alignment: fyne.TextAlignCenter}
	side := func() float32 {
		if b.Side > 0 {
			return b.Side
		}
		return 26
	}
	style := func() {
		l := lookOf(b)
		disc.FillColor, disc.StrokeWidth = CodeColorHex(b.Hex, l.dark()), 0
		if b.focused {
			disc.StrokeWidth, disc.StrokeColor = 2, l.color(ColorAccent)
		}
		text.Text, text.TextSize, text.TextStyle = b.Letters, side()*0.4, fyne.TextStyle{Bold: true}
		text.Color = l.color(ColorOnAccent)
	}
	least := func() fyne.Size { return fyne.NewSquareSize(side()) }
	arrange := func(size fyne.Size) {
		x, y := (size.Width-side())/2, (size.Height-side())/2
		place(disc, x, y, side(), side())
		height := text.MinSize().Height
		place(text, x, y+(side()-height)/2, side(), height)
	}
	return draw(style, least, arrange, disc, text)
}
