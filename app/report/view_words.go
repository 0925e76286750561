package report

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding/progress"
)

// quote shows the quotations of a row of the table under it.
func (s *Screen) quote(row int) {
	rows := s.rows()
	if len(s.sheet.Themes.Rows) == 0 {
		s.quotes.Objects = []fyne.CanvasObject{ui.NewMuted(lang.L("There are no codes yet. Select some words in Read & code and press K to make the first one."))}
		s.page.Refresh()
		return
	}
	if row < 0 || row >= len(rows) || rows[row].ID == "" {
		s.quotes.Objects = []fyne.CanvasObject{ui.NewMuted(lang.L("Choose a theme or code in the table to read its quotations here."))}
		s.page.Refresh()
		return
	}
	session, code, selection := s.shell.Session(), rows[row], s.sheet.Selection
	s.quoted.Start(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) (*Quotations, error) {
		return Quote(ctx, session, code, selection)
	}, func(found *Quotations, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("read the quotations"))
			return
		}
		s.showQuotations(found)
	})
}

func (s *Screen) showQuotations(found *Quotations) {
	things := []fyne.CanvasObject{ui.NewHeading(lang.L("Quotations: {{.Code}}", map[string]any{"Code": found.Code.Code}))}
	for _, e := range found.Rows {
		who := e.Case
		if who == "" {
			who = e.Source
		}
		things = append(things, ui.NewSentence(ui.SizeWork, ui.Words("“"+strings.Join(strings.Fields(e.Text), " ")+"” "), ui.Aside(who+", "+e.Coder)))
	}
	switch {
	case len(found.Rows) == 0:
		things = append(things, ui.NewMuted(lang.L("Nothing has this code.")))
	case found.More > 0:
		things = append(things, ui.NewMuted(lang.L("More of them: {{.N}}, all in Export excerpts.", map[string]any{"N": ui.Count(found.More)})))
	}
	things = append(things, ui.NewRow(ui.Space4, ui.NewLink(lang.L("See them in Search"), func() {
		s.shell.ShowSearch(`code:"` + found.Code.Code + `"`)
	})))
	s.quotes.Objects = things
	s.page.Refresh()
}

// agreement is how far the coders agreed, and the paragraph that says how all
// this was done, both as they are exported.
func (s *Screen) agreement() []fyne.CanvasObject {
	told := s.sheet.Agreement
	if told == nil {
		return nil
	}
	r := told.Overall
	words := lang.L("Agreement is not defined here: {{.Reason}}.", map[string]any{"Reason": r.Reason})
	if r.Value.Known() {
		words = lang.L("Krippendorff's α, mean of the codes, counting comments: {{.Value}}", map[string]any{"Value": figure(r.Value)})
		if r.Low.Known() {
			words += lang.L(", 95 % interval {{.Low}} to {{.High}}", map[string]any{"Low": figure(r.Low), "High": figure(r.High)})
		}
		words += "."
	}
	if told.Round.ID != "" {
		words = told.Round.Name + ". " + words
	}
	return []fyne.CanvasObject{
		ui.NewHeading(lang.L("Agreement")),
		ui.NewColumn(ui.Space1, ui.NewBody(words), ui.NewRow(0, ui.NewLink(lang.L("Code by code in Agreement"), s.shell.ShowAgreement))),
		ui.NewHeading(lang.L("Methods")),
		ui.NewColumn(ui.Space2, ui.NewBody(told.Methods.Text), ui.NewMuted(strings.Join(told.Methods.Sources, " ")),
			ui.NewRow(0, ui.NewButton(lang.L("Copy the methods paragraph"), s.copyMethods))),
	}
}

// copyMethods puts the methods paragraph with its works on the clipboard.
func (s *Screen) copyMethods() {
	if s.sheet == nil || s.sheet.Agreement == nil {
		return
	}
	methods := s.sheet.Agreement.Methods
	fyne.CurrentApp().Clipboard().SetContent(strings.TrimSpace(methods.Text + "\n\n" + strings.Join(methods.Sources, "\n")))
	s.shell.Say("%s", lang.L("The methods paragraph is on the clipboard"))
}
