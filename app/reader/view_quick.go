package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
)

// newQuick makes the box that codes the selected words, under the caret's line.
func newQuick(s *Screen) *ui.CodeBox {
	q := ui.NewCodeBox(lang.L("Enter codes · Esc leaves"))
	q.OnCode, q.OnNew = s.apply, s.applyNew
	q.OnLeave = s.focus
	q.OnChange = func() { s.panel.refresh() }
	q.Beside = func() (fyne.Position, float32, bool) {
		caret, line, seen := s.text.Caret()
		return fyne.NewPos(caret.X-ui.Space7, caret.Y), line, seen
	}
	return q
}

// openQuick shows the box for the selected words.
func (s *Screen) openQuick() {
	if _, _, ok := s.excerpt(); !ok {
		s.sayChoose()
		return
	}
	s.quick.Open(s.shell.Window().Canvas(), s.model.Study.Book, s.model.Last)
}
