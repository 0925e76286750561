package report

import (
	"context"
	"io"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
	"concord/coding/report"
)

// chartOptions are the charts and the forms that each can be saved in.
func (s *Screen) chartOptions() []ui.Option {
	var options []ui.Option
	for _, c := range s.charts() {
		options = append(options,
			ui.Option{Text: c.title + ", SVG", OnChosen: func() { s.save(c.name+".svg", ".svg", c.drawn.WriteSVG) }},
			ui.Option{Text: c.title + ", PNG", OnChosen: func() { s.save(c.name+".png", ".png", c.drawn.WritePNG) }})
	}
	return options
}

// save asks for a path and writes a picture there in the background.
func (s *Screen) save(name, ending string, write func(io.Writer) error) {
	s.shell.SaveFile(name, []string{ending}, func(path string) {
		s.write(path, func(context.Context, *coding.Session) error { return report.Save(path, write) })
	})
}

func (s *Screen) exportOptions() []ui.Option {
	return s.formats(lang.X("file.report", "report"), func(ctx context.Context, session *coding.Session) (report.Document, error) {
		return report.ReadStudy(ctx, session, time.Now(), s.choice.Attribute, s.selection())
	}, ".docx", ".html", ".xlsx", ".md")
}

// selection is what is exported: what is shown, in the window's language.
func (s *Screen) selection() report.Selection {
	selection := s.sheet.Selection
	selection.Words = s.shell.Words()
	return selection
}

func (s *Screen) excerptOptions() []ui.Option {
	return s.formats(lang.X("file.excerpts", "excerpts"), func(ctx context.Context, session *coding.Session) (report.Document, error) {
		return report.ReadExcerpts(ctx, session, time.Now(), s.selection())
	}, ".csv", ".xlsx", ".html", ".docx", ".md")
}

func (s *Screen) formats(name string, read func(context.Context, *coding.Session) (report.Document, error), endings ...string) []ui.Option {
	words := map[string]string{
		".docx": lang.L("Word"), ".html": lang.L("Web page"), ".xlsx": lang.L("Excel"), ".csv": "CSV", ".md": "Markdown",
	}
	var options []ui.Option
	for _, ending := range endings {
		options = append(options, ui.Option{Text: words[ending], OnChosen: func() {
			s.shell.SaveFile(name+ending, []string{ending}, func(path string) { s.export(path, read) })
		}})
	}
	return options
}

func (s *Screen) export(path string, read func(context.Context, *coding.Session) (report.Document, error)) {
	s.write(path, func(ctx context.Context, session *coding.Session) error {
		document, err := read(ctx, session)
		if err != nil {
			return err
		}
		return report.Export(ctx, path, document)
	})
}

// write writes a file in the background, and says so.
func (s *Screen) write(path string, do func(context.Context, *coding.Session) error) {
	session := s.shell.Session()
	task.Start(s.shell.Tasks(), lang.L("Export {{.File}}", map[string]any{"File": filepath.Base(path)}), func(ctx context.Context, _ *progress.Counter) (struct{}, error) {
		return struct{}{}, do(ctx, session)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("write {{.File}}", map[string]any{"File": path}))
			return
		}
		s.shell.Say("%s", lang.L("Wrote {{.File}}", map[string]any{"File": path}))
	})
}
