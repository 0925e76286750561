package report

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/picture"
	"concord/app/ui"
)

// chart is one of the report's charts, on the page and in files.
type chart struct {
	title, note, name string
	drawn             *picture.Picture
	shown             func() fyne.CanvasObject
}

// charts are those that there is something to draw in.
func (s *Screen) charts() []chart {
	if s.sheet == nil {
		return nil
	}
	var all []chart
	bars := func(title, name string, rows []picture.Row) {
		if len(rows) > 0 {
			all = append(all, chart{title: title, name: name, drawn: picture.Bars(title, rows), shown: func() fyne.CanvasObject {
				return ui.NewBarChart(barRows(rows))
			}})
		}
	}
	words := s.shell.Words()
	bars(picture.ThemesTitle(words), "themes", picture.ThemeRows(s.sheet.Themes))
	if rows := picture.ItemRows(s.sheet.Items, words); len(rows) > 0 {
		title := picture.ItemsTitle(words)
		all = append(all, chart{
			title: title, note: lang.L("Agreeing of those who answered, with a 95 % interval (Wilson 1927)."),
			name: "questionnaire", drawn: picture.Shares(title, rows),
			shown: func() fyne.CanvasObject {
				return ui.NewTightCard(ui.NewSized(0, s.items.NaturalHeight(), s.items))
			},
		})
	}
	bars(picture.PairsTitle(words), "codes-together", picture.PairRows(s.sheet.Cooccurrence))
	return all
}

func barRows(rows []picture.Row) []ui.BarRow {
	bars := make([]ui.BarRow, len(rows))
	for i, r := range rows {
		bars[i] = ui.BarRow{Label: r.Label, Value: r.Value, Text: r.Text, Hex: r.Hex}
	}
	return bars
}
