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

// Compute answers a choice. It reads the project and may take seconds on a
// large one: it bumps the counter and stops with ctx. Program is named in the
// methods paragraph.
func Compute(ctx context.Context, r coding.Reader, choice Choice, program string, p *progress.Counter) (*Sheet, error) {
	rounds, err := coding.VisibleRounds(ctx, r)
	if err != nil {
		return nil, err
	}
	base, err := choice.base(ctx, r, rounds)
	if err != nil {
		return nil, err
	}
	question := choice.question(base)
	question.Progress = p
	material, err := compare.Load(ctx, r, question)
	if err != nil {
		return nil, err
	}
	s := &Sheet{
		Choice: choice.fit(len(material.Coders)), Rounds: rounds, Round: material.Round, Later: material.Later,
		Coders: material.Coders, Comments: len(material.Sources), Finished: material.Finished(),
		Threshold: 0.667, material: material,
	}
	if material.Round.Threshold > 0 {
		s.Threshold, s.ThresholdSet = material.Round.Threshold, true
	}
	if err := s.readOptions(ctx, r); err != nil {
		return nil, err
	}
	if len(material.Coders) < 2 {
		return s, nil
	}
	if err := s.count(ctx, r, program, p); err != nil {
		return nil, err
	}
	if s.Pairable == 0 {
		err = s.readDone(ctx, r)
		return s, err
	}
	if !s.Choice.perCode() {
		if err := s.divide(ctx, r, p); err != nil {
			return nil, err
		}
	}
	if err := s.comparePairs(ctx); err != nil {
		return nil, err
	}
	err = s.follow(ctx, r)
	return s, err
}

// base is the round that the headline is about: the one chosen, else the one
// closed last, else the one opened last; "" outside rounds.
func (c Choice) base(ctx context.Context, r coding.Reader, visible []coding.Round) (coding.RoundID, error) {
	if c.Round != "" && c.By != compare.ByRound {
		return c.Round, nil
	}
	if len(visible) == 0 {
		all, err := r.Rounds(ctx)
		if err == nil && len(all) > 0 {
			err = fmt.Errorf("%w: round %q is blind and still open; its codings can be compared once it is closed", coding.ErrForbidden, all[0].Name)
		}
		return "", err
	}
	last := visible[len(visible)-1]
	for _, round := range visible {
		if round.Closed && (!last.Closed || round.ClosedAt.After(last.ClosedAt)) {
			last = round
		}
	}
	return last.ID, nil
}

// readOptions reads what else the sentence could ask.
func (s *Sheet) readOptions(ctx context.Context, r coding.Reader) error {
	coders, err := r.Coders(ctx)
	if err != nil {
		return err
	}
	for _, c := range coders {
		if s.Round.Has(c.ID) {
			s.All = append(s.All, c)
		}
		took := 0
		for _, round := range s.Rounds {
			if round.Has(c.ID) {
				took++
			}
		}
		if took > 1 {
			s.Repeaters = append(s.Repeaters, c)
		}
	}
	if s.Round.ID == "" {
		s.All = s.Coders
	}
	attributes, err := r.Attributes(ctx)
	if err != nil {
		return err
	}
	for _, a := range attributes {
		s.Attributes = append(s.Attributes, a.Name)
	}
	return nil
}

// readDone counts what each coder has finished.
func (s *Sheet) readDone(ctx context.Context, r coding.Reader) error {
	s.Done = make([]int, len(s.Coders))
	if s.Round.ID == "" || s.Later.ID != "" {
		return nil
	}
	for d, err := range r.Done(ctx, coding.DoneFilter{Round: s.Round.ID}) {
		if err != nil {
			return err
		}
		if at := slices.IndexFunc(s.Coders, func(c coding.Coder) bool { return c.ID == d.Coder }); at >= 0 {
			s.Done[at]++
		}
	}
	return nil
}

// count makes the headline, the methods paragraph and, where the table is by
// code or theme, its rows.
func (s *Sheet) count(ctx context.Context, r coding.Reader, program string, p *progress.Counter) error {
	m := s.material
	measures := s.Choice.overall(len(m.Coders))
	wanted := slices.Clone(measures)
	for _, column := range s.Columns() {
		if !slices.Contains(wanted, column) {
			wanted = append(wanted, column)
		}
	}
	q := s.Choice.request(wanted...)
	q.Progress = p
	answer, err := m.Agreement(ctx, q)
	if err != nil {
		return err
	}
	s.Units, s.Pairable = answer.Units, answer.Pairable
	for _, row := range answer.Results {
		if row.Scope != compare.Overall {
			continue
		}
		if row.Measure != s.Choice.Measure {
			s.Beside = append(s.Beside, row.Result)
		}
	}
	s.Overall = headline(answer, s.Choice.Measure)
	for _, w := range answer.Warnings {
		s.Warnings = append(s.Warnings, Warning{About: last(w.Scope), Warning: w.Warning})
	}
	if s.Choice.perCode() {
		if err := s.rowsByCode(ctx, r, answer); err != nil {
			return err
		}
	}
	s.Methods, err = m.Describe(ctx, r, answer, program)
	return err
}

// rowsByCode makes a row of each code's results.
func (s *Sheet) rowsByCode(ctx context.Context, r coding.Reader, answer compare.Answer) error {
	queue, err := s.queue(ctx, r)
	if err != nil {
		return err
	}
	open := s.openByCode(queue)
	number := map[coding.CodeID]int{}
	for _, result := range answer.Results {
		if result.Scope == compare.Overall {
			continue
		}
		at, known := number[result.Code]
		if !known {
			at = len(s.Rows)
			number[result.Code] = at
			s.Rows = append(s.Rows, s.rowOf(result.Code, open[result.Code]))
		}
		s.Rows[at].take(result.Result, s.rowMeasure(), s.Columns())
	}
	slices.SortStableFunc(s.Rows, func(a, b Row) int { return Worse(a.Headline, b.Headline) })
	return nil
}

// rowOf is a code's row without its coefficients.
func (s *Sheet) rowOf(id coding.CodeID, open int) Row {
	m := s.material
	code, _ := m.Book.Code(id)
	row := Row{Name: code.Name, Path: m.Book.Path(id), Code: code, Open: open, of: m}
	if m.Unit.Rated() {
		if table, err := m.Presence(id); err == nil {
			if share, err := table.Share(1); err == nil {
				row.Prevalence = agreement.Known(share)
			}
		}
	}
	return row
}

// take puts a result in its place in the row.
func (r *Row) take(result agreement.Result, headline agreement.Measure, columns []agreement.Measure) {
	if result.Measure == headline {
		r.Headline, r.Units = result, result.N
		return
	}
	if r.Beside == nil {
		r.Beside = make([]agreement.Result, len(columns))
		for i, m := range columns {
			r.Beside[i].Measure = m
		}
	}
	if at := slices.Index(columns, result.Measure); at >= 0 {
		r.Beside[at] = result
	}
}

// last is what a scope names: the code of "code:Theme/Code".
func last(scope string) string {
	_, path, found := strings.Cut(scope, ":")
	if !found {
		return ""
	}
	return path[strings.LastIndex(path, coding.PathSeparator)+1:]
}
