package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// field is a line to type into that lets its owner take keys first.
type field struct {
	widget.Entry
	// onKey reports whether it used the key.
	onKey func(*fyne.KeyEvent) bool
}

func newField(holder string, onKey func(*fyne.KeyEvent) bool) *field {
	f := &field{onKey: onKey}
	f.PlaceHolder = holder
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey offers the key to the owner first.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	if f.onKey != nil && f.onKey(ev) {
		return
	}
	f.Entry.TypedKey(ev)
}

// fill replaces what stands in the field; the caret is
// at its end.
func (f *field) fill(text string) {
	f.SetText(text)
	f.CursorColumn = len([]rune(text))
	f.Refresh()
}
