package report

import (
	"fmt"
	"strconv"
	"strings"

	"concord/coding/report/paper"
)

// number counts the tables of a paper through: "Table 1. …". The tables are
// copied, since a caller may show them elsewhere.
func (t tongue) number(blocks []paper.Block) {
	n := 0
	for i, b := range blocks {
		if table, ok := b.(*paper.Table); ok {
			n++
			numbered := *table
			numbered.Caption = t.say("Table %d. %s", n, table.Caption)
			blocks[i] = &numbered
		}
	}
}

// asSheet makes a sheet of a table that was laid out for reading; what is a
// number becomes one.
func (t tongue) asSheet(name string, table *paper.Table) paper.Sheet {
	s := paper.Sheet{Name: name}
	for i, c := range table.Columns {
		field := paper.Field{Head: c.Head, Width: 16}
		if i == 0 {
			field.Width = 36
		}
		s.Columns = append(s.Columns, field)
	}
	for _, row := range table.Rows {
		values := make([]any, len(table.Columns))
		for i, cell := range row.Cells {
			values[i] = cell
			if f, err := strconv.ParseFloat(strings.Replace(cell, t.mark(), ".", 1), 64); err == nil && table.Columns[i].Figures {
				values[i] = f
			}
		}
		s.Rows = append(s.Rows, values)
	}
	return s
}

// distinct gives sheets of one name a number, since a workbook refuses two alike.
func distinct(sheets []paper.Sheet) []paper.Sheet {
	seen := map[string]int{}
	for i, s := range sheets {
		seen[s.Name]++
		if n := seen[s.Name]; n > 1 {
			sheets[i].Name = fmt.Sprintf("%s %d", s.Name, n)
		}
	}
	return sheets
}
