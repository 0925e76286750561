package compare

import (
	"context"
	"fmt"
	"slices"

	"concord/coding"
	"concord/coding/agreement"
)

// scoreOverall answers with what holds of all codes together and leaves out the
// rest. There may be as many parts of a divided answer as there are sources.
func (m *Material) scoreOverall(ctx context.Context, q Request) ([]Row, error) {
	defer q.Progress.Add(len(q.Codes))
	switch m.Unit {
	case ExcerptMatch:
		var pooled []finding
		for _, code := range q.Codes {
			pooled = append(pooled, m.findings(code)...)
		}
		return m.overFindings(ctx, pooled, q)
	case Continuum:
		results, err := m.overContinuum(ctx, q)
		var rows []Row
		for _, r := range results {
			if r.Code == "" {
				rows = append(rows, Row{Scope: Overall, Result: r})
			}
		}
		return rows, err
	}
	q.Confidence.Clusters = m.rowClusters(q.Resample)
	tables, err := m.presences(q)
	if err != nil {
		return nil, err
	}
	return m.overall(ctx, tables, q)
}

// AgreementOverall answers with what holds of all codes together, and leaves
// out what is said of each: of a part among many that is all that is told.
func (m *Material) AgreementOverall(ctx context.Context, q Request) (Answer, error) {
	answer, err := m.answer()
	if err != nil {
		return answer, err
	}
	if q, err = m.complete(q); err != nil {
		return answer, err
	}
	answer.hold(q, m)
	answer.Units, answer.Pairable = m.size(q)
	if answer.Results, err = m.scoreOverall(ctx, q); err != nil {
		return answer, err
	}
	answer.judge()
	return answer, nil
}

// presences rate every unit by each code. Codes that nobody gave are told apart
// from each other by nothing, so that one table stands for all of them.
func (m *Material) presences(q Request) ([]*agreement.Ratings, error) {
	whole := !slices.ContainsFunc(m.looked, func(l looked) bool { return !l.all && l.any() })
	used := m.used()
	tables := make([]*agreement.Ratings, len(q.Codes))
	var absent *agreement.Ratings
	for i, code := range q.Codes {
		given := len(used) > 0 && slices.ContainsFunc(m.Book.Under(code), func(id coding.CodeID) bool { return used[id] })
		if whole && !given && absent != nil {
			tables[i] = absent
			continue
		}
		table, err := m.Presence(code)
		if err != nil {
			return nil, fmt.Errorf("agreement on %q: %w", m.Book.Path(code), err)
		}
		tables[i] = table
		if whole && !given {
			absent = table
		}
	}
	return tables, nil
}
