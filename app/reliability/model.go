package reliability

import (
	"cmp"
	"context"
	"slices"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
	"concord/coding/progress"
)

// Choice is what the sentence on top asks: who, where, by which coefficient.
type Choice struct {
	// Round is a round's identity; "" takes what package compare would.
	Round coding.RoundID
	// Coders compared; none takes all of the round.
	Coders []coding.CoderID
	// Measure is the headline's coefficient.
	Measure agreement.Measure
	// Themes counts themes in place of single codes.
	Themes bool
	// Level of the intervals, Replicates of the bootstrap and its Seed.
	Level      float64
	Replicates int
	Seed       uint64
}

// Usual is the choice that the screen begins with.
func Usual() Choice {
	return Choice{Measure: agreement.KrippendorffAlphaNominal, Level: 0.95, Replicates: 2000, Seed: 7}
}

// Measures are the coefficients that the sentence offers for some number of coders.
func Measures(coders int) []agreement.Measure {
	measures := []agreement.Measure{agreement.KrippendorffAlphaNominal, agreement.GwetAC1, agreement.FleissKappa, agreement.BrennanPrediger, agreement.PercentAgreement}
	if coders == 2 {
		measures = slices.Insert(measures, 1, agreement.CohenKappa, agreement.ScottPi)
	}
	return measures
}

// Sheet is everything that the screen shows for one choice.
type Sheet struct {
	Choice Choice
	// Rounds are those that may be chosen: not hidden from the viewer.
	Rounds []coding.Round
	// Round is empty for codings outside rounds.
	Round coding.Round
	// Coders are those compared; All are those who could be.
	Coders, All []coding.Coder
	Units       int
	Finished    int
	Overall     agreement.Result
	Rows        []Row
	Pairs       []Pair
	Trend       []Point
	// Threshold is what was set before the round, or .667 where nothing was.
	Threshold    float64
	ThresholdSet bool
	Warnings     []Warning
}

// Row is one code's line of the table.
type Row struct {
	Code       coding.Code
	Path       string
	Prevalence agreement.Number
	Percent    agreement.Result
	Headline   agreement.Result
	Kappa      agreement.Result
	AC1        agreement.Result
	// Open counts the disagreements about the code that nobody has decided.
	Open        int
	Contingency *agreement.Contingency
	Readings    []agreement.Reading
}

// Pair is how far two coders agree.
type Pair struct {
	A, B   int
	Result agreement.Result
}

// Point is a round's place in the course of agreement over rounds.
type Point struct {
	Round  string
	Result agreement.Result
}

// Warning is something to know about a code's number.
type Warning struct {
	Code string
	agreement.Warning
}

// Compute answers a choice. It reads the project and may take seconds on a
// large one: it bumps the counter and stops with ctx.
func Compute(ctx context.Context, r coding.Reader, choice Choice, p *progress.Counter) (*Sheet, error) {
	rounds, err := visible(ctx, r)
	if err != nil {
		return nil, err
	}
	question := compare.Question{Round: string(choice.Round)}
	for _, id := range choice.Coders {
		question.Coders = append(question.Coders, string(id))
	}
	material, err := compare.Load(ctx, r, question)
	if err != nil {
		return nil, err
	}
	everybody, err := compare.Load(ctx, r, compare.Question{Round: string(choice.Round)})
	if err != nil {
		return nil, err
	}
	sheet := &Sheet{
		Choice: choice, Rounds: rounds, Round: material.Round, Coders: material.Coders, All: everybody.Coders,
		Units: len(material.Sources), Finished: material.Finished(),
		Threshold: 0.667,
	}
	if material.Round.Threshold > 0 {
		sheet.Threshold, sheet.ThresholdSet = material.Round.Threshold, true
	}
	if len(material.Coders) < 2 {
		return sheet, nil
	}
	if err := sheet.count(ctx, r, material, p); err != nil {
		return nil, err
	}
	if err := sheet.comparePairs(ctx, material); err != nil {
		return nil, err
	}
	err = sheet.follow(ctx, r)
	return sheet, err
}

// visible are the rounds that the viewer may compare.
func visible(ctx context.Context, r coding.Reader) ([]coding.Round, error) {
	rounds, err := r.Rounds(ctx)
	if err != nil {
		return nil, err
	}
	coders, err := r.Coders(ctx)
	if err != nil {
		return nil, err
	}
	me, _ := coding.FindCoder(coders, string(r.Viewer()))
	return slices.DeleteFunc(rounds, func(round coding.Round) bool { return round.HiddenFrom(me) }), nil
}

func (s *Sheet) confidence(p *progress.Counter) agreement.Confidence {
	c := agreement.Confidence{Level: s.Choice.Level, Method: agreement.Bootstrap, Replicates: s.Choice.Replicates, Seed: s.Choice.Seed}
	if p != nil {
		last := 0
		c.Progress = func(done, _ int) {
			if done < last {
				last = 0
			}
			p.Add(done - last)
			last = done
		}
	}
	return c
}

