package report

import "fyne.io/fyne/v2"

// TraceThings are the table of themes.
func (s *Screen) TraceThings() map[string]fyne.CanvasObject {
	return map[string]fyne.CanvasObject{"themes": s.themes}
}

// TraceFacts are how many themes and statements are listed.
func (s *Screen) TraceFacts() map[string]any {
	if s.sheet == nil {
		return nil
	}
	return map[string]any{"themes": len(s.rows()), "items": len(s.sheet.Items)}
}
