package codebook

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"concord/app/ui"
)

// choice is something to tap, on a tinted ground where it is the chosen one.
// It takes the focus, so that Tab and Enter reach it.
type choice struct {
	widget.BaseWidget
	content  fyne.CanvasObject
	name     string
	onTapped func()
	ring     *ui.Fill
	ground   *ui.Fill
}

// newChoice makes something tappable; name is what it is called in a trace.
func newChoice(content fyne.CanvasObject, name string, chosen bool, onTapped func()) *choice {
	c := &choice{content: content, name: name, onTapped: onTapped, ground: ui.NewGround(ui.ColorAccentTint), ring: ui.NewGround(ui.ColorAccent)}
	c.ground.Corner, c.ring.Corner = ui.CornerField, ui.CornerField
	c.ground.Hidden, c.ring.Hidden = !chosen, true
	c.ExtendBaseWidget(c)
	return c
}

// TraceName is the choice's name.
func (c *choice) TraceName() string { return c.name }

// Tapped chooses.
func (c *choice) Tapped(*fyne.PointEvent) { c.onTapped() }

// Cursor is a hand.
func (c *choice) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained shows the focus as a line at the left.
func (c *choice) FocusGained() { c.ring.Show() }

// FocusLost hides it.
func (c *choice) FocusLost() { c.ring.Hide() }

// TypedRune changes nothing.
func (c *choice) TypedRune(rune) {}

// TypedKey chooses on Enter and Space.
func (c *choice) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.onTapped()
	}
}

// CreateRenderer is for Fyne.
func (c *choice) CreateRenderer() fyne.WidgetRenderer {
	line := ui.NewDock(nil, nil, ui.NewSized(3, 0, c.ring), nil, ui.NewSpace(0, 0))
	return widget.NewSimpleRenderer(container.NewStack(c.ground, line, c.content))
}
