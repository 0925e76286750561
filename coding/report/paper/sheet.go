package paper

// Sheet is a table for a spreadsheet: a header and rows of values.
type Sheet struct {
	Name    string
	Columns []Field
	// Rows hold a value for each column: string, int, float64, or nil for nothing.
	Rows [][]any
}

// Field is a column of a Sheet.
type Field struct {
	Head string
	// Width is about how many characters are shown; longer text wraps.
	Width float64
}
