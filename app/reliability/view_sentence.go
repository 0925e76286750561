package reliability

import (
	"fmt"

	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// choices are the words of the two sentences that can be exchanged.
type choices struct {
	who, where, later, what, unit, share, by        *ui.SentenceChoice
	level, method, draw, draws, seed, over, lookers *ui.SentenceChoice
}

// makeSentence makes the words on top that can be exchanged.
func (s *Screen) makeSentence() {
	small := func(options func() []ui.Option) *ui.SentenceChoice {
		c := ui.NewSentenceChoice("", options)
		c.TextSize = ui.SizeExplain
		return c
	}
	s.words = choices{
		who: ui.NewSentenceChoice("", s.coderOptions), where: ui.NewSentenceChoice("", s.roundOptions),
		later: ui.NewSentenceChoice("", s.laterOptions), what: ui.NewSentenceChoice("", s.whatOptions),
		unit: ui.NewSentenceChoice("", s.unitOptions), share: ui.NewSentenceChoice("", s.shareOptions),
		by:    ui.NewSentenceChoice("", s.measureOptions),
		level: small(s.levelOptions), method: small(s.methodOptions), draw: small(s.drawOptions), draws: small(s.drawsOptions),
		seed: small(s.seedOptions), over: small(s.overOptions), lookers: small(s.lookerOptions),
	}
	s.sentence, s.small = ui.NewSentence(ui.SizePage), ui.NewSentence(ui.SizeExplain)
}

// showSentence words the choice that the sheet answers.
func (s *Screen) showSentence() {
	sheet, c, w := s.sheet, s.sheet.Choice, s.words
	w.who.SetText(names(firstNames(sheet)))
	w.where.SetText(s.roundWord())
	w.what.SetText(s.whatWord())
	w.unit.SetText(countedWord(c))
	w.share.SetText(fmt.Sprintf("%.4g %%", 100*c.Overlap))
	w.by.SetText(s.shell.Words().Tell(Title(c.Measure)))
	parts := []ui.Part{ui.Words(lang.L("How far do") + " "), ui.Standing(w.who), ui.Words(" " + lang.L("agree in") + " "), ui.Standing(w.where)}
	if sheet.Later.ID != "" {
		w.later.SetText(sheet.Later.Name)
		w.where.SetText(sheet.Round.Name)
		w.who.SetText(s.himself())
		parts = []ui.Part{
			ui.Words(lang.L("How far does") + " "), ui.Standing(w.who), ui.Words(" " + lang.L("in") + " "), ui.Standing(w.where),
			ui.Words(" " + lang.L("agree with the same coder in") + " "), ui.Standing(w.later),
		}
	}
	parts = append(parts, ui.Words(", "+lang.L("for each")+" "), ui.Standing(w.what))
	switch c.Unit {
	case compare.Continuum:
		parts = append(parts, ui.Words(", "+lang.L("along the")+" "), ui.Standing(w.unit))
	case compare.ExcerptMatch:
		parts = append(parts, ui.Words(", "+lang.L("counting each")+" "), ui.Standing(w.unit),
			ui.Words(" "+lang.L("with at least")+" "), ui.Standing(w.share), ui.Words(" "+lang.L("in common")))
	default:
		parts = append(parts, ui.Words(", "+lang.L("counting each")+" "), ui.Standing(w.unit))
	}
	s.sentence.SetParts(append(parts, ui.Words(", "+lang.L("by")+" "), ui.Standing(w.by), ui.Words("?"))...)
	s.showSmall()
}

// showSmall says in one line how the intervals were made, and what stands for
// what where that can be chosen.
func (s *Screen) showSmall() {
	c, w := s.sheet.Choice, s.words
	w.level.SetText(fmt.Sprintf("%.4g %%", 100*c.Level))
	w.method.SetText(methodWord(c.Method))
	w.draw.SetText(drawnWord(c))
	w.draws.SetText(ui.Count(c.Replicates))
	w.seed.SetText(fmt.Sprint(c.Seed))
	grey := ui.MutedWords
	parts := []ui.Part{ui.Standing(w.level), grey(" " + lang.L("interval by") + " "), ui.Standing(w.method)}
	switch c.Method {
	case agreement.NoInterval:
		parts = []ui.Part{ui.Standing(w.method)}
	case agreement.Bootstrap:
		parts = append(parts, grey(", "+lang.L("each")+" "), ui.Standing(w.draw), grey(" "+lang.L("drawn anew")+", "),
			ui.Standing(w.draws), grey(" "+lang.L("draws")+", "+lang.L("seed")+" "), ui.Standing(w.seed))
	}
	if !c.perCode() {
		w.over.SetText(lang.L("codes"))
		if c.Themes {
			w.over.SetText(lang.L("themes"))
		}
		parts = append(parts, grey("; "+lang.L("over all")+" "), ui.Standing(w.over))
	}
	if s.sheet.Round.ID == "" {
		w.lookers.SetText(lookerWord(c.AllLooked))
		parts = append(parts, grey("; "+lang.L("looked at")+": "), ui.Standing(w.lookers))
	}
	parts = append(parts, grey("   "), ui.Standing(ui.NewLink(lang.L("How is this computed?"), s.explainAll)))
	s.small.SetParts(parts...)
}

// made says in one line how the intervals were made.
func (s *Screen) made() string {
	c := s.sheet.Choice
	level := map[string]any{"Level": fmt.Sprintf("%.4g", 100*c.Level), "Drawn": drawnWord(c), "Draws": ui.Count(c.Replicates), "Seed": c.Seed}
	switch c.Method {
	case agreement.NoInterval:
		return lang.L("No interval was asked for")
	case agreement.Analytic:
		return lang.L("{{.Level}} % interval by the formula for the standard error", level)
	case agreement.Jackknife:
		return lang.L("{{.Level}} % interval by jackknife, each unit left out once", level)
	}
	return lang.L("{{.Level}} % interval by bootstrap, each {{.Drawn}} drawn anew, {{.Draws}} draws, seed {{.Seed}}", level)
}

// himself is the coder who is compared with himself.
func (s *Screen) himself() string {
	for _, c := range s.sheet.Repeaters {
		if len(s.sheet.Choice.Coders) == 1 && c.ID == s.sheet.Choice.Coders[0] {
			return c.Name
		}
	}
	return names(firstNames(s.sheet))
}

func (s *Screen) roundWord() string {
	switch {
	case s.sheet.Choice.By == compare.ByRound:
		return lang.L("all rounds")
	case s.sheet.Round.ID == "":
		return lang.L("open coding")
	}
	return s.sheet.Round.Name
}

func (s *Screen) whatWord() string {
	c := s.sheet.Choice
	switch c.By {
	case "":
		if c.Themes {
			return lang.L("theme")
		}
		return lang.L("code")
	case compare.ByCoders:
		return lang.L("two coders")
	case compare.BySource:
		return lang.L("text")
	case compare.ByRound:
		return lang.L("round")
	}
	return string(c.By)
}

// pairOf reports whether just these two are compared.
func (c Choice) pairOf(a, b coding.CoderID) bool {
	return len(c.Coders) == 2 && (c.Coders[0] == a && c.Coders[1] == b || c.Coders[0] == b && c.Coders[1] == a)
}
