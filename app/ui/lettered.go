package ui

// lettered is what everything that is tapped by its words has in common.
type lettered struct {
	tapping
	// Text are the words.
	Text string
}

// SetText shows other words. A sentence that the widget stands in must be
// refreshed then.
func (w *lettered) SetText(text string) {
	if w.Text != text {
		w.Text = text
		w.Refresh()
	}
}

// TraceName is the words, so that a script can find the widget.
func (w *lettered) TraceName() string { return w.Text }
