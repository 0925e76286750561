package paper

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteCSV writes a sheet as comma-separated values (RFC 4180) in UTF-8.
//
// A byte order mark stands before it: without one Excel takes the file for the
// machine's old code page and spoils every accent, and with one nothing else
// reads worse. Lines end with LF, because the usual CRLF would change the line
// ends inside texts.
//
// Text that a spreadsheet would run as a formula (it begins with = + - @, a tab
// or a line end, and isn't a number) gets an apostrophe before it. The
// texts of a study come from strangers, and a cell such as =HYPERLINK(...) or
// -cmd|... acts when the file is opened. XLSX marks text as text and needs no
// such guard: that is the form that keeps every character.
func WriteCSV(ctx context.Context, w io.Writer, s Sheet) error {
	p := newPrinter(ctx, w)
	p.print("\ufeff")
	to := csv.NewWriter(p.to)
	line := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		line[i] = guard(c.Head)
	}
	p.err = to.Write(line)
	for _, row := range s.Rows {
		if p.print(); p.err != nil {
			break
		}
		for i := range line {
			line[i] = field(row[i])
		}
		p.err = to.Write(line)
	}
	to.Flush()
	return p.end()
}

// field is a value as CSV writes it.
func field(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return guard(fmt.Sprint(value))
}

// guard keeps a spreadsheet from running text as a formula.
func guard(text string) string {
	if text == "" || !strings.ContainsRune("=+-@\t\r\n", rune(text[0])) {
		return text
	}
	if _, err := strconv.ParseFloat(text, 64); err == nil {
		return text
	}
	return "'" + text
}
