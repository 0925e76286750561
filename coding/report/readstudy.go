package report

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
	"concord/coding/report/paper"
)

// ReadStudy puts the whole report together: themes, divided by the attribute if
// one is named, the scaled items, agreement where two coders finished something
// that the reader may compare, and the codebook as an appendix.
func ReadStudy(ctx context.Context, r coding.Reader, date time.Time, attribute string, s Selection) (*Study, error) {
	project, err := r.Project(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the report: %w", err)
	}
	study := &Study{Project: project.Name, Date: date, Sample: project.Sample, Words: s.Words}
	themes, err := ReadThemes(ctx, r, attribute, s)
	if err != nil {
		return nil, err
	}
	study.Themes = []*Themes{themes}
	if study.Cooccurrence, err = ReadCooccurrence(ctx, r, s); err != nil {
		return nil, err
	}
	if study.Items, err = ReadItems(ctx, r, s.Where...); err != nil {
		return nil, err
	}
	if err := study.readAgreement(ctx, r, s); err != nil {
		return nil, err
	}
	study.Book, err = ReadBook(ctx, r, date, s)
	return study, err
}

// readAgreement adds the table of coefficients per code, and the paragraph that
// says how they were come by: of the round selected, if it is one. Nothing is added where nothing can be compared, or
// the reader may not.
func (s *Study) readAgreement(ctx context.Context, r coding.Reader, chosen Selection) error {
	var q compare.Question
	if len(chosen.Rounds) == 1 {
		q.Round = string(chosen.Rounds[0])
	}
	material, err := compare.Load(ctx, r, q)
	switch {
	case errors.Is(err, coding.ErrForbidden), errors.Is(err, coding.ErrInvalid):
		return nil
	case err != nil:
		return err
	case len(material.Coders) < 2 || material.Finished() == 0:
		return nil
	}
	measures := []agreement.Measure{agreement.KrippendorffAlphaNominal, agreement.PercentAgreement, agreement.GwetAC1}
	answer, err := material.Agreement(ctx, compare.Request{Measures: measures})
	if err != nil {
		return err
	}
	methods, err := material.Describe(ctx, r, answer, chosen.Program)
	if err != nil {
		return err
	}
	s.Agreement = []*paper.Table{tongue{s.Words}.agreementTable(material, answer, len(measures))}
	s.Methods = []string{methods.Text, "Sources: " + strings.Join(methods.Sources, " ")}
	return nil
}

// agreementTable sets an answer of some measures a code, the headline first.
func (t tongue) agreementTable(m *compare.Material, answer compare.Answer, measures int) *paper.Table {
	caption := t.say("Agreement in codings outside rounds")
	if m.Round.ID != "" {
		caption = t.say("Agreement in %s", m.Round.Name)
	}
	table := &paper.Table{
		Caption: caption,
		Columns: []paper.Column{
			{Head: t.say("Code"), Width: 30},
			{Head: "α", Width: 8, Figures: true},
			{Head: t.say("95 %% interval"), Width: 14, Figures: true},
			{Head: t.say("%% agreement"), Width: 10, Figures: true},
			{Head: "AC1", Width: 8, Figures: true},
		},
		Note: t.say("%d comments, %d finished by two coders or more. The unit is the comment; α is Krippendorff's (nominal), with an analytic interval. Where a number is missing, the ratings don't vary.",
			answer.Units, answer.Pairable),
	}
	for at := 0; at+measures <= len(answer.Results); at += measures {
		group := answer.Results[at : at+measures]
		name := t.say("Mean of the codes")
		if code, ok := m.Book.Code(group[0].Code); ok {
			name = code.Name
		}
		span := "–"
		if group[0].Low.Known() {
			span = t.say("%s to %s", t.figure(group[0].Low.String()), t.figure(group[0].High.String()))
		}
		percent := "–"
		if share, known := group[1].Value.Float64(); known {
			percent = t.figure(fmt.Sprintf("%.1f", 100*share))
		}
		table.Rows = append(table.Rows, paper.Row{
			Strong: group[0].Code == "",
			Cells:  []string{name, t.figure(group[0].Value.String()), span, percent, t.figure(group[2].Value.String())},
		})
	}
	return table
}
