package reliability

import (
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// option is one line of a menu that changes the choice.
func (s *Screen) option(text string, chosen bool, change func(*Choice)) ui.Option {
	return ui.Option{Text: text, Chosen: chosen, OnChosen: func() { s.choose(change) }}
}

func (s *Screen) coderOptions() []ui.Option {
	if s.sheet == nil {
		return nil
	}
	now := s.sheet.Choice
	options := []ui.Option{s.option(lang.L("Everybody"), len(now.Coders) == 0, func(c *Choice) { c.Coders, c.Against = nil, "" })}
	if all := s.sheet.All; len(all) > 2 {
		for i, a := range all {
			for _, b := range all[i+1:] {
				options = append(options, s.option(a.Name+" "+lang.L("and")+" "+b.Name, now.pairOf(a.ID, b.ID), func(c *Choice) {
					c.Coders, c.Against = []coding.CoderID{a.ID, b.ID}, ""
				}))
			}
		}
	}
	for _, coder := range s.sheet.Repeaters {
		rounds := s.roundsOf(coder.ID)
		options = append(options, s.option(lang.L("{{.Name}}, at a later round", map[string]any{"Name": coder.Name}),
			now.Against != "" && len(now.Coders) == 1 && now.Coders[0] == coder.ID, func(c *Choice) {
				c.Coders, c.Round, c.Against = []coding.CoderID{coder.ID}, rounds[0].ID, rounds[len(rounds)-1].ID
				if c.By == compare.ByRound || c.By == compare.ByCoders {
					c.By = ""
				}
			}))
	}
	return options
}

// roundsOf are the rounds in which a coder took part.
func (s *Screen) roundsOf(coder coding.CoderID) []coding.Round {
	var rounds []coding.Round
	for _, r := range s.sheet.Rounds {
		if r.Has(coder) {
			rounds = append(rounds, r)
		}
	}
	return rounds
}

func (s *Screen) roundOptions() []ui.Option {
	if s.sheet == nil {
		return nil
	}
	now := s.sheet.Choice
	if now.Against != "" {
		return s.ownRounds(s.sheet.Later.ID, s.sheet.Round.ID, func(c *Choice, id coding.RoundID) { c.Round = id })
	}
	var options []ui.Option
	for _, r := range s.sheet.Rounds {
		text := r.Name
		if !r.Closed {
			text += " (" + lang.L("still open") + ")"
		}
		options = append(options, s.option(text, now.By != compare.ByRound && r.ID == s.sheet.Round.ID, func(c *Choice) {
			c.Round, c.Coders = r.ID, nil
			if c.By == compare.ByRound {
				c.By = ""
			}
		}))
	}
	if len(options) > 1 {
		options = append(options, s.option(lang.L("all rounds, beside each other"), now.By == compare.ByRound, func(c *Choice) { c.By, c.Coders = compare.ByRound, nil }))
	}
	return options
}

func (s *Screen) laterOptions() []ui.Option {
	if s.sheet == nil {
		return nil
	}
	return s.ownRounds(s.sheet.Round.ID, s.sheet.Later.ID, func(c *Choice, id coding.RoundID) { c.Against = id })
}

// ownRounds are those of the coder who is compared with himself, but for one.
func (s *Screen) ownRounds(but, now coding.RoundID, change func(*Choice, coding.RoundID)) []ui.Option {
	var options []ui.Option
	for _, r := range s.roundsOf(s.sheet.Choice.Coders[0]) {
		if r.ID != but {
			options = append(options, s.option(r.Name, r.ID == now, func(c *Choice) { change(c, r.ID) }))
		}
	}
	return options
}

// whatOptions are what the table can have a row for.
func (s *Screen) whatOptions() []ui.Option {
	if s.sheet == nil {
		return nil
	}
	now := s.sheet.Choice
	by := func(text string, by compare.By) ui.Option {
		return s.option(text, now.By == by, func(c *Choice) { c.By = by })
	}
	options := []ui.Option{
		s.option(lang.L("code"), now.perCode() && !now.Themes, func(c *Choice) { c.By, c.Themes = "", false }),
		s.option(lang.L("theme"), now.perCode() && now.Themes, func(c *Choice) { c.By, c.Themes = "", true }),
	}
	if len(s.sheet.Coders) > 2 {
		options = append(options, by(lang.L("two coders"), compare.ByCoders))
	}
	options = append(options, by(lang.L("text"), compare.BySource))
	if len(s.sheet.Rounds) > 1 && s.sheet.Later.ID == "" {
		options = append(options, by(lang.L("round"), compare.ByRound))
	}
	for _, name := range s.sheet.Attributes {
		options = append(options, by(name, compare.By(name)))
	}
	return options
}

func (s *Screen) overOptions() []ui.Option {
	return []ui.Option{
		s.option(lang.L("codes"), !s.choice.Themes, func(c *Choice) { c.Themes = false }),
		s.option(lang.L("themes"), s.choice.Themes, func(c *Choice) { c.Themes = true }),
	}
}

func (s *Screen) unitOptions() []ui.Option {
	var options []ui.Option
	offer := func(unit compare.Unit, weighted bool) {
		options = append(options, s.option(countedWord(Choice{Unit: unit, Weighted: weighted}), s.choice.Unit == unit && s.choice.Weighted == weighted,
			func(c *Choice) { c.Unit, c.Weighted = unit, weighted }))
	}
	for _, unit := range compare.Units() {
		offer(unit, false)
		if unit == compare.Character {
			offer(unit, true)
		}
	}
	return options
}

func (s *Screen) measureOptions() []ui.Option {
	if s.sheet == nil {
		return nil
	}
	var options []ui.Option
	for _, m := range Measures(s.sheet.Choice.Unit, len(s.sheet.Coders)) {
		options = append(options, s.option(s.shell.Words().Tell(Title(m)), m == s.sheet.Choice.Measure, func(c *Choice) { c.Measure = m }))
	}
	return options
}

func (s *Screen) methodOptions() []ui.Option {
	var options []ui.Option
	for _, m := range Methods(s.choice.Unit) {
		options = append(options, s.option(methodWord(m), s.sheet.Choice.Method == m, func(c *Choice) { c.Method = m }))
	}
	return options
}

// drawOptions are what the bootstrap may draw.
func (s *Screen) drawOptions() []ui.Option {
	now := s.sheet.Choice
	if now.Unit == compare.Continuum {
		return []ui.Option{{Text: lang.L("text"), Chosen: true}}
	}
	draw := func(r compare.Resample) ui.Option {
		c := now
		c.Resample = r
		return s.option(drawnWord(c), now.Resample == r, func(c *Choice) { c.Resample = r })
	}
	options := []ui.Option{draw(compare.ResampleUnits)}
	if now.Unit != compare.Comment {
		options = append(options, draw(compare.ResampleSources))
	}
	return append(options, draw(compare.ResampleRespondents))
}

func (s *Screen) lookerOptions() []ui.Option {
	return []ui.Option{
		s.option(lookerWord(false), !s.choice.AllLooked, func(c *Choice) { c.AllLooked = false }),
		s.option(lookerWord(true), s.choice.AllLooked, func(c *Choice) { c.AllLooked = true }),
	}
}

// lookerWord says, outside rounds, which texts a coder has looked at.
func lookerWord(all bool) string {
	if all {
		return lang.L("every text, by everybody")
	}
	return lang.L("texts that carry a code by the coder")
}

// methodWord is how intervals are made, as a sentence has it.
func methodWord(m agreement.Method) string {
	switch m {
	case agreement.Analytic:
		return lang.L("formula")
	case agreement.Jackknife:
		return lang.L("jackknife")
	case agreement.NoInterval:
		return lang.L("no interval")
	}
	return lang.L("bootstrap")
}
