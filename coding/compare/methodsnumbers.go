package compare

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"concord/coding/agreement"
)

// unit says what was counted.
func (w *account) unit() string {
	switch w.Unit {
	case Sentence:
		return fmt.Sprintf("The unit of analysis was the sentence, as Unicode divides texts (%s); a code was present in every sentence that an excerpt with it touched.", w.cite(segmentation))
	case Paragraph:
		return "The unit of analysis was the paragraph, as line breaks divide texts; a code was present in every paragraph that an excerpt with it touched."
	case Character:
		if w.weighted {
			return "The unit of analysis was the character, each text counting alike whatever its length."
		}
		return "The unit of analysis was the character."
	case ExcerptMatch:
		return fmt.Sprintf("Excerpts with the same code were matched one to one between each two coders, best overlap first, where at least %.3g %% of the characters of the two taken together were common to both.", 100*w.overlap)
	case Continuum:
		return "Coders were free in where they placed excerpts; the texts were laid end to end as a continuum."
	}
	if w.comments {
		return "The unit of analysis was the comment: a code was present in a comment that carried it anywhere."
	}
	return "The unit of analysis was the text: a code was present in a text that carried it anywhere."
}

// named are the coefficients of the answer, each once.
func (w *account) named() []agreement.Measure {
	var measures []agreement.Measure
	for _, r := range w.answer.Results {
		if !slices.Contains(measures, r.Measure) {
			measures = append(measures, r.Measure)
		}
	}
	return measures
}

// coefficients say what was computed, with the works that define it.
func (w *account) coefficients() string {
	var names []string
	for _, m := range w.named() {
		names = append(names, w.coefficient(m))
	}
	if len(names) == 0 {
		return ""
	}
	one, _ := w.codes()
	return fmt.Sprintf("For each %s we computed %s.", one, listed(names)) + w.sampling()
}

// codes are what the answer's rows are about.
func (w *account) codes() (one, many string) {
	if rows := w.answer.Results; strings.HasPrefix(rows[len(rows)-1].Scope, "theme:") {
		return "theme", "themes"
	}
	return "code", "codes"
}

// sampling says how chance was estimated for γ.
func (w *account) sampling() string {
	for _, r := range w.answer.Results {
		if s := r.Sampling; s != nil && s.Samples > 0 {
			return fmt.Sprintf(" Chance was estimated from %d random continua (precision %.2g %%, seed %d), with α = %g, β = %g and Δ∅ = %g.",
				s.Samples, 100*s.Precision, s.Seed, s.Alpha, s.Beta, s.Empty)
		}
	}
	return ""
}

// coefficient is a measure as a paper writes it.
func (w *account) coefficient(m agreement.Measure) string {
	k := known(m)
	name := k.name
	if name == "" {
		name = m.Title()
	}
	if k.by == nil {
		return name
	}
	var short []string
	for _, work := range k.by {
		short = append(short, w.cite(work))
	}
	return fmt.Sprintf("%s (%s)", name, strings.Join(short, "; "))
}

// interval says how sure the numbers are and how that was found out.
func (w *account) interval() string {
	var methods []agreement.Method
	var example agreement.Result
	for _, r := range w.answer.Results {
		if r.Method != "" && !slices.Contains(methods, r.Method) {
			methods = append(methods, r.Method)
			example = r.Result
		}
	}
	if len(methods) != 1 {
		return ""
	}
	level := fmt.Sprintf("Intervals are of %.3g %%", 100*example.Level)
	switch methods[0] {
	case agreement.Bootstrap:
		what := "units"
		switch {
		case w.answer.Resampled != ResampleUnits:
			what = string(w.answer.Resampled) + "s"
		case w.Unit == Continuum:
			what = "texts"
		}
		return fmt.Sprintf("%s and come from %s bootstrap replicates over %s (%s; percentiles, seed %d).",
			level, thousands(example.Drawn), what, w.cite(hayesKrippendorff), example.Seed)
	case agreement.Jackknife:
		return level + " and come from a jackknife over units."
	}
	if w.Unit == ExcerptMatch {
		return fmt.Sprintf("%s and are Wilson's for shares (%s).", level, w.cite(wilson))
	}
	return fmt.Sprintf("%s and come from analytic standard errors over units (%s).%s", level, w.cite(gwet2014), w.otherErrors())
}

