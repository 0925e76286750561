package find

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/reach"
	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
	"concord/coding/report"
	"concord/index"
)

// makeFoot makes what stands under the places.
func (s *Screen) makeFoot() {
	s.ticked = ui.NewText("", ui.SizeWork, ui.ColorText).Bold()
	s.codeAs = ui.NewPrimaryButton(lang.L("Code as…"), nil)
	s.codeAs = s.codeAs.WithKey("K")
	s.codeAs.OnTapped = s.chooseCode
	s.reaches = ui.NewMenuButton(lang.L("the hit"), s.reachOptions)
}

func (s *Screen) foot() fyne.CanvasObject {
	code := ui.NewFlow(ui.Space3, ui.Space2, s.ticked, s.codeAs, s.reaches, ui.NewText(lang.L("one step, one undo"), ui.SizeExplain, ui.ColorMuted))
	return ui.NewInsetSides(ui.Space3, 0, 0, 0, ui.NewStretchRow(ui.Space3, 0, code, ui.NewButton(lang.L("Export concordance"), s.export)))
}

func (s *Screen) showTicked() {
	n := 0
	if s.found != nil {
		n = len(s.found.Ticked())
	}
	s.ticked.SetText(lang.L("{{.N}} ticked", map[string]any{"N": ui.Count(n)}))
	s.codeAs.SetDisabled(n == 0)
}

func reachWord(r reach.Reach) string {
	switch r {
	case reach.Sentence:
		return lang.L("the sentence")
	case reach.Comment:
		return lang.L("the comment")
	}
	return lang.L("the hit")
}

func (s *Screen) reachOptions() []ui.Option {
	var options []ui.Option
	for _, r := range reach.All() {
		options = append(options, ui.Option{Text: reachWord(r), Chosen: r == s.reach, OnChosen: func() {
			s.reach = r
			s.reaches.SetText(reachWord(r) + " ▾")
		}})
	}
	return options
}

// makePicker makes the box in which the code for the ticked places is found.
func (s *Screen) makePicker() {
	s.picker = ui.NewCodeBox(lang.L("Enter codes · Esc leaves"))
	s.picker.OnCode = func(code coding.Code) { s.code(s.book.Path(code.ID), code.Name) }
	s.picker.OnNew = func(path string) { s.code(path, path) }
	s.picker.OnLeave = s.focusTable
	s.picker.Beside = func() (fyne.Position, float32, bool) {
		driver := fyne.CurrentApp().Driver()
		at := driver.AbsolutePositionForObject(s.codeAs).Subtract(driver.AbsolutePositionForObject(s.picker.Layer()))
		return at, s.codeAs.Size().Height, true
	}
}

// chooseCode opens the box beside the button.
func (s *Screen) chooseCode() {
	if s.found == nil || len(s.found.Ticked()) == 0 {
		s.shell.Say("%s", lang.L("Tick places first: Space ticks one, A all."))
		return
	}
	session := s.shell.Session()
	task.Start(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) (*coding.Codebook, error) {
		return session.Codebook(ctx)
	}, func(book *coding.Codebook, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("read the codebook"))
			return
		}
		if c := fyne.CurrentApp().Driver().CanvasForObject(s.codeAs); c != nil {
			s.book = book
			s.picker.Open(c, book, "")
		}
	})
}

// code gives the ticked places the code with a path.
func (s *Screen) code(path, name string) {
	session, lines, far := s.shell.Session(), s.found.Ticked(), s.reach
	task.Start(s.shell.Tasks(), lang.L("Code {{.N}} places", map[string]any{"N": len(lines)}), func(ctx context.Context, _ *progress.Counter) (int, error) {
		return CodeAs(ctx, session, path, far, lines)
	}, func(n int, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("code the places"))
			return
		}
		s.shell.Say("%s", lang.N("{{.N}} excerpts coded as {{.Code}}", n, map[string]any{"N": n, "Code": name}))
		if s.found != nil {
			s.found.TickAll(false)
		}
		s.search()
	})
}

