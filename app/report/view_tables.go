package report

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"concord/app/picture"
	"concord/app/ui"
	"concord/coding/report"
)

// rows are the theme table's, with what has any code, and all, at its foot.
func (s *Screen) rows() []report.ThemeRow {
	if s.sheet == nil {
		return nil
	}
	any_, all := s.sheet.Themes.Any, s.sheet.Themes.All
	any_.Code, all.Code = lang.L("Any code"), lang.L("All comments")
	return append(slices.Clone(s.sheet.Themes.Rows), any_, all)
}

func (s *Screen) themeColumns() []ui.Column {
	columns := []ui.Column{{Title: lang.L("Theme"), Width: 230, Share: 2}}
	for _, v := range s.sheet.Themes.Values {
		if v == "" {
			v = lang.L("not known")
		}
		columns = append(columns, ui.Column{Title: v, Width: 70, Share: 1, Right: true})
	}
	return append(columns,
		ui.Column{Title: lang.L("Excerpts"), Width: 70, Share: 1, Right: true},
		ui.Column{Title: lang.L("Comments"), Width: 80, Share: 1, Right: true},
		ui.Column{Title: lang.L("Respondents"), Width: 95, Share: 1, Right: true},
	)
}

func (s *Screen) themeCell(row, column int) ui.Cell {
	rows := s.rows()
	if row >= len(rows) {
		return ui.Cell{}
	}
	r := rows[row]
	strong := r.Depth == 0
	values := len(s.sheet.Themes.Values)
	switch {
	case column == 0:
		var indent strings.Builder
		for range r.Depth {
			indent.WriteString("      ")
		}
		return ui.Cell{Text: indent.String() + r.Code, Hex: r.Color, Bold: strong}
	case column <= min(values, len(r.Cells)):
		c := r.Cells[column-1]
		return ui.Cell{Text: picture.Count(c), Muted: c.Sources == 0, Bold: strong}
	}
	if column-values == 1 && row == len(rows)-1 {
		return ui.Cell{} // excerpts of all comments, coded or not, there are none
	}
	n := r.Total.Cases
	switch column - values {
	case 1:
		n = r.Total.Excerpts
	case 2:
		n = r.Total.Sources
	}
	return ui.Cell{Text: ui.Count(n), Bold: strong}
}

func itemColumns() []ui.Column {
	return []ui.Column{
		{Title: lang.L("Statement"), Width: 360, Share: 3},
		{Title: lang.L("Agree"), Width: 90, Right: true},
		{Title: "%", Width: 60, Right: true},
		{Title: lang.L("95 % interval"), Width: 220, Share: 1},
		{Title: "", Width: 100, Right: true},
		{Title: lang.L("Missing"), Width: 70, Right: true},
	}
}

func (s *Screen) itemCell(row, column int) ui.Cell {
	if s.sheet == nil || row >= len(s.sheet.Items) {
		return ui.Cell{}
	}
	item := s.sheet.Items[row]
	if column == 0 {
		return ui.Cell{Text: item.Item}
	}
	if column == 5 {
		return ui.Cell{Text: ui.Count(item.Missing), Muted: item.Missing == 0}
	}
	share := item.Share
	if share == nil {
		if column == 1 {
			return ui.Cell{Text: "–", Muted: true}
		}
		return ui.Cell{}
	}
	switch column {
	case 1:
		return ui.Cell{Text: lang.L("{{.Agree}} of {{.N}}", map[string]any{"Agree": share.Agree, "N": item.N})}
	case 2:
		return ui.Cell{Text: ui.Decimal(fmt.Sprintf("%.1f", share.Percent)), Bold: true}
	case 3:
		return ui.Cell{Interval: &ui.Interval{
			Value: share.Percent / 100, Low: share.Low / 100, High: share.High / 100, Known: true, HasInterval: true, Tone: ui.ToneAccent, Plain: true,
		}}
	}
	return ui.Cell{Text: fmt.Sprintf("%.0f – %.0f", share.Low, share.High), Muted: true}
}