// otherErrors say which intervals are made in another way than most.
func (w *account) otherErrors() string {
	if !w.Unit.Rated() {
		return ""
	}
	var others []string
	named := w.named()
	if slices.Contains(named, agreement.CohenKappa) || slices.Contains(named, agreement.CohenKappaLinear) || slices.Contains(named, agreement.CohenKappaQuadratic) {
		others = append(others, fmt.Sprintf("those of Cohen's κ from the large-sample formula (%s)", w.cite(fleissCohenEveritt)))
	}
	if slices.Contains(named, agreement.PercentAgreement) {
		others = append(others, fmt.Sprintf("those of percent agreement from Wilson's score (%s)", w.cite(wilson)))
	}
	if slices.ContainsFunc(w.answer.Results, func(r Row) bool { return r.Scope == Overall && r.Measure != agreement.KrippendorffAlphaMASI }) {
		_, many := w.codes()
		others = append(others, fmt.Sprintf("those of means over %s from the infinitesimal jackknife (%s)", many, w.cite(efron)))
	}
	if len(others) == 0 {
		return ""
	}
	text := strings.Replace(listed(others), " from ", " come from ", 1)
	return " " + strings.ToUpper(text[:1]) + text[1:] + "."
}

func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// threshold says what the lower bounds were held against, and since when.
func (w *account) threshold() string {
	if w.answer.Threshold == 0 {
		return ""
	}
	return fmt.Sprintf("A threshold of %s for the lower bound of the interval was set %s.", strings.TrimSuffix(decimals(w.answer.Threshold), "0"), w.answer.ThresholdSet)
}

// found gives the headline, and how many codes reach the threshold.
func (w *account) found() string {
	at := slices.IndexFunc(w.answer.Results, func(r Row) bool { return r.Scope == Overall && r.Value.Known() })
	if at < 0 {
		return ""
	}
	first := w.answer.Results[at]
	value, _ := first.Value.Float64()
	one, many := w.codes()
	what := "Over all " + many
	if w.Unit.Rated() && first.Measure != agreement.KrippendorffAlphaMASI {
		what = "Averaged over " + counted(first.Categories, one, many)
	}
	text := fmt.Sprintf("%s, %s was %s", what, plainName(first.Measure), decimals(value))
	if low, known := first.Low.Float64(); known {
		high, _ := first.High.Float64()
		text += fmt.Sprintf(" (%s to %s)", decimals(low), decimals(high))
	}
	text += fmt.Sprintf(" on %s %s", thousands(w.answer.Pairable), w.noun())
	reached, judged := 0, 0
	for _, r := range w.answer.Results {
		if r.Scope == Overall || r.Measure != first.Measure {
			continue
		}
		judged++
		if r.Reached != nil && *r.Reached {
			reached++
		}
	}
	if w.answer.Threshold > 0 && judged > 0 && corrected(first.Measure) {
		text += fmt.Sprintf("; the lower bound reached the threshold for %d of %s", reached, counted(judged, one, many))
	}
	return text + "."
}

// noun is what the answer's numbers of units count.
func (w *account) noun() string {
	n := w.answer.Pairable
	switch w.Unit {
	case Sentence, Paragraph, Character:
		return plural(n, string(w.Unit), string(w.Unit)+"s") + " in texts that two coders or more finished"
	case ExcerptMatch:
		return plural(n, "excerpt", "excerpts")
	case Continuum:
		return plural(n, "character", "characters")
	}
	text, texts := "text", "texts"
	if w.comments {
		text, texts = "comment", "comments"
	}
	return plural(n, text, texts) + " that two coders or more finished"
}

// plainName is the coefficient without its works.
func plainName(m agreement.Measure) string {
	if k := known(m); k.name != "" {
		return k.name
	}
	return m.Title()
}

// decimals writes a coefficient as papers do: without the nought before the point.
func decimals(x float64) string {
	s, sign := strconv.FormatFloat(math.Abs(x), 'f', 3, 64), ""
	if x < 0 && s != "0.000" {
		sign = "−"
	}
	return sign + strings.TrimPrefix(s, "0")
}
