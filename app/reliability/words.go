package reliability

import (
	"strings"

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
func remark(w Warning) string {
	if w.About == "" {
		return strings.ToUpper(w.Text[:1]) + w.Text[1:] + "."
	}
	return w.About + ": " + w.Text + "."
}

// unitWord is the unit as the sentence on top has it.
func unitWord(c Choice) string {
	switch c.Unit {
	case compare.Sentence:
		return lang.L("sentence")
	case compare.Paragraph:
		return lang.L("paragraph")
	case compare.Character:
		if c.Weighted {
			return lang.L("character, each comment alike")
		}
		return lang.L("character")
	}
	return lang.L("comment")
}
