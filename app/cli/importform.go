package cli

import (
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"concord/coding/document"
	"concord/coding/tabular"
)

// fileForm is what a person says of how a table is written, where it isn't
// recognised as it is.
type fileForm struct {
	sheet      string
	encoding   string
	delimiter  string
	quote      string
	headerRows int
}

const recogniseHeader = -1

func (f *fileForm) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.sheet, "sheet", "", "the sheet of a workbook")
	flags.StringVar(&f.encoding, "encoding", "", "the encoding of a text file, as in windows-1252")
	flags.StringVar(&f.delimiter, "delimiter", "", "what stands between the cells of a text file: a character, tab or none")
	flags.StringVar(&f.quote, "quote", "", `what stands around cells of a text file: ", ' or none`)
	flags.IntVar(&f.headerRows, "header-rows", recogniseHeader, "how many rows stand above the answers; 0 if there are none (default: recognised)")
	flags.Lookup("header-rows").DefValue = "0" // which help doesn't print: the words above say it
}

// options corrects what would be recognised.
func (f fileForm) options() (tabular.Options, error) {
	o := tabular.Options{Sheet: f.sheet, Encoding: document.Encoding(f.encoding)}
	switch d, n := utf8.DecodeRuneInString(f.delimiter); {
	case f.delimiter == "":
	case strings.EqualFold(f.delimiter, "tab") || f.delimiter == `\t`:
		o.Delimiter = '\t'
	case strings.EqualFold(f.delimiter, "none"):
		o.Delimiter = tabular.NoDelimiter
	case n == len(f.delimiter):
		o.Delimiter = d
	default:
		return o, usage("--delimiter %q: write one character, tab or none", f.delimiter)
	}
	switch f.quote {
	case "":
	case `"`, "'":
		o.Quote = rune(f.quote[0])
	case "none":
		o.Quote = tabular.NoQuote
	default:
		return o, usage(`--quote %q: write ", ' or none`, f.quote)
	}
	switch {
	case f.headerRows == 0:
		o.HeaderRows = tabular.NoHeader
	case f.headerRows > 0:
		o.HeaderRows = f.headerRows
	case f.headerRows != recogniseHeader:
		return o, usage("--header-rows %d: write how many rows stand above the answers", f.headerRows)
	}
	return o, nil
}
