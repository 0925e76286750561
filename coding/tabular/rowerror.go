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
	var b strings.Builder
	fmt.Fprintf(&b, "row %d", e.Row)
	if e.Line != 0 && e.Line != e.Row {
		fmt.Fprintf(&b, " (line %d)", e.Line)
	}
	if e.Column > 0 {
		fmt.Fprintf(&b, ", column %d", e.Column)
	}
	if e.Header != "" {
		fmt.Fprintf(&b, " (%q)", e.Header)
	}
	return b.String()
}

// Unwrap is the cause.
func (e *RowError) Unwrap() error { return e.Err }
