package reliability

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding/agreement"
	"concord/coding/compare"
	"concord/coding/progress"
)

// explain says how the chosen row's number was made, or the headline's where no
// row is chosen.
func (s *Screen) explain() {
	if s.sheet == nil || !s.sheet.Comparable() {
		return
	}
	if at := s.table.Selected(); at >= 0 && at < len(s.rows()) {
		row := s.rows()[at]
		s.tell(&row)
		return
	}
	s.tell(nil)
}

// explainAll says how the headline was made.
func (s *Screen) explainAll() {
	if s.sheet != nil && s.sheet.Comparable() {
		s.tell(nil)
	}
}

// tell counts who chose what in the background and then shows it in a box.
func (s *Screen) tell(row *Row) {
	sheet := s.sheet
	task.Start(s.shell.Tasks(), lang.L("Count who chose what"), func(ctx context.Context, _ *progress.Counter) (*Account, error) {
		return sheet.Account(ctx, row)
	}, func(a *Account, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("count who chose what"))
			return
		}
		s.showAccount(a)
	})
}

// showAccount shows how a number was made: what was counted, the formula with
// its numbers, who chose what, what the field says of it.
func (s *Screen) showAccount(a *Account) {
	title := a.Row.Path
	if title == "" {
		title = s.headlineTitle()
	}
	things := []fyne.CanvasObject{ui.NewHeading(lang.L("What is counted")), ui.NewBody(s.unitExplained()), ui.NewMuted(s.pairable(a))}
	things = append(things, ui.NewHeading(s.shell.Words().Tell(Title(a.Row.Headline.Measure))))
	things = append(things, s.formula(a)...)
	things = append(things, whoChose(a)...)
	if len(a.Readings)+len(a.Warnings) > 0 {
		things = append(things, ui.NewHeading(lang.L("How to read it")))
	}
	for _, reading := range a.Readings {
		things = append(things, ui.NewBody(heading(reading.Words)+" ("+reading.Source+")."))
	}
	for _, w := range a.Warnings {
		things = append(things, ui.NewMuted(s.remark(w)))
	}
	if a.Row.Path == "" && s.sheet.Methods.Text != "" {
		things = append(things, ui.NewHeading(lang.L("For the methods section")), ui.NewText(s.sheet.Methods.Text, ui.SizeTable, ui.ColorText).Wrapped(),
			ui.NewRow(0, ui.NewButton(lang.L("Copy the methods paragraph"), s.copyMethods)))
	}
	closing := ui.NewButton(lang.L("Close"), s.shell.CloseBox).WithKey("Esc")
	head := ui.NewStretchRow(ui.Space3, 0, ui.NewText(title, ui.SizePage, ui.ColorText).Bold().Wrapped(), closing)
	height := max(240, min(560, s.shell.Window().Canvas().Size().Height-220))
	body := ui.NewScrolled(ui.NewInsetSides(0, ui.Space3, 0, 0, ui.NewColumn(ui.Space2, things...)))
	s.shell.Box(ui.NewInset(ui.Space3, ui.NewColumn(ui.Space3, head, ui.NewSized(0, height, body))), 720, closing, s.shell.CloseBox)
}

// pairable says on how many units the number rests.
func (s *Screen) pairable(a *Account) string {
	r := a.Row.Headline
	return lang.L("N {{.N}}, of which {{.Pairable}} lie where two coders or more looked; {{.Coders}} coders.", map[string]any{
		"N": ui.Count(r.N), "Pairable": ui.Count(r.Pairable), "Coders": r.Coders,
	})
}

