package home

import "fyne.io/fyne/v2"

// TraceThings are the ways to begin, by their titles.
func (s *Screen) TraceThings() map[string]fyne.CanvasObject { return s.ways }

// TraceFacts are how many projects are listed.
func (s *Screen) TraceFacts() map[string]any {
	return map[string]any{"recent": len(s.shell.Recent())}
}
