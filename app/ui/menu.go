package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Option is one line of a menu of choices.
type Option struct {
	Text   string
	Chosen bool
	// Disabled greys it out.
	Disabled bool
	OnChosen func()
}

// ShowMenu drops a menu of choices under a widget. Where the widget is on no
// window, nothing happens.
func ShowMenu(under fyne.CanvasObject, options []Option) {
	c := fyne.CurrentApp().Driver().CanvasForObject(under)
	if c == nil || len(options) == 0 {
		return
	}
	items := make([]*fyne.MenuItem, len(options))
	for i, o := range options {
		items[i] = &fyne.MenuItem{Label: o.Text, Checked: o.Chosen, Disabled: o.Disabled, Action: o.OnChosen}
		if o.OnChosen == nil {
			items[i].Action = func() {}
		}
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at.AddXY(0, under.Size().Height+2))
}

// NewMenuButton is an outlined button that drops a menu; options are asked for
// when it is tapped.
func NewMenuButton(text string, options func() []Option) *Button {
	b := NewButton(text+" ▾", nil)
	b.OnTapped = func() { ShowMenu(b, options()) }
	return b
}

// NewMenuPill is a pill that drops a menu; options are asked for when it is
// tapped.
func NewMenuPill(text string, options func() []Option) *Pill {
	p := NewPill(text+" ▾", nil)
	p.OnTapped = func() { ShowMenu(p, options()) }
	return p
}
