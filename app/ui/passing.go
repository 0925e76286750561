package ui

import "fyne.io/fyne/v2"

// A focused widget takes every key, used or not. These two hand on what it
// doesn't use to where it would have gone with nothing in focus: the screen.

// passKey hands on a key.
func passKey(ev *fyne.KeyEvent) {
	if c := focusedCanvas(); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(ev)
	}
}

// passRune hands on a character.
func passRune(r rune) {
	if c := focusedCanvas(); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// focusedCanvas is the canvas on which something has the focus.
func focusedCanvas() fyne.Canvas {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if w.Canvas().Focused() != nil {
			return w.Canvas()
		}
	}
	return nil
}
