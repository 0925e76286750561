package library

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding/mention"
	"concord/coding/progress"
)

// words say how many texts seem to tell who somebody is.
func (n Named) words() string {
	words := ""
	if n.Names > 0 {
		words = lang.N("{{.N}} comments seem to name a person or a ward.", n.Names, map[string]any{"N": ui.Count(n.Names)})
	}
	if n.Others > 0 {
		if words != "" {
			words += " "
		}
		words += lang.N("{{.N}} hold an e-mail address, a telephone number, a date of birth or a link.", n.Others, map[string]any{"N": ui.Count(n.Others)})
	}
	return words
}

// warn shows over the tables that texts seem to tell who somebody is, with the
// way there.
func (s *Screen) warn(n Named) {
	s.named = n
	s.warning.Objects = nil
	setShown(s.warning, len(n.Places) > 0)
	if len(n.Places) > 0 {
		look := ui.NewButton(lang.L("Look at them"), s.lookAtNamed).WithKey("L")
		gone := ui.NewLink("✕", func() { s.warn(Named{}); s.tables.Refresh() })
		words := ui.NewText(n.words(), ui.SizeWork, ui.ColorText).Wrapped()
		card := ui.NewCard(ui.NewStretchRow(ui.Space3, 0, words, look, gone))
		card.Inset = ui.Space3
		s.warning.Objects = []fyne.CanvasObject{card}
	}
	s.warning.Refresh()
	s.heads.Refresh()
}

// lookAtNamed shows the texts in Read & code.
func (s *Screen) lookAtNamed() {
	s.shell.ShowAmong(lang.L("Texts that seem to tell who somebody is"), s.named.Places)
}

// lookForNames looks through all texts of the project, and shows those that seem
// to tell who somebody is.
func (s *Screen) lookForNames() {
	session := s.shell.Session()
	task.Start(s.shell.Tasks(), lang.L("Look for names in the texts"), func(ctx context.Context, p *progress.Counter) ([]mention.Mention, error) {
		return mention.Scan(ctx, session, p)
	}, func(found []mention.Mention, err error) {
		s.shell.Fail(err, lang.L("look for names in the texts"))
		if err != nil {
			return
		}
		s.warn(NamedIn(found))
		if len(found) == 0 {
			s.shell.Say("%s", lang.L("No text seems to name a person or a ward."))
			return
		}
		s.lookAtNamed()
	})
}
