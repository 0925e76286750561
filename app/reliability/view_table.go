package reliability

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// columnID tells the columns of the table apart: the name of a coefficient, or
// one of those below.
type columnID string

const (
	columnName       columnID = "name"
	columnUnits      columnID = "units"
	columnPrevalence columnID = "prevalence"
	columnMatched    columnID = "matched"
	columnHeadline   columnID = "headline"
	columnInterval   columnID = "interval"
	columnOpen       columnID = "open"
)

// column is one column: its head, what stands in it, and in which order it
// brings the rows.
type column struct {
	id columnID
	ui.Column
	cell  func(Row) ui.Cell
	order func(a, b Row) int
}

// mostRows are shown at their full height; with more the table scrolls by itself.
const mostRows = 16

func (s *Screen) rows() []Row {
	if s.sheet == nil {
		return nil
	}
	return s.sheet.Rows
}

// showTable heads the columns for the sheet and sorts the rows; the chosen one
// stays chosen.
func (s *Screen) showTable(before string) {
	s.columns = s.makeColumns()
	s.table.SetColumns(s.heads())
	s.arrange()
	s.table.Select(slices.IndexFunc(s.rows(), func(r Row) bool { return r.Path == before }))
}

// chosen is the path of the chosen row.
func (s *Screen) chosen() string {
	if at := s.table.Selected(); at >= 0 && at < len(s.rows()) {
		return s.rows()[at].Path
	}
	return ""
}

// makeColumns are the table's, for what the sheet answers.
func (s *Screen) makeColumns() []column {
	c := s.sheet.Choice
	columns := []column{{
		id: columnName, Column: ui.Column{Title: heading(s.whatWord()), Width: 130, Share: 3, Sortable: true},
		cell:  func(r Row) ui.Cell { return ui.Cell{Text: r.Name, Hex: r.Code.Color} },
		order: func(a, b Row) int { return strings.Compare(a.Name, b.Name) },
	}}
	switch {
	case c.Unit == compare.ExcerptMatch:
		columns = append(columns, matchedColumn())
	case c.perCode() && c.Unit.Rated():
		columns = append(columns, column{
			id: columnPrevalence, Column: right(lang.L("Prevalence"), 74),
			cell:  func(r Row) ui.Cell { return ui.Cell{Text: percent(r.Prevalence, 0) + " %"} },
			order: func(a, b Row) int { return compareNumbers(a.Prevalence, b.Prevalence) },
		})
	default:
		columns = append(columns, s.unitsColumn())
	}
	others := s.sheet.Columns()
	if len(others) > 0 && others[0] == agreement.PercentAgreement {
		columns = append(columns, s.measureColumn(others[0]))
		others = others[1:]
	}
	columns = append(columns, s.headlineColumns()...)
	for _, m := range others {
		columns = append(columns, s.measureColumn(m))
	}
	if s.sheet.Joint != nil && c.perCode() {
		columns = append(columns, s.gammaColumn())
	}
	if s.sheet.Later.ID == "" {
		columns = append(columns, openColumn())
	}
	return columns
}

// right is a sortable column of figures.
func right(title string, width float32) ui.Column {
	return ui.Column{Title: title, Width: width, Share: 1, Right: true, Sortable: true}
}

// headlineColumns are the coefficient and its interval.
func (s *Screen) headlineColumns() []column {
	measure := s.sheet.rowMeasure()
	bold := right(s.shell.Words().Tell(Symbol(measure)), 48)
	bold.Share = 0.3
	scale := lang.L("{{.Level}} % interval", map[string]any{"Level": fmt.Sprintf("%.4g", 100*s.sheet.Choice.Level)}) +
		"   " + strings.Join([]string{"0", ui.Decimal(threshold(0.667)), ui.Decimal(threshold(0.8)), "1"}, " – ")
	return []column{
		{
			id: columnHeadline, Column: bold,
			cell:  func(r Row) ui.Cell { return ui.Cell{Text: ui.Decimal(value(r.Headline)), Bold: true} },
			order: s.worse,
		},
		{
			id: columnInterval, Column: ui.Column{Title: scale, Width: 196, Share: 1},
			cell: func(r Row) ui.Cell { return ui.Cell{Interval: interval(r.Headline)} },
		},
	}
}