// count makes the headline and the table.
func (s *Sheet) count(ctx context.Context, r coding.Reader, m *compare.Material, p *progress.Counter) error {
	codes := s.codes(m)
	p.Start("compute agreement", s.Choice.Replicates*(len(codes)+1))
	decisions, err := r.Decisions(ctx, m.Round.ID)
	if err != nil {
		return err
	}
	open := map[coding.CodeID]int{}
	for _, d := range m.Disagreements(decisions) {
		if d.Decision != nil {
			continue
		}
		for _, code := range s.counted(m, d) {
			open[code]++
		}
	}
	var tables []*agreement.Ratings
	for _, id := range codes {
		table, err := m.Presence(id)
		if err != nil {
			return err
		}
		tables = append(tables, table)
		row, err := s.row(ctx, m, id, table, p)
		if err != nil {
			return err
		}
		row.Open = open[id]
		s.Rows = append(s.Rows, row)
	}
	slices.SortStableFunc(s.Rows, func(a, b Row) int { return Worse(a.Headline, b.Headline) })
	s.Overall, err = agreement.Mean(ctx, tables, s.Choice.Measure, s.confidence(p))
	return err
}

// codes are the rows of the table.
func (s *Sheet) codes(m *compare.Material) []coding.CodeID {
	if !s.Choice.Themes {
		return m.Codes()
	}
	var themes []coding.CodeID
	for _, c := range m.Book.Children("") {
		themes = append(themes, c.ID)
	}
	return themes
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

func (s *Sheet) row(ctx context.Context, m *compare.Material, id coding.CodeID, table *agreement.Ratings, p *progress.Counter) (Row, error) {
	code, _ := m.Book.Code(id)
	row := Row{Code: code, Path: m.Book.Path(id)}
	measures := []agreement.Measure{s.Choice.Measure, agreement.PercentAgreement, agreement.CohenKappa, agreement.GwetAC1}
	if len(m.Coders) != 2 {
		measures[2] = agreement.FleissKappa
	}
	results, err := agreement.Estimate(ctx, table, measures, s.confidence(p))
	if err != nil {
		return row, err
	}
	row.Headline, row.Percent, row.Kappa, row.AC1 = results[0], results[1], results[2], results[3]
	row.Readings = row.Headline.Readings()
	if share, err := table.Share(1); err == nil {
		row.Prevalence = agreement.Known(share)
	}
	if len(m.Coders) == 2 {
		if c, err := table.Contingency(0, 1); err == nil {
			row.Contingency = &c
		}
	}
	for _, w := range table.Warnings(agreement.Concerns{Alpha: 0.8}) {
		s.Warnings = append(s.Warnings, Warning{Code: code.Name, Warning: w})
	}
	return row, nil
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
		answer, err := pair.Agreement(ctx, compare.Request{Measures: []agreement.Measure{s.Choice.Measure}, Codes: s.codes(m)})
		if err != nil {
			return err
		}
		s.Pairs = append(s.Pairs, Pair{A: seats[pair.Coders[0].ID], B: seats[pair.Coders[1].ID], Result: answer.Results[0].Result})
	}
	return nil
}

// follow computes the headline for every round that may be seen.
func (s *Sheet) follow(ctx context.Context, r coding.Reader) error {
	for _, round := range s.Rounds {
		material, err := compare.Load(ctx, r, compare.Question{Round: string(round.ID)})
		if err != nil {
			return err
		}
		point := Point{Round: round.Name}
		if len(material.Coders) > 1 {
			answer, err := material.Agreement(ctx, compare.Request{Measures: []agreement.Measure{s.Choice.Measure}, Codes: s.codes(material)})
			if err != nil {
				return err
			}
			point.Result = answer.Results[0].Result
		}
		s.Trend = append(s.Trend, point)
	}
	return nil
}

// Below are the codes whose interval's lower bound doesn't reach the threshold,
// or that have none, the worst first.
func (s *Sheet) Below() []string {
	var names []string
	for _, row := range s.Rows {
		if low, known := row.Headline.Low.Float64(); !known || low < s.Threshold {
			names = append(names, row.Code.Name)
		}
	}
	return names
}

// Remarks are the warnings, those about too few units gathered into the names
// of the codes that they are about.
func (s *Sheet) Remarks() (few []string, rest []Warning) {
	for _, w := range s.Warnings {
		if w.Kind == agreement.FewUnits {
			few = append(few, w.Code)
			continue
		}
		rest = append(rest, w)
	}
	return few, rest
}

// Reached reports whether the headline's lower bound is at the threshold or above.
func (s *Sheet) Reached() bool {
	low, known := s.Overall.Low.Float64()
	return known && low >= s.Threshold
}

// Worse orders results from the lowest value up; undefined ones come first.
func Worse(a, b agreement.Result) int {
	x, xKnown := a.Value.Float64()
	y, yKnown := b.Value.Float64()
	switch {
	case !xKnown && !yKnown:
		return 0
	case !xKnown:
		return -1
	case !yKnown:
		return 1
	}
	return cmp.Compare(x, y)
}
