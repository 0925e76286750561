package report

import (
	"context"
	"errors"
	"fmt"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
	"concord/coding/report/paper"
)

// Agreement is what a report says of how far its coders agreed.
type Agreement struct {
	Round   coding.Round // none where the codings are outside rounds
	Coders  []coding.Coder
	Overall agreement.Result // the mean of the codes
	Methods compare.Methods
	Table   *paper.Table // a row a code
}

// ReadAgreement compares the coders of the round selected, if it is one, and
// else of the latest. It is nil where nothing can be compared, or the reader may
// not see it yet.
func ReadAgreement(ctx context.Context, r coding.Reader, chosen Selection) (*Agreement, error) {
	var q compare.Question
	if len(chosen.Rounds) == 1 {
		q.Round = string(chosen.Rounds[0])
	}
	material, err := compare.Load(ctx, r, q)
	switch {
	case errors.Is(err, coding.ErrForbidden), errors.Is(err, coding.ErrInvalid):
		return nil, nil
	case err != nil:
		return nil, err
	case len(material.Coders) < 2 || material.Finished() == 0:
		return nil, nil
	}
	measures := []agreement.Measure{agreement.KrippendorffAlphaNominal, agreement.PercentAgreement, agreement.GwetAC1}
	answer, err := material.Agreement(ctx, compare.Request{Measures: measures})
	if err != nil {
		return nil, err
	}
	methods, err := material.Describe(ctx, r, answer, chosen.Program)
	if err != nil {
		return nil, err
	}
	told := &Agreement{
		Round: material.Round, Coders: material.Coders, Methods: methods, Table: tongue{chosen.Words}.agreementTable(material, answer, len(measures)),
	}
	for _, result := range answer.Results {
		if result.Code == "" && result.Measure == agreement.KrippendorffAlphaNominal {
			told.Overall = result.Result
		}
	}
	return told, nil
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
