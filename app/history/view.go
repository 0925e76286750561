package history

import (
	"context"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/task"
	"concord/app/ui"
	"concord/app/wordbook"
	"concord/coding"
	"concord/coding/progress"
)

// Shell is what History needs of the window.
type Shell interface {
	Session() *coding.Session
	Me() coding.Coder
	Coders() []coding.Coder
	Tasks() *task.Runner
	Words() *wordbook.Book
	Window() fyne.Window
	Say(format string, args ...any)
	Fail(err error, doing string)
	Ask(title, text, yes string, then func())
	SaveFile(suggested string, endings []string, then func(path string))
}

// shownAtFirst is how many entries are shown before somebody asks for more.
const shownAtFirst = 500

// Screen is History.
type Screen struct {
	shell   Shell
	object  fyne.CanvasObject
	filter  Filter
	limit   int
	log     Log
	details []Detail

	who    *fyne.Container
	words  *widget.Entry
	table  *ui.DataTable
	count  *ui.Text
	more   *ui.Link
	panel  *ui.Scrolled
	reads  task.Latest[Log]
	lookup task.Latest[[]Detail]
}

// New builds History.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, limit: shownAtFirst, filter: Filter{Language: shell.Words()}, who: ui.NewFlow(ui.Space2, ui.Space1), count: ui.NewText("", ui.SizeExplain, ui.ColorMuted)}
	s.words = widget.NewEntry()
	s.words.SetPlaceHolder(lang.L("Filter by words…"))
	s.words.OnChanged = func(typed string) { s.filter.Words = typed; s.load() }
	s.table = ui.NewDataTable(columns(), func() int { return len(s.log.Entries) }, s.cell)
	s.table.OnSelect = s.choose
	s.more = ui.NewLink(lang.L("Show all"), func() { s.limit = 0; s.load() })
	s.panel = ui.NewScrolled(ui.NewSpace(0, 0))
	head := ui.NewColumn(ui.Space3,
		ui.NewStretchRow(ui.Space4, 1, ui.NewTitle(lang.L("History")), ui.NewSpace(0, 0), ui.NewButton(lang.L("Export…"), s.export)),
		ui.NewStretchRow(ui.Space3, 0, s.who, ui.NewSized(260, 0, s.words)))
	foot := ui.NewInsetSides(ui.Space2, 0, 0, 0, ui.NewRow(ui.Space3, s.count, s.more))
	page := ui.NewInsetSides(ui.Space5, ui.PageInset, ui.Space4, ui.PageInset,
		ui.NewDock(ui.NewInsetSides(0, 0, ui.Space3, 0, head), foot, nil, nil, ui.NewTightCard(s.table)))
	s.object = ui.NewDock(nil, nil, nil, ui.NewSidePanel(320, false, s.panel), page)
	s.showPeople()
	s.showPanel()
	return s
}

// columns of the table.
func columns() []ui.Column {
	return []ui.Column{
		{Title: lang.L("Day"), Width: 96},
		{Title: lang.L("Time"), Width: 56},
		{Title: lang.L("Who"), Width: 130},
		{Title: lang.L("What"), Width: 420, Share: 1},
		{Title: "", Width: 110},
	}
}

// cell is one place of the table.
func (s *Screen) cell(row, column int) ui.Cell {
	e := s.log.Entries[row]
	at := e.At.Local()
	switch column {
	case 0:
		if !s.log.FirstOfDay(row, at.Location()) {
			return ui.Cell{}
		}
		return ui.Cell{Text: at.Format("2006-01-02"), Bold: true}
	case 1:
		return ui.Cell{Text: at.Format("15:04"), Muted: true}
	case 2:
		return ui.Cell{Text: NameOf(s.shell.Coders(), e.By), Hex: colorOf(s.shell.Coders(), e.By)}
	case 3:
		return ui.Cell{Text: s.sentence(e), Muted: e.Undone}
	}
	switch {
	case e.Undone:
		return ui.Cell{Text: lang.L("undone"), Chip: true, Tone: ui.ToneLook}
	case s.log.Again(e):
		return ui.Cell{Text: lang.L("again"), Chip: true, Tone: ui.ToneGood}
	case e.Undoes != 0:
		return ui.Cell{Text: lang.L("undoing"), Chip: true, Tone: ui.ToneAccent}
	}
	return ui.Cell{}
}

// colorOf is the colour of a coder's badge.
func colorOf(coders []coding.Coder, id coding.CoderID) string {
	for _, c := range coders {
		if c.ID == id {
			return c.Color
		}
	}
	return ""
}

