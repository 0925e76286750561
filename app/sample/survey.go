package sample

import (
	"context"
	"errors"
	"fmt"

	"concord/coding"
	"concord/coding/tabular"
)

// importSurvey brings the export in, without those whose posting was too short.
func (b *builder) importSurvey(ctx context.Context) (err error) {
	table, err := tabular.Open(ctx, b.files, b.study.File, tabular.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, table.Close()) }()
	plan, err := table.Plan(ctx)
	if err != nil {
		return err
	}
	if err := plan.Where(table, b.study.Where); err != nil {
		return err
	}
	step, _, err := table.Import(ctx, b.lead, b.mint, plan, b.progress)
	if err != nil {
		return err
	}
	if _, err := b.lead.Do(ctx, step); err != nil {
		return err
	}
	return b.readSources(ctx)
}

// readSources notes where each comment went.
func (b *builder) readSources(ctx context.Context) error {
	cases := map[coding.CaseID]string{}
	for c, err := range b.lead.Cases(ctx) {
		if err != nil {
			return err
		}
		cases[c.ID] = c.Name
	}
	key := map[string]string{}
	for _, q := range b.study.Questions {
		key[q.Column] = q.Key
	}
	b.sources, b.texts = map[place]coding.Source{}, map[coding.SourceID]string{}
	for s, err := range b.lead.Sources(ctx, coding.SourceFilter{}) {
		if err != nil {
			return err
		}
		if key[s.Question] == "" || len(s.Cases) == 0 {
			return fmt.Errorf("comment %s answers the unknown question %q", s.Name, s.Question)
		}
		b.sources[place{cases[s.Cases[0]], key[s.Question]}] = s
	}
	for t, err := range b.lead.Texts(ctx, coding.SourceFilter{}) {
		if err != nil {
			return err
		}
		b.texts[t.Source] = t.Body
	}
	return nil
}
