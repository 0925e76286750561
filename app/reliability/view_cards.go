package reliability

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// headline is the card with the one large number.
func (s *Screen) headline() fyne.CanvasObject {
	r := s.sheet.Overall
	bar := ui.NewIntervalBar()
	range_ := ui.NewText("", ui.SizeWork, ui.ColorMuted)
	if value, known := r.Value.Float64(); known {
		bar.Known, bar.Value, bar.Tone = true, value, ui.ToneAccent
		if low, ok := r.Low.Float64(); ok {
			high, _ := r.High.Float64()
			range_.SetText(lang.L("{{.Level}} % interval {{.Low}} to {{.High}}", map[string]any{
				"Level": fmt.Sprintf("%.4g", 100*s.sheet.Choice.Level), "Low": ui.Decimal(figure(low)), "High": ui.Decimal(figure(high)),
			}))
			bar.HasInterval, bar.Low, bar.High = true, low, high
		}
	}
	things := []fyne.CanvasObject{ui.NewHeading(s.headlineTitle()).Wrapped(), ui.NewFlow(ui.Space3, 0, ui.NewHeadline(ui.Decimal(number(r.Value))), range_), ui.NewSized(0, 22, bar)}
	if r.Reason != "" {
		things = append(things, ui.NewMuted(heading(s.shell.Words().Tell(r.Reason))+"."))
	}
	things = append(things, ui.NewText(strings.TrimSpace(s.counted()+" "+s.reading(r)), ui.SizeExplain, ui.ColorText).Wrapped())
	if beside := s.beside(); beside != "" {
		things = append(things, ui.NewMuted(beside))
	}
	return ui.NewCard(ui.NewColumn(ui.Space2, things...))
}

// headlineTitle says of what the large number is.
func (s *Screen) headlineTitle() string {
	c := s.sheet.Choice
	title := lang.L("Overall, all codes together")
	if (c.Unit.Rated() || s.sheet.Overall.Value.Known() && s.sheet.Overall.Reason != "") && c.Measure != agreement.KrippendorffAlphaMASI {
		n := map[string]any{"N": s.sheet.Overall.Categories}
		title = lang.N("Overall, mean of {{.N}} codes", s.sheet.Overall.Categories, n)
		if c.Themes {
			title = lang.N("Overall, mean of {{.N}} themes", s.sheet.Overall.Categories, n)
		}
	}
	if c.By == compare.ByRound {
		return s.sheet.Round.Name + ": " + title
	}
	return title
}

// counted says how many units there are and who finished them.
func (s *Screen) counted() string {
	finished := lang.L("{{.Comments}} comments, {{.Done}} of them finished by everybody.", map[string]any{
		"Comments": ui.Count(s.sheet.Comments), "Done": ui.Count(s.sheet.Finished),
	})
	if s.sheet.Comments == s.sheet.Finished {
		finished = lang.L("{{.Comments}} comments, finished by everybody.", map[string]any{"Comments": ui.Count(s.sheet.Comments)})
	}
	switch s.sheet.Choice.Unit {
	case compare.Comment:
		return finished
	case compare.ExcerptMatch:
		matched, of := s.sheet.Matched()
		return lang.L("{{.Matched}} of {{.N}} excerpts were found by both, in", map[string]any{"Matched": ui.Count(matched), "N": ui.Count(of)}) + " " + finished
	case compare.Continuum:
		return lang.L("{{.N}} excerpts on {{.Characters}} characters, in", map[string]any{"N": ui.Count(s.sheet.Overall.N), "Characters": ui.Count(s.sheet.Units)}) + " " + finished
	}
	return lang.L("N {{.Units}}, each {{.Unit}} in", map[string]any{"Units": ui.Count(s.sheet.Units), "Unit": unitWord(s.sheet.Choice.Unit)}) + " " + finished
}

// beside lists the other coefficients of the headline.
func (s *Screen) beside() string {
	var words []string
	for _, r := range s.sheet.Beside {
		if !r.Value.Known() || r.Measure == agreement.AlphaKU {
			continue
		}
		text := s.shell.Words().Tell(Symbol(r.Measure)) + " " + ui.Decimal(value(r))
		if coverage, known := r.Coverage.Float64(); known {
			text += " (" + lang.L("on {{.Share}} % of the text", map[string]any{"Share": fmt.Sprintf("%.2g", 100*coverage)}) + ")"
		}
		words = append(words, text)
	}
	if len(words) == 0 {
		return ""
	}
	return lang.L("Beside it") + ": " + strings.Join(words, ", ") + "."
}