// formula is the coefficient with its numbers put in, and its interval.
func (s *Screen) formula(a *Account) []fyne.CanvasObject {
	r := a.Row.Headline
	formula, source := s.sheet.Choice.Unit.Formula(r.Measure)
	if source != "" {
		formula += "   (" + source + ")"
	}
	things := []fyne.CanvasObject{ui.NewBody(formula)}
	observed, known := r.Observed.Float64()
	expected, corrected := r.Expected.Float64()
	if value, defined := r.Value.Float64(); known && corrected && defined {
		things = append(things, ui.NewBody(fmt.Sprintf("%s = (%.4f − %.4f) / (1 − %.4f) = %s", Symbol(r.Measure), observed, expected, expected, exactly(value))))
	}
	if a.Row.Path == "" && s.sheet.Choice.Unit.Rated() && r.Measure != agreement.KrippendorffAlphaMASI {
		things = append(things, ui.NewMuted(lang.L("The overall value is the mean over the codes that have one; its interval draws a unit for all codes at once, so that what stands together stays together.")))
	}
	if matched, of := a.Row.Matched(); s.sheet.Choice.Unit == compare.ExcerptMatch {
		things = append(things, ui.NewBody(lang.L("M = {{.Matched}} matched of {{.Of}} excerpts; those that match count as one.", map[string]any{"Matched": ui.Count(matched), "Of": ui.Count(of)})))
	}
	if r.Reason != "" {
		things = append(things, ui.NewBody(heading(s.shell.Words().Tell(r.Reason))+"."))
	}
	made := s.made() + "."
	if se, known := r.SE.Float64(); known {
		made += " " + lang.L("Standard error {{.SE}}", map[string]any{"SE": fmt.Sprintf("%.4f", se)})
		if low, known := r.Low.Float64(); known {
			high, _ := r.High.Float64()
			made += ", " + lang.L("interval {{.Low}} to {{.High}}", map[string]any{"Low": exactly(low), "High": exactly(high)})
		}
		made += "."
	}
	return append(things, ui.NewMuted(made))
}

// whoChose are the tables of each two coders, and the indices that tell why a
// coefficient is low where coders mostly agree.
func whoChose(a *Account) []fyne.CanvasObject {
	var things []fyne.CanvasObject
	if len(a.Tables) > 0 {
		things = append(things, ui.NewHeading(lang.L("Who chose what")))
	}
	var grids []fyne.CanvasObject
	for _, table := range a.Tables {
		grids = append(grids, contingency(table))
	}
	if len(grids) > 0 {
		things = append(things, ui.NewFlow(ui.Space6, ui.Space4, grids...))
	}
	if a.More > 0 {
		things = append(things, ui.NewMuted(lang.N("{{.N}} more pairs of coders aren't shown.", a.More, map[string]any{"N": a.More})))
	}
	if len(a.Given) > 2 {
		var words []string
		for _, c := range a.Given {
			words = append(words, fmt.Sprintf("%s %.0f", c.Coder, c.Units))
		}
		things = append(things, ui.NewMuted(lang.L("Given by")+": "+strings.Join(words, ", ")+"."))
	}
	if i := a.Indices; i != nil {
		things = append(things, ui.NewMuted(lang.L("Prevalence index {{.Prevalence}}, bias index {{.Bias}} (Byrt, Bishop & Carlin 1993): 0 is no effect, 1 the greatest. A high one pulls κ and α down, a bias pulls κ up.",
			map[string]any{"Prevalence": figure(i.Prevalence), "Bias": figure(i.Bias)})))
	}
	return things
}

// contingency is the table of two coders with its margins.
func contingency(c agreement.Contingency) fyne.CanvasObject {
	const high = 26
	columns := []float32{140, 140, 140, 60}
	line := func(bold bool, cells ...string) fyne.CanvasObject {
		var things []fyne.CanvasObject
		for i, text := range cells {
			t := ui.NewText(text, ui.SizeTable, ui.ColorText).Cut()
			if i > 0 {
				t = t.Right()
			}
			if bold {
				t = t.Bold()
			}
			things = append(things, ui.NewSized(columns[i], high, t))
		}
		return ui.NewRow(0, things...)
	}
	n := func(k, l int) float64 { return c.Counts[k][l] }
	count := func(x float64) string { return ui.Count(int(x + 0.5)) }
	gave := func(who string) string { return lang.L("{{.Who}} gave it", map[string]any{"Who": who}) }
	left := func(who string) string { return lang.L("{{.Who}} left it", map[string]any{"Who": who}) }
	rows := []fyne.CanvasObject{
		line(true, "", gave(c.Second), left(c.Second), lang.L("all")),
		line(false, gave(c.First), count(n(1, 1)), count(n(1, 0)), count(n(1, 1)+n(1, 0))),
		line(false, left(c.First), count(n(0, 1)), count(n(0, 0)), count(n(0, 1)+n(0, 0))),
		line(false, lang.L("all"), count(n(1, 1)+n(0, 1)), count(n(1, 0)+n(0, 0)), count(n(1, 1)+n(1, 0)+n(0, 1)+n(0, 0))),
	}
	if c.OnlyFirst+c.OnlySecond > 0 {
		rows = append(rows, ui.NewText(lang.L("Only one looked: {{.N}}", map[string]any{"N": count(c.OnlyFirst + c.OnlySecond)}), ui.SizeExplain, ui.ColorMuted))
	}
	return ui.NewColumn(0, rows...)
}
