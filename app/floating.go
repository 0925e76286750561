package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/ui"
)

// floating is a box over the window: the palette, a question, a form. A tap
// beside it or Escape takes it away; the work beneath goes on.
type floating struct {
	popup *widget.PopUp
	// enter is what Enter does while nothing in the box has the focus.
	enter func()
}

// float shows content as a box, at a distance from the top, in place of the box
// that may be there.
func (s *Shell) float(content fyne.CanvasObject, width, top float32, first fyne.Focusable, enter func()) *floating {
	s.closeFloating()
	canvas := s.window.Canvas()
	box := &floating{enter: enter, popup: widget.NewPopUp(ui.NewInset(ui.Space2, content), canvas)}
	s.asked = box
	width = min(width, canvas.Size().Width-2*ui.Space6)
	box.popup.Resize(fyne.NewSize(width, 0))
	box.popup.Resize(fyne.NewSize(width, box.popup.MinSize().Height))
	box.popup.ShowAtPosition(fyne.NewPos((canvas.Size().Width-width)/2, top))
	if first != nil {
		canvas.Focus(first)
	}
	return box
}

// Box shows a screen's own box over the window, in place of the one that may be
// there. Escape takes it away; Enter does enter while nothing in it takes it.
func (s *Shell) Box(content fyne.CanvasObject, width float32, first fyne.Focusable, enter func()) {
	s.float(content, width, ui.TopBarHeight+ui.Space4, first, enter)
}

// CloseBox takes the box away, if there is one.
func (s *Shell) CloseBox() { s.closeFloating() }

// fit gives the box the height that its content needs now.
func (b *floating) fit() {
	width := b.popup.Size().Width
	b.popup.Resize(fyne.NewSize(width, b.popup.MinSize().Height))
	b.popup.Refresh()
}

// open reports whether the box is still there.
func (b *floating) open() bool { return b != nil && b.popup.Visible() }

// closeFloating takes the box away, if there is one.
func (s *Shell) closeFloating() {
	if s.asked != nil {
		s.asked.popup.Hide()
		s.asked = nil
	}
}

// Ask asks for a confirmation in a small box; then is done when the person says
// yes. Enter says yes, Escape no.
func (s *Shell) Ask(title, text, yes string, then func()) {
	agree := func() { s.closeFloating(); then() }
	s.float(ui.NewInset(ui.Space3, ui.NewColumn(ui.Space3,
		ui.NewText(title, ui.SizeWork, ui.ColorText).Bold().Wrapped(),
		ui.NewBody(text),
		ui.NewStretchRow(ui.Space2, 0, ui.NewSpace(0, 0),
			ui.NewButton(lang.L("Cancel"), s.closeFloating).WithKey("Esc"),
			ui.NewPrimaryButton(yes, agree).WithKey("Enter")),
	)), 440, 120, nil, agree)
}

// form shows a small form: rows of a heading and a field. The button, and Enter
// in a field of one line, does it; what do returns stays in the box as what is
// wrong, and empty closes it.
func (s *Shell) form(title, about, yes string, rows []formRow, do func() string) {
	wrong := ui.NewText("", ui.SizeExplain, ui.ColorBad).Wrapped()
	wrong.Hide()
	column := ui.NewColumn(ui.Space2, ui.NewText(title, ui.SizePage, ui.ColorText).Bold().Wrapped(), ui.NewMuted(about), ui.NewSpace(0, ui.Space1))
	var box *floating
	try := func() {
		wrong.SetText(do())
		wrong.Hidden = wrong.Text == ""
		if wrong.Hidden {
			if s.asked == box {
				s.closeFloating()
			}
			return
		}
		box.fit()
	}
	var first fyne.Focusable
	for _, r := range rows {
		column.Add(ui.NewHeading(r.heading))
		column.Add(r.object)
		if r.explain != "" {
			column.Add(ui.NewMuted(r.explain))
		}
		if f, ok := r.object.(*ui.Entry); ok {
			f.OnSubmitted = func(string) { try() }
			if f.OnKey == nil {
				f.OnKey = s.escapes
			}
			if first == nil {
				first = f
			}
		}
	}
	column.Add(wrong)
	column.Add(ui.NewStretchRow(ui.Space2, 0, ui.NewSpace(0, 0),
		ui.NewButton(lang.L("Cancel"), s.closeFloating).WithKey("Esc"),
		ui.NewPrimaryButton(yes, try).WithKey("Enter")))
	box = s.float(ui.NewInset(ui.Space3, column), 520, 96, first, try)
}

// formRow is a field with its heading and, beneath it, what explains it.
type formRow struct {
	heading string
	object  fyne.CanvasObject
	explain string
}

// escapes closes the box on Escape.
func (s *Shell) escapes(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape {
		return false
	}
	s.closeFloating()
	return true
}
