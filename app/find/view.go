// Package find is the Search screen: a query, its places as keyword in context,
// counts beside them, and coding of what is ticked.
package find

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"concord/app/reach"
	"concord/app/task"
	"concord/app/ui"
	"concord/app/wordbook"
	"concord/coding"
	"concord/coding/progress"
	"concord/index"
	"concord/index/query"
)

// Shell is what the screen needs of the window.
type Shell interface {
	Session() *coding.Session
	Tasks() *task.Runner
	Index() *index.Index
	Fail(err error, doing string)
	Words() *wordbook.Book
	Say(format string, args ...any)
	ShowSource(id coding.SourceID, span coding.Span)
	SaveFile(suggested string, filter []string, then func(path string))
	Remember(key, value string)
	Recall(key string) string
}

// Screen is the Search screen.
type Screen struct {
	shell  Shell
	found  *Found
	reach  reach.Reach
	latest task.Latest[*Found]

	whole   fyne.CanvasObject
	picker  *ui.CodeBox
	book    *coding.Codebook // as the picker shows it
	entry   *ui.Entry
	hint    *ui.Sentence
	middle  *fyne.Container
	table   *ui.DataTable
	ticked  *ui.Text
	codeAs  *ui.Button
	reaches *ui.Button
	side    *ui.Scrolled
	save    *ui.Button
	sortBy  int
}

// New makes the screen.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, reach: reach.Hit, sortBy: -1}
	s.entry = ui.NewEntry(lang.L("Search the comments"), s.Key)
	s.entry.OnChanged = func(string) { s.search() }
	s.entry.OnSubmitted = func(string) { s.focusTable() }
	s.hint = ui.NewSentence(ui.SizeExplain)
	s.save = ui.NewButton(lang.L("Save search"), s.keep)
	s.table = ui.NewDataTable([]ui.Column{
		{Width: 28, Ticks: true},
		{Title: lang.L("Comment"), Width: 120, Sortable: true},
		{Title: lang.L("left"), Width: 160, Share: 1, Right: true, CutStart: true, Sortable: true},
		{Title: lang.L("hit"), Width: 90},
		{Title: lang.L("right"), Width: 160, Share: 1, Sortable: true},
		{Title: lang.L("Coded"), Width: 110},
	}, func() int { return len(s.lines()) }, s.cell)
	s.table.OnTick = s.tick
	s.table.OnTickAll = s.tickAll
	s.table.AllTicked = func() bool { return s.found != nil && s.found.AllTicked() }
	s.table.OnActivate = s.open
	s.table.OnSort = s.sort
	s.table.OnRune = func(r rune) { s.Rune(r) }
	s.makeFoot()
	s.makePicker()
	s.middle = container.NewStack()
	s.side = ui.NewPanel(ui.Space3)
	top := ui.NewColumn(ui.Space2, ui.NewStretchRow(ui.Space3, 0, s.entry, s.save), s.hint)
	page := ui.NewInsetSides(ui.Space5, ui.Space6, ui.Space4, ui.Space6, ui.NewDock(ui.NewInsetSides(0, 0, ui.Space3, 0, top), nil, nil, nil, s.middle))
	s.whole = ui.NewDock(nil, nil, nil, ui.NewSidePanel(280, false, s.side), container.NewStack(page, s.picker.Layer()))
	s.entry.SetText(shell.Recall(lastQuery))
	s.show()
	return s
}

// lastQuery is the key under which the last query is remembered.
const lastQuery = "search.query"

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.whole }

// Shown searches anew what may have changed, and takes the next word typed.
func (s *Screen) Shown() {
	s.search()
	s.showSide()
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.entry); c != nil {
		c.Focus(s.entry)
	}
}

// ShowSearch searches for a query.
func (s *Screen) ShowSearch(text string) {
	s.entry.SetText(text)
	s.search()
}

// Pose shows the first search that was kept, for a picture of the screen.
func (s *Screen) Pose() {
	session := s.shell.Session()
	task.Start(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) ([]coding.Search, error) {
		return session.Searches(ctx)
	}, func(kept []coding.Search, err error) {
		if err == nil && len(kept) > 0 {
			s.ShowSearch(kept[0].Query)
		}
	})
}

