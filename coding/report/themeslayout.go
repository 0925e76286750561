package report

import (
	"fmt"
	"slices"
	"strings"

	"concord/coding"
	"concord/coding/report/paper"
)

// unknown heads the column of those whose value isn't known.
const unknown = "not known"

// table lays the themes out to be read. A cell has respondents, and in brackets
// their comments; where the project has no respondents, comments alone.
func (t *Themes) table() *paper.Table {
	if t.Attribute == "" {
		return t.plainTable()
	}
	w := sourceWords(t.Texts)
	people := t.All.Total.Cases > 0
	figure := func(c coding.Count) string {
		if people {
			return fmt.Sprintf("%d (%d)", c.Cases, c.Sources)
		}
		return fmt.Sprint(c.Sources)
	}
	table := &paper.Table{Caption: "Themes and codes by " + t.Attribute, Columns: []paper.Column{{Head: "Theme and code", Width: 40}}}
	width := min(20, max(9, 60/(len(t.Values)+1)))
	for _, v := range t.Values {
		table.Columns = append(table.Columns, paper.Column{Head: head(v), Width: width, Figures: true})
	}
	table.Columns = append(table.Columns, paper.Column{Head: "All", Width: width, Figures: true})
	add := func(name string, r ThemeRow, strong bool) {
		cells := []string{name}
		for _, c := range r.Cells {
			cells = append(cells, figure(c))
		}
		table.Rows = append(table.Rows, paper.Row{Cells: append(cells, figure(r.Total)), Level: r.Depth, Strong: strong})
	}
	for _, r := range t.Rows {
		add(r.Code, r, r.Depth == 0)
	}
	add("Any code", t.Any, true)
	add("In the study", t.All, true)
	table.Note = fmt.Sprintf("%s in which the code occurs. A theme counts what lies under it, each %s once.", w.head, w.one)
	if people {
		table.Note = fmt.Sprintf("Respondents, and in brackets %s, in which the code occurs. A theme counts what lies under it, each respondent and %s once.", w.many, w.one)
	}
	return table
}

// plainTable lays out themes that nothing divides: a column for each thing counted.
func (t *Themes) plainTable() *paper.Table {
	w := sourceWords(t.Texts)
	people := t.All.Total.Cases > 0
	table := &paper.Table{
		Caption: "Themes and codes",
		Columns: []paper.Column{{Head: "Theme and code", Width: 52}},
		Note:    fmt.Sprintf("A theme counts what lies under it, each %s once. An excerpt is counted for every coder who marked it.", w.one),
	}
	if people {
		table.Columns = append(table.Columns, paper.Column{Head: "Respondents", Width: 19, Figures: true})
	}
	table.Columns = append(table.Columns, paper.Column{Head: w.head, Width: 15, Figures: true}, paper.Column{Head: "Excerpts", Width: 14, Figures: true})
	add := func(name string, r ThemeRow, excerpts string) {
		row := paper.Row{Cells: []string{name}, Level: r.Depth, Strong: r.Depth == 0}
		if people {
			row.Cells = append(row.Cells, fmt.Sprint(r.Total.Cases))
		}
		row.Cells = append(row.Cells, fmt.Sprint(r.Total.Sources), excerpts)
		table.Rows = append(table.Rows, row)
	}
	for _, r := range t.Rows {
		add(r.Code, r, fmt.Sprint(r.Total.Excerpts))
	}
	add("Any code", t.Any, fmt.Sprint(t.Any.Total.Excerpts))
	add("In the study", t.All, "")
	return table
}

func head(value string) string {
	if value == "" {
		return unknown
	}
	return value
}

// sheet lays the themes out as figures, each in a cell of its own.
func (t *Themes) sheet() paper.Sheet {
	w := sourceWords(t.Texts)
	s := paper.Sheet{Name: "Themes", Columns: []paper.Field{{Head: "Theme and code", Width: 40}, {Head: "Level", Width: 8}}}
	if t.Attribute != "" {
		s.Name += " by " + t.Attribute
	}
	for _, v := range append(slices.Clip(t.Values), "All") {
		for _, what := range []string{"respondents", w.many, "excerpts"} {
			s.Columns = append(s.Columns, paper.Field{Head: head(v) + ": " + what, Width: 14})
		}
	}
	add := func(name string, r ThemeRow, passages bool) {
		row := []any{name, r.Depth}
		for _, c := range append(slices.Clip(r.Cells), r.Total) {
			row = append(row, c.Cases, c.Sources)
			if passages {
				row = append(row, c.Excerpts)
			} else {
				row = append(row, nil)
			}
		}
		s.Rows = append(s.Rows, row)
	}
	for _, r := range t.Rows {
		add(r.Path, r, true)
	}
	add("Any code", t.Any, true)
	add("In the study", t.All, false)
	return s
}

// table lays the co-occurrence out with numbered columns, which leaves room for
// many codes.
func (o *Cooccurrence) table() *paper.Table {
	w := sourceWords(o.Texts)
	t := &paper.Table{
		Caption: w.head + " in which two codes occur together",
		Columns: []paper.Column{{Head: "Code", Width: 40}},
		Note:    "In the diagonal: " + w.many + " with the code.",
	}
	for i, code := range o.Codes {
		t.Columns = append(t.Columns, paper.Column{Head: fmt.Sprint(i + 1), Width: 5, Figures: true})
		cells := []string{fmt.Sprintf("%d  %s", i+1, code[strings.LastIndex(code, coding.PathSeparator)+1:])}
		for j := range o.Codes {
			text := ""
			if j <= i {
				text = fmt.Sprint(o.Sources[i][j])
			}
			cells = append(cells, text)
		}
		t.Rows = append(t.Rows, paper.Row{Cells: cells})
	}
	return t
}

// sheet lists every pair of codes once, with both counts.
func (o *Cooccurrence) sheet() paper.Sheet {
	w := sourceWords(o.Texts)
	s := paper.Sheet{Name: "Together", Columns: []paper.Field{
		{Head: "Code", Width: 36},
		{Head: "Other code", Width: 36},
		{Head: w.head + " with both", Width: 20},
		{Head: "Overlapping codings", Width: 20},
	}}
	for i, a := range o.Codes {
		for j := i + 1; j < len(o.Codes); j++ {
			s.Rows = append(s.Rows, []any{a, o.Codes[j], o.Sources[i][j], o.Overlaps[i][j]})
		}
	}
	return s
}
