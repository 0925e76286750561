package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Text is a piece of text in one style, tight around its letters. It wraps
// where Wrap is set, a paragraph that runs from right to left at the right, and ends in "…" where Truncate is; otherwise each of its
// lines is as long as it is. Change its fields and call Refresh, or use SetText.
type Text struct {
	widget.BaseWidget

	Text     string
	TextSize fyne.ThemeSizeName
	Color    fyne.ThemeColorName
	Style    fyne.TextStyle
	Align    fyne.TextAlign
	Wrap     bool
	Truncate bool
}

// NewText is text in a size and a colour of the theme.
func NewText(text string, size fyne.ThemeSizeName, color fyne.ThemeColorName) *Text {
	t := &Text{Text: text, TextSize: size, Color: color}
	t.ExtendBaseWidget(t)
	return t
}

// NewTitle names a page's subject.
func NewTitle(text string) *Text { return NewText(text, SizePage, ColorText).Bold() }

// NewHeading stands over a group: small, grey and bold.
func NewHeading(text string) *Text { return NewText(text, SizeExplain, ColorMuted).Bold() }

// NewBody is text for work, wrapped.
func NewBody(text string) *Text { return NewText(text, SizeWork, ColorText).Wrapped() }

// NewMuted explains: small and grey, wrapped.
func NewMuted(text string) *Text { return NewText(text, SizeExplain, ColorMuted).Wrapped() }

// NewHeadline is the one large number of a page.
func NewHeadline(text string) *Text { return NewText(text, SizeHeadline, ColorText).Bold() }

// Bold makes the text bold and returns it.
func (t *Text) Bold() *Text { t.Style.Bold = true; return t }

// Wrapped lets the text wrap and returns it.
func (t *Text) Wrapped() *Text { t.Wrap = true; return t }

// Cut lets the text end in "…" where it does not fit, and returns it.
func (t *Text) Cut() *Text { t.Truncate = true; return t }

// Right aligns the text to the right, as figures are, and returns it.
func (t *Text) Right() *Text { t.Align = fyne.TextAlignTrailing; return t }

// Centered centres the text and returns it.
func (t *Text) Centered() *Text { t.Align = fyne.TextAlignCenter; return t }

// SetText shows another text.
func (t *Text) SetText(text string) {
	if t.Text != text {
		t.Text = text
		t.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &textRenderer{text: t}
	r.Refresh()
	return r
}

// wrappedLeast is how narrow wrapped text may become before it asks for more.
const wrappedLeast = 96

// textRenderer keeps one canvas text per line.
type textRenderer struct {
	text  *Text
	font  font
	lines []shownLine
	shown []*canvas.Text
	// wide is the width for which the lines were made.
	wide float32
}

// Layout breaks the lines anew where the width has changed, and places them.
func (r *textRenderer) Layout(size fyne.Size) {
	if size.Width != r.wide {
		r.breakLines(size.Width)
	}
	height := r.font.height()
	for i, shown := range r.shown {
		place(shown, 0, float32(i)*height, size.Width, height)
	}
}

// breakLines makes the lines for a width.
func (r *textRenderer) breakLines(width float32) {
	r.wide = width
	runes := []rune(r.text.Text)
	wide := width
	if !r.text.Wrap || width <= 0 {
		wide = 1e9
	}
	var cut func(string) string
	if r.text.Truncate && width > 0 {
		cut = func(text string) string { return ellipsis(text, r.font, width) }
	}
	r.lines = shownLines(runes, wrap(runes, wide, r.font.width), cut)
	for len(r.shown) < len(r.lines) {
		r.shown = append(r.shown, &canvas.Text{})
	}
	r.shown = r.shown[:len(r.lines)]
	color := lookOf(r.text).color(r.text.Color)
	for i, shown := range r.shown {
		shown.Text, shown.TextSize, shown.TextStyle = r.lines[i].text, r.font.size, r.font.style
		shown.Color, shown.Alignment = color, r.text.Align
		if r.lines[i].right && r.text.Wrap && r.text.Align == fyne.TextAlignLeading {
			shown.Alignment = fyne.TextAlignTrailing
		}
		shown.Refresh()
	}
}

// MinSize is the text's size; where it wraps or is cut, its height at the
// width it has.
func (r *textRenderer) MinSize() fyne.Size {
	least := fyne.NewSize(0, r.font.height()*float32(max(1, len(r.lines))))
	if r.text.Wrap {
		least.Width = min(wrappedLeast, r.font.width(r.text.Text))
		return least
	}
	if r.text.Truncate {
		least.Width = r.font.width("…")
		return least
	}
	for _, l := range r.lines {
		least.Width = max(least.Width, r.font.width(l.text))
	}
	return least
}

// Objects are the lines.
func (r *textRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.shown))
	for i, shown := range r.shown {
		objects[i] = shown
	}
	return objects
}

// Refresh takes over the widget's fields and the theme.
func (r *textRenderer) Refresh() {
	r.font = font{lookOf(r.text).size(r.text.TextSize), r.text.Style}
	r.breakLines(r.text.BaseWidget.Size().Width)
	r.Layout(r.text.BaseWidget.Size())
}

// Destroy has nothing to release.
func (r *textRenderer) Destroy() {}
