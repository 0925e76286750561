package coding

// Turns tells events that take a step back from those that bring one back
// again. It is shown the events in the log's order; its zero value is ready.
type Turns struct{ back map[Seq]bool }

// Back reports whether an event belongs to a step that takes one back, other
// than one that had taken one back itself.
func (t *Turns) Back(e Event) bool {
	if e.Undoes == 0 || t.back[e.Undoes] {
		return false
	}
	if t.back == nil {
		t.back = map[Seq]bool{}
	}
	t.back[e.Seq] = true
	return true
}

// Touches reports whether a change is made to one of some codings.
func Touches(c Change, codings map[CodingID]bool) bool {
	edit, ok := c.(Edit[Coding])
	if !ok {
		return false
	}
	for _, some := range [][]Coding{edit.Was, edit.Now} {
		for _, one := range some {
			if codings[one.ID] {
				return true
			}
		}
	}
	return false
}
