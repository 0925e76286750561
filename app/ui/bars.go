package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Bar is a strip across the window: a surface with a hairline at its lower or
// upper edge, pieces at its left, in its middle and at its right.
type Bar struct {
	widget.BaseWidget
	height    float32
	lineOnTop bool
	// middleWidth is the width that the middle takes where there is room.
	middleWidth float32

	left, middle, right *fyne.Container
}

// NewTopBar is the bar at the window's head: the project and its round at the
// left, the search in the middle, who is coding at the right.
func NewTopBar(left []fyne.CanvasObject, middle fyne.CanvasObject, right []fyne.CanvasObject) *Bar {
	b := newBar(TopBarHeight, false, Space4, left, middle, right)
	b.middleWidth = 440
	return b
}

// NewStatusStrip is the strip at the window's foot: state at the left, tasks
// in the middle, keys at the right; see NewKeyHint.
func NewStatusStrip(left []fyne.CanvasObject, middle fyne.CanvasObject, right []fyne.CanvasObject) *Bar {
	return newBar(StatusHeight, true, Space5, left, middle, right)
}

// newBar puts the pieces together.
func newBar(height float32, lineOnTop bool, gap float32, left []fyne.CanvasObject, middle fyne.CanvasObject, right []fyne.CanvasObject) *Bar {
	b := &Bar{height: height, lineOnTop: lineOnTop, left: NewStretchRow(gap, 0, left...), middle: NewStretchRow(0, 0), right: NewRow(gap, right...)}
	if middle != nil {
		b.middle.Add(middle)
	}
	b.ExtendBaseWidget(b)
	return b
}

// SetLeft exchanges the pieces at the left. In a status strip a single one
// gets all the room that the others leave.
func (b *Bar) SetLeft(pieces ...fyne.CanvasObject) { b.left.Objects = pieces; b.Refresh() }

// SetMiddle exchanges the piece in the middle.
func (b *Bar) SetMiddle(piece fyne.CanvasObject) {
	b.middle.Objects = []fyne.CanvasObject{piece}
	b.Refresh()
}

// SetRight exchanges the pieces at the right.
func (b *Bar) SetRight(pieces ...fyne.CanvasObject) { b.right.Objects = pieces; b.Refresh() }

// CreateRenderer is for Fyne.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	ground, edge := NewGround(ColorSurface), NewHairline()
	tall := func() float32 { return max(b.height, 12+b.left.MinSize().Height) }
	least := func() fyne.Size {
		return fyne.NewSize(b.left.MinSize().Width+b.middle.MinSize().Width+b.right.MinSize().Width+4*Space4, tall())
	}
	arrange := func(size fyne.Size) {
		place(ground, 0, 0, size.Width, size.Height)
		y := size.Height - 1
		if b.lineOnTop {
			y = 0
		}
		place(edge, 0, y, size.Width, 1)
		left, right, middle := b.left.MinSize(), b.right.MinSize(), b.middle.MinSize()
		if b.middleWidth == 0 && len(b.left.Objects) == 1 {
			left.Width = max(left.Width, size.Width-middle.Width-right.Width-4*Space4)
		}
		place(b.left, Space4, 0, left.Width, size.Height)
		place(b.right, size.Width-Space4-right.Width, 0, right.Width, size.Height)
		from, to := Space4+left.Width+Space4, size.Width-Space4-right.Width-Space4
		width := min(max(middle.Width, b.middleWidth), to-from)
		x := min(max((size.Width-width)/2, from), to-width)
		place(b.middle, x, (size.Height-middle.Height)/2, width, middle.Height)
	}
	return draw(func() {}, least, arrange, ground, edge, b.left, b.middle, b.right)
}

// NewKeyHint shows a key and what it does, for the status strip.
func NewKeyHint(key, does string) *fyne.Container {
	return NewRow(5, NewKeyCap(key), NewText(does, SizeExplain, ColorMuted))
}

// NewStateDot is a coloured dot and words: "all saved, 14:02".
func NewStateDot(words string, tone Tone) *fyne.Container {
	return NewRow(Space2, NewText("●", SizeRail, tone.ink()), NewText(words, SizeExplain, ColorMuted))
}

// NewMessageDot is NewStateDot with words of any length, cut where there is no
// room for them.
func NewMessageDot(words string, tone Tone) *fyne.Container {
	return NewStretchRow(Space2, 1, NewText("●", SizeRail, tone.ink()), NewText(words, SizeExplain, ColorMuted).Cut())
}
