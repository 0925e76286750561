// Package report is the Report screen: themes counted by attribute, the scaled
// items, and the documents that they go out in.
package report

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/app/wordbook"
	"concord/coding"
	"concord/coding/progress"
)

// Shell is what the screen needs of the window.
type Shell interface {
	Session() *coding.Session
	Tasks() *task.Runner
	Fail(err error, doing string)
	Words() *wordbook.Book
	Say(format string, args ...any)
	ShowCode(id coding.CodeID)
	ShowLibrary()
	ShowSearch(query string)
	ShowAgreement()
	SaveFile(suggested string, filter []string, then func(path string))
}

// Screen is the Report screen.
type Screen struct {
	shell  Shell
	choice Choice
	sheet  *Sheet
	latest task.Latest[*Sheet]
	quoted task.Latest[*Quotations]
	page   *ui.Scrolled
	themes *ui.DataTable
	items  *ui.DataTable
	by     *ui.SentenceChoice
	what   *ui.SentenceChoice
	quotes *fyne.Container // the quotations of the chosen row
}

// New makes the screen.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, page: ui.NewPage(ui.Space5, 1200)}
	s.by = ui.NewSentenceChoice("", s.attributeOptions)
	s.what = ui.NewSentenceChoice("", s.whatOptions)
	s.themes = ui.NewDataTable(nil, func() int { return len(s.rows()) }, s.themeCell)
	s.themes.OnActivate = func(row int) {
		if row < len(s.rows()) && s.rows()[row].ID != "" {
			s.shell.ShowCode(s.rows()[row].ID)
		}
	}
	s.themes.OnSelect = s.quote
	s.quotes = ui.NewColumn(ui.Space2)
	s.items = ui.NewDataTable(itemColumns(), func() int { return len(s.sheet.Items) }, s.itemCell)
	s.themes.ScrollWith(s.page)
	s.items.ScrollWith(s.page)
	return s
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// Shown counts anew.
func (s *Screen) Shown() { s.load() }

// Changed counts anew.
func (s *Screen) Changed([]coding.Event) { s.load() }

func (s *Screen) load() {
	session, choice := s.shell.Session(), s.choice
	s.latest.Start(s.shell.Tasks(), lang.L("Count themes"), func(ctx context.Context, _ *progress.Counter) (*Sheet, error) {
		return Load(ctx, session, choice)
	}, func(sheet *Sheet, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("count the themes"))
			return
		}
		s.sheet = sheet
		s.show()
	})
}

// show builds the page.
func (s *Screen) show() {
	if s.sheet.Themes.All.Total.Sources == 0 {
		s.page.SetContent(ui.NewEmptyState(lang.L("Nothing to report yet"),
			lang.L("When comments are imported and coded, the themes are counted here."),
			ui.NewButton(lang.L("Go to Library"), s.shell.ShowLibrary)))
		return
	}
	s.what.SetText(s.whatWord())
	s.by.SetText(s.byWord())
	s.quote(s.themes.Selected())
	sentence := ui.NewSentence(ui.SizePage, ui.Words(lang.L("Who speaks of which theme, by")+" "), ui.Standing(s.by),
		ui.Words(", "+lang.L("counting")+" "), ui.Standing(s.what), ui.Words("?"))
	s.themes.SetColumns(s.themeColumns())
	s.themes.Refresh()
	s.items.Refresh()
	things := []fyne.CanvasObject{
		ui.NewColumn(ui.Space1, ui.NewStretchRow(ui.Space2, 0, sentence,
			ui.NewMenuButton(lang.L("Save chart"), s.chartOptions), ui.NewMenuButton(lang.L("Export the report"), s.exportOptions), ui.NewMenuButton(lang.L("Export excerpts"), s.excerptOptions)), ui.NewMuted(lang.L("Each cell: comments, and the respondents who wrote them. A comment counts once, however often it was coded."))),
		ui.NewTightCard(ui.NewSized(0, s.themes.NaturalHeight(), s.themes)),
	}
	things = append(things, s.quotes)
	for _, c := range s.charts() {
		things = append(things, ui.NewHeading(c.title), c.shown())
		if c.note != "" {
			things = append(things, ui.NewMuted(c.note))
		}
	}
	things = append(things, s.agreement()...)
	at := s.page.Scroll.Offset // a change by somebody else doesn't take the page from under the reader
	s.page.SetContent(ui.NewInsetSides(ui.Space5, ui.PageInset, ui.Space5, ui.PageInset, ui.NewColumn(ui.Space4, things...)))
	s.page.Scroll.ScrollToOffset(at)
}

func (s *Screen) byWord() string {
	if s.sheet.Choice.Attribute == "" {
		return lang.L("nothing, all together")
	}
	return s.sheet.Choice.Attribute
}

func (s *Screen) whatWord() string {
	if s.sheet.Choice.Consensus {
		return lang.L("the consensus")
	}
	return lang.L("what any coder marked")
}

func (s *Screen) attributeOptions() []ui.Option {
	choose := func(name string) func() {
		return func() { s.choice.Attribute = name; s.load() }
	}
	options := []ui.Option{{Text: lang.L("nothing, all together"), Chosen: s.choice.Attribute == "", OnChosen: choose("")}}
	for _, a := range s.sheet.Attributes {
		options = append(options, ui.Option{Text: a.Name, Chosen: s.choice.Attribute == a.Name, OnChosen: choose(a.Name)})
	}
	return options
}

func (s *Screen) whatOptions() []ui.Option {
	choose := func(consensus bool) func() {
		return func() { s.choice.Consensus = consensus; s.load() }
	}
	return []ui.Option{
		{Text: lang.L("what any coder marked"), Chosen: !s.choice.Consensus, OnChosen: choose(false)},
		{Text: lang.L("the consensus"), Chosen: s.choice.Consensus, Disabled: !s.sheet.HasConsensus, OnChosen: choose(true)},
	}
}

// Key uses none: the tables take theirs when they have the focus.
func (s *Screen) Key(*fyne.KeyEvent) bool { return false }

// Rune uses no letter.
func (s *Screen) Rune(rune) bool { return false }

// Shortcut uses none.
func (s *Screen) Shortcut(fyne.Shortcut) bool { return false }

// Hints are the keys of the status strip.
func (s *Screen) Hints() []ui.Hint {
	return []ui.Hint{{Key: "↓", Does: lang.L("its quotations")}, {Key: "Enter", Does: lang.L("open the code")}}
}

// Commands are what can be done here by its name.
func (s *Screen) Commands() []ui.Command {
	return []ui.Command{
		{Name: lang.L("Export the report as Word"), Do: func() { s.first(s.exportOptions) }},
		{Name: lang.L("Export excerpts as CSV"), Do: func() { s.first(s.excerptOptions) }},
		{Name: lang.L("Copy the methods paragraph"), Do: s.copyMethods},
	}
}

func (s *Screen) first(options func() []ui.Option) {
	if s.sheet != nil {
		options()[0].OnChosen()
	}
}
