package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// boxLine is a line of the code box.
type boxLine struct {
	widget.BaseWidget
	box     *CodeBox
	content fyne.CanvasObject
	do      func()
}

// newBoxLine is a line: what it is, what stands beside it, its key.
func newBoxLine(box *CodeBox, chosen bool, name fyne.CanvasObject, aside, key string, do func()) *boxLine {
	ground := NewGround(ColorAccentTint)
	ground.Corner = 6
	ground.Hidden = !chosen
	row := NewStretchRow(Space3, 0, name, NewText(aside, SizeExplain, ColorMuted))
	if key != "" {
		row.Add(NewKeyCap(key))
	}
	l := &boxLine{box: box, do: do, content: container.NewStack(ground, NewInsetSides(5, Space2, 5, Space3, row))}
	l.ExtendBaseWidget(l)
	return l
}

// Tapped does what the line stands for.
func (l *boxLine) Tapped(*fyne.PointEvent) { l.do() }

// MouseIn keeps the box open while the line is pressed.
func (l *boxLine) MouseIn(*desktop.MouseEvent) { l.box.over = true }

// MouseMoved changes nothing.
func (l *boxLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets the box close.
func (l *boxLine) MouseOut() { l.box.over = false }

// CreateRenderer is for Fyne.
func (l *boxLine) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.content) }
