package tabular

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"

	"concord/coding/document"
)

// Options correct what Open would recognise by itself. The zero value corrects nothing.
type Options struct {
	// Sheet of a workbook, by name; its first sheet with anything in it, if empty.
	Sheet string
	// Encoding of a text file, by any name that IANA registers.
	Encoding document.Encoding
	// Delimiter between the cells of a text file: any ASCII character but a
	// quotation mark or line end. NoDelimiter says that a line is one cell.
	Delimiter rune
	// Quote around cells of a text file: '"' or '\''; NoQuote says that there is none.
	Quote rune
	// HeaderRows is the number of rows above the answers; NoHeader says that
	// there are none and that columns go by their number.
	HeaderRows int
	// CellLimit is the number of bytes that a cell may have; DefaultCellLimit if 0.
	CellLimit int
}

// Corrections that say "none" where the zero value says "recognise it".
const (
	NoDelimiter rune = -1
	NoQuote     rune = -1
	NoHeader         = -1
)

// DefaultCellLimit is far beyond any answer and beyond any transcript; a longer
// cell is a quotation mark that was left open.
const DefaultCellLimit = 8 << 20

// ErrEmpty says that a file holds no table.
var ErrEmpty = errors.New("there is no table in it")

// Table is a file of answers whose form is known. Its rows are read from the
// file each time they are wanted.
type Table struct {
	// Name of the file, without its folder.
	Name    string
	Columns []Column
	Form    Form

	records recorder
	limit   int
}

// Column is what the header says of one column.
type Column struct {
	// Index from 0.
	Index int
	// Name is the header made unique: "Comment (2)" for a second "Comment",
	// "Column 3" where there is none.
	Name string
	// Question is what the survey asked, where the header says it apart from
	// the name or in its place; else it is the name.
	Question string
	// Label is what the column is called in the project: its part of the
	// question where the name is a mere code, else the name.
	Label string
	// ImportID is Qualtrics' own name for the column, where there is one.
	ImportID string
}

// Row is one respondent's answers.
type Row struct {
	// Number of the row as a spreadsheet counts it: the first row of the file is 1.
	Number int
	// Line on which the row begins in a text file; 0 in a workbook.
	Line int
	// Cells, as many as there are columns. They are the iterator's own and good
	// until the next row; the strings in them last.
	Cells []string
}

// recorder reads a file's records, the header among them.
type recorder interface {
	// each gives every record of the file, in order, and bumps the context's
	// counter. Errors that are no *RowError with Skipped end it.
	each(ctx context.Context) iter.Seq2[Row, error]
	// size is how far that counter will come, 0 where that isn't known, and what
	// it counts if not rows.
	size() (n int, unit string)
	close() error
}

// Open recognises the form of the file called name in fsys. The caller closes
// the table when done with it.
func Open(ctx context.Context, fsys fs.FS, name string, o Options) (*Table, error) {
	t := &Table{Name: path.Base(name), limit: o.CellLimit}
	if t.limit == 0 {
		t.limit = DefaultCellLimit
	}
	err := t.open(ctx, fsys, name, o)
	if _, placed := errors.AsType[*RowError](err); placed { // it names the file
		return nil, fmt.Errorf("read %w", err)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", t.Name, err)
	}
	return t, nil
}

// OpenFile is Open for a file of the machine.
func OpenFile(ctx context.Context, file string, o Options) (*Table, error) {
	return Open(ctx, os.DirFS(filepath.Dir(file)), filepath.Base(file), o)
}

// Known says whether the file's name is one of a table that Open reads.
func Known(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xltx":
		return true
	}
	return false
}

func (t *Table) open(ctx context.Context, fsys fs.FS, name string, o Options) error {
	kind, err := sniffKind(fsys, name)
	if err != nil {
		return err
	}
	switch kind {
	case kindWorkbook:
		t.records, err = openWorkbook(fsys, name, o, t.limit, &t.Form)
	case kindText:
		t.records, err = openText(ctx, fsys, name, o, t.limit, &t.Form)
	default:
		err = kind.refusal()
	}
	if err != nil {
		return err
	}
	if err := t.readHeader(ctx, o); err != nil {
		return errors.Join(err, t.Close())
	}
	return nil
}

// Close lets go of the file. The table has no rows after it.
func (t *Table) Close() error { return t.records.close() }

// Rows gives the rows under the header. A row that doesn't fit the header comes
// as a *RowError whose Skipped is true, and the next rows follow; any other
// error is the last thing that comes. Rows without anything in them are passed over.
func (t *Table) Rows(ctx context.Context) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		skip := t.Form.HeaderRows
		for row, err := range t.records.each(ctx) {
			if err != nil {
				if !yield(row, t.name(err)) {
					return
				}
				continue
			}
			if empty := blank(row.Cells); empty && (skip > 0 || len(t.Columns) > 1) {
				continue
			}
			if skip > 0 {
				skip--
				continue
			}
			if err := t.fit(&row); err != nil {
				if !yield(Row{Number: row.Number, Line: row.Line}, err) {
					return
				}
				continue
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// fit gives the row as many cells as there are columns. A workbook leaves empty
// cells at the end out, and so do many programs that write CSV with delimiters
// at the end of every row; anything else means that the row was torn.
func (t *Table) fit(row *Row) error {
	want, got := len(t.Columns), len(row.Cells)
	for got > want && row.Cells[got-1] == "" {
		got--
	}
	row.Cells = row.Cells[:got]
	if got == want {
		return nil
	}
	if got < want && t.Form.Workbook() {
		for len(row.Cells) < want {
			row.Cells = append(row.Cells, "")
		}
		return nil
	}
	return &RowError{
		File: t.Name, Row: row.Number, Line: row.Line, Skipped: true,
		Why: fmt.Sprintf("%s, but the header has %s", counted(got, "cell", "cells"), counted(want, "column", "columns")),
	}
}

// name completes an error with what only the table knows.
func (t *Table) name(err error) error {
	if at, ok := errors.AsType[*RowError](err); ok {
		at.File = t.Name
		if at.Column > 0 && at.Column <= len(t.Columns) {
			at.Header = t.Columns[at.Column-1].Name
		}
	}
	return err
}

// Sample is the first n rows that fit the header, and as many errors of rows
// that don't as lie between them.
func (t *Table) Sample(ctx context.Context, n int) ([]Row, []*RowError, error) {
	var rows []Row
	var skipped []*RowError
	for row, err := range t.Rows(ctx) {
		var at *RowError
		switch {
		case errors.As(err, &at) && at.Skipped:
			skipped = append(skipped, at)
		case err != nil:
			return rows, skipped, err
		default:
			row.Cells = append([]string(nil), row.Cells...)
			rows = append(rows, row)
		}
		if len(rows) == n {
			break
		}
	}
	return rows, skipped, ctx.Err()
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
