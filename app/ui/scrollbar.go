package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// scrollBar is the thin bar beside a widget that scrolls by itself.
type scrollBar struct {
	widget.BaseWidget
	// total is the content's height, offset where the view begins in it.
	total, offset float32
	onMove        func(offset float32)

	hovered bool
	ground  *canvas.Rectangle
}

// scrollBarWidth is the width of its track.
const scrollBarWidth float32 = 10

// newScrollBar calls onMove with the offset that a drag or a click asks for.
func newScrollBar(onMove func(float32)) *scrollBar {
	b := &scrollBar{onMove: onMove, ground: &canvas.Rectangle{}}
	b.ExtendBaseWidget(b)
	return b
}

// set shows another place; it is cheap where nothing has changed.
func (b *scrollBar) set(total, offset float32) {
	if total != b.total || offset != b.offset {
		b.total, b.offset = total, offset
		b.arrange()
	}
}

// thumb is the height and the top of the part that is dragged.
func (b *scrollBar) thumb() (height, top float32) {
	view := b.Size().Height
	if b.total <= view || view <= 0 {
		return 0, 0
	}
	height = max(28, view*view/b.total)
	return height, (view - height) * min(1, max(0, b.offset/(b.total-view)))
}

// arrange places the thumb.
func (b *scrollBar) arrange() {
	height, top := b.thumb()
	width := float32(5)
	if b.hovered {
		width = 8
	}
	b.ground.CornerRadius = width / 2
	place(b.ground, b.Size().Width-width-1, top, width, height)
}

// Dragged moves the content with the thumb.
func (b *scrollBar) Dragged(ev *fyne.DragEvent) {
	height, _ := b.thumb()
	room := b.Size().Height - height
	if height > 0 && room > 0 {
		b.onMove(b.offset + ev.Dragged.DY*(b.total-b.Size().Height)/room)
	}
}

// DragEnd changes nothing.
func (b *scrollBar) DragEnd() {}

// Tapped brings the thumb's middle to the pointer.
func (b *scrollBar) Tapped(ev *fyne.PointEvent) {
	height, top := b.thumb()
	room := b.Size().Height - height
	if height > 0 && room > 0 && (ev.Position.Y < top || ev.Position.Y > top+height) {
		b.onMove((ev.Position.Y - height/2) / room * (b.total - b.Size().Height))
	}
}

// MouseIn widens the thumb.
func (b *scrollBar) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved changes nothing.
func (b *scrollBar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut makes the thumb thin again.
func (b *scrollBar) MouseOut() { b.hovered = false; b.Refresh() }

// CreateRenderer is for Fyne.
func (b *scrollBar) CreateRenderer() fyne.WidgetRenderer {
	style := func() {
		opacity := float32(0.35)
		if b.hovered {
			opacity = 0.6
		}
		b.ground.FillColor = withAlpha(lookOf(b).color(ColorMuted), opacity)
		b.arrange()
	}
	least := func() fyne.Size { return fyne.NewSize(scrollBarWidth, 0) }
	return draw(style, least, func(fyne.Size) { b.arrange() }, b.ground)
}
