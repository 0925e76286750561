package report

import (
	"fmt"
	"slices"
	"strings"

	"concord/coding/report/paper"
)

// Paper lays the excerpts out to be read: under each code its passages, in
// the codebook's order.
func (e *Excerpts) Paper() paper.Paper {
	note := sentence(e.Project, day(e.Date), counted(len(e.Rows), "excerpt", "excerpts"))
	if len(e.Codes) > 0 {
		note += " Codes: " + strings.Join(e.Codes, ", ") + "."
	}
	if len(e.Rules) > 0 {
		note += " Where " + listed(e.Rules) + "."
	}
	if e.Sample {
		note += " The data are invented."
	}
	p := paper.Paper{Title: "Excerpts", Note: note, Date: e.Date}
	byCode := map[string][]paper.Quote{}
	order := slices.Clone(e.order)
	for _, x := range e.Rows {
		if !slices.Contains(order, x.Code) {
			order = append(order, x.Code)
		}
		byCode[x.Code] = append(byCode[x.Code], paper.Quote{Text: x.Text, From: x.from()})
	}
	for _, code := range order {
		if byCode[code] == nil {
			continue
		}
		p.Blocks = append(p.Blocks,
			paper.Heading{Level: 1, Text: strings.ReplaceAll(code, "/", " / ")},
			paper.Paragraph{Small: true, Text: counted(len(byCode[code]), "excerpt", "excerpts")},
			paper.Quotations{Quotes: byCode[code]})
	}
	if len(e.Rows) == 0 {
		p.Blocks = append(p.Blocks, paper.Paragraph{Text: "No excerpt is chosen by this."})
	}
	return p
}

// from says whose words these are, where they stand, and who coded them.
func (x Excerpt) from() string {
	who := x.Source
	if x.Case != "" && !strings.Contains(x.Source, x.Case) {
		who = x.Case + ", " + x.Source
	}
	from := fmt.Sprintf("%s, characters %d to %d. %s", who, x.Start, x.End, x.Coder)
	if x.Round != "" {
		from += ", " + x.Round
	}
	if x.Unsure {
		from += ", unsure"
	}
	return from
}

// Sheets lays the excerpts out as a table: one row for each code on each passage.
func (e *Excerpts) Sheets() []paper.Sheet {
	s := paper.Sheet{Name: "Excerpts", Columns: []paper.Field{
		{Head: "source", Width: 20},
		{Head: "case", Width: 14},
		{Head: "start", Width: 8},
		{Head: "end", Width: 8},
		{Head: "text", Width: 70},
		{Head: "code", Width: 34},
		{Head: "coder", Width: 16},
		{Head: "round", Width: 14},
		{Head: "unsure", Width: 9},
	}}
	for _, a := range e.Attributes {
		s.Columns = append(s.Columns, paper.Field{Head: a, Width: 16})
	}
	for _, x := range e.Rows {
		unsure := ""
		if x.Unsure {
			unsure = "yes"
		}
		row := []any{x.Source, x.Case, x.Start, x.End, x.Text, x.Code, x.Coder, x.Round, unsure}
		for _, v := range x.Values {
			row = append(row, v)
		}
		s.Rows = append(s.Rows, row)
	}
	return []paper.Sheet{s}
}
