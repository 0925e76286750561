package reliability

import (
	"context"
	"slices"
	"strings"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
	"concord/coding/progress"
)

// Compute answers a choice. It reads the project and may take seconds on a
// large one: it bumps the counter and stops with ctx. Program is named in the
// methods paragraph.
func Compute(ctx context.Context, r coding.Reader, choice Choice, program string, p *progress.Counter) (*Sheet, error) {
	rounds, err := coding.VisibleRounds(ctx, r)
	if err != nil {
		return nil, err
	}
	material, err := compare.Load(ctx, r, choice.question(choice.Round))
	if err != nil {
		return nil, err
	}
	sheet := &Sheet{
		Choice: choice, Rounds: rounds, Round: material.Round, Coders: material.Coders, All: material.Coders,
		Comments: len(material.Sources), Finished: material.Finished(),
		Threshold: 0.667,
	}
	if len(choice.Coders) > 0 {
		if sheet.All, err = assigned(ctx, r, material.Round); err != nil {
			return nil, err
		}
	}
	if material.Round.Threshold > 0 {
		sheet.Threshold, sheet.ThresholdSet = material.Round.Threshold, true
	}
	if len(material.Coders) < 2 {
		return sheet, nil
	}
	if err := sheet.count(ctx, r, material, program, p); err != nil {
		return nil, err
	}
	if err := sheet.comparePairs(ctx, material); err != nil {
		return nil, err
	}
	err = sheet.follow(ctx, r)
	return sheet, err
}

// question is what is loaded for the choice, in some round.
func (c Choice) question(round coding.RoundID) compare.Question {
	q := compare.Question{Round: string(round), Unit: c.Unit, Weighted: c.Weighted, Described: true}
	for _, id := range c.Coders {
		q.Coders = append(q.Coders, string(id))
	}
	return q
}

// request is what is computed for the choice.
func (c Choice) request(measures ...agreement.Measure) compare.Request {
	q := compare.Request{Measures: measures, Themes: c.Themes}
	if c.Respondents {
		q.Resample = compare.ResampleRespondents
	}
	return q
}

// assigned are the coders of a round.
func assigned(ctx context.Context, r coding.Reader, round coding.Round) ([]coding.Coder, error) {
	coders, err := r.Coders(ctx)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(coders, func(c coding.Coder) bool { return !round.Has(c.ID) }), nil
}

// count makes the headline, the table and the methods paragraph.
func (s *Sheet) count(ctx context.Context, r coding.Reader, m *compare.Material, program string, p *progress.Counter) error {
	decisions, err := r.Decisions(ctx, m.Round.ID)
	if err != nil {
		return err
	}
	measures := []agreement.Measure{s.Choice.Measure, agreement.PercentAgreement, agreement.CohenKappa, agreement.GwetAC1}
	if len(m.Coders) != 2 {
		measures[2] = agreement.FleissKappa
	}
	q := s.Choice.request(measures...)
	q.Confidence = agreement.Confidence{Level: s.Choice.Level, Method: agreement.Bootstrap, Replicates: s.Choice.Replicates, Seed: s.Choice.Seed}
	q.Progress = p
	answer, err := m.Agreement(ctx, q)
	if err != nil {
		return err
	}
	s.Units = answer.Units
	s.Overall = answer.Results[0].Result
	for _, w := range answer.Warnings {
		s.Warnings = append(s.Warnings, Warning{About: last(w.Scope), Warning: w.Warning})
	}
	open := s.open(m, m.Disagreements(decisions))
	rows := answer.Results[len(measures):]
	for at := 0; at+len(measures) <= len(rows); at += len(measures) {
		row, err := s.row(m, rows[at:at+len(measures)])
		if err != nil {
			return err
		}
		row.Open = open[row.Code.ID]
		s.Rows = append(s.Rows, row)
	}
	slices.SortStableFunc(s.Rows, func(a, b Row) int { return Worse(a.Headline, b.Headline) })
	s.Methods, err = m.Describe(ctx, r, answer, program)
	return err
}

// open counts the disagreements behind each row that nobody has decided.
func (s *Sheet) open(m *compare.Material, queue []compare.Disagreement) map[coding.CodeID]int {
	open := map[coding.CodeID]int{}
	for _, d := range queue {
		if d.Decision != nil {
			continue
		}
		for _, code := range s.counted(m, d) {
			open[code]++
		}
	}
	return open
}

// counted are the rows that a disagreement counts in, each once.
func (s *Sheet) counted(m *compare.Material, d compare.Disagreement) []coding.CodeID {
	codes := d.Codes()
	if !s.Choice.Themes {
		return codes
	}
	for i, c := range codes {
		codes[i] = m.Book.Theme(c)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// row puts one code's results together with what its table of ratings tells.
func (s *Sheet) row(m *compare.Material, results []compare.Row) (Row, error) {
	code, _ := m.Book.Code(results[0].Code)
	row := Row{
		Code: code, Path: m.Book.Path(code.ID),
		Headline: results[0].Result, Percent: results[1].Result, Kappa: results[2].Result, AC1: results[3].Result,
	}
	row.Readings = row.Headline.Readings()
	table, err := m.Presence(code.ID)
	if err != nil {
		return row, err
	}
	if share, err := table.Share(1); err == nil {
		row.Prevalence = agreement.Known(share)
	}
	if len(m.Coders) == 2 {
		if c, err := table.Contingency(0, 1); err == nil {
			row.Contingency = &c
		}
	}
	return row, nil
}

// last is what a scope names: the code of "code:Theme/Code".
func last(scope string) string {
	_, path, found := strings.Cut(scope, ":")
	if !found {
		return ""
	}
	return path[strings.LastIndex(path, coding.PathSeparator)+1:]
}

func (s *Sheet) comparePairs(ctx context.Context, m *compare.Material) error {
	if len(m.Coders) < 3 {
		return nil
	}
	seats := map[coding.CoderID]int{}
	for i, c := range m.Coders {
		seats[c.ID] = i
	}
	for _, pair := range m.Pairs() {
		answer, err := pair.Agreement(ctx, s.Choice.request(s.Choice.Measure))
		if err != nil {
			return err
		}
		s.Pairs = append(s.Pairs, Pair{A: seats[pair.Coders[0].ID], B: seats[pair.Coders[1].ID], Result: answer.Results[0].Result})
	}
	return nil
}

// follow computes the headline for every round that may be seen.
func (s *Sheet) follow(ctx context.Context, r coding.Reader) error {
	everybody := s.Choice
	everybody.Coders = nil
	for _, round := range s.Rounds {
		material, err := compare.Load(ctx, r, everybody.question(round.ID))
		if err != nil {
			return err
		}
		point := Point{Round: round.Name}
		if len(material.Coders) > 1 {
			q := everybody.request(s.Choice.Measure)
			q.Resample = compare.ResampleUnits
			answer, err := material.Agreement(ctx, q)
			if err != nil {
				return err
			}
			point.Result = answer.Results[0].Result
		}
		s.Trend = append(s.Trend, point)
	}
	return nil
}
