package adjudicate

import "fyne.io/fyne/v2"

// TraceThings are the queue and the field for the reason.
func (s *Screen) TraceThings() map[string]fyne.CanvasObject {
	things := map[string]fyne.CanvasObject{"queue": s.left.list}
	if s.detail != nil && s.queue.Mine {
		things["reason"] = s.reason
	}
	return things
}

// TraceFacts are how far the queue is done and what is to be decided now.
func (s *Screen) TraceFacts() map[string]any {
	if s.queue == nil {
		return nil
	}
	facts := map[string]any{
		"round": s.queue.Round.Name, "all": len(s.queue.Items), "decided": s.queue.Decided,
		"listed": len(s.items), "at": s.at, "chosen": s.draft.Chosen(),
	}
	if s.detail != nil {
		facts["disagreement"], facts["kind"] = string(s.detail.ID), string(s.detail.Kind)
	}
	return facts
}
