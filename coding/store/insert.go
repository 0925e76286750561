package store

import (
	"slices"
	"strconv"
	"strings"
)

// So many rows go into a table with one statement: more gain nothing.
const rowsAtOnce = 50

// insert puts rows into a table and leaves out those that clash with what is
// there. It gives the rows of each lot of which some were left out.
func (w *write) insert(table string, columns []string, rows [][]any) (clashed [][]any, err error) {
	for lot := range slices.Chunk(rows, rowsAtOnce) {
		args := make([]any, 0, len(lot)*len(columns))
		for _, row := range lot {
			args = append(args, row...)
		}
		n, err := w.exec(insertion(table, columns, len(lot)), args...)
		if err != nil {
			return nil, err
		}
		if n < int64(len(lot)) {
			clashed = append(clashed, lot...)
		}
	}
	return clashed, nil
}

// insertion is the statement that puts n rows into a table.
func insertion(table string, columns []string, n int) string {
	var b strings.Builder
	b.WriteString("INSERT INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES ")
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		for j := range columns {
			if j == 0 {
				b.WriteString("($")
			} else {
				b.WriteString(",$")
			}
			b.WriteString(strconv.Itoa(i*len(columns) + j + 1))
		}
		b.WriteByte(')')
	}
	b.WriteString(" ON CONFLICT DO NOTHING")
	return b.String()
}