// showPeople offers the coders to filter by.
func (s *Screen) showPeople() {
	s.who.Objects = nil
	offer := func(words string, id coding.CoderID) {
		pill := ui.NewPill(words, func() { s.filter.By = id; s.showPeople(); s.load() })
		pill.Chosen = s.filter.By == id
		s.who.Add(pill)
	}
	offer(lang.L("Everybody"), "")
	for _, c := range s.shell.Coders() {
		offer(c.Name, c.ID)
	}
	s.who.Refresh()
}

// load reads the log anew.
func (s *Screen) load() {
	session, filter, limit := s.shell.Session(), s.filter, s.limit
	s.reads.Start(s.shell.Tasks(), lang.L("Reading the history"), func(ctx context.Context, _ *progress.Counter) (Log, error) {
		return Read(ctx, session, filter, limit)
	}, func(log Log, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("read the history"))
			return
		}
		s.show(log)
	})
}

// show shows what was read. The chosen step stays chosen.
func (s *Screen) show(log Log) {
	var was coding.StepID
	if row := s.table.Selected(); row >= 0 && row < len(s.log.Entries) {
		was = s.log.Entries[row].Step
	}
	s.log = log
	words := lang.N("{{.N}} steps", len(log.Entries), map[string]any{"N": ui.Count(len(log.Entries))})
	if log.More {
		words = lang.L("The last {{.N}} steps", map[string]any{"N": ui.Count(len(log.Entries))})
	}
	s.count.SetText(words)
	s.more.Hidden = !log.More
	s.table.Refresh()
	at := 0
	for row, e := range log.Entries {
		if e.Step == was {
			at = row
		}
	}
	if len(log.Entries) > 0 {
		s.table.Select(at)
		s.choose(at)
	} else {
		s.details = nil
		s.showPanel()
	}
	s.object.Refresh()
}

// chosen is the step that is chosen, if any.
func (s *Screen) chosen() (coding.Entry, bool) {
	row := s.table.Selected()
	if row < 0 || row >= len(s.log.Entries) {
		return coding.Entry{}, false
	}
	return s.log.Entries[row], true
}

// choose reads what a step did.
func (s *Screen) choose(row int) {
	if row < 0 || row >= len(s.log.Entries) {
		return
	}
	session, entry := s.shell.Session(), s.log.Entries[row]
	s.lookup.Start(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) ([]Detail, error) {
		return ReadDetails(ctx, session, entry)
	}, func(details []Detail, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("read what the step did"))
			return
		}
		s.details = details
		s.showPanel()
	})
}

// undo takes the chosen step back.
func (s *Screen) undo() {
	entry, found := s.chosen()
	if !found || !s.log.MayUndo(entry, s.shell.Me().ID) {
		return
	}
	session := s.shell.Session()
	task.Keep(s.shell.Tasks(), lang.L("Undo"), func(ctx context.Context, _ *progress.Counter) (struct{}, error) {
		return struct{}{}, session.UndoStep(ctx, entry)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("undo this step, because later ones may build on it"))
			return
		}
		if entry.Undoes != 0 {
			s.shell.Say("%s", lang.L("Done again: {{.Step}}", map[string]any{"Step": s.shell.Words().Tell(entry.Label)}))
			return
		}
		s.shell.Say("%s", lang.L("Undone: {{.Step}}", map[string]any{"Step": s.shell.Words().Tell(entry.Label)}))
	})
}

// export writes all entries that the filter takes as a table.
func (s *Screen) export() {
	s.shell.SaveFile(lang.L("history")+".csv", []string{".csv"}, func(path string) {
		session, filter, coders, words := s.shell.Session(), s.filter, s.shell.Coders(), s.shell.Words()
		task.Start(s.shell.Tasks(), lang.L("Exporting the history"), func(ctx context.Context, _ *progress.Counter) (int, error) {
			log, err := Read(ctx, session, filter, 0)
			if err != nil {
				return 0, err
			}
			return len(log.Entries), save(path, log.Entries, coders, words)
		}, func(n int, err error) {
			if err != nil {
				s.shell.Fail(err, lang.L("export the history"))
				return
			}
			s.shell.Say("%s", lang.N("{{.N}} steps written to {{.Path}}", n, map[string]any{"N": ui.Count(n), "Path": path}))
		})
	})
}

// save writes the table to a file.
func save(path string, entries []coding.Entry, coders []coding.Coder, words *wordbook.Book) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := WriteCSV(file, entries, coders, words); err != nil {
		_ = file.Close() // the first error is the one that matters
		return err
	}
	return file.Close()
}
