package reliability

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
	"concord/coding/compare"
)

// show builds the page for the sheet. Where one was looking stays.
func (s *Screen) show() {
	if len(s.sheet.Coders) < 2 {
		s.page.SetContent(s.alone())
		return
	}
	before, offset := s.chosen(), s.page.Scroll.Offset
	s.showSentence()
	things := []fyne.CanvasObject{ui.NewColumn(ui.Space1, s.sentence, s.small)}
	if !s.sheet.Comparable() {
		things = append(things, ui.NewSpace(0, ui.Space7), s.nothing())
		s.set(fyne.Position{}, things...)
		return
	}
	s.showTable(before)
	things = append(things, s.cards()...)
	height := min(s.table.NaturalHeight(), s.table.NaturalHeight()*mostRows/float32(max(mostRows, len(s.rows()))))
	things = append(things, ui.NewTightCard(ui.NewSized(0, height, s.table)), s.footer())
	s.set(offset, things...)
}

// cards are the headline, what to make of it, and the charts.
func (s *Screen) cards() []fyne.CanvasObject {
	first, second := []fyne.CanvasObject{s.headline(), s.verdict()}, []fyne.CanvasObject(nil)
	if len(s.sheet.Pairs) > 0 {
		second = append(second, s.heat())
	}
	switch {
	case len(s.sheet.Trend) > 0 && len(second) > 0:
		second = append(second, s.trend())
	case len(s.sheet.Trend) > 0:
		first = append(first, s.trend())
	}
	rows := []fyne.CanvasObject{ui.NewColumns(ui.Space4, []float32{36, 50, 36}, first...)}
	if len(second) > 0 {
		rows = append(rows, ui.NewColumns(ui.Space4, []float32{50, 36}, second...))
	}
	if s.sheet.Choice.Unit == compare.Continuum {
		rows = append(rows, s.jointCard())
	}
	return rows
}

// set shows things one under another, scrolled to an offset.
func (s *Screen) set(offset fyne.Position, things ...fyne.CanvasObject) {
	s.page.SetContent(ui.NewInsetSides(ui.Space5, ui.PageInset, ui.Space5, ui.PageInset, ui.NewColumn(ui.Space4, things...)))
	if offset.Y > 0 {
		s.page.Scroll.ScrollToOffset(offset)
	}
}

// footer is what can be done with the numbers.
func (s *Screen) footer() fyne.CanvasObject {
	return ui.NewFlow(ui.Space2, ui.Space2,
		ui.NewButton(lang.L("Copy the methods paragraph"), s.copyMethods), ui.NewMenuButton(lang.L("Export table"), s.tableOptions),
		ui.NewMenuButton(lang.L("Save chart"), s.chartOptions), ui.NewButton(lang.L("Plan a round"), s.plan))
}

// library is the next step where there is nothing to compare.
func (s *Screen) library() *ui.Button {
	return ui.NewButton(lang.L("Go to the rounds in Library"), s.shell.ShowLibrary)
}

// alone says that a second coder is needed.
func (s *Screen) alone() fyne.CanvasObject {
	if len(s.sheet.Coders) == 0 && s.sheet.Round.ID == "" {
		return ui.NewEmptyState(lang.L("Nothing is coded yet"),
			lang.L("Agreement is computed where two coders coded the same comments. Open a round for both in Library; a blind one keeps them from seeing each other's work."), s.library())
	}
	return ui.NewEmptyState(
		lang.L("Agreement needs two coders of the same comments"),
		lang.L("Here {{.Name}} codes alone. Open a round for two coders or more in Library. When both have marked comments as done, their agreement stands here.",
			map[string]any{"Name": names(firstNames(s.sheet))}), s.library())
}

// nothing says why two coders can't be compared yet.
func (s *Screen) nothing() fyne.CanvasObject {
	switch {
	case s.sheet.Later.ID != "":
		return ui.NewEmptyState(lang.L("No comment was coded in both rounds"),
			lang.L("To compare a coder with earlier work, give the same comments to the coder again in a later round: Library opens one."), s.library())
	case s.sheet.Finished > 0:
		return ui.NewEmptyState(lang.L("Nobody marked anything"),
			lang.L("{{.N}} comments are finished, but there is no excerpt among them to compare. Count comments or sentences to compare what was left uncoded.",
				map[string]any{"N": ui.Count(s.sheet.Finished)}),
			ui.NewButton(lang.L("Count each comment"), func() { s.choose(func(c *Choice) { c.Unit = compare.Comment }) }))
	case s.sheet.Round.ID == "":
		return ui.NewEmptyState(lang.L("No comment was coded by two of them"),
			lang.L("Outside rounds nobody marks comments as done, so a coder counts as having looked at those that carry a code by that coder. If all looked at everything, say so."),
			ui.NewButton(lang.L("Everybody looked at every comment"), func() { s.choose(func(c *Choice) { c.AllLooked = true }) }))
	}
	return ui.NewEmptyState(lang.L("No comment is finished by two coders yet"),
		s.finished()+" "+lang.L("A comment counts when a coder has marked it as done (D in Read & code); the number stands here as soon as two have."), s.library())
}

// finished says how many comments each coder has finished.
func (s *Screen) finished() string {
	var words []string
	for i, c := range s.sheet.Coders {
		if i < len(s.sheet.Done) {
			words = append(words, c.Name+": "+lang.L("{{.Done}} of {{.Of}} done.", map[string]any{"Done": ui.Count(s.sheet.Done[i]), "Of": ui.Count(s.sheet.Comments)}))
		}
	}
	return strings.Join(words, " ")
}

// refuse says why there is nothing to show: a blind round is no fault.
func (s *Screen) refuse(err error) {
	switch {
	case errors.Is(err, coding.ErrForbidden):
		next := s.library()
		if s.choice.Round != "" {
			next = ui.NewButton(lang.L("Show the round closed last"), func() { s.choose(func(c *Choice) { c.Round = "" }) })
		}
		s.sheet = nil
		s.page.SetContent(ui.NewEmptyState(lang.L("The round is still blind"),
			lang.L("Agreement is shown to its coders once the round is closed, so that nobody codes towards the number. A supervisor closes it in Library."), next))
	case errors.Is(err, coding.ErrInvalid) && s.sheet == nil:
		s.page.SetContent(ui.NewEmptyState(lang.L("Nothing to compare yet"),
			lang.L("Open a round for two coders or more; their agreement stands here when they have finished."), s.library()))
	default:
		s.shell.Fail(err, lang.L("compute the agreement"))
	}
}
