package reliability

import (
	"context"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
	"concord/coding/progress"
)

// Joint is γ: how far coders agree in places and codes at once, by the best
// alignment of their excerpts. It may take long, so it is computed on request.
type Joint struct {
	Gamma, Cat agreement.Result
	// Codes are γ of each code.
	Codes map[coding.CodeID]agreement.Result
}

// Align computes γ for what the sheet is about, to the choice's precision.
func (s *Sheet) Align(ctx context.Context, p *progress.Counter) (*Joint, error) {
	q := s.Choice.request(agreement.Gamma, agreement.GammaCat, agreement.GammaK)
	done := 0
	q.Gamma = agreement.GammaSettings{Seed: s.Choice.Seed, Precision: s.Choice.Precision, Progress: func(now, total int) {
		if of := p.Snapshot().Total; of != total {
			p.Start("align random continua", total)
			done = 0
		}
		p.Add(now - done)
		done = now
	}}
	answer, err := s.material.Agreement(ctx, q)
	if err != nil {
		return nil, err
	}
	j := &Joint{Codes: map[coding.CodeID]agreement.Result{}}
	for _, r := range answer.Results {
		switch {
		case r.Scope != compare.Overall:
			j.Codes[r.Code] = r.Result
		case r.Measure == agreement.Gamma:
			j.Gamma = r.Result
		default:
			j.Cat = r.Result
		}
	}
	return j, nil
}
