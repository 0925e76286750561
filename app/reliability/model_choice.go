package reliability

import (
	"encoding/json"
	"slices"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// Choice is what the sentence on top asks: who, where, over what, by which
// coefficient and with which interval. It is kept from one day to the next.
type Choice struct {
	// Round is a round's identity; "" takes the one closed last. It has no say
	// where all rounds stand beside each other.
	Round coding.RoundID `json:"round,omitempty"`
	// Against is a later round, in which the one coder named is compared with
	// what the same coder did in Round.
	Against coding.RoundID `json:"against,omitempty"`
	// Coders compared; none takes all of the round.
	Coders []coding.CoderID `json:"coders,omitempty"`
	// AllLooked counts, outside rounds, every source as looked at by everybody.
	AllLooked bool `json:"allLooked,omitempty"`
	// By divides the table; empty gives a row to each code, or to each theme.
	By compare.By `json:"by,omitempty"`
	// Themes counts themes in place of single codes.
	Themes bool `json:"themes,omitempty"`
	// Unit is what is counted.
	Unit compare.Unit `json:"unit"`
	// Weighted lets each source count alike where the unit is the character.
	Weighted bool `json:"weighted,omitempty"`
	// Overlap is the share that excerpts must have in common to match.
	Overlap float64 `json:"overlap"`
	// Measure is the headline's coefficient.
	Measure agreement.Measure `json:"measure"`
	// Method makes the intervals; Resample is what a bootstrap draws.
	Method   agreement.Method `json:"method"`
	Resample compare.Resample `json:"resample,omitempty"`
	// Level of the intervals, Replicates of the bootstrap and its Seed.
	Level      float64 `json:"level"`
	Replicates int     `json:"replicates"`
	Seed       uint64  `json:"seed"`
	// Precision is how exactly γ's chance is estimated.
	Precision float64 `json:"precision"`
}

// Usual is the choice that the screen begins with.
func Usual() Choice {
	return Choice{
		Unit: compare.Comment, Overlap: 0.5, Measure: agreement.KrippendorffAlphaNominal,
		Method: agreement.Bootstrap, Level: 0.95, Replicates: 2000, Seed: 7, Precision: 0.02,
	}
}

// String is the choice as text that ParseChoice reads.
func (c Choice) String() string {
	text, err := json.Marshal(c)
	if err != nil {
		return ""
	}
	return string(text)
}

// ParseChoice reads what String wrote; what can't be read is the usual choice.
func ParseChoice(text string) Choice {
	c := Usual()
	if json.Unmarshal([]byte(text), &c) != nil || !c.sound() {
		return Usual()
	}
	return c
}

// sound reports whether the choice can be asked: it may come from another version.
func (c Choice) sound() bool {
	methods := []agreement.Method{agreement.Analytic, agreement.Bootstrap, agreement.Jackknife, agreement.NoInterval}
	return slices.Contains(compare.Units(), c.Unit) && slices.Contains(methods, c.Method) &&
		c.Overlap > 0 && c.Overlap <= 1 && c.Level > 0 && c.Level < 1 && c.Replicates > 1 && c.Precision > 0 && c.Precision < 1
}

// Equal reports whether two choices ask the same.
func (c Choice) Equal(other Choice) bool { return c.String() == other.String() }

// fit is the choice with a coefficient and an interval that there are for the
// unit and so many coders.
func (c Choice) fit(coders int) Choice {
	if known := Measures(c.Unit, coders); !slices.Contains(known, c.Measure) {
		c.Measure = known[0]
	}
	if !slices.Contains(Methods(c.Unit), c.Method) {
		c.Method = agreement.Bootstrap
	}
	if c.Method != agreement.Bootstrap || c.Unit == compare.Continuum {
		c.Resample = compare.ResampleUnits
	}
	return c
}

// question is what is loaded for the choice, in some round.
func (c Choice) question(round coding.RoundID) compare.Question {
	q := compare.Question{
		Round: string(round), Against: string(c.Against), AllLooked: c.AllLooked,
		Unit: c.Unit, Weighted: c.Weighted, Overlap: c.Overlap, Described: true,
	}
	for _, id := range c.Coders {
		q.Coders = append(q.Coders, string(id))
	}
	return q
}

// request is what is computed for the choice, which fits.
func (c Choice) request(measures ...agreement.Measure) compare.Request {
	return compare.Request{
		Measures: measures, Themes: c.Themes, Resample: c.Resample,
		Confidence: agreement.Confidence{Level: c.Level, Method: c.Method, Replicates: c.Replicates, Seed: c.Seed},
	}
}

// codes are those that the rows are about, or that are taken together.
func (c Choice) codes(m *compare.Material) []coding.CodeID {
	if c.Themes {
		return m.Themes()
	}
	return m.Codes()
}
