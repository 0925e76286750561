package reliability

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
	"concord/coding/progress"
)

// divide makes a row for each part of the material, with what holds overall in it.
func (s *Sheet) divide(ctx context.Context, r coding.Reader, p *progress.Counter) error {
	if s.Choice.By == compare.ByRound {
		return s.rowsByRound(ctx, r, p)
	}
	parts, err := s.material.Parts(ctx, r, s.Choice.By)
	if err != nil {
		return err
	}
	queue, err := s.queue(ctx, r)
	if err != nil {
		return err
	}
	disputes := s.disputes(parts, queue)
	codes := s.Choice.codes(s.material)
	p.Start("compute agreement", len(parts))
	for i, part := range parts {
		row, err := s.rowOfPart(ctx, part, codes)
		if err != nil {
			return err
		}
		row.Disputes = disputes[i]
		row.Open = len(row.Disputes)
		s.Rows = append(s.Rows, row)
		p.Add(1)
	}
	return nil
}

// rowOfPart computes what holds overall in a part.
func (s *Sheet) rowOfPart(ctx context.Context, part compare.Part, codes []coding.CodeID) (Row, error) {
	row := Row{Name: partName(part.Scope), of: part.Of}
	row.Path = row.Name
	columns := s.Columns()
	q := s.Choice.request(append([]agreement.Measure{s.rowMeasure()}, columns...)...)
	q.Codes = codes
	answer, err := together(ctx, part.Of, q)
	if err != nil {
		return row, fmt.Errorf("%s: %w", row.Name, err)
	}
	for _, result := range answer.Results {
		if result.Scope == compare.Overall {
			row.take(result.Result, s.rowMeasure(), columns)
		}
	}
	row.Headline = headline(answer, s.rowMeasure())
	row.Units = answer.Pairable
	return row, nil
}

// partName is the part as a row names it: both coders, the source, the value.
func partName(scope string) string {
	kind, name, _ := strings.Cut(scope, ":")
	if kind == "pair" {
		return strings.Replace(name, "|", " – ", 1)
	}
	return name
}

// rowsByRound makes a row for every round that may be seen and in which two of
// the coders took part.
func (s *Sheet) rowsByRound(ctx context.Context, r coding.Reader, p *progress.Counter) error {
	p.Start("compute agreement", len(s.Rounds))
	for _, round := range s.Rounds {
		material, err := s.inRound(ctx, r, round)
		if err != nil {
			return err
		}
		p.Add(1)
		if material == nil {
			continue
		}
		row, err := s.rowOfPart(ctx, compare.Part{Scope: "round:" + round.Name, Of: material}, s.Choice.codes(material))
		if err != nil {
			return err
		}
		decisions, err := r.Decisions(ctx, round.ID)
		if err != nil {
			return err
		}
		row.Round, row.Open = round.ID, len(undecided(material.Disagreements(decisions)))
		s.Rows = append(s.Rows, row)
	}
	return nil
}

// inRound is what the coders did in some round; nil where not all of them, or
// fewer than two, took part.
func (s *Sheet) inRound(ctx context.Context, r coding.Reader, round coding.Round) (*compare.Material, error) {
	choice := s.Choice
	choice.Against = ""
	for _, id := range choice.Coders {
		if !round.Has(id) {
			return nil, nil
		}
	}
	material, err := compare.Load(ctx, r, choice.question(round.ID))
	if err != nil || len(material.Coders) < 2 {
		return nil, err
	}
	return material, nil
}

// comparePairs computes the headline for each two coders where there are more.
func (s *Sheet) comparePairs(ctx context.Context) error {
	if len(s.Coders) < 3 {
		return nil
	}
	seats := map[coding.CoderID]int{}
	for i, c := range s.Coders {
		seats[c.ID] = i
	}
	quick := s.Choice
	quick.Method, quick.Resample = agreement.NoInterval, compare.ResampleUnits
	for _, pair := range s.material.Pairs() {
		answer, err := together(ctx, pair, quick.request(s.Choice.Measure))
		if err != nil {
			return err
		}
		s.Pairs = append(s.Pairs, Pair{A: seats[pair.Coders[0].ID], B: seats[pair.Coders[1].ID], Result: headline(answer, s.Choice.Measure)})
	}
	return nil
}

// follow computes the headline for every round that may be seen.
func (s *Sheet) follow(ctx context.Context, r coding.Reader) error {
	if s.Later.ID != "" {
		return nil
	}
	for _, round := range s.Rounds {
		point := Point{Round: round.Name}
		at := slices.IndexFunc(s.Rows, func(row Row) bool { return row.Round == round.ID })
		switch {
		case round.ID == s.Round.ID:
			point.Result = s.Overall
		case at >= 0:
			point.Result = s.Rows[at].Headline
		default:
			material, err := s.inRound(ctx, r, round)
			if err != nil {
				return err
			}
			if material == nil {
				break
			}
			answer, err := together(ctx, material, s.Choice.fit(len(material.Coders)).request(s.Choice.Measure))
			if err != nil {
				return err
			}
			point.Result = headline(answer, s.Choice.Measure)
		}
		s.Trend = append(s.Trend, point)
	}
	return nil
}
