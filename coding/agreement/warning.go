package agreement

import (
	"fmt"
	"math"
	"strings"
)

// Warning is something that a reader of a coefficient has to know.
type Warning struct {
	Kind WarningKind `json:"kind"`
	Text string      `json:"text"`
}

// WarningKind tells warnings apart.
type WarningKind string

// The kinds of warnings.
const (
	// SkewedPrevalence: nearly all ratings are alike, which pulls kappa and alpha down.
	SkewedPrevalence WarningKind = "prevalence"
	// SkewedMargins: one coder uses the code far more often than the other.
	SkewedMargins WarningKind = "bias"
	// FewUnits: fewer units than planning asks for.
	FewUnits WarningKind = "few_units"
	// OneCategory: a coder used one category only.
	OneCategory WarningKind = "one_category"
	// NoRatings: a coder rated nothing.
	NoRatings WarningKind = "no_ratings"
	// MissingLabel: a label that stands for a missing rating elsewhere.
	MissingLabel WarningKind = "missing_label"
	// DependentUnits: several units come from the same respondent or source.
	DependentUnits WarningKind = "dependent_units"
)

// Concerns say what to look for in a table besides its coefficients.
type Concerns struct {
	// Alpha is the agreement that the round was planned for; 0 asks for no check of N.
	Alpha float64
	// Clusters are the groups of the units, as in Confidence, if they may depend
	// on each other.
	Clusters []int
}

// Warnings are those that the table gives rise to.
func (r *Ratings) Warnings(c Concerns) []Warning {
	var warnings []Warning
	warn := func(kind WarningKind, format string, args ...any) {
		warnings = append(warnings, Warning{Kind: kind, Text: fmt.Sprintf(format, args...)})
	}
	r.warnOfLabels(warn)
	r.warnOfCoders(warn)
	if r.scale.Len() == 2 && r.Pairable() > 0 {
		r.warnOfSkew(warn)
		r.warnOfSize(warn, c.Alpha)
	}
	seen := make(map[int]bool)
	for _, cluster := range c.Clusters {
		seen[cluster] = true
	}
	if len(c.Clusters) > len(seen) {
		warn(DependentUnits, "the %d units come from %d groups, and units of one group may be alike: an interval that resamples groups is wider and more honest",
			len(c.Clusters), len(seen))
	}
	return warnings
}

func (r *Ratings) warnOfLabels(warn func(WarningKind, string, ...any)) {
	for _, k := range r.categories {
		switch label := r.scale.labels[k]; strings.ToLower(label) {
		case "na", "n/a", "#n/a", "nan", "null", "missing", ".", "-", "?":
			warn(MissingLabel, "%q counts as a category%s: if it stands for a missing rating, leave the cell empty", label, r.scale.origin(k))
		}
	}
}

func (r *Ratings) warnOfCoders(warn func(WarningKind, string, ...any)) {
	t := newTally(&r.patterns, len(r.categories))
	t.count(r.patterns.counts, true)
	for g, coder := range r.coders {
		used, last := 0, 0
		for k, n := range t.coder(g) {
			if n > 0 {
				used, last = used+1, k
			}
		}
		switch used {
		case 0:
			warn(NoRatings, "%s rated nothing", coder)
		case 1:
			warn(OneCategory, "%s used one category only (%s)", coder, r.scale.labels[r.categories[last]])
		}
	}
}

func (r *Ratings) warnOfSkew(warn func(WarningKind, string, ...any)) {
	prevalence, err := r.Share(1)
	if err != nil {
		return
	}
	alpha, gwet := r.plain(KrippendorffAlphaNominal), r.plain(GwetAC1)
	a, known := alpha.Float64()
	g, alsoKnown := gwet.Float64()
	if (prevalence < 0.05 || prevalence > 0.95) && known && alsoKnown && math.Abs(a-g) > 0.2 {
		warn(SkewedPrevalence, "%.1f %% of ratings say %s: with so little variation the prevalence drives alpha (%.2f) and kappa, less so AC1 (%.2f) (Feinstein & Cicchetti 1990; Gwet 2008)",
			100*prevalence, r.scale.labels[1], a, g)
	}
	if i, err := r.Indices(); err == nil && i.Bias > 0.1 {
		warn(SkewedMargins, "%s and %s don't use %s equally often (bias index %.2f, prevalence index %.2f): they may read its definition differently (Byrt, Bishop & Carlin 1993)",
			r.coders[0], r.coders[1], r.scale.labels[1], i.Bias, i.Prevalence)
	}
}

func (r *Ratings) warnOfSize(warn func(WarningKind, string, ...any), alpha float64) {
	prevalence, err := r.Share(1)
	if err != nil || alpha == 0 {
		return
	}
	needed, err := Plan{Alpha: alpha, Prevalence: prevalence}.Units()
	if err == nil && r.Pairable() < float64(needed) {
		warn(FewUnits, "%.0f units were rated by two coders or more; at a prevalence of %.1f %% an alpha of %.3g takes %d (Bloch & Kraemer 1989; Krippendorff 2018)",
			r.Pairable(), 100*prevalence, alpha, needed)
	}
}

// plain is a measure's value alone.
func (r *Ratings) plain(m Measure) Number {
	return newStudy(r, []Measure{m}).results[0].Value
}
