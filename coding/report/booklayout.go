package report

import (
	"fmt"
	"slices"
	"strings"

	"concord/coding"
	"concord/coding/report/paper"
)

// Paper lays the codebook out to be read: an overview with counts, then each
// theme with its codes.
func (b *Book) Paper() paper.Paper {
	return paper.Paper{
		Title: "Codebook", Note: b.note(), Author: listed(slices.Concat(b.Supervisors, b.Coders)), Date: b.Date,
		Blocks: b.blocks(1),
	}
}

func (b *Book) note() string {
	version := ""
	switch {
	case b.Version > 0 && b.Changed:
		version = fmt.Sprintf("codebook version %d with later changes", b.Version)
	case b.Version > 0:
		version = fmt.Sprintf("codebook version %d", b.Version)
	}
	note := sentence(b.Project, version, day(b.Date))
	if len(b.Coders) > 0 {
		note += " Coded by " + listed(b.Coders) + "."
	}
	if len(b.Supervisors) > 0 {
		note += " Supervised by " + listed(b.Supervisors) + "."
	}
	if b.Sample {
		note += " The data are invented."
	}
	return note
}

// blocks are the codebook's sections, the uppermost headings at this level.
func (b *Book) blocks(level int) []paper.Block {
	blocks := []paper.Block{
		paper.Paragraph{Text: b.summary()},
		b.overview(),
	}
	for _, theme := range b.Themes {
		blocks = append(blocks, paper.Heading{Level: level, Text: name(theme.Code)})
		lead := len(theme.Entries) > 0
		blocks = append(blocks, paper.Paragraph{Small: true, Lead: lead, Text: strings.Join(reach(theme.Whole, b.All, sourceWords(b.Texts)), ", ")})
		for _, part := range rules(theme.Code) {
			blocks = append(blocks, paper.Paragraph{Label: part.Label, Text: part.Text, Lead: lead})
		}
		if quotes := quotes(theme.Examples); len(quotes) > 0 {
			blocks = append(blocks, paper.Quotations{Quotes: quotes})
		}
		if len(theme.Entries) > 0 {
			entries := paper.Entries{Name: "Code", Rules: "Meaning and use", Quotes: "Examples from the data"}
			walk(theme.Entries, func(e Entry) { entries.Entries = append(entries.Entries, b.entry(e)) })
			blocks = append(blocks, entries)
		}
	}
	return blocks
}

// summary says how much was coded, and what counts as how much.
func (b *Book) summary() string {
	themes, codes := len(b.Themes), 0
	walk(b.Themes, func(e Entry) {
		if len(e.Entries) == 0 {
			codes++
		}
	})
	w := sourceWords(b.Texts)
	text := fmt.Sprintf("%s, %s. ", counted(themes, "theme", "themes"), counted(codes, "code", "codes"))
	if b.Coded.Excerpts == 0 {
		return text + "Nothing is coded yet."
	}
	text += fmt.Sprintf("%s in %d of %s", counted(b.Coded.Excerpts, "excerpt", "excerpts"),
		b.Coded.Sources, counted(b.All.Sources, w.one, w.many))
	if b.All.Cases > 0 {
		text += fmt.Sprintf(" by %d of %s", b.Coded.Cases, counted(b.All.Cases, "respondent", "respondents"))
	}
	return text + ". An excerpt is counted for every coder who marked it; a theme counts what lies under it, each " +
		w.one + " and respondent once."
}

func (b *Book) overview() *paper.Table {
	t := &paper.Table{
		Caption: "Themes and codes",
		Columns: []paper.Column{
			{Head: "Theme and code", Width: 52},
			{Head: "Excerpts", Width: 14, Figures: true},
			{Head: sourceWords(b.Texts).head, Width: 15, Figures: true},
		},
	}
	if b.All.Cases > 0 {
		t.Columns = append(t.Columns, paper.Column{Head: "Respondents", Width: 19, Figures: true})
	}
	walk(b.Themes, func(e Entry) {
		row := paper.Row{
			Cells: []string{name(e.Code), fmt.Sprint(e.Whole.Excerpts), fmt.Sprint(e.Whole.Sources)},
			Level: e.Depth, Strong: e.Depth == 0,
		}
		if b.All.Cases > 0 {
			row.Cells = append(row.Cells, fmt.Sprint(e.Whole.Cases))
		}
		t.Rows = append(t.Rows, row)
	})
	return t
}

// entry is a code under the heading of its theme.
func (b *Book) entry(e Entry) paper.Entry {
	above := ""
	if e.Depth > 1 {
		names := strings.Split(e.Path, coding.PathSeparator)
		above = strings.Join(names[1:len(names)-1], " / ")
	}
	parts := rules(e.Code)
	if len(parts) == 0 {
		parts = []paper.Part{{Text: "Not defined yet."}}
	}
	return paper.Entry{
		Name: name(e.Code), Above: above, Color: e.Code.Color,
		Facts: reach(e.Whole, b.All, sourceWords(b.Texts)), Parts: parts, Quotes: quotes(e.Examples),
	}
}

func name(c coding.Code) string {
	if c.Retired {
		return c.Name + " (retired)"
	}
	return c.Name
}

// rules are what the code's entry says of its use.
func rules(c coding.Code) []paper.Part {
	var parts []paper.Part
	for _, p := range []paper.Part{{Text: c.Definition}, {Label: "Use when", Text: c.Include}, {Label: "Not when", Text: c.Exclude}} {
		if p.Text != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

func quotes(examples []Example) []paper.Quote {
	list := make([]paper.Quote, len(examples))
	for i, e := range examples {
		list[i] = paper.Quote{Text: e.Text, From: e.From + ", " + e.kind()}
	}
	return list
}

// kind says in a word what the example shows.
func (e Example) kind() string {
	switch {
	case e.Found:
		return "as coded"
	case e.Borderline:
		return "borderline"
	}
	return "typical"
}

// walk visits entries and what lies under them in reading order.
func walk(list []Entry, visit func(Entry)) {
	for _, e := range list {
		visit(e)
		walk(e.Entries, visit)
	}
}

// Sheets lays the codebook out as a table: one row a code.
func (b *Book) Sheets() []paper.Sheet {
	s := paper.Sheet{Name: "Codebook", Columns: []paper.Field{
		{Head: "Theme", Width: 24},
		{Head: "Code", Width: 28},
		{Head: "Path", Width: 36},
		{Head: "Level", Width: 8},
		{Head: "Color", Width: 10},
		{Head: "Definition", Width: 50},
		{Head: "Use when", Width: 45},
		{Head: "Not when", Width: 45},
		{Head: "Examples", Width: 60},
		{Head: "Excerpts", Width: 10},
		{Head: sourceWords(b.Texts).head, Width: 12},
		{Head: "Respondents", Width: 13},
		{Head: "Retired", Width: 9},
	}}
	walk(b.Themes, func(e Entry) {
		theme, _, _ := strings.Cut(e.Path, coding.PathSeparator)
		var examples []string
		for _, x := range e.Examples {
			examples = append(examples, fmt.Sprintf("“%s” (%s, %s)", x.Text, x.From, x.kind()))
		}
		retired := ""
		if e.Code.Retired {
			retired = "yes"
		}
		s.Rows = append(s.Rows, []any{
			theme, e.Code.Name, e.Path, e.Depth, e.Code.Color, e.Code.Definition, e.Code.Include, e.Code.Exclude,
			strings.Join(examples, "\n"), e.Whole.Excerpts, e.Whole.Sources, e.Whole.Cases, retired,
		})
	})
	return []paper.Sheet{s}
}
