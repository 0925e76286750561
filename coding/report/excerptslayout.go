package report

import (
	"slices"
	"strings"

	"concord/coding/report/paper"
)

// Paper lays the excerpts out to be read: under each code its passages, in
// the codebook's order.
func (e *Excerpts) Paper() paper.Paper {
	t := tongue{e.Words}
	note := sentence(e.Project, t.day(e.Date), t.plural(len(e.Rows), "1 excerpt", "%d excerpts"))
	if len(e.Codes) > 0 {
		note += " " + t.say("Codes: %s.", strings.Join(e.Codes, ", "))
	}
	if len(e.Rules) > 0 {
		note += " " + t.say("Where %s.", t.listed(e.Rules))
	}
	if e.Sample {
		note += " " + t.say("The data are invented.")
	}
	p := paper.Paper{Title: t.say("Excerpts"), Note: note, Date: e.Date, Language: t.language()}
	byCode := map[string][]paper.Quote{}
	order := slices.Clone(e.order)
	for _, x := range e.Rows {
		if !slices.Contains(order, x.Code) {
			order = append(order, x.Code)
		}
		byCode[x.Code] = append(byCode[x.Code], paper.Quote{Text: x.Text, From: x.from(t)})
	}
	for _, code := range order {
		if byCode[code] == nil {
			continue
		}
		p.Blocks = append(p.Blocks,
			paper.Heading{Level: 1, Text: strings.ReplaceAll(code, "/", " / ")},
			paper.Paragraph{Small: true, Text: t.plural(len(byCode[code]), "1 excerpt", "%d excerpts")},
			paper.Quotations{Quotes: byCode[code]})
	}
	if len(e.Rows) == 0 {
		p.Blocks = append(p.Blocks, paper.Paragraph{Text: t.say("No excerpt is chosen by this.")})
	}
	return p
}

// from says whose words these are, where they stand, and who coded them.
func (x Excerpt) from(t tongue) string {
	who := x.Source
	if x.Case != "" && !strings.Contains(x.Source, x.Case) {
		who = x.Case + ", " + x.Source
	}
	from := t.say("%s, characters %d to %d. %s", who, x.Start, x.End, x.Coder)
	if x.Round != "" {
		from += ", " + x.Round
	}
	if x.Unsure {
		from += ", " + t.say("unsure")
	}
	return from
}

// Sheets lays the excerpts out as a table: one row for each code on each passage.
func (e *Excerpts) Sheets() []paper.Sheet {
	t := tongue{e.Words}
	s := paper.Sheet{Name: t.say("Excerpts"), Columns: []paper.Field{
		{Head: t.say("source"), Width: 20},
		{Head: t.say("case"), Width: 14},
		{Head: t.say("start"), Width: 8},
		{Head: t.say("end"), Width: 8},
		{Head: t.say("text"), Width: 70},
		{Head: t.say("code"), Width: 34},
		{Head: t.say("coder"), Width: 16},
		{Head: t.say("round"), Width: 14},
		{Head: t.say("unsure"), Width: 9},
	}}
	for _, a := range e.Attributes {
		s.Columns = append(s.Columns, paper.Field{Head: a, Width: 16})
	}
	for _, x := range e.Rows {
		unsure := ""
		if x.Unsure {
			unsure = t.say("yes")
		}
		row := []any{x.Source, x.Case, x.Start, x.End, x.Text, x.Code, x.Coder, x.Round, unsure}
		for _, v := range x.Values {
			row = append(row, v)
		}
		s.Rows = append(s.Rows, row)
	}
	return []paper.Sheet{s}
}
