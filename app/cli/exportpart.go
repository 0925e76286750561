package cli

import (
	"context"
	"time"

	"concord/app/picture"
	"concord/app/wordbook"
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

// studyPart reads one of them, themes divided by an attribute, in the language of
// the words.
func (p *project) studyPart(ctx context.Context, what, by string, words *wordbook.Book, chosen report.Selection) (part studyPart, err error) {
	project, err := p.Project(ctx)
	if err != nil {
		return part, err
	}
	part.table = &report.Study{Project: project.Name, Date: time.Now(), Sample: project.Sample, Words: words}
	switch what {
	case "themes":
		themes, err := report.ReadThemes(ctx, p, by, chosen)
		if err != nil {
			return part, err
		}
		part.table.Title, part.table.Themes = words.Say("Themes and codes"), []*report.Themes{themes}
		part.chart = picture.Bars(picture.ThemesTitle(words), picture.ThemeRows(themes))
	case "items":
		part.table.Title = words.Say("Questionnaire")
		if part.table.Items, err = report.ReadItems(ctx, p, chosen.Where...); err != nil {
			return part, err
		}
		part.chart = picture.Shares(picture.ItemsTitle(words), picture.ItemRows(part.table.Items, words))
	default:
		part.table.Title = words.Say("Codes that occur together")
		if part.table.Cooccurrence, err = report.ReadCooccurrence(ctx, p, chosen); err != nil {
			return part, err
		}
		part.chart = picture.Bars(picture.PairsTitle(words), picture.PairRows(part.table.Cooccurrence))
	}
	return part, nil
}
