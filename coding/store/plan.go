package store

import (
	"iter"

	"concord/coding"
)

// plan makes work of changes.
func plan(changes []coding.Change) ([]work, error) {
	works := make([]work, len(changes))
	for i, change := range changes {
		if works[i] = planned(change); works[i] == nil {
			return nil, refuse(coding.ErrInvalid, "there is no change of kind %q", change.Kind())
		}
	}
	return works, nil
}

// sizes is how many nouns some work is about.
func sizes(works []work) int {
	n := 0
	for _, one := range works {
		n += one.size()
	}
	return n
}

// planned makes work of a change; nil of a kind that isn't known.
func planned(change coding.Change) work {
	switch e := change.(type) {
	case coding.Edit[coding.Project]:
		return newEdit(e, projects())
	case coding.Edit[coding.Coder]:
		return newEdit(e, coders())
	case coding.Edit[coding.Attribute]:
		return newEdit(e, attributes())
	case coding.Edit[coding.Case]:
		return newEdit(e, cases())
	case coding.Edit[coding.Source]:
		return newEdit(e, sources())
	case coding.Edit[coding.Code]:
		return newEdit(e, codes())
	case coding.Edit[coding.Version]:
		return newEdit(e, versions())
	case coding.Edit[coding.Round]:
		return newEdit(e, rounds())
	case coding.Edit[coding.Coding]:
		return newEdit(e, codings{})
	case coding.Edit[coding.Done]:
		return newEdit(e, dones{})
	case coding.Edit[coding.Memo]:
		return newEdit(e, memos())
	case coding.Edit[coding.Decision]:
		return newEdit(e, decisions())
	case coding.Edit[coding.Search]:
		return newEdit(e, searches())
	}
	return nil
}

// So much work is made ready before it is its turn.
const readyAhead = 4

// ahead gives for each piece of work what applies it, and makes the following
// ones ready in the meantime. It ends when stop is closed.
func ahead(works []work, stop <-chan struct{}) iter.Seq2[int, func(*write) (logged, error)] {
	ready := make(chan error, readyAhead)
	go func() {
		for _, one := range works {
			select {
			case ready <- one.ready():
			case <-stop:
				return
			}
		}
	}()
	return func(yield func(int, func(*write) (logged, error)) bool) {
		for i, one := range works {
			err := <-ready
			next := one.apply
			if err != nil {
				next = func(*write) (logged, error) { return logged{}, err }
			}
			if !yield(i, next) {
				return
			}
			works[i] = nil // what it made ready is of no more use
		}
	}
}

// change applies a single change.
func (w *write) change(change coding.Change) error {
	one := planned(change)
	if one == nil {
		return nil // what it did isn't known here
	}
	if err := one.ready(); err != nil {
		return err
	}
	_, err := one.apply(w)
	return err
}
