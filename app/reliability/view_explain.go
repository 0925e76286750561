package reliability

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding/progress"
	"concord/coding/report"
)

// explain says how the numbers were made: of the chosen row, else of all.
func (s *Screen) explain() {
	if s.sheet == nil {
		return
	}
	things := []fyne.CanvasObject{
		ui.NewText(lang.L("The unit is the comment: for each code, did a coder apply it anywhere in the comment, or not? A comment that a coder hasn't marked as done is missing, one that is done without the code counts as absent. The overall value is the mean over the codes that have one; its interval draws whole comments, so that codes in one comment stay together."), ui.SizeWork, ui.ColorText).Wrapped(),
		ui.NewMuted(s.made() + "."),
	}
	if row := s.table.Selected(); row >= 0 && row < len(s.rows()) {
		things = append(things, s.explainRow(s.rows()[row])...)
	}
	for _, w := range s.sheet.Warnings {
		things = append(things, ui.NewText(w.Code+": "+w.Text+".", ui.SizeExplain, ui.ColorMuted).Wrapped())
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

// export writes the table as CSV.
func (s *Screen) export() {
	if s.sheet == nil {
		return
	}
	sheet := s.sheet
	s.shell.SaveFile("agreement.csv", []string{".csv"}, func(path string) {
		task.Start(s.shell.Tasks(), lang.L("Export the agreement table"), func(context.Context, *progress.Counter) (struct{}, error) {
			return struct{}{}, report.Save(path, sheet.WriteCSV)
		}, func(_ struct{}, err error) {
			if err != nil {
				s.shell.Fail(err, lang.L("write {{.File}}", map[string]any{"File": path}))
				return
			}
			s.shell.Say("%s", lang.L("Wrote {{.File}}", map[string]any{"File": path}))
		})
	})
}

// WriteCSV writes the table in full precision.
func (s *Sheet) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"code", "n", "prevalence", "percent_agreement", string(s.Choice.Measure), "low", "high", "level", "replicates", "seed", "gwet_ac1", "open_disagreements"}}
	for _, r := range s.Rows {
		rows = append(rows, []string{
			r.Path, fmt.Sprint(r.Headline.N), r.Prevalence.String(), r.Percent.Value.String(),
			r.Headline.Value.String(), r.Headline.Low.String(), r.Headline.High.String(),
			fmt.Sprint(s.Choice.Level), fmt.Sprint(s.Choice.Replicates), fmt.Sprint(s.Choice.Seed),
			r.AC1.Value.String(), fmt.Sprint(r.Open),
		})
	}
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("write the agreement table: %w", err)
	}
	return nil
}
