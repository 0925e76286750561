// Package reliability is the Agreement screen: how far coders agree, in a
// sentence whose words can be exchanged, with the numbers behind it.
package reliability

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/assets"
	"concord/coding"
	"concord/coding/progress"
)

// Shell is what the screen needs of the window.
type Shell interface {
	Session() *coding.Session
	Tasks() *task.Runner
	Window() fyne.Window
	Fail(err error, doing string)
	Say(format string, args ...any)
	ShowDisagreements(round coding.RoundID, code coding.CodeID)
	ShowLibrary()
	SaveFile(suggested string, filter []string, then func(path string))
}

// Screen is the Agreement screen.
type Screen struct {
	shell  Shell
	choice Choice
	sheet  *Sheet
	latest task.Latest[*Sheet]
	stale  bool

	page     *ui.Scrolled
	sentence *ui.Sentence
	who      *ui.SentenceChoice
	where    *ui.SentenceChoice
	what     *ui.SentenceChoice
	unit     *ui.SentenceChoice
	by       *ui.SentenceChoice
	table    *ui.DataTable
	sortBy   int
	down     bool
}

// New makes the screen.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, choice: Usual(), stale: true, sortBy: columnHeadline}
	s.makeSentence()
	s.table = ui.NewDataTable(nil, func() int { return len(s.rows()) }, s.cell)
	s.table.OnSort = s.sort
	s.table.OnActivate = s.openRow
	s.table.OnLink = func(row, _ int) { s.openRow(row) }
	s.page = ui.NewPage(ui.Space5, 1300)
	s.table.ScrollWith(s.page)
	return s
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// Shown computes anew what may have changed meanwhile.
func (s *Screen) Shown() {
	s.compute()
	s.focus()
}

// focus gives the table the keyboard, where there is one and nothing else has it.
func (s *Screen) focus() {
	if c := s.shell.Window().Canvas(); s.sheet != nil && len(s.sheet.Coders) > 1 && c.Focused() == nil {
		c.Focus(s.table.Focusable())
	}
}

// Changed computes anew when a step touched what agreement is made of.
func (s *Screen) Changed(events []coding.Event) {
	kinds := []coding.Kind{coding.KindCoding, coding.KindDone, coding.KindRound, coding.KindCode, coding.KindCoder, coding.KindDecision, coding.KindSource}
	if slices.ContainsFunc(events, func(e coding.Event) bool { return slices.Contains(kinds, e.Change.Kind()) }) {
		s.compute()
	}
}

// compute answers the choice in the background; what is shown stays until then.
func (s *Screen) compute() {
	choice, session := s.choice, s.shell.Session()
	s.latest.Start(s.shell.Tasks(), lang.L("Compute agreement"), func(ctx context.Context, p *progress.Counter) (*Sheet, error) {
		return Compute(ctx, session, choice, assets.Program, p)
	}, func(sheet *Sheet, err error) {
		if err != nil {
			s.refuse(err)
			return
		}
		s.sheet = sheet
		s.show()
		s.focus()
	})
}

// Key opens the chosen row; the table does the rest when it has the focus.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyReturn && s.sheet != nil && s.table.Selected() >= 0 {
		s.openRow(s.table.Selected())
		return true
	}
	return false
}

// Rune uses no letter.
func (s *Screen) Rune(rune) bool { return false }

// Shortcut uses none.
func (s *Screen) Shortcut(fyne.Shortcut) bool { return false }

// Hints are the keys of the status strip.
func (s *Screen) Hints() []ui.Hint {
	return []ui.Hint{{Key: "Enter", Does: lang.L("disagreements of a code")}}
}

// Commands are what can be done here by its name.
func (s *Screen) Commands() []ui.Command {
	return []ui.Command{
		{Name: lang.L("Export the agreement table"), Do: s.export},
		{Name: lang.L("How is this computed?"), Do: s.explain},
		{Name: lang.L("Copy the methods paragraph"), Do: s.copyMethods},
		{Name: lang.L("Compare themes"), Do: func() { s.choose(func(c *Choice) { c.Themes = true }) }},
		{Name: lang.L("Compare codes"), Do: func() { s.choose(func(c *Choice) { c.Themes = false }) }},
	}
}

// openRow shows the disagreements behind a row.
func (s *Screen) openRow(row int) {
	if rows := s.rows(); row >= 0 && row < len(rows) {
		s.shell.ShowDisagreements(s.sheet.Round.ID, rows[row].Code.ID)
	}
}

// choose changes the choice and answers it.
func (s *Screen) choose(change func(*Choice)) {
	change(&s.choice)
	s.compute()
}
