// Package ui is Concord's widget kit: the theme with its tokens, small calm
// widgets that every screen shares, and the coded text in which people read,
// select and code.
//
// The package knows no project, store or screen. It depends on Fyne and on
// coding.Span alone; whatever a widget shows is handed to it, and whatever a
// person does comes back through a callback. All of it belongs to the UI
// goroutine: nothing here starts a goroutine or waits.
package ui
