package store

import (
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
func (w *write) insert(table string, columns []string, rows [][]any) (clashed [][]any, err error) {
	args := make([]any, 0, min(len(rows), rowsAtOnce)*len(columns))
	for len(rows) > 0 {
		n := lot(rows)
		args = args[:0]
		for _, row := range rows[:n] {
			args = append(args, row...)
		}
		in, err := w.exec(w.insertion(table, columns, n), args...)
		if err != nil {
			return nil, err
		}
		if in < int64(n) {
			clashed = append(clashed, rows[:n]...)
		}
		rows = rows[n:]
	}
	return clashed, nil
}

// lot is how many of the rows go into the next statement: one at least.
func lot(rows [][]any) int {
	size := 0
	for i, row := range rows[:min(len(rows), rowsAtOnce)] {
		for _, value := range row {
			if text, ok := value.(string); ok {
				size += len(text)
			}
		}
		if size > bytesAtOnce {
			return max(1, i)
		}
	}
	return min(len(rows), rowsAtOnce)
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
