package agreement

// Measure names a coefficient over ratings. The names are those of JSON and of
// the command line.
type Measure string

// The coefficients over ratings. Where a name has a suffix, it says how far
// apart two different categories count: nominal all alike; linear, quadratic
// and ordinal by rank; interval and ratio by number; MASI by what two sets share.
const (
	PercentAgreement          Measure = "percent_agreement"
	Holsti                    Measure = "holsti"
	KrippendorffAlphaNominal  Measure = "krippendorff_alpha_nominal"
	KrippendorffAlphaOrdinal  Measure = "krippendorff_alpha_ordinal"
	KrippendorffAlphaInterval Measure = "krippendorff_alpha_interval"
	KrippendorffAlphaRatio    Measure = "krippendorff_alpha_ratio"
	KrippendorffAlphaMASI     Measure = "krippendorff_alpha_masi"
	CohenKappa                Measure = "cohen_kappa"
	CohenKappaLinear          Measure = "cohen_kappa_linear"
	CohenKappaQuadratic       Measure = "cohen_kappa_quadratic"
	ScottPi                   Measure = "scott_pi"
	FleissKappa               Measure = "fleiss_kappa"
	CongerKappa               Measure = "conger_kappa"
	BrennanPrediger           Measure = "brennan_prediger"
	GwetAC1                   Measure = "gwet_ac1"
	GwetAC2Linear             Measure = "gwet_ac2_linear"
	GwetAC2Quadratic          Measure = "gwet_ac2_quadratic"
	GwetAC2Ordinal            Measure = "gwet_ac2_ordinal"
)

// definition puts a coefficient together from its two halves: how it weighs
// two categories, and how it estimates agreement by chance.
type definition struct {
	measure Measure
	title   string
	chance  chance
	level   level
}

// chance is a way of estimating the agreement that chance alone would bring.
type chance int

const (
	noChance chance = iota
	twoCoderDecisions
	ownMargins
	jointMargins
	unitMargins
	coderMargins
	equalMargins
	difficulty
	coincidences
)

// level is a way of weighing two categories.
type level int

const (
	nominal level = iota
	linear
	quadratic
	ordinal
	midranks
	interval
	ratio
	masi
)

func definitions() [18]definition {
	return [18]definition{
		{PercentAgreement, "Percent agreement", noChance, nominal},
		{Holsti, "Holsti's coefficient of reliability", twoCoderDecisions, nominal},
		{KrippendorffAlphaNominal, "Krippendorff's α (nominal)", coincidences, nominal},
		{KrippendorffAlphaOrdinal, "Krippendorff's α (ordinal)", coincidences, midranks},
		{KrippendorffAlphaInterval, "Krippendorff's α (interval)", coincidences, interval},
		{KrippendorffAlphaRatio, "Krippendorff's α (ratio)", coincidences, ratio},
		{KrippendorffAlphaMASI, "Krippendorff's α (sets, MASI distance)", coincidences, masi},
		{CohenKappa, "Cohen's κ", ownMargins, nominal},
		{CohenKappaLinear, "Cohen's weighted κ (linear)", ownMargins, linear},
		{CohenKappaQuadratic, "Cohen's weighted κ (quadratic)", ownMargins, quadratic},
		{ScottPi, "Scott's π", jointMargins, nominal},
		{FleissKappa, "Fleiss' κ", unitMargins, nominal},
		{CongerKappa, "Conger's κ", coderMargins, nominal},
		{BrennanPrediger, "Brennan–Prediger", equalMargins, nominal},
		{GwetAC1, "Gwet's AC1", difficulty, nominal},
		{GwetAC2Linear, "Gwet's AC2 (linear weights)", difficulty, linear},
		{GwetAC2Quadratic, "Gwet's AC2 (quadratic weights)", difficulty, quadratic},
		{GwetAC2Ordinal, "Gwet's AC2 (ordinal weights)", difficulty, ordinal},
	}
}

// Measures lists every coefficient over ratings, in the order in which they are shown.
func Measures() []Measure {
	var measures []Measure
	for _, d := range definitions() {
		measures = append(measures, d.measure)
	}
	return measures
}

// Known reports whether the measure is one that this package computes over ratings.
func (m Measure) Known() bool {
	_, known := m.definition()
	return known
}

// Title is the measure's name in the field's words.
func (m Measure) Title() string {
	d, known := m.definition()
	if !known {
		return string(m)
	}
	return d.title
}

func (m Measure) definition() (definition, bool) {
	for _, d := range definitions() {
		if d.measure == m {
			return d, true
		}
	}
	return definition{}, false
}
