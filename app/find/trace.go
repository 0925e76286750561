package find

import "fyne.io/fyne/v2"

// TraceThings are the table of places.
func (s *Screen) TraceThings() map[string]fyne.CanvasObject {
	return map[string]fyne.CanvasObject{"places": s.table}
}

// TraceFacts are how many places were found, ticked, and which is chosen.
func (s *Screen) TraceFacts() map[string]any {
	facts := map[string]any{"places": len(s.lines()), "chosen": s.table.Selected(), "ticked": 0}
	if s.found != nil {
		facts["ticked"] = len(s.found.Ticked())
	}
	return facts
}
