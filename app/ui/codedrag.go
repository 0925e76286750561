package ui

// DropAt is where a dragged code lands, seen from the code that it is dropped on.
type DropAt int

// The places: under the code, as its last; and beside it, under the same parent.
const (
	DropUnder DropAt = iota
	DropBefore
	DropAfter
)

// edge is how much of a row's height, at its top and at its bottom, stands for
// the line between it and the next.
const edge float32 = 8

// fall says where a code lands that is dragged over a row, so far below its top.
func (t *CodeTree) fall(from, row int, within float32) dropMark {
	var m dropMark
	switch {
	case row < 0: // below all: a theme, the last
		m = dropMark{row: len(t.rows) - 1, at: DropAfter, end: true, shift: 6}
	case row == from:
		return nowhere()
	default:
		m = t.beside(row, within)
		m.indent = float32(t.rows[m.row].Depth) * codeIndent
	}
	m.refused = t.CanDrop != nil && !t.CanDrop(t.dropped(from, m))
	return m
}

// beside says which line or code is meant so far below a row's top.
func (t *CodeTree) beside(row int, within float32) dropMark {
	reach, gap := edge*lookOf(t).scale(), t.gap(row)
	above, below := within < gap+reach, within > t.list.top(row+1)-t.list.top(row)-reach
	nested := row+1 < len(t.rows) && t.rows[row+1].Depth > t.rows[row].Depth
	switch {
	case above:
		return dropMark{row: row, at: DropBefore, shift: gap / 2}
	case below && nested: // the line above the first code under it
		return dropMark{row: row + 1, at: DropBefore}
	case below:
		return dropMark{row: row, at: DropAfter}
	}
	return dropMark{row: row, shift: gap}
}

// gap is the room above a theme.
func (t *CodeTree) gap(row int) float32 {
	if t.rows[row].Depth == 0 && row > 0 {
		return themeGap
	}
	return 0
}

// dropped are a drag's code, and where it lands; the empty code is the book itself.
func (t *CodeTree) dropped(from int, m dropMark) (id, onto string, at DropAt) {
	if m.end {
		return t.rows[from].ID, "", DropUnder
	}
	return t.rows[from].ID, t.rows[m.row].ID, m.at
}
