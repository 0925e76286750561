package reliability

import (
	"context"
	"fmt"
	"image"
	"image/png"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding/progress"
	"concord/coding/report"
)

// export writes the table as CSV.
func (s *Screen) export() {
	if s.sheet != nil {
		s.save("agreement.csv", ".csv", s.sheet.WriteCSV)
	}
}

// chartOptions are the forms that the chart can be saved in.
func (s *Screen) chartOptions() []ui.Option {
	return []ui.Option{
		{Text: "SVG", OnChosen: func() { s.save("agreement.svg", ".svg", s.sheet.WriteSVG) }},
		{Text: "PNG", OnChosen: func() {
			picture := s.picture()
			s.save("agreement.png", ".png", func(w io.Writer) error {
				if err := png.Encode(w, picture); err != nil {
					return fmt.Errorf("write the picture: %w", err)
				}
				return nil
			})
		}},
	}
}

// picture draws headline and table at twice their size, sharp enough for print.
func (s *Screen) picture() image.Image {
	table := ui.NewDataTable(s.columns(), func() int { return len(s.rows()) }, s.cell)
	card := ui.NewTightCard(ui.NewSized(0, table.NaturalHeight(), table))
	title := ui.NewText(s.sheet.title()+": "+spelled(s.sheet.Overall), ui.SizeWork, ui.ColorText).Bold()
	content := ui.NewInset(ui.Space4, ui.NewColumn(ui.Space3, title, card))
	canvas := software.NewCanvas()
	canvas.SetPadded(false)
	canvas.SetScale(2)
	canvas.SetContent(content)
	const width = 1100
	canvas.Resize(fyne.NewSize(width, content.MinSize().Height))
	return canvas.Capture()
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
