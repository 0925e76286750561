package tabular

import (
	"fmt"
	"strings"

	"concord/coding/document"
)

// Form is how a file is written: what Open recognised or was told.
type Form struct {
	// Software that exported the table, where its header shows it: Qualtrics,
	// Google Forms, LimeSurvey; else empty.
	Software string
	// HeaderRows above the answers; 0 if there are none.
	HeaderRows int

	// Encoding, Delimiter and Quote of a text file. NoDelimiter and NoQuote say none.
	Encoding  document.Encoding
	Delimiter rune
	Quote     rune

	// Sheet that is read, and all Sheets of the workbook.
	Sheet  string
	Sheets []string
}

// Workbook says that the file is one, so that it has sheets and no delimiter.
func (f Form) Workbook() bool { return f.Sheet != "" }

// String says the form in one line: "UTF-8, commas, one header row".
func (f Form) String() string {
	var parts []string
	if f.Workbook() {
		parts = append(parts, fmt.Sprintf("sheet %q", f.Sheet))
	} else {
		parts = append(parts, string(f.Encoding), delimiterName(f.Delimiter))
		switch f.Quote {
		case '"':
		case NoQuote:
			parts = append(parts, "no quotation marks")
		default:
			parts = append(parts, fmt.Sprintf("quoted with %c", f.Quote))
		}
	}
	switch f.HeaderRows {
	case 0:
		parts = append(parts, "no header row")
	case 1:
		parts = append(parts, "one header row")
	case 2:
		parts = append(parts, "two header rows")
	case 3:
		parts = append(parts, "three header rows")
	default:
		parts = append(parts, fmt.Sprintf("%d header rows", f.HeaderRows))
	}
	if f.Software != "" {
		parts = append(parts, "from "+f.Software)
	}
	return strings.Join(parts, ", ")
}

func delimiterName(r rune) string {
	switch r {
	case ',':
		return "commas"
	case ';':
		return "semicolons"
	case '\t':
		return "tabs"
	case '|':
		return "bars"
	case NoDelimiter:
		return "one cell a line"
	}
	return fmt.Sprintf("divided by %q", r)
}
