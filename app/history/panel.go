package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// sentence is what an entry says.
func (s *Screen) sentence(e coding.Entry) string {
	label := s.shell.Words().Tell(e.Label)
	switch {
	case e.Label == "":
		return lang.L("partly hidden until its round is closed")
	case s.log.Again(e):
		return lang.L("did again: {{.Step}}", map[string]any{"Step": label})
	case e.Undoes != 0:
		return lang.L("undid: {{.Step}}", map[string]any{"Step": label})
	}
	return label
}

// showPanel tells of the chosen step, beside the table.
func (s *Screen) showPanel() {
	entry, found := s.chosen()
	if !found {
		s.panel.SetContent(ui.NewInset(ui.PanelInset, ui.NewMuted(lang.L("Everything that is done in the project is listed here, step by step."))))
		return
	}
	column := ui.NewColumn(ui.Space2,
		ui.NewHeading(lang.L("This step")),
		ui.NewText(s.sentence(entry), ui.SizeReading, ui.ColorText).Bold().Wrapped(),
		ui.NewMuted(lang.L("{{.Who}}, {{.When}}", map[string]any{
			"Who": NameOf(s.shell.Coders(), entry.By), "When": entry.At.Local().Format("2006-01-02 15:04:05"),
		})),
		ui.NewSpace(0, ui.Space2),
	)
	for _, d := range s.details {
		column.Add(detail(d))
	}
	column.Add(ui.NewSpace(0, ui.Space2))
	column.Add(s.verdict(entry))
	s.panel.SetContent(ui.NewInset(ui.PanelInset, column))
}

// verdict is the button that undoes the step, or why there is none.
func (s *Screen) verdict(e coding.Entry) fyne.CanvasObject {
	if e.Begins() {
		return ui.NewMuted(lang.L("With this step the project began. It stays."))
	}
	may := s.log.MayUndo(e, s.shell.Me().ID)
	switch {
	case may && e.Undoes != 0:
		return ui.NewRow(0, ui.NewButton(lang.L("Do the step again"), s.undo).WithKey("U"))
	case may:
		return ui.NewRow(0, ui.NewButton(lang.L("Undo this step"), s.undo).WithKey("U"))
	case e.Undone && e.Undoes != 0:
		return ui.NewMuted(lang.L("It took a step back that was done again later."))
	case e.Undone:
		return ui.NewMuted(lang.L("It was undone later. To bring it back, choose the line that undid it."))
	case s.log.Again(e):
		return ui.NewMuted(lang.L("It brought a step back. To undo that, choose the step itself."))
	}
	return ui.NewMuted(lang.L("Only who did it can undo it."))
}

// detail tells what a step did to one kind of noun.
func detail(d Detail) fyne.CanvasObject {
	column := ui.NewColumn(ui.Space1)
	add := func(n int, done func(what string) string) {
		if n > 0 {
			column.Add(ui.NewBody(done(counted(d.Kind, n))))
		}
	}
	add(d.Added, func(what string) string { return lang.L("{{.What}} added", map[string]any{"What": what}) })
	add(d.Changed, func(what string) string { return lang.L("{{.What}} changed", map[string]any{"What": what}) })
	add(d.Removed, func(what string) string { return lang.L("{{.What}} removed", map[string]any{"What": what}) })
	for _, name := range d.Names {
		column.Add(ui.NewMuted(name))
	}
	if more := d.Added + d.Changed + d.Removed - len(d.Names); more > 0 && len(d.Names) > 0 {
		column.Add(ui.NewMuted(lang.L("and {{.N}} more", map[string]any{"N": ui.Count(more)})))
	}
	return column
}

// counted is a number of nouns in words.
func counted(kind coding.Kind, n int) string {
	count := map[string]any{"N": ui.Count(n)}
	switch kind {
	case coding.KindProject:
		return lang.L("The project")
	case coding.KindCoder:
		return lang.N("{{.N}} coders", n, count)
	case coding.KindAttribute:
		return lang.N("{{.N}} attributes", n, count)
	case coding.KindCase:
		return lang.N("{{.N}} respondents", n, count)
	case coding.KindSource:
		return lang.N("{{.N}} texts", n, count)
	case coding.KindCode:
		return lang.N("{{.N}} codes", n, count)
	case coding.KindVersion:
		return lang.N("{{.N}} versions of the codebook", n, count)
	case coding.KindRound:
		return lang.N("{{.N}} rounds", n, count)
	case coding.KindCoding:
		return lang.N("{{.N}} codings", n, count)
	case coding.KindDone:
		return lang.N("{{.N}} done marks", n, count)
	case coding.KindMemo:
		return lang.N("{{.N}} memos", n, count)
	case coding.KindDecision:
		return lang.N("{{.N}} decisions", n, count)
	case coding.KindSearch:
		return lang.N("{{.N}} saved searches", n, count)
	}
	return lang.L("Something that a newer Concord knows ({{.Kind}})", map[string]any{"Kind": string(kind)})
}
