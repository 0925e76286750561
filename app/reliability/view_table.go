package reliability

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding/agreement"
)

// The columns of the table.
const (
	columnCode = iota
	columnPrevalence
	columnPercent
	columnHeadline
	columnInterval
	columnKappa
	columnAC1
	columnOpen
)

func (s *Screen) rows() []Row {
	if s.sheet == nil {
		return nil
	}
	return s.sheet.Rows
}

// showTable heads the columns for the sheet's measure and sorts the rows.
func (s *Screen) showTable() {
	s.table.SetColumns(s.columns())
	s.arrange()
}

// columns are the table's, for the sheet's measure.
func (s *Screen) columns() []ui.Column {
	kappa := "κ"
	if len(s.sheet.Coders) > 2 {
		kappa = lang.L("Fleiss' κ")
	}
	code := lang.L("Code")
	if s.sheet.Choice.Themes {
		code = lang.L("Theme")
	}
	return []ui.Column{
		{Title: code, Width: 200, Share: 3, Sortable: true},
		{Title: lang.L("Prevalence"), Width: 90, Share: 1, Right: true, Sortable: true},
		{Title: lang.L("% agreement"), Width: 100, Share: 1, Right: true, Sortable: true},
		{Title: symbol(s.sheet.Choice.Measure), Width: 60, Right: true, Sortable: true},
		{Title: lang.L("{{.Level}} % interval   0 – .667 – .800 – 1", map[string]any{"Level": fmt.Sprintf("%.0f", 100*s.sheet.Choice.Level)}), Width: 250, Share: 1},
		{Title: kappa, Width: 60, Share: 1, Right: true, Sortable: true},
		{Title: "AC1", Width: 60, Right: true, Sortable: true},
		{Title: lang.L("To resolve"), Width: 90, Share: 1, Right: true, Sortable: true},
	}
}

func (s *Screen) cell(row, column int) ui.Cell {
	rows := s.rows()
	if row >= len(rows) {
		return ui.Cell{}
	}
	r := rows[row]
	switch column {
	case columnCode:
		return ui.Cell{Text: r.Code.Name, Hex: r.Code.Color}
	case columnPrevalence:
		return ui.Cell{Text: percent(r.Prevalence, 0) + " %"}
	case columnPercent:
		return ui.Cell{Text: percent(r.Percent.Value, 1)}
	case columnHeadline:
		return ui.Cell{Text: number(r.Headline.Value), Bold: true}
	case columnInterval:
		return ui.Cell{Interval: interval(r.Headline)}
	case columnKappa:
		return ui.Cell{Text: number(r.Kappa.Value)}
	case columnAC1:
		return ui.Cell{Text: number(r.AC1.Value)}
	}
	if r.Open == 0 {
		return ui.Cell{Text: "0", Muted: true}
	}
	return ui.Cell{Text: fmt.Sprintf("%d →", r.Open), Link: true}
}

// sort is told which title was tapped.
func (s *Screen) sort(column int, descending bool) {
	s.sortBy, s.down = column, descending
	s.arrange()
}

func (s *Screen) arrange() {
	value := func(n agreement.Number) float64 {
		v, known := n.Float64()
		if !known {
			return -2 // below all values: what is undefined wants a look first
		}
		return v
	}
	slices.SortStableFunc(s.sheet.Rows, func(a, b Row) int {
		if s.down {
			a, b = b, a
		}
		switch s.sortBy {
		case columnCode:
			return strings.Compare(a.Code.Name, b.Code.Name)
		case columnPrevalence:
			return cmp.Compare(value(a.Prevalence), value(b.Prevalence))
		case columnPercent:
			return cmp.Compare(value(a.Percent.Value), value(b.Percent.Value))
		case columnKappa:
			return cmp.Compare(value(a.Kappa.Value), value(b.Kappa.Value))
		case columnAC1:
			return cmp.Compare(value(a.AC1.Value), value(b.AC1.Value))
		case columnOpen:
			return cmp.Compare(a.Open, b.Open)
		}
		return Worse(a.Headline, b.Headline)
	})
	s.table.SetSort(s.sortBy, s.down)
	s.table.Refresh()
}
