package reliability

import (
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
	"concord/coding/compare"
)

// show builds the page for the sheet.
func (s *Screen) show() {
	if len(s.sheet.Coders) < 2 {
		s.page.SetContent(ui.NewEmptyState(
			lang.L("Agreement needs two coders of the same comments"),
			lang.L("Open a round for two coders or more in Library. When both have marked comments as done, their agreement stands here."), s.library()))
		return
	}
	s.showSentence()
	s.showTable()
	under := ui.NewRow(ui.Space2, ui.NewText(s.made(), ui.SizeExplain, ui.ColorMuted), ui.NewLink(lang.L("How is this computed?"), s.explain), s.drawLink())
	things := []fyne.CanvasObject{
		ui.NewColumn(ui.Space1, s.sentence, under),
		ui.NewColumns(ui.Space4, []float32{36, 50, 36}, s.headline(), s.verdict(), s.trend()),
	}
	if len(s.sheet.Pairs) > 0 {
		things = append(things, s.heat())
	}
	things = append(things,
		ui.NewTightCard(ui.NewSized(0, s.table.NaturalHeight(), s.table)),
		ui.NewStretchRow(ui.Space2, 3,
			ui.NewButton(lang.L("Copy the methods paragraph"), s.copyMethods), ui.NewButton(lang.L("Export table"), s.export), ui.NewMenuButton(lang.L("Save chart"), s.chartOptions), ui.NewSpace(0, 0),
			ui.NewText(lang.L("Enter opens the disagreements of a code"), ui.SizeExplain, ui.ColorMuted)),
	)
	s.page.SetContent(ui.NewInsetSides(ui.Space5, ui.PageInset, ui.Space5, ui.PageInset, ui.NewColumn(ui.Space4, things...)))
}

// library is the next step where there is nothing to compare.
func (s *Screen) library() *ui.Button {
	return ui.NewButton(lang.L("Go to the rounds in Library"), s.shell.ShowLibrary)
}

// refuse says why there is nothing to show: a blind round is no fault.
func (s *Screen) refuse(err error) {
	switch {
	case errors.Is(err, coding.ErrForbidden):
		s.page.SetContent(ui.NewEmptyState(lang.L("The round is still blind"),
			lang.L("Agreement is shown to its coders once the round is closed, so that nobody codes towards the number."), nil))
	case errors.Is(err, coding.ErrInvalid) && s.sheet == nil:
		s.page.SetContent(ui.NewEmptyState(lang.L("Nothing to compare yet"),
			lang.L("Open a round for two coders or more; their agreement stands here when they have finished."), s.library()))
	default:
		s.shell.Fail(err, lang.L("compute the agreement"))
	}
}

// headline is the card with the one large number.
func (s *Screen) headline() fyne.CanvasObject {
	r := s.sheet.Overall
	title := lang.N("Overall, mean of {{.N}} codes", r.Categories, map[string]any{"N": r.Categories})
	bar := ui.NewIntervalBar()
	range_ := ui.NewText(r.Reason, ui.SizeWork, ui.ColorMuted)
	if value, known := r.Value.Float64(); known {
		low, high := value, value
		if l, ok := r.Low.Float64(); ok {
			low = l
			high, _ = r.High.Float64()
			range_ = ui.NewText(lang.L("{{.Level}} % interval {{.Low}} to {{.High}}", map[string]any{
				"Level": fmt.Sprintf("%.0f", 100*s.sheet.Choice.Level), "Low": figure(low), "High": figure(high),
			}), ui.SizeWork, ui.ColorMuted)
		}
		bar.Set(value, low, high, ui.ToneAccent)
	} else {
		bar.SetUndefined()
	}
	finished := lang.L("{{.Comments}} comments, {{.Done}} of them finished by everybody.", map[string]any{
		"Comments": ui.Count(s.sheet.Comments), "Done": ui.Count(s.sheet.Finished),
	})
	if s.sheet.Comments == s.sheet.Finished {
		finished = lang.L("{{.Comments}} comments, finished by everybody.", map[string]any{"Comments": ui.Count(s.sheet.Comments)})
	}
	if s.sheet.Choice.Unit != compare.Comment {
		finished = lang.L("N {{.Units}}, each {{.Unit}} in", map[string]any{"Units": ui.Count(s.sheet.Units), "Unit": unitWord(Choice{Unit: s.sheet.Choice.Unit})}) + " " + finished
	}
	return ui.NewCard(ui.NewColumn(ui.Space2,
		ui.NewHeading(title),
		ui.NewRow(ui.Space3, ui.NewHeadline(number(r.Value)), range_),
		ui.NewSized(0, 22, bar),
		ui.NewText(finished+" "+reading(r), ui.SizeExplain, ui.ColorText).Wrapped(),
	))
}

