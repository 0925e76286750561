package report

import (
	"fmt"
	"slices"
	"strings"

	"concord/coding"
	"concord/coding/report/paper"
)

// table lays the themes out to be read. A cell has respondents, and in brackets
// their comments; where the project has no respondents, comments alone.
func (t *Themes) table(in tongue) *paper.Table {
	if t.Attribute == "" {
		return t.plainTable(in)
	}
	w := sourceWords(t.Texts)
	people := t.All.Total.Cases > 0
	figure := func(c coding.Count) string {
		if people {
			return fmt.Sprintf("%d (%d)", c.Cases, c.Sources)
		}
		return fmt.Sprint(c.Sources)
	}
	table := &paper.Table{Caption: in.say("Themes and codes by %s", t.Attribute), Columns: []paper.Column{{Head: in.say("Theme and code"), Width: 40}}}
	width := min(20, max(9, 60/(len(t.Values)+1)))
	for _, v := range t.Values {
		table.Columns = append(table.Columns, paper.Column{Head: in.head(v), Width: width, Figures: true})
	}
	table.Columns = append(table.Columns, paper.Column{Head: in.say("All"), Width: width, Figures: true})
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
	add(in.say("Any code"), t.Any, true)
	add(in.say("In the study"), t.All, true)
	table.Note = in.say("%s in which the code occurs. A theme counts what lies under it, each %s once.", in.word(w.head), in.word(w.each))
	if people {
		table.Note = in.say("Respondents, and in brackets %s, in which the code occurs. A theme counts what lies under it, each respondent and %s once.", in.word(w.all), in.word(w.each))
	}
	return table
}

// plainTable lays out themes that nothing divides: a column for each thing counted.
func (t *Themes) plainTable(in tongue) *paper.Table {
	w := sourceWords(t.Texts)
	people := t.All.Total.Cases > 0
	table := &paper.Table{
		Caption: in.say("Themes and codes"),
		Columns: []paper.Column{{Head: in.say("Theme and code"), Width: 52}},
		Note:    in.say("A theme counts what lies under it, each %s once. An excerpt is counted for every coder who marked it.", in.word(w.each)),
	}
	if people {
		table.Columns = append(table.Columns, paper.Column{Head: in.say("Respondents"), Width: 19, Figures: true})
	}
	table.Columns = append(table.Columns, paper.Column{Head: in.word(w.head), Width: 15, Figures: true}, paper.Column{Head: in.say("Excerpts"), Width: 14, Figures: true})
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
	add(in.say("Any code"), t.Any, fmt.Sprint(t.Any.Total.Excerpts))
	add(in.say("In the study"), t.All, "")
	return table
}

func (t tongue) head(value string) string {
	if value == "" {
		return t.say("not known")
	}
	return value
}

// sheet lays the themes out as figures, each in a cell of its own.
func (t *Themes) sheet(in tongue) paper.Sheet {
	w := sourceWords(t.Texts)
	s := paper.Sheet{Name: in.say("Themes"), Columns: []paper.Field{{Head: in.say("Theme and code"), Width: 40}, {Head: in.say("Level"), Width: 8}}}
	if t.Attribute != "" {
		s.Name = in.say("Themes by %s", t.Attribute)
	}
	for _, v := range append(slices.Clip(t.Values), in.say("All")) {
		for _, what := range []string{in.say("respondents"), in.word(w.all), in.say("excerpts")} {
			s.Columns = append(s.Columns, paper.Field{Head: in.head(v) + ": " + what, Width: 14})
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
	add(in.say("Any code"), t.Any, true)
	add(in.say("In the study"), t.All, false)
	return s
}

// table lays the co-occurrence out with numbered columns, which leaves room for
// many codes.
func (o *Cooccurrence) table(in tongue) *paper.Table {
	w := sourceWords(o.Texts)
	t := &paper.Table{
		Caption: in.say("%s in which two codes occur together", in.word(w.head)),
		Columns: []paper.Column{{Head: in.say("Code"), Width: 40}},
		Note:    in.say("In the diagonal: %s with the code.", in.word(w.all)),
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
func (o *Cooccurrence) sheet(in tongue) paper.Sheet {
	w := sourceWords(o.Texts)
	s := paper.Sheet{Name: in.say("Together"), Columns: []paper.Field{
		{Head: in.say("Code"), Width: 36},
		{Head: in.say("Other code"), Width: 36},
		{Head: in.say("%s with both", in.word(w.head)), Width: 20},
		{Head: in.say("Overlapping codings"), Width: 20},
	}}
	for i, a := range o.Codes {
		for j := i + 1; j < len(o.Codes); j++ {
			s.Rows = append(s.Rows, []any{a, o.Codes[j], o.Sources[i][j], o.Overlaps[i][j]})
		}
	}
	return s
}
