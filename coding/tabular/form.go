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
	// HeaderRows above the answers, those of a title among them; 0 if there are none.
	HeaderRows int
	// Title that stands above the header, a row each; mostly there is none.
	Title []string

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
func (f Form) String() string { return strings.Join(f.Words(), ", ") }

// Words say the form, a fact each.
func (f Form) Words() []string {
	var words []string
	if f.Workbook() {
		words = append(words, fmt.Sprintf("sheet %q", f.Sheet))
	} else {
		words = append(words, string(f.Encoding), delimiterWords(f.Delimiter))
		switch f.Quote {
		case '"':
		case NoQuote:
			words = append(words, "no quotation marks")
		default:
			words = append(words, fmt.Sprintf("quoted with %c", f.Quote))
		}
	}
	switch n := f.HeaderRows - len(f.Title); n {
	case 0:
		words = append(words, "no header row")
	case 1:
		words = append(words, "one header row")
	case 2:
		words = append(words, "two header rows")
	case 3:
		words = append(words, "three header rows")
	default:
		words = append(words, fmt.Sprintf("%d header rows", n))
	}
	switch n := len(f.Title); {
	case n == 1:
		words = append(words, "below a title, known by its single cell above a header as wide as the answers")
	case n > 1:
		words = append(words, fmt.Sprintf("below a title of %d rows, known by their single cells above a header as wide as the answers", n))
	}
	if f.Software != "" {
		words = append(words, fmt.Sprintf("from %s", f.Software))
	}
	return words
}

func delimiterWords(r rune) string {
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