// Changed searches anew: what is coded, or what there is, has changed.
func (s *Screen) Changed([]coding.Event) {
	s.search()
	s.showSide()
}

// wrongWords say what is wrong with a query, where, and what would do.
func (s *Screen) wrongWords(wrong *query.Error) string {
	words := lang.L("At character {{.At}}: {{.Problem}}", map[string]any{"At": wrong.At.Start + 1, "Problem": s.shell.Words().Tell(string(wrong.Problem))})
	if reason := s.shell.Words().Reason(wrong.Cause); reason != "" {
		words += ": " + reason
	}
	if wrong.Try != "" {
		words += "; " + lang.L("try: {{.Query}}", map[string]any{"Query": wrong.Try})
	}
	return words
}

// search looks the query up in the background; the last one typed wins.
func (s *Screen) search() {
	text, x, session := strings.TrimSpace(s.entry.Text), s.shell.Index(), s.shell.Session()
	switch {
	case text == "":
		s.found = nil
		s.show()
		return
	case x == nil:
		s.hint.SetParts(ui.MutedWords(lang.L("The index is being made; the search begins when it is ready.")))
		return
	}
	s.latest.Start(s.shell.Tasks(), lang.L("Search"), func(ctx context.Context, _ *progress.Counter) (*Found, error) {
		return Search(ctx, x, session, text)
	}, func(found *Found, err error) {
		var wrong *query.Error
		switch {
		case errors.As(err, &wrong):
			s.hint.SetParts(ui.Part{Text: s.wrongWords(wrong), Tone: ui.ToneLook})
		case err != nil:
			s.shell.Fail(err, lang.L("search"))
		default:
			s.keepTicks(found)
			s.found = found
			s.shell.Remember(lastQuery, text)
			s.arrange()
			s.show()
		}
	})
}

// keepTicks carries the ticks over where the same query is answered anew.
func (s *Screen) keepTicks(found *Found) {
	if s.found == nil || s.found.Query != found.Query {
		return
	}
	type place struct {
		source coding.SourceID
		span   coding.Span
	}
	ticked := map[place]bool{}
	for _, line := range s.found.Ticked() {
		ticked[place{line.Source, line.Span}] = true
	}
	for i, line := range found.Lines {
		found.Lines[i].Ticked = ticked[place{line.Source, line.Span}]
	}
}

// Key goes from the query into the places and back.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyDown {
		s.focusTable()
		return true
	}
	return false
}

// Rune takes the keys of the buttons while the query isn't being typed.
func (s *Screen) Rune(r rune) bool {
	switch r {
	case 'k', 'K':
		s.codeAs.OnTapped()
	case 'a', 'A':
		s.tickAll()
	case '/':
		s.Shown()
	default:
		return false
	}
	return true
}

// Shortcut uses none.
func (s *Screen) Shortcut(fyne.Shortcut) bool { return false }

// Hints are the keys of the status strip.
func (s *Screen) Hints() []ui.Hint {
	return []ui.Hint{
		{Key: "↓", Does: lang.L("places")},
		{Key: lang.L("Space"), Does: lang.L("tick")},
		{Key: "A", Does: lang.L("all")},
		{Key: "K", Does: lang.L("code as")},
		{Key: "Enter", Does: lang.L("read")},
	}
}

// Commands are what can be done here by its name.
func (s *Screen) Commands() []ui.Command {
	return []ui.Command{
		{Name: lang.L("Tick all places"), Keys: "A", Do: s.tickAll},
		{Name: lang.L("Save this search"), Do: s.keep},
		{Name: lang.L("Export concordance"), Do: s.export},
	}
}

func (s *Screen) focusTable() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.table); c != nil && len(s.lines()) > 0 {
		c.Focus(s.table.Focusable())
		if s.table.Selected() < 0 {
			s.table.Select(0)
		}
	}
}
