package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"concord/app/ui"
)

// choice is one line of a list to choose from.
type choice struct {
	words, aside, key string
	do                func()
}

// longestChoices is how many lines are shown at once.
const longestChoices = 10

// choices are lines to choose from with Up, Down and Enter, or the mouse. They
// have no focus of their own: a field above them hands its keys on.
type choices struct {
	box    *fyne.Container
	all    []choice
	chosen int
	top    int
}

func newChoices() *choices { return &choices{box: ui.NewColumn(2)} }

// set shows other lines, the first of them chosen.
func (c *choices) set(all []choice) {
	c.all, c.chosen, c.top = all, 0, 0
	c.refresh()
}

// choose chooses a line; -1 chooses none.
func (c *choices) choose(at int) {
	c.chosen = at
	c.refresh()
}

// refresh builds the lines that are in view.
func (c *choices) refresh() {
	c.top = max(0, min(c.top, c.chosen), c.chosen-longestChoices+1)
	c.box.Objects = nil
	for i := c.top; i < min(len(c.all), c.top+longestChoices); i++ {
		c.box.Add(newLine(c.all[i], i == c.chosen))
	}
	c.box.Refresh()
}

// key moves the choice or does it, and reports whether it used the key.
func (c *choices) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown:
		c.chosen = min(c.chosen+1, len(c.all)-1)
	case fyne.KeyUp:
		c.chosen = max(c.chosen-1, 0)
	case fyne.KeyPageDown:
		c.chosen = max(0, min(c.chosen+longestChoices, len(c.all)-1))
	case fyne.KeyPageUp:
		c.chosen = max(c.chosen-longestChoices, 0)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.do()
		return true
	default:
		return false
	}
	c.refresh()
	return true
}

// do does what the chosen line stands for.
func (c *choices) do() {
	if c.chosen >= 0 && c.chosen < len(c.all) {
		c.all[c.chosen].do()
	}
}

// line draws one choice.
type line struct {
	widget.BaseWidget
	choice choice
	chosen bool
	ground *ui.Fill
}

func newLine(c choice, chosen bool) *line {
	l := &line{choice: c, chosen: chosen, ground: ui.NewGround(ui.ColorAccentTint)}
	l.ground.Corner = 6
	l.ground.Hidden = !chosen
	l.ExtendBaseWidget(l)
	return l
}

// Tapped does what the line stands for.
func (l *line) Tapped(*fyne.PointEvent) { l.choice.do() }

// MouseIn shows the line under the pointer.
func (l *line) MouseIn(*desktop.MouseEvent) { l.ground.Show() }

// MouseMoved changes nothing.
func (l *line) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows whether it is chosen.
func (l *line) MouseOut() { l.ground.Hidden = !l.chosen; l.ground.Refresh() }

// TraceName is the line's words, so that a script can find it.
func (l *line) TraceName() string { return l.choice.words }

// CreateRenderer is for Fyne.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	pieces := []fyne.CanvasObject{ui.NewText(l.choice.words, ui.SizeWork, ui.ColorText).Cut()}
	if l.choice.aside != "" {
		pieces = append(pieces, ui.NewText(l.choice.aside, ui.SizeExplain, ui.ColorMuted))
	}
	if l.choice.key != "" {
		pieces = append(pieces, ui.NewKeyCap(l.choice.key))
	}
	row := ui.NewInsetSides(6, ui.Space2, 6, ui.Space2, ui.NewStretchRow(ui.Space3, 0, pieces...))
	return widget.NewSimpleRenderer(container.NewStack(l.ground, row))
}
