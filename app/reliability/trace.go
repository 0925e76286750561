package reliability

import "fyne.io/fyne/v2"

// TraceThings are the table, and the words of the sentences by what they choose.
func (s *Screen) TraceThings() map[string]fyne.CanvasObject {
	w := s.words
	return map[string]fyne.CanvasObject{
		"table": s.table, "who": w.who, "where": w.where, "what": w.what, "unit": w.unit, "share": w.share, "by": w.by,
		"method": w.method, "draws": w.draws, "seed": w.seed,
	}
}

// TraceFacts are the headline with its interval, and what the chosen row stands
// for. A number that isn't known is left out.
func (s *Screen) TraceFacts() map[string]any {
	if s.sheet == nil {
		return nil
	}
	c := s.sheet.Choice
	facts := map[string]any{
		"rows": len(s.sheet.Rows), "round": s.sheet.Round.Name, "chosen": s.table.Selected(),
		"unit": string(c.Unit), "by": string(c.By), "measure": string(c.Measure), "method": string(c.Method), "pairable": s.sheet.Pairable,
	}
	if row := s.table.Selected(); row >= 0 && row < len(s.sheet.Rows) {
		facts["row"], facts["open"] = s.sheet.Rows[row].Name, s.sheet.Rows[row].Open
	}
	if value, known := s.sheet.Overall.Value.Float64(); known {
		facts["value"] = value
	}
	if low, known := s.sheet.Overall.Low.Float64(); known {
		facts["low"] = low
		facts["high"], _ = s.sheet.Overall.High.Float64()
	}
	if s.sheet.Joint != nil {
		if gamma, known := s.sheet.Joint.Gamma.Value.Float64(); known {
			facts["gamma"] = gamma
		}
	}
	return facts
}
