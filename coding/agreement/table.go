package agreement

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// row is a line of a table in CSV.
type row struct {
	line  int
	cells []string // without the spaces around them
}

// readTable reads a table in CSV, header first. Columns are separated by commas,
// or by tabs or semicolons where the header has no comma, as spreadsheets write
// them in many countries. Every error names file and line.
func readTable(name string, from io.Reader) (header []string, rows []row, err error) {
	buffered := bufio.NewReader(from)
	if mark, err := buffered.Peek(3); err == nil && string(mark) == "\uFEFF" {
		_, _ = buffered.Discard(3)
	}
	reader := csv.NewReader(buffered)
	reader.FieldsPerRecord = -1
	beginning, _ := buffered.Peek(4096)
	reader.Comma = separator(string(beginning))
	for {
		cells, err := reader.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, nil, unreadable(name, err)
		}
		line, _ := reader.FieldPos(0)
		for i, cell := range cells {
			if !utf8.ValidString(cell) {
				return nil, nil, fmt.Errorf("%s, line %d, column %d: the text isn't UTF-8: save the table as CSV UTF-8", name, line, i+1)
			}
			cells[i] = strings.TrimSpace(cell)
		}
		if header == nil {
			header = cells
			continue
		}
		if !slices.ContainsFunc(cells, func(cell string) bool { return cell != "" }) {
			continue // an empty line, or one that a spreadsheet left
		}
		if len(cells) != len(header) {
			return nil, nil, fmt.Errorf("%s, line %d: %d cells where the header has %d: every row needs one cell a column, empty where nothing is known",
				name, line, len(cells), len(header))
		}
		rows = append(rows, row{line, cells})
	}
	if header == nil {
		return nil, nil, fmt.Errorf("%s: the table is empty: it needs a header line", name)
	}
	return header, rows, nil
}

// separator is what separates the columns of a table that begins so.
func separator(beginning string) rune {
	header, _, _ := strings.Cut(strings.TrimLeft(beginning, "\r\n"), "\n")
	for _, r := range ",\t;" {
		if strings.ContainsRune(header, r) {
			return r
		}
	}
	return ','
}

func unreadable(name string, err error) error {
	if parse, found := errors.AsType[*csv.ParseError](err); found {
		return fmt.Errorf("%s, line %d: %w: a cell that holds a quotation mark is put in quotation marks, with the inner one doubled",
			name, parse.StartLine, parse.Err)
	}
	return fmt.Errorf("read %s: %w", name, err)
}
