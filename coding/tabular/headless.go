package tabular

import (
	"strconv"
	"strings"
)

// headless reports whether the first row can be nothing but one of the answers:
// in some column it counts on as the rows below do, as in R1, R2, R3, no number
// twice. Numbers without a letter count on one by one in the first column.
func headless(rows [][]string) bool {
	const few = 3
	if len(rows) < few {
		return false
	}
	for column := range rows[0] {
		if countsOn(rows, column) {
			return true
		}
	}
	return false
}

func countsOn(rows [][]string, column int) bool {
	letters, last := "", 0
	seen := map[int]bool{}
	for i, row := range rows {
		if column >= len(row) {
			return false
		}
		before, n, ok := endsInNumber(row[column])
		switch {
		case !ok || seen[n]:
			return false
		case i == 0:
			letters = before
		case before != letters, letters == "" && (column > 0 || n != last+1):
			return false
		}
		seen[n], last = true, n
	}
	return true
}

// endsInNumber divides a cell into what stands before a number at its end and the number.
func endsInNumber(cell string) (before string, n int, ok bool) {
	cell = strings.TrimSpace(cell)
	before = strings.TrimRight(cell, "0123456789")
	n, err := strconv.Atoi(cell[len(before):])
	return before, n, err == nil && !strings.ContainsAny(before, " .,:")
}
