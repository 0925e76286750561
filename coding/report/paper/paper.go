package paper

import "time"

// Paper is a document that is read from its beginning to its end.
type Paper struct {
	Title string
	// Note is the line beneath the title: what this is, and from when.
	Note string
	// Author and Date go into the properties of the file; both may be missing.
	Author string
	Date   time.Time
	// Language is the tag of the paper's language; "en" where it is empty.
	Language string
	Blocks   []Block
}

// Block is a part of a paper: Heading, Paragraph, *Table, Entries or Quotations.
type Block interface{ block() }

// Heading begins a section; Level is 1 or 2.
type Heading struct {
	Level int
	Text  string
	// NewPage begins it on a page of its own, where there are pages.
	NewPage bool
}

// Paragraph is running text. A line break in it is kept.
type Paragraph struct {
	// Label stands before the text and is set off from it.
	Label string
	Text  string
	// Small is for what explains: notes under tables, counts under headings.
	Small bool
	// Lead keeps the paragraph on the page of what follows it.
	Lead bool
}

// Table is a table of short texts and figures with a caption above it.
type Table struct {
	Caption string
	Columns []Column
	Rows    []Row
	// Note stands beneath the table and explains it.
	Note string
}

// Column is a column of a Table.
type Column struct {
	Head string
	// Width is the column's share of the page, in relation to the others.
	Width int
	// Figures are set flush right.
	Figures bool
}

// Row is a row of a Table.
type Row struct {
	Cells []string
	// Level indents the first cell, as for a code under its theme.
	Level int
	// Strong sets the row off, as for a theme or a total.
	Strong bool
}

// Entries are the entries of a codebook, set as a table where the format has
// room for one.
type Entries struct {
	// Name, Rules and Quotes head the three columns.
	Name, Rules, Quotes string
	Entries             []Entry
}

// Entry is one thing explained: its name, what is to be known of it in
// labelled parts, and quotations that show it.
type Entry struct {
	Name string
	// Above names what the entry lies under, beneath the heading of its section.
	Above string
	// Color is #rrggbb, shown beside the name.
	Color string
	// Facts are short: counts, as a rule.
	Facts  []string
	Parts  []Part
	Quotes []Quote
}

// Part is a labelled part of an Entry. The label may be missing.
type Part struct{ Label, Text string }

// Quotations are passages of the data one under another.
type Quotations struct{ Quotes []Quote }

// Quote is a passage of the data and who or what it comes from.
type Quote struct{ Text, From string }

func (Heading) block()    {}
func (Paragraph) block()  {}
func (*Table) block()     {}
func (Entries) block()    {}
func (Quotations) block() {}