// showSide shows counts by attribute and the searches that were kept.
func (s *Screen) showSide() {
	session, found := s.shell.Session(), s.found
	task.Start(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) ([]coding.Search, error) {
		return session.Searches(ctx)
	}, func(kept []coding.Search, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("read the saved searches"))
			return
		}
		var things []fyne.CanvasObject
		if found != nil {
			things = append(things, tallies(found.Tallies)...)
		}
		things = append(things, ui.NewHeading(lang.L("Saved searches")))
		for _, k := range kept {
			forget := ui.NewLink("×", func() { s.forget(k) })
			things = append(things, ui.NewStretchRow(ui.Space2, 0, ui.NewLink(k.Name, func() { s.ShowSearch(k.Query) }).Cut(), forget))
		}
		if len(kept) == 0 {
			things = append(things, ui.NewMuted(lang.L("A search that you save stands here.")))
		}
		s.side.SetContent(ui.NewInset(ui.PanelInset, ui.NewColumn(ui.Space2, things...)))
		s.side.Refresh()
	})
}

// tallies are the counts of an attribute's values, for those with few values.
func tallies(all []index.Tally) []fyne.CanvasObject {
	const most, charts = 12, 5
	var things []fyne.CanvasObject
	shown := 0
	for _, t := range all {
		if len(t.Counts) < 2 || len(t.Counts) > most || t.Attribute.Level == coding.Scaled || shown == charts {
			continue
		}
		shown++
		var rows []ui.BarRow
		for _, c := range t.Counts {
			label := c.Value
			if label == "" {
				label = lang.L("not known")
			}
			rows = append(rows, ui.BarRow{Label: label, Value: float64(c.Sources), Text: ui.Count(c.Sources)})
		}
		things = append(things, ui.NewHeading(lang.L("By {{.Attribute}}", map[string]any{"Attribute": t.Attribute.Name})), ui.NewBarChart(rows), ui.NewSpace(0, ui.Space2))
	}
	return things
}

// keep saves the query under its own words.
func (s *Screen) keep() {
	session, text := s.shell.Session(), strings.TrimSpace(s.entry.Text)
	if text == "" {
		return
	}
	task.Keep(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) (coding.Search, error) {
		return session.SaveSearch(ctx, text, text)
	}, func(_ coding.Search, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("save the search"))
			return
		}
		s.shell.Say("%s", lang.L("Search saved"))
		s.showSide()
	})
}

func (s *Screen) forget(kept coding.Search) {
	session := s.shell.Session()
	task.Keep(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) (struct{}, error) {
		return struct{}{}, session.ForgetSearch(ctx, kept)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("forget the search"))
			return
		}
		s.showSide()
	})
}

// export writes the places as CSV.
func (s *Screen) export() {
	if s.found == nil {
		return
	}
	found := s.found
	s.shell.SaveFile("concordance.csv", []string{".csv"}, func(path string) {
		task.Start(s.shell.Tasks(), lang.L("Export concordance"), func(context.Context, *progress.Counter) (struct{}, error) {
			return struct{}{}, report.Save(path, found.WriteCSV)
		}, func(_ struct{}, err error) {
			if err != nil {
				s.shell.Fail(err, lang.L("write {{.File}}", map[string]any{"File": path}))
				return
			}
			s.shell.Say("%s", lang.L("Wrote {{.File}}", map[string]any{"File": path}))
		})
	})
}

// WriteCSV writes the places, one a line.
func (f *Found) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"source", "start", "end", "left", "hit", "right"}}
	for _, l := range f.Lines {
		rows = append(rows, []string{l.Name, fmt.Sprint(l.Start), fmt.Sprint(l.End), l.Left, l.Hit, l.Right})
	}
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("write the concordance: %w", err)
	}
	return nil
}
