package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field to type into that lets its owner take keys first, and tells
// when it is left.
type Entry struct {
	widget.Entry
	// OnKey and OnShortcut report whether they used the key.
	OnKey      func(*fyne.KeyEvent) bool
	OnShortcut func(fyne.Shortcut) bool
	OnLeft     func()

	least, rows int // lines of a field that grows; 0 of one that doesn't
}

// NewEntry is a field of one line; holder stands in it while it is empty.
func NewEntry(holder string, onKey func(*fyne.KeyEvent) bool) *Entry {
	e := &Entry{OnKey: onKey}
	e.PlaceHolder = holder
	e.ExtendBaseWidget(e)
	return e
}

// NewLongEntry is a field of several wrapped lines.
func NewLongEntry(holder string, rows int, onKey func(*fyne.KeyEvent) bool) *Entry {
	e := &Entry{OnKey: onKey}
	e.PlaceHolder = holder
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	e.ExtendBaseWidget(e)
	return e
}

// NewGrowingEntry is a field of several wrapped lines that is as high as its
// text needs at its width, and has so many lines at the least.
func NewGrowingEntry(holder string, least int, onKey func(*fyne.KeyEvent) bool) *Entry {
	e := NewLongEntry(holder, least, onKey)
	e.least, e.rows = least, least
	return e
}

// Resize lets a field that grows take the lines that its text needs.
func (e *Entry) Resize(size fyne.Size) {
	e.Entry.Resize(size)
	e.Fit()
}

// Fit gives a field that grows the lines that its text needs now, and reports
// whether that changed its height.
func (e *Entry) Fit() bool {
	width := e.Size().Width - 2*e.Theme().Size(theme.SizeNameInnerPadding)
	if e.least == 0 || width <= 0 {
		return false
	}
	f := font{size: e.Theme().Size(theme.SizeNameText)}
	rows := max(e.least, len(wrap([]rune(e.Text), width, f.width)))
	if rows == e.rows {
		return false
	}
	e.rows = rows
	e.SetMinRowsVisible(rows)
	return true
}

// TypedKey offers the key to the owner first.
func (e *Entry) TypedKey(ev *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(ev) {
		return
	}
	e.Entry.TypedKey(ev)
}

// TypedShortcut offers the keys to the owner first.
func (e *Entry) TypedShortcut(sh fyne.Shortcut) {
	if e.OnShortcut != nil && e.OnShortcut(sh) {
		return
	}
	e.Entry.TypedShortcut(sh)
}

// AcceptsTab lets Tab go on to the next field: nothing here needs tabs.
func (e *Entry) AcceptsTab() bool { return false }

// FocusLost tells the owner.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnLeft != nil {
		e.OnLeft()
	}
}

// TraceName is what the field is for, so that a script can find it.
func (e *Entry) TraceName() string { return "field: " + e.PlaceHolder }
