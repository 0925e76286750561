package library

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// Screen is the Library screen.
type Screen struct {
	shell Shell
	study *Study

	loading   task.Latest[*Study]
	arranging task.Latest[arranged]

	whole  *fyne.Container // the tables with the panel, or the import
	tables fyne.CanvasObject
	title  *ui.Text
	heads  fyne.CanvasObject // title, buttons and head: not shown while there is nothing
	head   *fyne.Container
	count  *ui.Text
	middle *fyne.Container // the table in view, or what is said in its place
	tabs   [2]*ui.Pill
	filter *ui.Entry
	people bool
	// wanted says that the table is to have the keyboard as soon as it is there.
	wanted bool
	// drafting says that a coder is to be added as soon as the study is there.
	drafting bool

	texts  *textTable
	cases  *caseTable
	panel  *sidePanel
	wizard *importPage

	// named is where the texts that came in last seem to tell who somebody is.
	named   Named
	warning *fyne.Container
}

// New makes the screen.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, title: ui.NewTitle(" "), count: ui.NewText("", ui.SizeExplain, ui.ColorMuted)}
	s.filter = newEntry("", lang.L("Filter by name or value"), func(string) { s.arrange() }, s.focusTable)
	s.filter.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyDown && ev.Name != fyne.KeyEscape {
			return false
		}
		s.focusTable()
		return true
	}
	s.tabs[0] = ui.NewPill(lang.L("Texts"), func() { s.show(false) })
	s.tabs[1] = ui.NewPill(lang.L("Respondents"), func() { s.show(true) })
	s.texts = newTextTable(s)
	s.cases = newCaseTable(s)
	s.panel = newSidePanel(s)
	s.makeHead()
	s.middle = container.NewStack()
	top := ui.NewStretchRow(ui.Space2, 1, s.title, ui.NewSpace(0, 0),
		ui.NewButton(lang.L("Import…"), s.askImport).WithKey("I"), ui.NewButton(lang.L("Open a round…"), s.panel.draftRound).WithKey("O"))
	s.warning = ui.NewColumn(0)
	s.warning.Hide()
	s.heads = ui.NewInsetSides(0, 0, ui.Space3, 0, ui.NewColumn(ui.Space3, top, s.warning, s.head))
	s.heads.Hide()
	page := ui.NewInsetSides(ui.Space5, ui.Space6, ui.Space5, ui.Space6, ui.NewDock(s.heads, nil, nil, nil, s.middle))
	s.tables = ui.NewDock(nil, nil, nil, ui.NewSidePanel(300, false, s.panel.object), page)
	s.whole = container.NewStack(s.tables)
	return s
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.whole }

// DraftCoder shows the form for a new coder.
func (s *Screen) DraftCoder() {
	if s.study == nil {
		s.drafting = true // as soon as it is known who is there
		return
	}
	s.leaveImport()
	s.panel.draftCoder()
}

// Shown reads the project anew where it has changed since.
func (s *Screen) Shown() {
	s.load()
	if s.wizard == nil {
		s.focusTable()
	}
}

// Changed reads the project anew when a step touched what is shown.
func (s *Screen) Changed(events []coding.Event) {
	kinds := []coding.Kind{
		coding.KindSource, coding.KindCase, coding.KindAttribute, coding.KindCoding,
		coding.KindDone, coding.KindRound, coding.KindCoder, coding.KindProject,
	}
	if slices.ContainsFunc(events, func(e coding.Event) bool { return slices.Contains(kinds, e.Change.Kind()) }) {
		s.load()
	}
}

// load reads the project in the background; what is shown stays until then.
func (s *Screen) load() {
	session, known := s.shell.Session(), s.study
	s.loading.Start(s.shell.Tasks(), lang.L("Load the library"), func(ctx context.Context, p *progress.Counter) (*Study, error) {
		if known != nil {
			return known.Reload(ctx, session, p)
		}
		return Load(ctx, session, p)
	}, func(study *Study, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("load the library"))
			return
		}
		if study == s.study {
			return
		}
		first := s.study == nil
		s.study = study
		s.texts.loaded()
		s.panel.loaded()
		if n := s.named.Places; len(n) > 0 && !study.Has(n[0].Source) {
			s.warn(Named{}) // the import was undone
		}
		s.wanted = s.wanted || first
		s.arrange()
		if s.drafting {
			s.drafting = false
			s.DraftCoder()
		}
	})
}

