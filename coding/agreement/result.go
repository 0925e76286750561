package agreement

// Method is the way in which an interval was made.
type Method string

// The ways of making an interval. The empty method is Analytic.
const (
	// Analytic intervals come from a formula for the standard error.
	Analytic Method = "analytic"
	// Bootstrap intervals are percentiles over resampled units.
	Bootstrap Method = "bootstrap"
	// Jackknife intervals leave out one unit at a time; they serve small tables.
	Jackknife Method = "jackknife"
	// NoInterval asks for the value alone.
	NoInterval Method = "none"
)

// Result is a measure on a table: its value or the reason why it has none, and
// how sure one can be of it.
type Result struct {
	Measure Measure `json:"measure"`
	// Code is the code that the result is about, where the measure has one for each.
	Code  string `json:"code,omitempty"`
	Value Number `json:"value"`
	// Reason says why Value is nothing, or else why the interval is.
	Reason string `json:"reason,omitempty"`
	SE     Number `json:"se"`
	Low    Number `json:"low"`
	High   Number `json:"high"`
	// Level is the confidence of the interval, such as 0.95.
	Level  float64 `json:"level,omitempty"`
	Method Method  `json:"method,omitempty"`
	// Replicates is how many bootstrap replicates had a value, out of Drawn.
	Replicates int    `json:"replicates,omitempty"`
	Drawn      int    `json:"drawn,omitempty"`
	Seed       uint64 `json:"seed,omitempty"`
	// N is the number of units that at least one coder rated, Pairable of those
	// that at least two rated. On a continuum N is the number of segments,
	// Pairable of those in sources that two coders or more looked at.
	N          int `json:"n"`
	Pairable   int `json:"pairable"`
	Coders     int `json:"coders"`
	Categories int `json:"categories"`
	// Observed and Expected agreement make the value: (o − e)/(1 − e). Measures
	// that don't correct for chance have no expected agreement.
	Observed Number `json:"observed"`
	Expected Number `json:"expected"`
	// Coverage is the share of the continuum at which segments of different
	// coders meet, which is all that alpha_cu and alpha_ku speak of.
	Coverage Number `json:"coverage,omitzero"`
	// Sampling is how a gamma's chance was estimated; nil for other measures.
	Sampling *Sampling `json:"sampling,omitempty"`
}

// Err is nil where the result has a value, and otherwise an *Undefined with the reason.
func (r Result) Err() error {
	if r.Value.Known() {
		return nil
	}
	return &Undefined{Reason: r.Reason}
}
