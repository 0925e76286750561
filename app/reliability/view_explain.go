package reliability

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
)

// explain says how the numbers were made: of the chosen row, else of all.
func (s *Screen) explain() {
	if s.sheet == nil {
		return
	}
	things := []fyne.CanvasObject{
		ui.NewText(lang.L("For each code: did a coder apply it in the unit, or not? A comment that a coder hasn't marked as done is missing, one that is done without the code counts as absent. The overall value is the mean over the codes that have one; its interval draws a unit for all codes at once, so that what stands together stays together."), ui.SizeWork, ui.ColorText).Wrapped(),
		ui.NewMuted(s.made() + "."),
	}
	if s.sheet.Methods.Text != "" {
		things = append(things, ui.NewHeading(lang.L("For the methods section")), ui.NewText(s.sheet.Methods.Text, ui.SizeTable, ui.ColorText).Wrapped())
	}
	if row := s.table.Selected(); row >= 0 && row < len(s.rows()) {
		things = append(things, s.explainRow(s.rows()[row])...)
	}
	for _, w := range s.sheet.Warnings {
		things = append(things, ui.NewText(remark(w), ui.SizeExplain, ui.ColorMuted).Wrapped())
	}
	body := ui.NewScrolled(ui.NewInset(ui.Space2, ui.NewColumn(ui.Space3, things...)))
	d := dialog.NewCustom(lang.L("How is this computed?"), lang.L("Close"), body, s.shell.Window())
	d.Resize(fyne.NewSize(640, 520))
	d.Show()
}

func (s *Screen) explainRow(r Row) []fyne.CanvasObject {
	things := []fyne.CanvasObject{ui.NewHeading(r.Path)}
	if observed, known := r.Headline.Observed.Float64(); known {
		words := lang.L("Observed agreement {{.Observed}}", map[string]any{"Observed": figure(observed)})
		if expected, known := r.Headline.Expected.Float64(); known {
			words += ", " + lang.L("expected by chance {{.Expected}}; the coefficient is (observed − expected) / (1 − expected).", map[string]any{"Expected": figure(expected)})
		}
		things = append(things, ui.NewBody(words))
	}
	if r.Headline.Reason != "" {
		things = append(things, ui.NewBody(r.Headline.Reason))
	}
	for _, reading := range r.Readings {
		things = append(things, ui.NewMuted(reading.Source+": "+reading.Words))
	}
	if c := r.Contingency; c != nil {
		cell := func(k, l int) string { return fmt.Sprintf("%.0f", c.Counts[k][l]) }
		things = append(things, ui.NewBody(lang.L("Both applied it: {{.Both}}. Only {{.A}}: {{.OnlyA}}. Only {{.B}}: {{.OnlyB}}. Neither: {{.Neither}}.", map[string]any{
			"Both": cell(1, 1), "A": c.First, "OnlyA": cell(1, 0), "B": c.Second, "OnlyB": cell(0, 1), "Neither": cell(0, 0),
		})))
	}
	return things
}
