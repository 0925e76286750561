package reliability

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding/agreement"
)

// number writes a coefficient as the field does: ".76", "1.00", "−.12".
func number(n agreement.Number) string {
	v, known := n.Float64()
	if !known {
		return "–"
	}
	return figure(v)
}

func figure(v float64) string {
	text := fmt.Sprintf("%.2f", v)
	if rest, negative := strings.CutPrefix(text, "-"); negative {
		return "−" + strings.TrimPrefix(rest, "0")
	}
	return strings.TrimPrefix(text, "0")
}

// threshold writes a threshold with the digits that it is known by.
func threshold(v float64) string { return strings.TrimPrefix(fmt.Sprintf("%.3f", v), "0") }

// exact writes a coefficient with the three digits that thresholds have, or
// with as many as tell it from the threshold.
func exact(n agreement.Number, from float64) string {
	v, known := n.Float64()
	if !known {
		return "–"
	}
	const most = 6
	for digits := 3; digits < most; digits++ {
		text := strconv.FormatFloat(v, 'f', digits, 64)
		if text != strconv.FormatFloat(from, 'f', digits, 64) {
			return strings.TrimPrefix(text, "0")
		}
	}
	return threshold(v)
}

func percent(n agreement.Number, digits int) string {
	v, known := n.Float64()
	if !known {
		return "–"
	}
	return fmt.Sprintf("%.*f", digits, 100*v)
}

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

// symbol is how a column of the measure is headed.
func symbol(m agreement.Measure) string {
	switch m {
	case agreement.KrippendorffAlphaNominal:
		return "α"
	case agreement.CohenKappa, agreement.FleissKappa:
		return "κ"
	case agreement.ScottPi:
		return "π"
	case agreement.GwetAC1:
		return "AC1"
	case agreement.BrennanPrediger:
		return "S"
	}
	return "%"
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
