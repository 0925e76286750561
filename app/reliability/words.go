package reliability

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// tone colours a coefficient by where its value lies; the number stands beside it.
func tone(n agreement.Number) ui.Tone {
	v, known := n.Float64()
	switch {
	case !known:
		return ui.ToneNeutral
	case v >= 0.8:
		return ui.ToneGood
	case v >= 0.667:
		return ui.ToneAccent
	case v >= 0.5:
		return ui.ToneLook
	}
	return ui.ToneBad
}

func interval(r agreement.Result) *ui.Interval {
	i := &ui.Interval{Tone: tone(r.Value)}
	i.Value, i.Known = r.Value.Float64()
	i.Low, i.HasInterval = r.Low.Float64()
	i.High, _ = r.High.Float64()
	return i
}

// names joins names as a sentence does.
func names(all []string) string {
	switch len(all) {
	case 0:
		return lang.L("nobody")
	case 1:
		return all[0]
	}
	return strings.Join(all[:len(all)-1], ", ") + " " + lang.L("and") + " " + all[len(all)-1]
}

// some lists names, and how many more there are where they are many.
func some(all []string) string {
	const few = 4
	if len(all) <= few {
		return strings.Join(all, ", ")
	}
	return strings.Join(all[:few], ", ") + " " + lang.L("and {{.N}} more", map[string]any{"N": len(all) - few})
}

func firstNames(s *Sheet) []string {
	var all []string
	for _, c := range s.Coders {
		first, _, _ := strings.Cut(c.Name, " ")
		all = append(all, first)
	}
	return all
}

// remark words a warning.
func (s *Screen) remark(w Warning) string {
	text := s.shell.Words().Tell(w.Text)
	if w.About == "" {
		return heading(text) + "."
	}
	return w.About + ": " + text + "."
}

// countedWord is the unit as the sentence on top has it.
func countedWord(c Choice) string {
	if c.Unit == compare.Character && c.Weighted {
		return lang.L("character, each comment alike")
	}
	return unitWord(c.Unit)
}

// unitWord is what is counted.
func unitWord(unit compare.Unit) string {
	switch unit {
	case compare.Sentence:
		return lang.L("sentence")
	case compare.Paragraph:
		return lang.L("paragraph")
	case compare.Character:
		return lang.L("character")
	case compare.ExcerptMatch:
		return lang.L("excerpt")
	case compare.Continuum:
		return lang.L("continuum")
	}
	return lang.L("comment")
}

// drawnWord is what the bootstrap draws.
func drawnWord(c Choice) string {
	switch {
	case c.Unit == compare.Continuum || c.Resample == compare.ResampleSources:
		return lang.L("text")
	case c.Resample == compare.ResampleRespondents:
		return lang.L("respondent")
	}
	return unitWord(c.Unit)
}

// took is how long something took, in the unit that people count it in.
func took(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}

// reading words what a benchmark of the field says of a result, with its source.
func (s *Screen) reading(r agreement.Result) string {
	readings := r.Readings()
	if len(readings) == 0 {
		return ""
	}
	return heading(s.shell.Words().Tell(readings[0].Words)) + " (" + readings[0].Source + ")."
}

// unitExplained says what is counted, and when a code is there.
func (s *Screen) unitExplained() string {
	c := s.sheet.Choice
	words := c.Unit.CountedWords(c.Weighted, c.Overlap)
	for i, piece := range words {
		words[i] = s.shell.Words().Tell(piece)
	}
	return strings.Join(words, " ")
}