// show shows the texts or the respondents.
func (s *Screen) show(people bool) {
	s.people, s.wanted = people, true
	s.arrange()
}

// arrange filters and sorts anew, in the background, and shows it.
func (s *Screen) arrange() {
	if s.study == nil {
		return
	}
	study, view, people := s.study, s.texts.view, s.cases.view
	view.Text, people.Text = s.filter.Text, s.filter.Text
	s.arranging.Start(s.shell.Tasks(), lang.L("Sort the texts"), func(ctx context.Context, _ *progress.Counter) (arranged, error) {
		texts, err := study.Arrange(ctx, view)
		return arranged{study, texts, study.ArrangeCases(people)}, err
	}, func(a arranged, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("sort the texts"))
			return
		}
		s.texts.arranged, s.cases.arranged = a, a
		s.cases.widen()
		s.refresh()
	})
}

// arranged is what the tables show of a study.
type arranged struct {
	of           *Study
	texts, cases []int
}

// refresh shows the table in view.
func (s *Screen) refresh() {
	s.title.SetText(s.words())
	s.tabs[0].SetChosen(!s.people)
	s.tabs[1].SetChosen(s.people)
	s.showHead()
	nothing := len(s.study.Rows) == 0 && len(s.study.Cases) == 0
	setShown(s.heads, !nothing)
	switch {
	case nothing:
		s.middle.Objects = []fyne.CanvasObject{ui.NewEmptyState(lang.L("Nothing to read yet"),
			lang.L("Import your survey export or documents. A file can also be dropped on the window."),
			ui.NewPrimaryButton(lang.L("Import…"), s.askImport))}
	case s.people:
		s.middle.Objects = []fyne.CanvasObject{s.cases.object}
		s.cases.refresh()
	default:
		s.middle.Objects = []fyne.CanvasObject{s.texts.object}
		s.texts.refresh()
	}
	s.tables.Refresh()
	s.middle.Refresh()
	if s.wanted {
		s.wanted = false
		s.focusTable()
	}
}

// words say how much there is.
func (s *Screen) words() string {
	study := s.study
	words := lang.N("{{.N}} comments", study.Comments, map[string]any{"N": ui.Count(study.Comments)})
	if study.Documents > 0 {
		documents := lang.N("{{.N}} documents", study.Documents, map[string]any{"N": ui.Count(study.Documents)})
		if study.Comments == 0 {
			words = documents
		} else {
			words += ", " + documents
		}
	}
	if n := len(study.Cases); n > 0 {
		words += ", " + lang.N("{{.N}} respondents", n, map[string]any{"N": ui.Count(n)})
	}
	return words
}

// makeHead makes the line over the tables: which one, the filter, and what
// belongs to the one in view.
func (s *Screen) makeHead() {
	things := []fyne.CanvasObject{s.tabs[0], s.tabs[1], ui.NewSized(220, 0, s.filter)}
	things = append(things, s.texts.filters...)
	things = append(things, s.cases.filters...)
	s.head = ui.NewFlow(ui.Space2, ui.Space2, append(things, s.count)...)
}

// showHead shows what belongs to the table in view.
func (s *Screen) showHead() {
	for _, o := range s.texts.filters {
		setShown(o, !s.people)
	}
	for _, o := range s.cases.filters {
		setShown(o, s.people)
	}
	shown, of := len(s.texts.texts), len(s.study.Rows)
	if s.people {
		shown, of = len(s.cases.cases), len(s.study.Cases)
	} else {
		s.texts.showFilters()
	}
	s.count.SetText("")
	if shown != of {
		s.count.SetText(lang.L("{{.N}} of {{.Of}}", map[string]any{"N": ui.Count(shown), "Of": ui.Count(of)}))
	}
	s.head.Refresh()
}

func setShown(o fyne.CanvasObject, shown bool) {
	if shown {
		o.Show()
	} else {
		o.Hide()
	}
}

// focusTable gives the keyboard to the table in view.
func (s *Screen) focusTable() {
	switch {
	case s.wizard != nil || s.study == nil || len(s.study.Rows) == 0: // there is no table
	case s.people:
		s.focus(s.cases.grid)
	default:
		s.focus(s.texts.table.Focusable())
	}
}

// focus gives a widget the keyboard. The window is asked and not the widget: one
// that was just put there doesn't know its window yet.
func (s *Screen) focus(w fyne.Focusable) { s.shell.Window().Canvas().Focus(w) }
