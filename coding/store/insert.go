package store

import (
	"iter"
	"strconv"
	"strings"
)

// So many rows, or bytes of text, go into a table with one statement: more
// gain nothing and are all in memory at once.
const (
	rowsAtOnce  = 50
	bytesAtOnce = 1 << 20
)

// insert puts rows into a table and leaves out those that clash with what is
// there. It gives the rows of each lot of which some were left out.
func (w *write) insert(table string, columns []string, rows iter.Seq[[]any]) (clashed [][]any, err error) {
	lot := make([][]any, 0, rowsAtOnce)
	args := make([]any, 0, rowsAtOnce*len(columns))
	bytes := 0
	put := func() error {
		if len(lot) == 0 {
			return nil
		}
		for _, row := range lot {
			args = append(args, row...)
		}
		in, err := w.exec(w.insertion(table, columns, len(lot)), args...)
		if err != nil {
			return err
		}
		if in < int64(len(lot)) {
			clashed = append(clashed, lot...)
		}
		lot, args, bytes = lot[:0], args[:0], 0
		return nil
	}
	for row := range rows {
		size := 0
		for _, value := range row {
			if text, ok := value.(string); ok {
				size += len(text)
			}
		}
		if len(lot) == rowsAtOnce || bytes+size > bytesAtOnce {
			if err := put(); err != nil {
				return nil, err
			}
		}
		lot, bytes = append(lot, row), bytes+size
	}
	return clashed, put()
}

// lotOf names the statement that puts so many rows into a table.
type lotOf struct {
	table string
	rows  int
}

// insertion is the statement that puts n rows into a table. The columns of a
// table are always the same.
func (w *write) insertion(table string, columns []string, n int) string {
	if text, ok := w.insertions[lotOf{table, n}]; ok {
		return text
	}
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
	w.insertions[lotOf{table, n}] = b.String()
	return b.String()
}
