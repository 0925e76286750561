package report

import (
	"context"
	"fmt"
	"strings"
	"time"

	"concord/coding"
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
	agreed, err := ReadAgreement(ctx, r, s)
	if err != nil {
		return nil, err
	}
	if agreed != nil {
		study.Agreement = []*paper.Table{agreed.Table}
		study.Methods = []string{agreed.Methods.Text, "Sources: " + strings.Join(agreed.Methods.Sources, " ")}
	}
	study.Book, err = ReadBook(ctx, r, date, s)
	return study, err
}