// verdict holds the numbers against what was set before the round.
func (s *Screen) verdict() fyne.CanvasObject {
	title := lang.L("Against the usual threshold")
	if s.sheet.ThresholdSet {
		title = lang.L("Against what you set before the round")
	}
	things := []fyne.CanvasObject{ui.NewHeading(title).Wrapped()}
	line := func(chip string, tone ui.Tone, words string) {
		things = append(things, ui.NewStretchRow(ui.Space2, 1, ui.NewChip(chip, tone), ui.NewText(words, ui.SizeWork, ui.ColorText).Wrapped()))
	}
	low := map[string]any{"Low": ui.Decimal(exact(s.sheet.Overall.Low, s.sheet.Threshold)), "Threshold": ui.Decimal(threshold(s.sheet.Threshold))}
	switch {
	case !s.sheet.Overall.Low.Known():
		line(lang.L("open"), ui.ToneNeutral, lang.L("Without an interval nothing can be said against {{.Threshold}}.", low))
	case s.sheet.Reached():
		line(lang.L("reached"), ui.ToneGood, lang.L("The interval's lower bound {{.Low}} is above {{.Threshold}}.", low))
	default:
		line(lang.L("look"), ui.ToneLook, lang.L("The interval's lower bound {{.Low}} is below {{.Threshold}}.", low))
	}
	if below := s.sheet.Below(); len(below) > 0 && s.sheet.Choice.perCode() && s.sheet.Overall.Low.Known() {
		line(lang.L("look"), ui.ToneLook, lang.N("{{.N}} codes have their lower bound below it: {{.Names}}.", len(below), map[string]any{"N": len(below), "Names": some(below)}))
	}
	things = append(things, s.remarks()...)
	return ui.NewCard(ui.NewColumn(ui.Space2, things...))
}

// remarks are the first of the warnings, and what can be done about them.
func (s *Screen) remarks() []fyne.CanvasObject {
	var things []fyne.CanvasObject
	few, rest := s.sheet.Remarks()
	if len(few) > 0 {
		things = append(things, ui.NewMuted(lang.N("{{.N}} codes are too rare in these comments to be sure of an α of {{.Alpha}}: {{.Names}}.", len(few),
			map[string]any{"N": len(few), "Alpha": ui.Decimal(threshold(s.sheet.Planned())), "Names": some(few)})))
	}
	const shown = 2
	for i, w := range rest {
		if i == shown && w.Kind != agreement.DependentUnits {
			continue
		}
		if i <= shown || w.Kind == agreement.DependentUnits {
			things = append(things, ui.NewMuted(s.remark(w)))
		}
	}
	var links []fyne.CanvasObject
	if len(s.sheet.Warnings) > 0 {
		links = append(links, ui.NewLink(lang.L("All remarks"), s.explainAll))
	}
	for _, w := range rest {
		if w.Kind == agreement.DependentUnits {
			links = append(links, ui.NewLink(lang.L("Draw whole respondents"), func() {
				s.choose(func(c *Choice) { c.Method, c.Resample = agreement.Bootstrap, compare.ResampleRespondents })
			}))
		}
	}
	if len(few) > 0 {
		links = append(links, ui.NewLink(lang.L("How many would be enough?"), s.plan))
	}
	if len(links) > 0 {
		things = append(things, ui.NewFlow(ui.Space4, ui.Space1, links...))
	}
	return things
}

// trend is the course of the headline over the rounds.
func (s *Screen) trend() fyne.CanvasObject {
	link := ui.NewLink(lang.L("All rounds beside each other"), func() {
		s.choose(func(c *Choice) { c.By, c.Against = compare.ByRound, "" })
	})
	things := []fyne.CanvasObject{ui.NewHeading(lang.L("Over the rounds")), ui.NewSized(0, 130, s.trendChart())}
	if len(s.sheet.Trend) > 1 && s.sheet.Choice.By != compare.ByRound {
		things = append(things, link)
	}
	return ui.NewCard(ui.NewColumn(ui.Space2, things...))
}

func (s *Screen) trendChart() *ui.Trend {
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
	return ui.NewTrend(points)
}

// heat shows each two coders where there are more than two.
func (s *Screen) heat() fyne.CanvasObject {
	chart := s.heatMap()
	chart.OnTapped = func(row, column int) {
		if row != column {
			pair := []coding.CoderID{s.sheet.Coders[row].ID, s.sheet.Coders[column].ID}
			s.choose(func(c *Choice) { c.Coders = pair })
		}
	}
	return ui.NewCard(ui.NewColumn(ui.Space2,
		ui.NewStretchRow(ui.Space3, 0, ui.NewHeading(lang.L("Each two coders, by {{.Measure}}", map[string]any{"Measure": s.shell.Words().Tell(Title(s.sheet.Choice.Measure))})),
			ui.NewLink(lang.L("With intervals"), func() { s.choose(func(c *Choice) { c.By = compare.ByCoders }) })),
		chart))
}

func (s *Screen) heatMap() *ui.HeatMap {
	var labels []string
	for _, c := range s.sheet.Coders {
		labels = append(labels, c.Name)
	}
	return ui.NewHeatMap(labels, func(row, column int) ui.HeatCell {
		for _, p := range s.sheet.Pairs {
			if p.A == row && p.B == column || p.A == column && p.B == row {
				v, known := p.Result.Value.Float64()
				return ui.HeatCell{Text: number(p.Result.Value), Share: v, Known: known}
			}
		}
		return ui.HeatCell{}
	})
}
