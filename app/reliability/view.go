// Package reliability is the Agreement screen: how far coders agree, in a
// sentence whose words can be exchanged, with the numbers behind it.
package reliability

import (
	"context"
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/app/wordbook"
	"concord/assets"
	"concord/coding"
	"concord/coding/progress"
)

// Shell is what the screen needs of the window.
type Shell interface {
	Session() *coding.Session
	Tasks() *task.Runner
	Window() fyne.Window
	Now() time.Time
	Fail(err error, doing string)
	Words() *wordbook.Book
	Say(format string, args ...any)
	Remember(key, value string)
	Recall(key string) string
	ShowDisagreements(round coding.RoundID, code coding.CodeID)
	ShowDisputes(round coding.RoundID, name string, disputes []coding.DisagreementID)
	ShowLibrary()
	SaveFile(suggested string, filter []string, then func(path string))
	Box(content fyne.CanvasObject, width float32, first fyne.Focusable, enter func())
	CloseBox()
}

// kept is the name under which the choice is remembered for the project.
const kept = "agreement"

// Screen is the Agreement screen.
type Screen struct {
	shell  Shell
	choice Choice
	sheet  *Sheet
	latest task.Latest[*Sheet]
	// asked is the choice that is being answered; again says that something
	// changed meanwhile.
	asked Choice
	again bool
	// computed says when the sheet was computed and how long that took.
	computed string
	joint    task.Latest[*Joint]

	page     *ui.Scrolled
	sentence *ui.Sentence
	small    *ui.Sentence
	words    choices
	table    *ui.DataTable
	columns  []column
	sortBy   columnID
	down     bool
}

// New makes the screen, with the choice that was made last in the project.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, choice: ParseChoice(shell.Recall(kept)), sortBy: columnHeadline}
	s.makeSentence()
	s.table = ui.NewDataTable(nil, func() int { return len(s.rows()) }, s.cell)
	s.table.OnSort = s.sort
	s.table.OnActivate = s.openRow
	s.table.OnLink = func(row, _ int) { s.openRow(row) }
	s.table.OnRune = func(r rune) { s.Rune(r) }
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
	if c := s.shell.Window().Canvas(); s.sheet != nil && s.sheet.Comparable() && c.Focused() == nil {
		c.Focus(s.table.Focusable())
	}
}

// Changed computes anew when a step touched what agreement is made of.
func (s *Screen) Changed(events []coding.Event) {
	kinds := []coding.Kind{
		coding.KindCoding, coding.KindDone, coding.KindRound, coding.KindCode, coding.KindCoder,
		coding.KindDecision, coding.KindSource, coding.KindCase, coding.KindAttribute,
	}
	if slices.ContainsFunc(events, func(e coding.Event) bool { return slices.Contains(kinds, e.Change.Kind()) }) {
		s.compute()
	}
}

// compute answers the choice in the background; what is shown stays until then.
// Where the same is being computed already, that is finished first: in a lively
// project there would never be a number otherwise.
func (s *Screen) compute() {
	if s.latest.Busy() && s.asked.Equal(s.choice) {
		s.again = true
		return
	}
	s.asked, s.again = s.choice, false
	choice, session, begun := s.choice, s.shell.Session(), s.shell.Now()
	s.latest.Start(s.shell.Tasks(), lang.L("Compute agreement"), func(ctx context.Context, p *progress.Counter) (*Sheet, error) {
		return Compute(ctx, session, choice, assets.Program, p)
	}, func(sheet *Sheet, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		now := s.shell.Now()
		s.computed = lang.L("Computed {{.Time}} in {{.Took}}", map[string]any{"Time": now.Format("15:04:05"), "Took": took(now.Sub(begun))})
		s.take(sheet)
		if s.again {
			s.compute()
		}
	})
}

// take shows a new sheet in place of the old one.
func (s *Screen) take(sheet *Sheet) {
	s.joint.Cancel() // it was about the codings as they were
	if s.sheet == nil || s.sheet.Choice.By != sheet.Choice.By || s.sheet.Choice.Unit != sheet.Choice.Unit {
		s.sortBy, s.down = columnHeadline, false
	}
	s.sheet = sheet
	s.show()
	s.focus()
}

// fail says what went wrong. What was shown stays, with the choice that it
// answers; a choice of another day, whose round or coder is gone, gives way to
// the usual one.
func (s *Screen) fail(err error) {
	switch {
	case s.sheet != nil:
		s.choice = s.sheet.Choice
	case !s.choice.Equal(Usual()) && !errors.Is(err, context.Canceled):
		s.choice = Usual()
		s.compute()
		return
	}
	s.refuse(err)
}

// choose changes the choice, remembers and answers it.
func (s *Screen) choose(change func(*Choice)) {
	change(&s.choice)
	s.shell.Remember(kept, s.choice.String())
	s.compute()
}

// openRow shows the disagreements behind a row.
func (s *Screen) openRow(row int) {
	rows := s.rows()
	if row < 0 || row >= len(rows) || s.sheet.Later.ID != "" {
		return
	}
	switch r := rows[row]; {
	case r.Round != "":
		s.shell.ShowDisagreements(r.Round, "")
	case r.Code.ID != "":
		s.shell.ShowDisagreements(s.sheet.Round.ID, r.Code.ID)
	case len(r.Disputes) > 0:
		s.shell.ShowDisputes(s.sheet.Round.ID, r.Name, r.Disputes)
	default:
		s.shell.Say("%s", lang.L("Nobody disagrees there, or all is decided."))
	}
}
