package compare

import (
	"context"
	"fmt"
	"slices"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/progress"
)

// scoreContinuum answers with the coefficients over a continuum. Those of all
// codes together come first; the unitizing ones have no value where codes of
// one coder overlap, which is why each code is a continuum of its own as well.
func (m *Material) scoreContinuum(ctx context.Context, q Request) (score, error) {
	var s score
	if q.Resample == ResampleRespondents { // without it, sources are drawn
		q.Confidence.Clusters = m.clusters(q.Resample)
	}
	results, err := m.overContinuum(ctx, q)
	if err != nil {
		return s, err
	}
	byName := map[string]coding.CodeID{}
	for i, name := range m.paths(q.Codes) {
		byName[name] = q.Codes[i]
	}
	for _, r := range results {
		if code, ofOne := byName[r.Code]; ofOne && r.Code != "" {
			s.add(m.scope(code, q.Themes), code, r)
			continue
		}
		s.overall = append(s.overall, Row{Scope: Overall, Result: r})
	}
	s.units, s.pairable = m.stretch()
	if slices.Contains(q.Measures, agreement.AlphaU) || slices.Contains(q.Measures, agreement.AlphaUBinary) {
		err = m.scoreAlone(ctx, &s, q)
	}
	return s, err
}

// overContinuum are the coefficients of all codes together, and of each where a
// coefficient has one for each.
func (m *Material) overContinuum(ctx context.Context, q Request) (results []agreement.Result, err error) {
	var alphas, gammas []agreement.Measure
	for _, measure := range q.Measures {
		switch measure {
		case agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU, agreement.AlphaKU:
			alphas = append(alphas, measure)
		default:
			gammas = append(gammas, measure)
		}
	}
	whole, err := m.Continuum(q.Codes...)
	if err != nil {
		return nil, fmt.Errorf("agreement overall: %w", err)
	}
	if len(alphas) > 0 {
		if results, err = agreement.EstimateAlphas(ctx, whole, alphas, q.Confidence); err != nil {
			return nil, fmt.Errorf("agreement overall: %w", err)
		}
	}
	if len(gammas) > 0 {
		made, err := agreement.EstimateGamma(ctx, whole, gammas, q.sampling())
		if err != nil {
			return nil, fmt.Errorf("agreement overall: %w", err)
		}
		results = append(results, made...)
	}
	return results, nil
}

// scoreAlone adds alpha_u of each code as a continuum of its own.
func (m *Material) scoreAlone(ctx context.Context, s *score, q Request) error {
	for _, code := range q.Codes {
		own, err := m.Continuum(code)
		if err != nil {
			return fmt.Errorf("agreement on %q: %w", m.Book.Path(code), err)
		}
		results, err := agreement.EstimateAlphas(ctx, own, []agreement.Measure{agreement.AlphaU}, q.Confidence)
		if err != nil {
			return fmt.Errorf("agreement on %q: %w", m.Book.Path(code), err)
		}
		s.add(m.scope(code, q.Themes), code, results...)
		q.Progress.Add(1)
	}
	return nil
}

// stretch is the length of the continuum, and of what two coders looked at.
func (m *Material) stretch() (length, pairable int) {
	for place, own := range m.lengths {
		length += own
		if m.lookers(place) >= 2 {
			pairable += own
		}
	}
	return length, pairable
}

// sampling is how chance is sampled, told to whoever watches.
func (q Request) sampling() agreement.GammaSettings {
	settings := q.Gamma
	if settings.Progress == nil {
		settings.Progress = Telling(q.Progress)
	}
	return settings
}

// Telling has a counter follow the random continua that γ draws.
func Telling(counter *progress.Counter) func(done, total int) {
	told := 0
	return func(done, total int) {
		if told == 0 || done < told { // more may be drawn than was foreseen
			counter.Start("align random continua", total)
			told = 0
		}
		counter.Add(done - told)
		told = done
	}
}
