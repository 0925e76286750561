package agreement

import (
	"fmt"
	"math"
)

// Reading is what one author would call a coefficient of that size. It is
// never a verdict: authors differ, and so do the uses of the data.
type Reading struct {
	Words  string `json:"words"`
	Source string `json:"source"`
}

// band is a stretch of values that has a name.
type band struct {
	from  float64
	words string
}

func landisKoch() []band {
	return []band{
		{0.8, "almost perfect"},
		{0.6, "substantial"},
		{0.4, "moderate"},
		{0.2, "fair"},
		{0, "slight"},
		{math.Inf(-1), "poor"},
	}
}

// Readings are what the benchmarks of the field say of the result; none where
// it has no value or isn't corrected for chance.
func (r Result) Readings() []Reading {
	value, known := r.Value.Float64()
	d, _ := r.Measure.definition()
	if !known || d.chance == noChance || d.chance == twoCoderDecisions {
		return nil
	}
	var readings []Reading
	if d.chance == coincidences {
		readings = append(readings, Reading{krippendorffWords(value), "Krippendorff 2018"})
	} else {
		readings = append(readings, Reading{landisKochWords(value), "Landis & Koch 1977"})
	}
	if se, known := r.SE.Float64(); known {
		readings = append(readings, Reading{gwetWords(value, se), "Gwet 2014"})
	}
	return readings
}

func krippendorffWords(value float64) string {
	switch {
	case value >= 0.8:
		return "reliable"
	case value >= 0.667:
		return "good enough for tentative conclusions"
	}
	return "not to be relied on"
}

// landisKochWords names the band; a band holds its upper end, as .80 is substantial.
func landisKochWords(value float64) string {
	for _, b := range landisKoch() {
		if value > b.from || (b.from == 0 && value == 0) {
			return b.words
		}
	}
	return "poor"
}

// gwetWords is the highest band of Landis & Koch that the coefficient reaches
// with a probability of 95 percent, given its standard error (Gwet 2014, ch. 6).
func gwetWords(value, se float64) string {
	const sure = 0.95
	if se == 0 {
		return landisKochWords(value) + " or better, for sure"
	}
	share := func(x float64) float64 { return math.Erfc(-x/math.Sqrt2) / 2 }
	whole := share((1-value)/se) - share((-1-value)/se)
	for _, b := range landisKoch() {
		above := (share((1-value)/se) - share((math.Max(-1, b.from)-value)/se)) / whole
		if above >= sure && !math.IsInf(b.from, -1) {
			return fmt.Sprintf("%s or better, with 95 %% certainty", b.words)
		}
	}
	return "poor"
}