// verdict holds the numbers against what was set before the round.
func (s *Screen) verdict() fyne.CanvasObject {
	title := lang.L("Against the usual threshold")
	if s.sheet.ThresholdSet {
		title = lang.L("Against what you set before the round")
	}
	low := map[string]any{"Low": exact(s.sheet.Overall.Low, s.sheet.Threshold), "Threshold": threshold(s.sheet.Threshold)}
	things := []fyne.CanvasObject{ui.NewHeading(title)}
	line := func(chip string, tone ui.Tone, words string) {
		things = append(things, ui.NewStretchRow(ui.Space2, 1, ui.NewChip(chip, tone), ui.NewText(words, ui.SizeWork, ui.ColorText).Wrapped()))
	}
	if s.sheet.Reached() {
		line(lang.L("reached"), ui.ToneGood, lang.L("The interval's lower bound {{.Low}} is above {{.Threshold}}.", low))
	} else {
		line(lang.L("look"), ui.ToneLook, lang.L("The interval's lower bound {{.Low}} is below {{.Threshold}}.", low))
	}
	if below := s.sheet.Below(); len(below) > 0 {
		line(lang.L("look"), ui.ToneLook, lang.N("{{.N}} codes have their lower bound below it: {{.Names}}.", len(below), map[string]any{"N": len(below), "Names": some(below)}))
	}
	few, rest := s.sheet.Remarks()
	if len(few) > 0 {
		things = append(things, ui.NewMuted(lang.N("{{.N}} codes are too rare in these comments to be sure of an α of .800: {{.Names}}.", len(few), map[string]any{"N": len(few), "Names": some(few)})))
	}
	for i, w := range rest {
		const shown = 2
		if i == shown {
			break
		}
		things = append(things, ui.NewMuted(remark(w)))
	}
	if len(s.sheet.Warnings) > 0 {
		things = append(things, ui.NewLink(lang.L("All remarks"), s.explain))
	}
	return ui.NewCard(ui.NewColumn(ui.Space2, things...))
}

// trend is the course of the headline over the rounds.
func (s *Screen) trend() fyne.CanvasObject {
	var points []ui.TrendPoint
	for _, p := range s.sheet.Trend {
		point := ui.TrendPoint{Label: p.Round}
		point.Value, point.Known = p.Result.Value.Float64()
		point.Low, point.High = point.Value, point.Value
		if low, ok := p.Result.Low.Float64(); ok {
			point.Low = low
			point.High, _ = p.Result.High.Float64()
		}
		points = append(points, point)
	}
	return ui.NewCard(ui.NewColumn(ui.Space2, ui.NewHeading(lang.L("Over the rounds")), ui.NewSized(0, 130, ui.NewTrend(points))))
}

// drawLink lets the bootstrap draw units or whole respondents.
func (s *Screen) drawLink() fyne.CanvasObject {
	link := ui.NewLink(lang.L("What is drawn?"), nil)
	link.OnTapped = func() { ui.ShowMenu(link, s.drawOptions()) }
	return link
}

// heat shows each two coders where there are more than two.
func (s *Screen) heat() fyne.CanvasObject {
	var labels []string
	for _, c := range s.sheet.Coders {
		labels = append(labels, c.Name)
	}
	grid := ui.NewHeatMap(labels, func(row, column int) ui.HeatCell {
		for _, p := range s.sheet.Pairs {
			if p.A == row && p.B == column || p.A == column && p.B == row {
				v, known := p.Result.Value.Float64()
				return ui.HeatCell{Text: number(p.Result.Value), Share: v, Known: known}
			}
		}
		return ui.HeatCell{}
	})
	return ui.NewCard(ui.NewColumn(ui.Space2, ui.NewHeading(lang.L("Each two coders")), grid))
}
