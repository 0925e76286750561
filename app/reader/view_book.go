package reader

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/ui"
	"concord/coding"
)

// bookPanel is the codebook at the left, and beneath it what the person is at.
type bookPanel struct {
	screen  *Screen
	object  fyne.CanvasObject
	version *ui.Text
	counted *ui.Text // what the figures beside the codes count
	filter  *ui.Entry
	tree    *ui.CodeTree
	hint    *ui.Text
	foot    *fyne.Container
}

func newBookPanel(s *Screen) *bookPanel {
	b := &bookPanel{screen: s, version: ui.NewText("", ui.SizeExplain, ui.ColorMuted), counted: ui.NewMuted(""), tree: ui.NewCodeTree(nil)}
	b.filter = ui.NewCodeFilter(b.tree, func() { s.shell.Window().Canvas().Focus(b.tree.Focusable()) }, s.focus)
	b.tree.OnSelect = func(string) { s.panel.refresh() }
	b.tree.OnActivate = func(id string) {
		if code, ok := s.model.Study.Book.Code(coding.CodeID(id)); ok {
			s.apply(code)
			s.focus()
		}
	}
	b.tree.OnRune = func(r rune) { s.Rune(r) }
	b.hint = ui.NewMuted(lang.L("No codes yet. Select some words and press K to make the first one."))
	b.hint.Hide()
	b.foot = ui.NewColumn(ui.Space2)
	b.object = ui.NewCodePanel(b.version, b.filter, b.tree, b.foot, b.counted, b.hint)
	return b
}

// refresh shows the study's codebook and what the person is at.
func (b *bookPanel) refresh() {
	study := b.screen.model.Study
	b.version.SetText("")
	if study.Version > 0 {
		b.version.SetText(lang.L("version {{.N}}", map[string]any{"N": study.Version}))
	}
	b.counted.SetText(countedWords(b.screen.model.At))
	b.counted.Hidden = study.Book.Len() == 0
	b.hint.Hidden = study.Book.Len() > 0
	b.showCodes()
	b.showAssignment()
}

// countedWords say which excerpts the figures beside the codes count.
func countedWords(at Assignment) string {
	switch {
	case at.All && at.Open():
		return lang.L("Counted: excerpts of all rounds and coders")
	case at.All:
		return lang.L("Counted: your excerpts of all rounds")
	case !at.Open():
		return lang.L("Counted: your excerpts in {{.Round}}", map[string]any{"Round": at.Round.Name})
	case at.Seen.ID != "":
		return lang.L("Counted: excerpts outside rounds and in {{.Round}}", map[string]any{"Round": at.Seen.Name})
	}
	return lang.L("Counted: excerpts outside rounds")
}

// showCodes shows the codes with their counts.
func (b *bookPanel) showCodes() {
	m := b.screen.model
	rows := make([]ui.CodeRow, 0, m.Study.Book.Len())
	for _, c := range m.Study.Book.Codes() {
		if c.Retired && m.Counts[c.ID] == 0 {
			continue
		}
		row := ui.CodeRow{
			ID: string(c.ID), Name: c.Name, Hex: c.Color, Depth: m.Study.Book.Depth(c.ID), Retired: c.Retired,
			Count: m.Counts[c.ID], HasCount: m.Counts[c.ID] > 0 || m.Study.Book.Depth(c.ID) > 0,
			Key: shortcutWord(c),
		}
		rows = append(rows, row)
	}
	b.tree.SetRows(rows)
}

// showAssignment says in which round the person codes, and lets them choose.
func (b *bookPanel) showAssignment() {
	s := b.screen
	at := s.model.At
	words := lang.L("Open coding, in no round")
	if !at.Open() {
		words = at.Round.Name
		if at.Round.Blind {
			words += ", " + lang.L("blind")
		}
	}
	var choice fyne.CanvasObject = ui.NewText(words, ui.SizeTable, ui.ColorText).Cut()
	if len(s.model.Study.Assignments(s.model.Me.ID)) > 1 {
		standing := ui.NewSentenceChoice(words, b.assignments)
		standing.TextSize = ui.SizeTable
		choice = ui.NewSentence(ui.SizeTable, ui.Standing(standing))
	}
	rows := ui.NewColumn(0, ui.NewHeading(lang.L("Coding in")), ui.NewSpace(0, ui.Space1), choice)
	if s.model.Partial() {
		only := widget.NewCheck(lang.L("Only the {{.N}} in this round", map[string]any{"N": ui.Count(len(s.model.Study.Assigned[at.Round.ID]))}), nil)
		only.Checked = s.model.Only
		only.OnChanged = func(on bool) { s.chooseAssignment(s.model.At, on) }
		rows.Add(only)
	}
	if at.Open() && at.Seen.ID != "" {
		rows.Add(ui.NewMuted(lang.L("Shown with the codings of {{.Round}}, which is closed.", map[string]any{"Round": at.Seen.Name})))
	}
	if len(s.model.Study.Rounds) > 1 || !at.Open() && len(s.model.Study.Rounds) > 0 {
		all := widget.NewCheck(lang.L("Codings of all rounds"), nil)
		all.Checked = at.All
		all.OnChanged = func(on bool) {
			a := s.model.At
			a.All = on
			s.chooseAssignment(a, s.model.Only)
		}
		rows.Add(all)
	}
	b.foot.Objects = []fyne.CanvasObject{ui.NewColumn(0, ui.NewHairline(), ui.NewInset(ui.PanelInset, rows))}
	b.foot.Refresh()
	b.object.Refresh()
}

// assignments are what the person can be at.
func (b *bookPanel) assignments() []ui.Option {
	s := b.screen
	var options []ui.Option
	for _, a := range s.model.Study.Assignments(s.model.Me.ID) {
		words := a.Round.Name
		if a.Open() {
			words = lang.L("Open coding, in no round")
		}
		options = append(options, ui.Option{
			Text: words, Chosen: a.Round.ID == s.model.At.Round.ID,
			OnChosen: func() { s.chooseAssignment(a, s.model.Only) },
		})
	}
	return options
}

// chooseAssignment puts the person at an assignment, and stays at the source.
func (s *Screen) chooseAssignment(a Assignment, only bool) {
	var at coding.SourceID
	if s.model.Shown.Len() > 0 {
		at = s.model.Shown.ID(s.current())
	}
	s.model.Choose(a, only)
	s.show(at)
	s.book.refresh()
	s.count()
	s.panel.refresh()
}

// shortcutWord is the digit of a code, or nothing.
func shortcutWord(c coding.Code) string {
	if c.Shortcut == 0 {
		return ""
	}
	return strconv.Itoa(c.Shortcut)
}
