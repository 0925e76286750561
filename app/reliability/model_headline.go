package reliability

import (
	"context"
	"fmt"

	"concord/coding/agreement"
	"concord/coding/compare"
)

// headline is the value of a measure over all codes together. The unitizing α of
// codes that overlap has none: each code is then a continuum of its own, and the
// headline is their mean, without an interval.
func headline(a compare.Answer, m agreement.Measure) agreement.Result {
	var whole agreement.Result
	var own []agreement.Result
	for _, row := range a.Results {
		switch {
		case row.Measure != m:
		case row.Scope == compare.Overall:
			whole = row.Result
		case row.Value.Known():
			own = append(own, row.Result)
		}
	}
	if m != agreement.AlphaU || whole.Value.Known() || len(own) == 0 {
		return whole
	}
	total := 0.0
	for _, r := range own {
		value, _ := r.Value.Float64()
		total += value
	}
	return agreement.Result{
		Measure: m, N: whole.N, Pairable: whole.Pairable, Coders: whole.Coders, Categories: len(own),
		Value:  agreement.Known(total / float64(len(own))),
		Reason: fmt.Sprintf("codes overlap, so each is a continuum of its own: this is the mean of %d, which has no interval", len(own)),
	}
}

// together answers with what a headline is made of: along the continuum that may
// be what holds of each code.
func together(ctx context.Context, m *compare.Material, q compare.Request) (compare.Answer, error) {
	if m.Unit == compare.Continuum {
		return m.Agreement(ctx, q)
	}
	return m.AgreementOverall(ctx, q)
}
