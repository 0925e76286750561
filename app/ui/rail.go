package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// RailItem is one place to go: an icon over a word.
type RailItem struct {
	ID   string
	Icon Icon
	Word string
	// Foot puts it at the rail's foot.
	Foot bool
	// Disabled greys it out, as before a project is open.
	Disabled bool
}

// Rail is the row of places at the window's left, one of them chosen.
type Rail struct {
	widget.BaseWidget
	// OnChosen is told of a tapped item's ID; the rail doesn't choose by itself.
	OnChosen func(id string)

	items  []*railButton
	chosen string
}

// NewRail shows items from the top, those for the foot at the foot.
func NewRail(items []RailItem, onChosen func(id string)) *Rail {
	r := &Rail{OnChosen: onChosen}
	r.ExtendBaseWidget(r)
	for _, item := range items {
		b := &railButton{item: item, rail: r}
		b.disabled = item.Disabled
		b.OnTapped = func() {
			if r.OnChosen != nil {
				r.OnChosen(b.item.ID)
			}
		}
		b.ExtendBaseWidget(b)
		r.items = append(r.items, b)
	}
	return r
}

// Choose shows an item as the chosen one; an unknown ID chooses none.
func (r *Rail) Choose(id string) {
	r.chosen = id
	for _, b := range r.items {
		b.Refresh()
	}
}

// Chosen is the ID of the chosen item.
func (r *Rail) Chosen() string { return r.chosen }

// SetDisabled greys an item out or brings it back.
func (r *Rail) SetDisabled(id string, disabled bool) {
	for _, b := range r.items {
		if b.item.ID == id {
			b.SetDisabled(disabled)
		}
	}
}

// CreateRenderer is for Fyne.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer {
	ground, edge := NewGround(ColorRail), NewHairline()
	objects := []fyne.CanvasObject{ground, edge}
	for _, b := range r.items {
		objects = append(objects, b)
	}
	height := func() float32 { return 42 + 14*lookOf(r).scale() }
	least := func() fyne.Size {
		width := RailWidth
		for _, b := range r.items {
			width = max(width, b.MinSize().Width+Space4)
		}
		return fyne.NewSize(width, height()*float32(len(r.items))+20)
	}
	arrange := func(size fyne.Size) {
		place(ground, 0, 0, size.Width, size.Height)
		place(edge, size.Width-1, 0, 1, size.Height)
		top, foot := float32(Space2), size.Height-Space2
		for _, b := range r.items {
			if b.item.Foot {
				foot -= height()
				place(b, 5, foot, size.Width-11, height()-2)
				continue
			}
			place(b, 5, top, size.Width-11, height()-2)
			top += height()
		}
	}
	return draw(func() {}, least, arrange, objects...)
}

// railButton is one item of a rail.
type railButton struct {
	tapping
	item RailItem
	rail *Rail
}

// CreateRenderer is for Fyne.
func (b *railButton) CreateRenderer() fyne.WidgetRenderer {
	ground, word := &canvas.Rectangle{CornerRadius: CornerField}, &canvas.Text{Alignment: fyne.TextAlignCenter}
	icon := &canvas.Image{FillMode: canvas.ImageFillContain}
	style := func() {
		l := lookOf(b)
		chosen := b.rail.chosen == b.item.ID
		ink := l.color(ColorMuted)
		ground.FillColor, ground.StrokeWidth, ground.StrokeColor = withAlpha(l.color(ColorRail), 0), 0, l.color(ColorAccent)
		switch {
		case chosen:
			ground.FillColor, ink = l.color(ColorAccentTint), l.color(ColorAccent)
		case b.disabled:
			ink = withAlpha(ink, 0.45)
		case b.hovered:
			ground.FillColor = l.color(ColorHover)
		}
		if b.focused {
			ground.StrokeWidth = 2
		}
		word.Text, word.TextSize, word.Color, word.TextStyle.Bold = b.item.Word, l.size(SizeRail), ink, chosen
		icon.Resource = b.item.Icon.Resource(ink)
		icon.Translucency = 0
		if b.disabled && !chosen {
			icon.Translucency = 0.55
		}
	}
	least := func() fyne.Size { // of the word in bold, so that choosing doesn't widen the rail
		bold := *word
		bold.TextStyle.Bold = true
		return fyne.NewSize(bold.MinSize().Width+4, 40+bold.MinSize().Height)
	}
	arrange := func(size fyne.Size) {
		place(ground, 0, 0, size.Width, size.Height)
		height := word.MinSize().Height
		top := (size.Height - 22 - 3 - height) / 2
		place(icon, (size.Width-22)/2, top, 22, 22)
		place(word, 0, top+25, size.Width, height)
	}
	return draw(style, least, arrange, ground, icon, word)
}
