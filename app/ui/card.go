package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Card holds content on a surface with a hairline border. With OnTapped it is
// a large button, as on Home; Strong gives it the accent's border.
type Card struct {
	tapping
	Content fyne.CanvasObject
	Strong  bool
	// Dashed draws no surface and marks a place to drop something.
	Dashed bool
	// Inset is the room inside; 0 means none, for tables.
	Inset float32
}

// NewCard holds content with a card's room around it.
func NewCard(content fyne.CanvasObject) *Card {
	c := &Card{Content: content, Inset: Space5}
	c.ExtendBaseWidget(c)
	return c
}

// NewTightCard holds content up to the border, as a table is held.
func NewTightCard(content fyne.CanvasObject) *Card {
	c := &Card{Content: content, Inset: 1}
	c.ExtendBaseWidget(c)
	return c
}

// NewTappableCard is a card that does something.
func NewTappableCard(content fyne.CanvasObject, onTapped func()) *Card {
	c := NewCard(content)
	c.Inset = Space4
	c.OnTapped = onTapped
	return c
}

// SetContent puts something else on the card.
func (c *Card) SetContent(content fyne.CanvasObject) { c.Content = content; c.Refresh() }

// CreateRenderer is for Fyne.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	ground := &canvas.Rectangle{CornerRadius: CornerCard}
	var d *drawing
	style := func() {
		l := lookOf(c)
		ground.FillColor, ground.StrokeWidth, ground.StrokeColor = l.color(ColorSurface), 1, l.color(ColorLine)
		if c.Dashed {
			ground.FillColor = l.color(ColorPaper)
		}
		if c.hovered && c.OnTapped != nil {
			ground.FillColor = l.color(ColorPaper)
		}
		if c.Strong || c.focused {
			ground.StrokeColor = l.color(ColorAccent)
		}
		if c.focused {
			ground.StrokeWidth = 2
		}
		if d != nil && c.Content != nil && d.objects[1] != c.Content {
			d.objects[1] = c.Content
		}
	}
	least := func() fyne.Size {
		if c.Content == nil {
			return fyne.NewSquareSize(2 * c.Inset)
		}
		return c.Content.MinSize().AddWidthHeight(2*c.Inset, 2*c.Inset)
	}
	arrange := func(size fyne.Size) {
		place(ground, 0, 0, size.Width, size.Height)
		if c.Content != nil {
			place(c.Content, c.Inset, c.Inset, size.Width-2*c.Inset, size.Height-2*c.Inset)
		}
	}
	content := c.Content
	if content == nil {
		content = NewSpace(0, 0)
	}
	d = draw(style, least, func(size fyne.Size) {
		arrange(size)
		if c.Dashed {
			d.objects = append(d.objects[:2], gaps(size, lookOf(c).color(ColorPaper))...)
		}
	}, ground, content)
	return d
}

// gaps break the border of a dashed card, where it is straight.
func gaps(size fyne.Size, paper color.Color) []fyne.CanvasObject {
	const dash, gap = 4, 3
	var all []fyne.CanvasObject
	add := func(x, y, w, h float32) {
		g := canvas.NewRectangle(paper)
		place(g, x, y, w, h)
		all = append(all, g)
	}
	for x := float32(CornerCard); x < size.Width-CornerCard; x += dash + gap {
		add(x, 0, gap, 1.5)
		add(x, size.Height-1.5, gap, 1.5)
	}
	for y := float32(CornerCard); y < size.Height-CornerCard; y += dash + gap {
		add(0, y, 1.5, gap)
		add(size.Width-1.5, y, 1.5, gap)
	}
	return all
}
