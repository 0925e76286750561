package reliability

import (
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/picture"
	"concord/app/task"
	"concord/app/ui"
	"concord/coding/progress"
	"concord/coding/report"
)

// tableOptions are the forms that the table can be written in.
func (s *Screen) tableOptions() []ui.Option {
	return []ui.Option{
		{Text: "CSV", OnChosen: func() { s.export(".csv") }},
		{Text: "Markdown", OnChosen: func() { s.export(".md") }},
	}
}

// export writes the table in a form.
func (s *Screen) export(ending string) {
	if s.sheet == nil || !s.sheet.Comparable() {
		return
	}
	write := s.sheet.WriteCSV
	if ending == ".md" {
		sheet, words := s.sheet, s.shell.Words()
		write = func(to io.Writer) error { return sheet.WriteMarkdown(to, words) }
	}
	s.save("agreement"+ending, ending, write)
}

// chartOptions are the charts and the forms that they can be saved in.
func (s *Screen) chartOptions() []ui.Option {
	words := s.shell.Words()
	options := s.chart(lang.L("Intervals"), "agreement", s.sheet.Intervals(words))
	if len(s.sheet.Trend) > 0 {
		options = append(options, s.chart(lang.L("Over the rounds"), "agreement-rounds", s.sheet.OverRounds(words))...)
	}
	if len(s.sheet.Pairs) > 0 {
		options = append(options, s.chart(lang.L("Each two coders"), "agreement-coders", s.sheet.EachTwo(words))...)
	}
	return options
}

// chart is one chart in both forms.
func (s *Screen) chart(title, name string, drawn *picture.Picture) []ui.Option {
	return []ui.Option{
		{Text: title + ", SVG", OnChosen: func() { s.save(name+".svg", ".svg", drawn.WriteSVG) }},
		{Text: title + ", PNG", OnChosen: func() { s.save(name+".png", ".png", drawn.WritePNG) }},
	}
}

// heads are the titles of the table's columns.
func (s *Screen) heads() []ui.Column {
	var heads []ui.Column
	for _, c := range s.columns {
		heads = append(heads, c.Column)
	}
	return heads
}

// save asks for a path and writes there in the background.
func (s *Screen) save(name, ending string, write func(io.Writer) error) {
	s.shell.SaveFile(name, []string{ending}, func(path string) {
		task.Start(s.shell.Tasks(), lang.L("Write {{.File}}", map[string]any{"File": name}), func(context.Context, *progress.Counter) (struct{}, error) {
			return struct{}{}, report.Save(path, write)
		}, func(_ struct{}, err error) {
			if err != nil {
				s.shell.Fail(err, lang.L("write {{.File}}", map[string]any{"File": path}))
				return
			}
			s.shell.Say("%s", lang.L("Wrote {{.File}}", map[string]any{"File": path}))
		})
	})
}

// copyMethods puts the methods paragraph with its works on the clipboard.
func (s *Screen) copyMethods() {
	if s.sheet == nil || s.sheet.Methods.Text == "" {
		return
	}
	text := s.sheet.Methods.Text
	if len(s.sheet.Methods.Sources) > 0 {
		text += "\n\n" + strings.Join(s.sheet.Methods.Sources, "\n")
	}
	fyne.CurrentApp().Clipboard().SetContent(text)
	s.shell.Say("%s", lang.L("The methods paragraph is on the clipboard"))
}
