package reliability

import "fyne.io/fyne/v2"

// TraceThings are the table of codes.
func (s *Screen) TraceThings() map[string]fyne.CanvasObject {
	return map[string]fyne.CanvasObject{"table": s.table}
}

// TraceFacts are the headline with its interval, and what the chosen row stands
// for. A number that isn't known is left out.
func (s *Screen) TraceFacts() map[string]any {
	if s.sheet == nil {
		return nil
	}
	facts := map[string]any{"rows": len(s.sheet.Rows), "round": s.sheet.Round.Name, "chosen": s.table.Selected()}
	if row := s.table.Selected(); row >= 0 && row < len(s.sheet.Rows) {
		facts["code"], facts["open"] = s.sheet.Rows[row].Code.Name, s.sheet.Rows[row].Open
	}
	if value, known := s.sheet.Overall.Value.Float64(); known {
		facts["value"] = value
	}
	if low, known := s.sheet.Overall.Low.Float64(); known {
		facts["low"] = low
		facts["high"], _ = s.sheet.Overall.High.Float64()
	}
	return facts
}
