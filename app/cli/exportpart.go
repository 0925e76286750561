package cli

import (
	"context"
	"time"

	"concord/app/picture"
	"concord/coding/report"
)

// studyPart is a part of the report that is also written alone: as a chart, or
// as a table.
type studyPart struct {
	chart *picture.Picture
	table *report.Study
}

// studyParts are those parts, by their names in --what.
func studyParts() []string { return []string{"themes", "items", "cooccurrence"} }

// studyPart reads one of them, themes divided by an attribute.
func (p *project) studyPart(ctx context.Context, what, by string, chosen report.Selection) (part studyPart, err error) {
	project, err := p.Project(ctx)
	if err != nil {
		return part, err
	}
	part.table = &report.Study{Project: project.Name, Date: time.Now(), Sample: project.Sample}
	switch what {
	case "themes":
		themes, err := report.ReadThemes(ctx, p, by, chosen)
		if err != nil {
			return part, err
		}
		part.table.Title, part.table.Themes = "Themes and codes", []*report.Themes{themes}
		part.chart = picture.Bars("Themes and codes, by comments", picture.ThemeRows(themes))
	case "items":
		part.table.Title = "Questionnaire"
		if part.table.Items, err = report.ReadItems(ctx, p, chosen.Where...); err != nil {
			return part, err
		}
		part.chart = picture.Shares("The questionnaire", picture.ItemRows(part.table.Items, nil))
	default:
		part.table.Title = "Codes that occur together"
		if part.table.Cooccurrence, err = report.ReadCooccurrence(ctx, p, chosen); err != nil {
			return part, err
		}
		part.chart = picture.Bars("Codes that occur together, by comments", picture.PairRows(part.table.Cooccurrence))
	}
	return part, nil
}
