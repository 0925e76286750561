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
	// Words are the language; English where nil.
	Words Words
}

// Paper lays the report out to be read.
func (s *Study) Paper() paper.Paper {
	t, title := tongue{s.Words}, s.Title
	if title == "" {
		title = t.say("Report")
	}
	project := s.Project
	if project == title {
		project = ""
	}
	note := sentence(project, t.day(s.Date))
	if s.Sample || s.Book != nil && s.Book.Sample {
		note += " " + t.say("The data are invented.")
	}
	p := paper.Paper{Title: title, Note: note, Author: s.Author, Date: s.Date, Language: t.language()}
	add := func(blocks ...paper.Block) { p.Blocks = append(p.Blocks, blocks...) }
	if len(s.Methods) > 0 {
		add(paper.Heading{Level: 1, Text: t.say("Methods")})
		for _, m := range s.Methods {
			add(paper.Paragraph{Text: m})
		}
	}
	if len(s.Themes) > 0 {
		add(paper.Heading{Level: 1, Text: t.say("Themes")})
		for _, themes := range s.Themes {
			add(themes.table(t))
		}
	}
	if s.Cooccurrence != nil && len(s.Cooccurrence.Codes) > 1 {
		add(paper.Heading{Level: 1, Text: t.say("Codes that occur together")}, s.Cooccurrence.table(t))
	}
	if len(s.Items) > 0 {
		add(paper.Heading{Level: 1, Text: t.say("Questionnaire")}, t.itemTable(s.Items))
	}
	if len(s.Agreement) > 0 {
		add(paper.Heading{Level: 1, Text: t.say("Agreement")})
		for _, table := range s.Agreement {
			add(table)
		}
	}
	if book := s.appendix(); book != nil {
		add(paper.Heading{Level: 1, Text: t.say("Appendix: codebook"), NewPage: true})
		if note := book.note(); note != "" {
			add(paper.Paragraph{Small: true, Text: note})
		}
		p.Blocks = append(p.Blocks, book.blocks(2)...)
	}
	t.number(p.Blocks)
	return p
}

// appendix is the codebook in the report's language.
func (s *Study) appendix() *Book {
	if s.Book == nil {
		return nil
	}
	book := *s.Book
	book.Words = s.Words
	return &book
}

// Sheets lays the report's tables out, one a sheet.
func (s *Study) Sheets() []paper.Sheet {
	t := tongue{s.Words}
	var sheets []paper.Sheet
	add := func(more ...paper.Sheet) { sheets = append(sheets, more...) }
	for _, themes := range s.Themes {
		add(themes.sheet(t))
	}
	if s.Cooccurrence != nil && len(s.Cooccurrence.Codes) > 1 {
		add(s.Cooccurrence.sheet(t))
	}
	if len(s.Items) > 0 {
		add(t.itemSheet(s.Items))
	}
	for _, table := range s.Agreement {
		add(t.asSheet(t.say("Agreement"), table))
	}
	if book := s.appendix(); book != nil {
		add(book.Sheets()...)
	}
	if len(s.Methods) > 0 {
		methods := paper.Sheet{Name: t.say("Methods"), Columns: []paper.Field{{Head: t.say("Methods"), Width: 100}}}
		for _, m := range s.Methods {
			methods.Rows = append(methods.Rows, []any{m})
		}
		add(methods)
	}
	return distinct(sheets)
}
