package reliability

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// makeSentence makes the words on top that can be exchanged.
func (s *Screen) makeSentence() {
	s.who = ui.NewSentenceChoice("", s.coderOptions)
	s.where = ui.NewSentenceChoice("", s.roundOptions)
	s.what = ui.NewSentenceChoice("", s.codeOptions)
	s.unit = ui.NewSentenceChoice("", s.unitOptions)
	s.by = ui.NewSentenceChoice("", s.measureOptions)
	s.sentence = ui.NewSentence(ui.SizePage)
}

// showSentence words the choice that the sheet answers.
func (s *Screen) showSentence() {
	sheet := s.sheet
	s.who.SetText(names(firstNames(sheet)))
	round := sheet.Round.Name
	if sheet.Round.ID == "" {
		round = lang.L("open coding")
	}
	s.where.SetText(round)
	what := lang.L("code")
	if sheet.Choice.Themes {
		what = lang.L("theme")
	}
	s.what.SetText(what)
	s.unit.SetText(unitWord(sheet.Choice))
	s.by.SetText(sheet.Choice.Measure.Title())
	s.sentence.SetParts(
		ui.Words(lang.L("How far do")+" "), ui.Standing(s.who), ui.Words(" "+lang.L("agree in")+" "), ui.Standing(s.where),
		ui.Words(" "+lang.L("on each")+" "), ui.Standing(s.what), ui.Words(", "+lang.L("counting each")+" "), ui.Standing(s.unit), ui.Words(", "+lang.L("by")+" "), ui.Standing(s.by), ui.Words("?"),
	)
}

// made says in one line how the intervals were made.
func (s *Screen) made() string {
	c := s.sheet.Choice
	drawn := unitWord(Choice{Unit: c.Unit})
	if c.Respondents {
		drawn = lang.L("respondent")
	}
	return lang.L("{{.Level}} % interval by bootstrap, each {{.Drawn}} drawn anew, {{.Draws}} draws, seed {{.Seed}}", map[string]any{
		"Level": fmt.Sprintf("%.0f", 100*c.Level), "Drawn": drawn, "Draws": ui.Count(c.Replicates), "Seed": c.Seed,
	})
}

func (s *Screen) coderOptions() []ui.Option {
	if s.sheet == nil {
		return nil
	}
	all := ui.Option{Text: lang.L("Everybody"), Chosen: len(s.choice.Coders) == 0, OnChosen: func() { s.choose(func(c *Choice) { c.Coders = nil }) }}
	options := []ui.Option{all}
	if len(s.sheet.All) < 3 {
		return options
	}
	for i, a := range s.sheet.All {
		for _, b := range s.sheet.All[i+1:] {
			pair := []coding.CoderID{a.ID, b.ID}
			options = append(options, ui.Option{
				Text:     a.Name + " " + lang.L("and") + " " + b.Name,
				Chosen:   len(s.choice.Coders) == 2 && s.choice.Coders[0] == a.ID && s.choice.Coders[1] == b.ID,
				OnChosen: func() { s.choose(func(c *Choice) { c.Coders = pair }) },
			})
		}
	}
	return options
}

func (s *Screen) roundOptions() []ui.Option {
	if s.sheet == nil {
		return nil
	}
	var options []ui.Option
	for _, r := range s.sheet.Rounds {
		text := r.Name
		if !r.Closed {
			text += " (" + lang.L("still open") + ")"
		}
		options = append(options, ui.Option{
			Text: text, Chosen: r.ID == s.sheet.Round.ID,
			OnChosen: func() { s.choose(func(c *Choice) { c.Round, c.Coders = r.ID, nil }) },
		})
	}
	return options
}

func (s *Screen) codeOptions() []ui.Option {
	return []ui.Option{
		{Text: lang.L("code"), Chosen: !s.choice.Themes, OnChosen: func() { s.choose(func(c *Choice) { c.Themes = false }) }},
		{Text: lang.L("theme"), Chosen: s.choice.Themes, OnChosen: func() { s.choose(func(c *Choice) { c.Themes = true }) }},
	}
}

func (s *Screen) unitOptions() []ui.Option {
	var options []ui.Option
	offer := func(unit compare.Unit, weighted bool) {
		options = append(options, ui.Option{
			Text:     unitWord(Choice{Unit: unit, Weighted: weighted}),
			Chosen:   s.choice.Unit == unit && s.choice.Weighted == weighted,
			OnChosen: func() { s.choose(func(c *Choice) { c.Unit, c.Weighted = unit, weighted }) },
		})
	}
	for _, unit := range compare.Units() {
		if unit.Rated() {
			offer(unit, false)
		}
	}
	offer(compare.Character, true)
	return options
}

// drawOptions are what the bootstrap may draw.
func (s *Screen) drawOptions() []ui.Option {
	draw := func(words string, respondents bool) ui.Option {
		return ui.Option{Text: words, Chosen: s.choice.Respondents == respondents, OnChosen: func() {
			s.choose(func(c *Choice) { c.Respondents = respondents })
		}}
	}
	return []ui.Option{
		draw(lang.L("Draw each unit by itself"), false),
		draw(lang.L("Draw whole respondents, whose units may be alike"), true),
	}
}

func (s *Screen) measureOptions() []ui.Option {
	if s.sheet == nil {
		return nil
	}
	var options []ui.Option
	for _, m := range Measures(len(s.sheet.Coders)) {
		options = append(options, ui.Option{
			Text: m.Title(), Chosen: m == s.choice.Measure,
			OnChosen: func() { s.choose(func(c *Choice) { c.Measure = m }) },
		})
	}
	return options
}

// reading words what a benchmark of the field says of a result, with its source.
func reading(r agreement.Result) string {
	readings := r.Readings()
	if len(readings) == 0 {
		return ""
	}
	words := readings[0].Words
	return strings.ToUpper(words[:1]) + words[1:] + " (" + readings[0].Source + ")."
}
