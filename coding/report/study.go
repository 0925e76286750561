package report

import (
	"time"

	"concord/coding/report/paper"
)

// Study is the report of a study: what was said of the themes, how the items
// were answered, how far the coders agreed, and how all this was done. What is
// missing is left out.
type Study struct {
	// Title is "Report" where nothing else is said.
	Title   string
	Project string
	Author  string
	Date    time.Time
	Sample  bool
	// Methods are the paragraphs that say who coded what, and how.
	Methods []string
	Themes  []*Themes
	// Cooccurrence says which codes occur together.
	Cooccurrence *Cooccurrence
	Items        []Item
	// Agreement are tables that the caller made of coefficients, ready to be set.
	Agreement []*paper.Table
	// Book is the codebook as an appendix.
	Book *Book
}

// Paper lays the report out to be read.
func (s *Study) Paper() paper.Paper {
	title := s.Title
	if title == "" {
		title = "Report"
	}
	project := s.Project
	if project == title {
		project = ""
	}
	note := sentence(project, day(s.Date))
	if s.Sample || s.Book != nil && s.Book.Sample {
		note += " The data are invented."
	}
	p := paper.Paper{Title: title, Note: note, Author: s.Author, Date: s.Date}
	add := func(blocks ...paper.Block) { p.Blocks = append(p.Blocks, blocks...) }
	if len(s.Methods) > 0 {
		add(paper.Heading{Level: 1, Text: "Methods"})
		for _, m := range s.Methods {
			add(paper.Paragraph{Text: m})
		}
	}
	if len(s.Themes) > 0 {
		add(paper.Heading{Level: 1, Text: "Themes"})
		for _, t := range s.Themes {
			add(t.table())
		}
	}
	if s.Cooccurrence != nil && len(s.Cooccurrence.Codes) > 1 {
		add(paper.Heading{Level: 1, Text: "Codes that occur together"}, s.Cooccurrence.table())
	}
	if len(s.Items) > 0 {
		add(paper.Heading{Level: 1, Text: "Questionnaire"}, itemTable(s.Items))
	}
	if len(s.Agreement) > 0 {
		add(paper.Heading{Level: 1, Text: "Agreement"})
		for _, t := range s.Agreement {
			add(t)
		}
	}
	if s.Book != nil {
		add(paper.Heading{Level: 1, Text: "Appendix: codebook", NewPage: true})
		if note := s.Book.note(); note != "" {
			add(paper.Paragraph{Small: true, Text: note})
		}
		p.Blocks = append(p.Blocks, s.Book.blocks(2)...)
	}
	number(p.Blocks)
	return p
}

// Sheets lays the report's tables out, one a sheet.
func (s *Study) Sheets() []paper.Sheet {
	var sheets []paper.Sheet
	add := func(more ...paper.Sheet) { sheets = append(sheets, more...) }
	for _, t := range s.Themes {
		add(t.sheet())
	}
	if s.Cooccurrence != nil && len(s.Cooccurrence.Codes) > 1 {
		add(s.Cooccurrence.sheet())
	}
	if len(s.Items) > 0 {
		add(itemSheet(s.Items))
	}
	for _, t := range s.Agreement {
		add(asSheet("Agreement", t))
	}
	if s.Book != nil {
		add(s.Book.Sheets()...)
	}
	if len(s.Methods) > 0 {
		methods := paper.Sheet{Name: "Methods", Columns: []paper.Field{{Head: "Methods", Width: 100}}}
		for _, m := range s.Methods {
			methods.Rows = append(methods.Rows, []any{m})
		}
		add(methods)
	}
	return distinct(sheets)
}
