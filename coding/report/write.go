package report

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"concord/coding"
	"concord/coding/report/paper"
)

// Document is what can be written: *Book, *Excerpts, *Study.
type Document interface {
	// Paper lays it out to be read.
	Paper() paper.Paper
	// Sheets lays it out as tables.
	Sheets() []paper.Sheet
}

// Format is a form of file, named by its ending.
type Format string

// The formats.
const (
	DOCX     Format = ".docx"
	XLSX     Format = ".xlsx"
	CSV      Format = ".csv"
	HTML     Format = ".html"
	Markdown Format = ".md"
)

// Formats lists them in the order in which they are offered.
func Formats() []Format { return []Format{DOCX, HTML, Markdown, XLSX, CSV} }

// FormatOf is the format that a file's name asks for.
func FormatOf(path string) (Format, error) {
	f := Format(strings.ToLower(filepath.Ext(path)))
	switch f {
	case ".htm":
		return HTML, nil
	case ".markdown":
		return Markdown, nil
	}
	if slices.Contains(Formats(), f) {
		return f, nil
	}
	return "", fmt.Errorf("%w: %s: a report ends in .docx, .html, .md, .xlsx or .csv", coding.ErrInvalid, filepath.Base(path))
}

// Write writes a document in a format. It stops when ctx is cancelled.
func Write(ctx context.Context, w io.Writer, f Format, d Document) error {
	switch f {
	case DOCX:
		return paper.WriteDOCX(ctx, w, d.Paper())
	case HTML:
		return paper.WriteHTML(ctx, w, d.Paper())
	case Markdown:
		return paper.WriteMarkdown(ctx, w, d.Paper())
	case XLSX:
		about := d.Paper()
		return paper.WriteXLSX(ctx, w, about.Title, about.Date, d.Sheets()...)
	case CSV:
		sheets := d.Sheets()
		if len(sheets) != 1 {
			return fmt.Errorf("%w: a CSV file holds one table and this report has %d: choose .xlsx", coding.ErrInvalid, len(sheets))
		}
		return paper.WriteCSV(ctx, w, sheets[0])
	}
	return fmt.Errorf("%w: there is no format %q", coding.ErrInvalid, f)
}

// Export writes a document into a file, in the format that its name asks for,
// all of it or nothing.
func Export(ctx context.Context, path string, d Document) error {
	f, err := FormatOf(path)
	if err != nil {
		return err
	}
	return Save(path, func(w io.Writer) error { return Write(ctx, w, f, d) })
}
