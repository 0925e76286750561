// Package desktop hands main the window, in builds that have one. Built with
// the tag nogui it has none, and nothing of Fyne is linked.
package desktop
