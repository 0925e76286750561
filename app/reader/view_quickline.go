package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"concord/app/ui"
)

// quickLine is a line of the quick-code box.
type quickLine struct {
	widget.BaseWidget
	box     *quickBox
	content fyne.CanvasObject
	do      func()
}

// newQuickLine is a line: what it is, what stands beside it, its key.
func newQuickLine(box *quickBox, chosen bool, name fyne.CanvasObject, aside, key string, do func()) *quickLine {
	ground := ui.NewGround(ui.ColorAccentTint)
	ground.Corner = 6
	ground.Hidden = !chosen
	row := ui.NewStretchRow(ui.Space3, 0, name, ui.NewText(aside, ui.SizeExplain, ui.ColorMuted))
	if key != "" {
		row.Add(ui.NewKeyCap(key))
	}
	l := &quickLine{box: box, do: do, content: container.NewStack(ground, ui.NewInsetSides(5, ui.Space2, 5, ui.Space3, row))}
	l.ExtendBaseWidget(l)
	return l
}

// Tapped does what the line stands for.
func (l *quickLine) Tapped(*fyne.PointEvent) { l.do() }

// MouseIn keeps the box open while the line is pressed.
func (l *quickLine) MouseIn(*desktop.MouseEvent) { l.box.over = true }

// MouseMoved changes nothing.
func (l *quickLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets the box close.
func (l *quickLine) MouseOut() { l.box.over = false }

// CreateRenderer is for Fyne.
func (l *quickLine) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.content) }
