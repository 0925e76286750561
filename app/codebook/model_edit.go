package codebook

import (
	"slices"

	"concord/coding"
)

// Direction is where a code goes in the tree.
type Direction int

// The directions: among its neighbours, under the one before it, and out of
// the code that it lies under.
const (
	Up Direction = iota
	Down
	In
	Out
)

// Target is where a code lands that goes in a direction: under which code, and
// at which place there. ok is false where it can't go.
func (s *Study) Target(id coding.CodeID, d Direction) (parent coding.CodeID, place int, ok bool) {
	code, known := s.Book.Code(id)
	if !known {
		return "", 0, false
	}
	siblings := s.Book.Children(code.Parent)
	at := indexOf(siblings, id)
	switch d {
	case Up:
		return code.Parent, at - 1, at > 0
	case Down:
		return code.Parent, at + 1, at+1 < len(siblings)
	case In:
		if at == 0 {
			return "", 0, false
		}
		under := siblings[at-1].ID
		return under, len(s.Book.Children(under)), true
	default:
		above, known := s.Book.Code(code.Parent)
		if !known {
			return "", 0, false
		}
		return above.Parent, indexOf(s.Book.Children(above.Parent), above.ID) + 1, true
	}
}

// Paste is where a cut code lands that is pasted onto another: under it where
// that is a theme or has codes under it, else behind it.
func (s *Study) Paste(cut, onto coding.CodeID) (parent coding.CodeID, place int, ok bool) {
	target, known := s.Book.Code(onto)
	if !known {
		return "", len(s.Book.Children("")), cut != ""
	}
	if s.inside(onto, cut) {
		return "", 0, false
	}
	if target.Parent == "" || !s.Book.Leaf(onto) {
		return onto, len(s.Book.Children(onto)), true
	}
	others := slices.DeleteFunc(s.Book.Children(target.Parent), func(c coding.Code) bool { return c.ID == cut })
	return target.Parent, indexOf(others, onto) + 1, true
}

// Drop is where a code lands that is dragged onto another, or to the line above
// or below it; onto nothing, it becomes the last theme. ok is false where it
// can't go: a code can't lie under itself.
func (s *Study) Drop(id, onto coding.CodeID, beside, below bool) (parent coding.CodeID, place int, ok bool) {
	target, known := s.Book.Code(onto)
	if known && s.inside(onto, id) {
		return "", 0, false
	}
	parent = onto
	if beside {
		parent = target.Parent
	}
	others := slices.DeleteFunc(s.Book.Children(parent), func(c coding.Code) bool { return c.ID == id })
	if !known || !beside {
		return parent, len(others), true
	}
	place = indexOf(others, onto)
	if below {
		place++
	}
	return parent, place, true
}

func indexOf(codes []coding.Code, id coding.CodeID) int {
	for i, c := range codes {
		if c.ID == id {
			return i
		}
	}
	return -1
}
