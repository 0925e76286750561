package reader

import (
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// ShowAmong shows places, and of the texts those alone in which they lie, until
// the person wants all again.
func (s *Screen) ShowAmong(title string, places []coding.Excerpt) {
	if len(places) == 0 {
		return
	}
	s.model.Look(&Among{Title: title, Places: places})
	if s.loaded {
		s.showAmong()
	}
}

// showAmong shows the texts of the places, at the first.
func (s *Screen) showAmong() {
	s.show("")
	if s.model.Shown.Len() == 0 { // they came in just now, and the study is being read
		return
	}
	s.point(0)
}

// showAll shows all texts again, at the one in view.
func (s *Screen) showAll() {
	var at coding.SourceID
	if s.model.Shown.Len() > 0 {
		at = s.model.Shown.ID(s.current())
	}
	s.model.Look(nil)
	s.show(at)
	s.focus()
}

// point goes to a text and selects what is to be looked at in it.
func (s *Screen) point(place int) {
	s.goTo(place)
	if s.model.Among == nil || s.model.Shown.Len() == 0 {
		return
	}
	place = min(max(place, 0), s.model.Shown.Len()-1)
	if span, ok := s.model.Among.First(s.model.Shown.ID(place)); ok {
		s.with(place, func() { s.text.Select(place, span); s.focus() })
	}
}

// refreshStrip says over the texts which ones alone are shown.
func (s *Screen) refreshStrip() {
	s.strip.Objects = nil
	s.strip.Hidden = s.model.Among == nil
	if a := s.model.Among; a != nil {
		words := lang.L("{{.What}}: {{.N}}", map[string]any{"What": a.Title, "N": ui.Count(s.model.Shown.Len())})
		row := ui.NewStretchRow(ui.Space3, 0, ui.NewText(words, ui.SizeTable, ui.ColorText).Cut(),
			ui.NewKeyHint("J", lang.L("next comment")), ui.NewButton(lang.L("Show all texts"), s.showAll).WithKey("Esc"))
		s.strip.Add(ui.NewInsetSides(ui.Space2, ui.Space4, ui.Space2, ui.Space4, row))
		s.strip.Add(ui.NewHairline())
	}
	s.strip.Refresh()
}
