package report

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/picture"
	"concord/app/ui"
)

// chart is one of the report's charts, on the page and in files.
type chart struct {
	title, note, name string
	rows              []picture.Row
	write             func(to io.Writer, title string, rows []picture.Row) error
	// shown is the chart on the page, draw the same anew for a picture.
	shown, draw func() fyne.CanvasObject
}

// charts are those that there is something to draw in.
func (s *Screen) charts() []chart {
	if s.sheet == nil {
		return nil
	}
	var all []chart
	bars := func(title, name string, rows []picture.Row) {
		if len(rows) == 0 {
			return
		}
		draw := func() fyne.CanvasObject { return ui.NewBarChart(barRows(rows)) }
		all = append(all, chart{title: title, name: name, rows: rows, write: picture.Bars, shown: draw, draw: draw})
	}
	bars(lang.L("Themes and codes, by comments"), "themes", s.sheet.ThemeRows())
	if rows := s.sheet.ItemRows(); len(rows) > 0 {
		all = append(all, chart{
			title: lang.L("The questionnaire"), note: lang.L("Agreeing of those who answered, with a 95 % interval (Wilson 1927)."),
			name: "questionnaire", rows: rows, write: picture.Shares,
			shown: func() fyne.CanvasObject {
				return ui.NewTightCard(ui.NewSized(0, s.items.NaturalHeight(), s.items))
			},
			draw: func() fyne.CanvasObject {
				table := ui.NewDataTable(itemColumns(), func() int { return len(s.sheet.Items) }, s.itemCell)
				return ui.NewTightCard(ui.NewSized(0, table.NaturalHeight(), table))
			},
		})
	}
	bars(lang.L("Codes that occur together, by comments"), "codes-together", s.sheet.PairRows())
	return all
}

func barRows(rows []picture.Row) []ui.BarRow {
	bars := make([]ui.BarRow, len(rows))
	for i, r := range rows {
		bars[i] = ui.BarRow{Label: r.Label, Value: r.Value, Text: r.Text, Hex: r.Hex}
	}
	return bars
}
