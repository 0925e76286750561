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
	t := tongue{b.Words}
	return paper.Paper{
		Title: t.say("Codebook"), Note: b.note(), Author: t.listed(slices.Concat(b.Supervisors, b.Coders)), Date: b.Date,
		Language: t.language(), Blocks: b.blocks(1),
	}
}

func (b *Book) note() string {
	t, version := tongue{b.Words}, ""
	switch {
	case b.Version > 0 && b.Changed:
		version = t.say("codebook version %d with later changes", b.Version)
	case b.Version > 0:
		version = t.say("codebook version %d", b.Version)
	}
	note := sentence(b.Project, version, t.day(b.Date))
	if len(b.Coders) > 0 {
		note += " " + t.say("Coded by %s.", t.listed(b.Coders))
	}
	if len(b.Supervisors) > 0 {
		note += " " + t.say("Supervised by %s.", t.listed(b.Supervisors))
	}
	if b.Sample {
		note += " " + t.say("The data are invented.")
	}
	return note
}

// blocks are the codebook's sections, the uppermost headings at this level.
func (b *Book) blocks(level int) []paper.Block {
	t := tongue{b.Words}
	blocks := []paper.Block{
		paper.Paragraph{Text: b.summary()},
		b.overview(),
	}
	for _, theme := range b.Themes {
		blocks = append(blocks, paper.Heading{Level: level, Text: t.name(theme.Code)})
		lead := len(theme.Entries) > 0
		blocks = append(blocks, paper.Paragraph{Small: true, Lead: lead, Text: strings.Join(t.reach(theme.Whole, b.All, sourceWords(b.Texts)), ", ")})
		for _, part := range t.rules(theme.Code) {
			blocks = append(blocks, paper.Paragraph{Label: part.Label, Text: part.Text, Lead: lead})
		}
		if quotes := t.quotes(theme.Examples); len(quotes) > 0 {
			blocks = append(blocks, paper.Quotations{Quotes: quotes})
		}
		if len(theme.Entries) > 0 {
			entries := paper.Entries{Name: t.say("Code"), Rules: t.say("Meaning and use"), Quotes: t.say("Examples from the data")}
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
	t, w := tongue{b.Words}, sourceWords(b.Texts)
	text := fmt.Sprintf("%s, %s. ", t.plural(themes, "1 theme", "%d themes"), t.plural(codes, "1 code", "%d codes"))
	if b.Coded.Excerpts == 0 {
		return text + t.say("Nothing is coded yet.")
	}
	excerpts := t.plural(b.Coded.Excerpts, "1 excerpt", "%d excerpts")
	in := t.part(b.Coded.Sources, b.All.Sources, w.ofOne, w.ofMany)
	if b.All.Cases > 0 {
		text += t.say("%s in %s by %s.", excerpts, in, t.part(b.Coded.Cases, b.All.Cases, "%d of 1 respondent", "%d of %d respondents"))
	} else {
		text += t.say("%s in %s.", excerpts, in)
	}
	return text + " " + t.say("An excerpt is counted for every coder who marked it; a theme counts what lies under it, each %s and respondent once.", t.word(w.each))
}

func (b *Book) overview() *paper.Table {
	in := tongue{b.Words}
	t := &paper.Table{
		Caption: in.say("Themes and codes"),
		Columns: []paper.Column{
			{Head: in.say("Theme and code"), Width: 52},
			{Head: in.say("Excerpts"), Width: 14, Figures: true},
			{Head: in.word(sourceWords(b.Texts).head), Width: 15, Figures: true},
		},
	}
	if b.All.Cases > 0 {
		t.Columns = append(t.Columns, paper.Column{Head: in.say("Respondents"), Width: 19, Figures: true})
	}
	walk(b.Themes, func(e Entry) {
		row := paper.Row{
			Cells: []string{in.name(e.Code), fmt.Sprint(e.Whole.Excerpts), fmt.Sprint(e.Whole.Sources)},
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
	t, above := tongue{b.Words}, ""
	if e.Depth > 1 {
		names := strings.Split(e.Path, coding.PathSeparator)
		above = strings.Join(names[1:len(names)-1], " / ")
	}
	parts := t.rules(e.Code)
	if len(parts) == 0 {
		parts = []paper.Part{{Text: t.say("Not defined yet.")}}
	}
	return paper.Entry{
		Name: t.name(e.Code), Above: above, Color: e.Code.Color,
		Facts: t.reach(e.Whole, b.All, sourceWords(b.Texts)), Parts: parts, Quotes: t.quotes(e.Examples),
	}
}

func (t tongue) name(c coding.Code) string {
	if c.Retired {
		return t.say("%s (retired)", c.Name)
	}
	return c.Name
}

// rules are what the code's entry says of its use.
func (t tongue) rules(c coding.Code) []paper.Part {
	var parts []paper.Part
	for _, p := range []paper.Part{{Text: c.Definition}, {Label: t.say("Use when"), Text: c.Include}, {Label: t.say("Not when"), Text: c.Exclude}} {
		if p.Text != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

func (t tongue) quotes(examples []Example) []paper.Quote {
	list := make([]paper.Quote, len(examples))
	for i, e := range examples {
		list[i] = paper.Quote{Text: e.Text, From: e.From + ", " + t.kind(e)}
	}
	return list
}

// kind says in a word what the example shows.
func (t tongue) kind(e Example) string {
	switch {
	case e.Found:
		return t.say("as coded")
	case e.Borderline:
		return t.say("borderline")
	}
	return t.say("typical")
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
	t := tongue{b.Words}
	s := paper.Sheet{Name: t.say("Codebook"), Columns: []paper.Field{
		{Head: t.say("Theme"), Width: 24},
		{Head: t.say("Code"), Width: 28},
		{Head: t.say("Path"), Width: 36},
		{Head: t.say("Level"), Width: 8},
		{Head: t.say("Color"), Width: 10},
		{Head: t.say("Definition"), Width: 50},
		{Head: t.say("Use when"), Width: 45},
		{Head: t.say("Not when"), Width: 45},
		{Head: t.say("Examples"), Width: 60},
		{Head: t.say("Excerpts"), Width: 10},
		{Head: t.word(sourceWords(b.Texts).head), Width: 12},
		{Head: t.say("Respondents"), Width: 13},
		{Head: t.say("Retired"), Width: 9},
	}}
	walk(b.Themes, func(e Entry) {
		theme, _, _ := strings.Cut(e.Path, coding.PathSeparator)
		var examples []string
		for _, x := range e.Examples {
			examples = append(examples, fmt.Sprintf("“%s” (%s, %s)", x.Text, x.From, t.kind(x)))
		}
		retired := ""
		if e.Code.Retired {
			retired = t.say("yes")
		}
		s.Rows = append(s.Rows, []any{
			theme, e.Code.Name, e.Path, e.Depth, e.Code.Color, e.Code.Definition, e.Code.Include, e.Code.Exclude,
			strings.Join(examples, "\n"), e.Whole.Excerpts, e.Whole.Sources, e.Whole.Cases, retired,
		})
	})
	return []paper.Sheet{s}
}
