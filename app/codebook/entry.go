package codebook

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// entry is a field to type into that lets its owner take keys first, and tells
// when it is left.
type entry struct {
	widget.Entry
	onKey      func(*fyne.KeyEvent) bool
	onShortcut func(fyne.Shortcut) bool
	onLeft     func()
	// rows is how many rows are visible.
	rows int
}

// newEntry is a field of one line.
func newEntry(holder string, onKey func(*fyne.KeyEvent) bool) *entry {
	e := &entry{onKey: onKey}
	e.PlaceHolder = holder
	e.ExtendBaseWidget(e)
	return e
}

// newLongEntry is a field of several wrapped lines.
func newLongEntry(holder string, rows int, onKey func(*fyne.KeyEvent) bool) *entry {
	e := &entry{onKey: onKey}
	e.PlaceHolder = holder
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.rows = rows
	e.SetMinRowsVisible(rows)
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey offers the key to the owner first.
func (e *entry) TypedKey(ev *fyne.KeyEvent) {
	if e.onKey != nil && e.onKey(ev) {
		return
	}
	e.Entry.TypedKey(ev)
}

// TypedShortcut offers the keys to the owner first.
func (e *entry) TypedShortcut(sh fyne.Shortcut) {
	if e.onShortcut != nil && e.onShortcut(sh) {
		return
	}
	e.Entry.TypedShortcut(sh)
}

// AcceptsTab lets Tab go on to the next field; no memo or definition needs tabs.
func (e *entry) AcceptsTab() bool { return false }

// FocusLost tells the owner.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	if e.onLeft != nil {
		e.onLeft()
	}
}