// worse puts the lowest value first. A code without a value wants a look first;
// a text without one stands last, as most single texts have none.
func (s *Screen) worse(a, b Row) int {
	x, y := a.Headline.Value.Known(), b.Headline.Value.Known()
	switch {
	case s.sheet.Choice.perCode() || x && y:
		return Worse(a.Headline, b.Headline)
	case x != y && x:
		return -1
	case x != y:
		return 1
	}
	return Worse(a.Result(agreement.PercentAgreement), b.Result(agreement.PercentAgreement))
}

func (s *Screen) measureColumn(m agreement.Measure) column {
	width := float32(46)
	if share(m) {
		width = 72
	}
	return column{
		id: columnID(m), Column: right(s.shell.Words().Tell(Symbol(m)), width),
		cell:  func(r Row) ui.Cell { return ui.Cell{Text: ui.Decimal(value(r.Result(m)))} },
		order: func(a, b Row) int { return compareNumbers(a.Result(m).Value, b.Result(m).Value) },
	}
}

func (s *Screen) gammaColumn() column {
	of := func(r Row) agreement.Result { return s.sheet.Joint.Codes[r.Code.ID] }
	return column{
		id: columnID(agreement.GammaK), Column: right("γ", 44),
		cell:  func(r Row) ui.Cell { return ui.Cell{Text: ui.Decimal(number(of(r).Value))} },
		order: func(a, b Row) int { return compareNumbers(of(a).Value, of(b).Value) },
	}
}

func (s *Screen) unitsColumn() column {
	title := lang.L("Units")
	if s.sheet.Choice.Unit == compare.Continuum {
		title = lang.L("Excerpts")
		if !s.sheet.Choice.perCode() {
			title = lang.L("Characters")
		}
	}
	return column{
		id: columnUnits, Column: right(title, 74),
		cell:  func(r Row) ui.Cell { return ui.Cell{Text: ui.Count(r.Units)} },
		order: func(a, b Row) int { return cmp.Compare(a.Units, b.Units) },
	}
}

func matchedColumn() column {
	return column{
		id: columnMatched, Column: right(lang.L("Matched"), 76),
		cell: func(r Row) ui.Cell {
			matched, of := r.Matched()
			return ui.Cell{Text: lang.L("{{.N}} of {{.Of}}", map[string]any{"N": ui.Count(matched), "Of": ui.Count(of)})}
		},
		order: func(a, b Row) int {
			x, _ := a.Matched()
			y, _ := b.Matched()
			return cmp.Compare(x, y)
		},
	}
}

func openColumn() column {
	return column{
		id: columnOpen, Column: right(lang.L("To resolve"), 70),
		cell: func(r Row) ui.Cell {
			if r.Open == 0 {
				return ui.Cell{Text: "0", Muted: true}
			}
			return ui.Cell{Text: fmt.Sprintf("%d →", r.Open), Link: true}
		},
		order: func(a, b Row) int { return cmp.Compare(a.Open, b.Open) },
	}
}

func (s *Screen) cell(row, at int) ui.Cell {
	rows := s.rows()
	if row >= len(rows) || at >= len(s.columns) {
		return ui.Cell{}
	}
	return s.columns[at].cell(rows[row])
}

// sort is told which title was tapped.
func (s *Screen) sort(at int, descending bool) {
	s.sortBy, s.down = s.columns[at].id, descending
	before := s.chosen()
	s.arrange()
	s.table.Select(slices.IndexFunc(s.rows(), func(r Row) bool { return r.Path == before }))
}

// arrange sorts the rows: by the worst, or by the column whose title was tapped.
func (s *Screen) arrange() {
	columns := s.columns
	at := slices.IndexFunc(columns, func(c column) bool { return c.id == s.sortBy && c.order != nil })
	if at < 0 {
		at = slices.IndexFunc(columns, func(c column) bool { return c.id == columnHeadline })
	}
	if s.sheet.Choice.By != compare.ByRound || columns[at].id != columnHeadline || s.down { // rounds come in their order
		slices.SortStableFunc(s.sheet.Rows, func(a, b Row) int {
			if s.down {
				a, b = b, a
			}
			return columns[at].order(a, b)
		})
	}
	s.table.SetSort(at, s.down)
	s.table.Refresh()
}

// compareNumbers puts what is undefined below all values: it wants a look first.
func compareNumbers(a, b agreement.Number) int {
	value := func(n agreement.Number) float64 {
		v, known := n.Float64()
		if !known {
			return -2
		}
		return v
	}
	return cmp.Compare(value(a), value(b))
}

// heading is a word as it stands over a column.
func heading(word string) string {
	letters := []rune(word)
	if len(letters) == 0 {
		return word
	}
	return strings.ToUpper(string(letters[:1])) + string(letters[1:])
}
