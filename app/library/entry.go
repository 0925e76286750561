package library

import (
	"fyne.io/fyne/v2"

	"concord/app/ui"
)

// newEntry is a line to type into: changed hears of every letter, send of Enter.
func newEntry(text, holder string, changed func(string), send func()) *ui.Entry {
	e := ui.NewEntry(holder, nil)
	e.SetText(text)
	e.OnChanged = changed
	if send != nil {
		e.OnSubmitted = func(string) { send() }
	}
	return e
}

// leaving makes Escape leave, and returns the entry.
func leaving(e *ui.Entry, leave func()) *ui.Entry {
	e.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyEscape {
			return false
		}
		leave()
		return true
	}
	return e
}
