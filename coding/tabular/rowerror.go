package tabular

import (
	"fmt"
	"strings"
)

// RowError is a fault of a file at one of its rows, and in one of its cells
// where that is known.
type RowError struct {
	File string
	// Row as a spreadsheet counts it, Line as a text editor does (0 if unknown).
	Row, Line int
	// Column from 1, with its header; 0 and empty where the whole row is meant.
	Column int
	Header string
	Why    string
	// Skipped says that the row alone is left out, and that reading goes on behind it.
	Skipped bool
	// Err is what caused it, if something did.
	Err error
}

// Error says file, row, column and reason.
func (e *RowError) Error() string {
	var b strings.Builder
	if e.File != "" {
		fmt.Fprintf(&b, "%s: ", e.File)
	}
	b.WriteString(e.Place())
	b.WriteString(": ")
	b.WriteString(e.Why)
	return b.String()
}

// Place is where the fault is, in words: `row 5 (line 9), column 2 ("Comment")`.
func (e *RowError) Place() string {
	return strings.Join(e.placeWords(), ", ")
}

// placeWords are the row, and the column where it is known.
func (e *RowError) placeWords() []string {
	var words []string
	if e.Line != 0 && e.Line != e.Row {
		words = append(words, fmt.Sprintf("row %d (line %d)", e.Row, e.Line))
	} else {
		words = append(words, fmt.Sprintf("row %d", e.Row))
	}
	switch {
	case e.Column > 0 && e.Header != "":
		words = append(words, fmt.Sprintf("column %d (%q)", e.Column, e.Header))
	case e.Column > 0:
		words = append(words, fmt.Sprintf("column %d", e.Column))
	}
	return words
}

// Unwrap is the cause.
func (e *RowError) Unwrap() error { return e.Err }
