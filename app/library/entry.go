package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// entry is a line to type into that lets its owner take keys first.
type entry struct {
	widget.Entry
	// onKey reports whether it used the key.
	onKey func(*fyne.KeyEvent) bool
}

func newEntry(text, holder string, changed func(string), send func()) *entry {
	e := &entry{}
	e.PlaceHolder = holder
	e.ExtendBaseWidget(e)
	e.SetText(text)
	e.OnChanged = changed
	if send != nil {
		e.OnSubmitted = func(string) { send() }
	}
	return e
}

// leaving makes Escape leave, and returns the entry.
func (e *entry) leaving(leave func()) *entry {
	e.onKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyEscape {
			return false
		}
		leave()
		return true
	}
	return e
}

// TypedKey offers the key to the owner first.
func (e *entry) TypedKey(ev *fyne.KeyEvent) {
	if e.onKey != nil && e.onKey(ev) {
		return
	}
	e.Entry.TypedKey(ev)
}

// TraceName is what the field is for, so that a script can find it.
func (e *entry) TraceName() string { return "field: " + e.PlaceHolder }
