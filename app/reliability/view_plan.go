package reliability

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding/agreement"
)

// plan shows how many units a round needs, for the chosen row's prevalence. The
// answer follows what is typed.
func (s *Screen) plan() {
	wanted, prevalence := usuallyWanted, agreement.Number{}
	if s.sheet != nil {
		wanted = s.sheet.Planned()
		if at := s.table.Selected(); at >= 0 && at < len(s.rows()) {
			prevalence = s.rows()[at].Prevalence
		}
	}
	p := UsualPlanner(wanted, prevalence)
	answer := ui.NewText("", ui.SizeWork, ui.ColorText).Bold().Wrapped()
	some := ui.NewText("", ui.SizeWork, ui.ColorText).Wrapped()
	work := func() {
		answer.SetText(planned(p))
		some.SetText(subsampled(p))
	}
	var first *ui.Entry
	field := func(title string, text *string, holder string) fyne.CanvasObject {
		e := ui.NewEntry(holder, s.escape)
		e.SetText(*text)
		e.OnChanged = func(now string) { *text = now; work() }
		if first == nil {
			first = e
		}
		return ui.NewColumn(ui.Space1, ui.NewHeading(title), e)
	}
	even := []float32{1, 1, 1}
	content := ui.NewColumn(ui.Space3,
		ui.NewText(lang.L("How many units does a round need?"), ui.SizePage, ui.ColorText).Bold(),
		ui.NewMuted(lang.L("So many that an agreement which truly is at the wanted level is told from a smaller one. Rare codes need the most.")),
		ui.NewColumns(ui.Space3, even,
			field(lang.L("Wanted α"), &p.Alpha, ""), field(lang.L("Prevalence of the code"), &p.Prevalence, ""), field(lang.L("Chance of being wrong"), &p.Significance, "")),
		ui.NewSized(0, 40, answer),
		ui.NewMuted(lang.L("Is the whole small? Then say how many units there are, on what share coders will agree, and the least that would do.")),
		ui.NewColumns(ui.Space3, even,
			field(lang.L("Units in all"), &p.Population, lang.L("very many")), field(lang.L("Expected agreement"), &p.Agreement, ""), field(lang.L("Least agreement"), &p.Least, "")),
		ui.NewSized(0, 40, some),
		ui.NewMuted(lang.L("A threshold is set when a round is opened, in Library: it is logged, and held against the interval's lower bound here.")),
		ui.NewStretchRow(ui.Space2, 0, ui.NewSpace(0, 0), ui.NewButton(lang.L("Go to the rounds in Library"), func() {
			s.shell.CloseBox()
			s.shell.ShowLibrary()
		}), ui.NewPrimaryButton(lang.L("Close"), s.shell.CloseBox).WithKey("Esc")),
	)
	work()
	s.shell.Box(ui.NewInset(ui.Space3, content), 620, first, s.shell.CloseBox)
	first.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// planned is the first answer in words.
func planned(p Planner) string {
	n, err := p.Units()
	if err != nil {
		return heading(reasonOf(err)) + "."
	}
	return lang.L("{{.N}} units, to tell an α of {{.Alpha}} from a smaller one (Bloch & Kraemer 1989; Krippendorff 2018).", map[string]any{"N": ui.Count(n), "Alpha": p.Alpha})
}

// subsampled is the second answer; empty where the whole isn't small.
func subsampled(p Planner) string {
	n, err := p.Subsample()
	switch {
	case err != nil:
		return heading(reasonOf(err)) + "."
	case n == 0:
		return ""
	}
	return lang.L("{{.N}} of {{.All}} units coded twice stand for the whole (Lacy & Riffe 1996).", map[string]any{"N": ui.Count(n), "All": p.Population})
}

// reasonOf is the innermost reason of an error.
func reasonOf(err error) string {
	for next := errors.Unwrap(err); next != nil; next = errors.Unwrap(err) {
		err = next
	}
	return err.Error()
}
