package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tapping is what everything that can be tapped has in common: the pointer's
// hand, hover, focus by Tab, and Enter or Space in place of the mouse.
type tapping struct {
	widget.BaseWidget

	// OnTapped is what a tap does; nil makes the widget dull.
	OnTapped func()
	// OnFocus hears that the keys came here; it may be nil.
	OnFocus func()

	hovered, focused, disabled bool
}

// Tapped does it.
func (t *tapping) Tapped(*fyne.PointEvent) { t.tap() }

// tap does it, if it may be done.
func (t *tapping) tap() {
	if t.OnTapped != nil && !t.disabled {
		t.OnTapped()
	}
}

// SetDisabled greys the widget out, or brings it back.
func (t *tapping) SetDisabled(disabled bool) {
	if t.disabled != disabled {
		t.disabled = disabled
		t.Refresh()
	}
}

// Disable greys the widget out.
func (t *tapping) Disable() { t.SetDisabled(true) }

// Enable brings the widget back.
func (t *tapping) Enable() { t.SetDisabled(false) }

// Disabled reports whether a tap would do nothing; Tab passes over it then.
func (t *tapping) Disabled() bool { return t.disabled || t.OnTapped == nil }

// Cursor is a hand where there is something to tap.
func (t *tapping) Cursor() desktop.Cursor {
	if t.OnTapped == nil || t.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn begins hovering.
func (t *tapping) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved changes nothing.
func (t *tapping) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (t *tapping) MouseOut() { t.hovered = false; t.Refresh() }

// FocusGained shows the focus.
func (t *tapping) FocusGained() {
	t.focused = true
	t.Refresh()
	if t.OnFocus != nil {
		t.OnFocus()
	}
}

// FocusLost hides the focus.
func (t *tapping) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune hands characters on, but for the space, which taps.
func (t *tapping) TypedRune(r rune) {
	if r != ' ' {
		passRune(r)
	}
}

// TypedKey taps on Enter and Space and hands other keys on.
func (t *tapping) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.tap()
	default:
		passKey(ev)
	}
}
