// Package app is Concord's window: the frame around the screens, what opens
// and closes projects, the menu and its keys, the command palette, the words
// for errors.
//
// The shell knows every screen, the screens know only the small part of the
// shell that they declare. It is built the same on a real window (Run) and on
// Fyne's software driver (Render), so that pictures and tests need no display.
package app
