package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"concord/coding"
)

// shelf is where the nouns of one kind stand, and the rules for putting them
// there. Each of its methods takes its part of an edit.
type shelf[T coding.Noun] interface {
	// plain is the noun as the project keeps and compares it.
	plain(noun T) T
	// body is what stands in the noun's row, out of the whole of its JSON.
	body(noun T, whole []byte) ([]byte, error)
	// find gives the noun that is there under a key, whoever may see it.
	find(w *write, key string) (noun T, no int64, ok bool, err error)
	// may says whether the person may make now out of was; one of them is nil
	// for what is added or removed.
	may(w *write, was, now *T) error
	remove(w *write, no int64, was T) error
	// free checks that nothing needs what was removed.
	free(w *write, no int64, was T) error
	alter(w *write, no int64, was, now T, body []byte) error
	add(w *write, nouns []T, bodies [][]byte) error
}

// work is a change on its way into the project.
type work interface {
	// ready does what needs no database, so that it can be done ahead.
	ready() error
	// apply makes the change, and gives its row of the log.
	apply(w *write) (logged, error)
	// size is how many nouns it is about.
	size() int
}

// edit is an edit of one kind of nouns, as work.
type edit[T coding.Noun] struct {
	change  coding.Edit[T]
	shelf   shelf[T]
	bodies  [][]byte // of what is Now
	payload string
}

func newEdit[T coding.Noun](change coding.Edit[T], s shelf[T]) *edit[T] {
	return &edit[T]{change: change, shelf: s}
}

func (e *edit[T]) size() int { return max(len(e.change.Was), len(e.change.Now)) }

func (e *edit[T]) ready() error {
	was, err := marshalAll(e.change.Was)
	if err != nil {
		return err
	}
	now, err := marshalAll(e.change.Now)
	if err != nil {
		return err
	}
	e.payload = payload(was, now)
	if len(e.payload) > mostBytes {
		return refuse(coding.ErrInvalid, "a change of %d %ss at once is too large; a step may have many changes",
			len(was)+len(now), e.change.Kind())
	}
	e.bodies = now
	for i, noun := range e.change.Now {
		if e.bodies[i], err = e.shelf.body(noun, now[i]); err != nil {
			return err
		}
	}
	return nil
}

// apply takes out what goes, then changes what stays, then brings in what is new.
// What goes may be needed until then: a theme goes together with its codes.
func (e *edit[T]) apply(w *write) (logged, error) {
	s, was, now := e.shelf, e.change.Was, e.change.Now
	row, err := describe(w, e.change)
	if err != nil {
		return row, err
	}
	row.payload = e.payload
	numbers := make([]int64, len(was))
	for i, noun := range was {
		if numbers[i], err = present(w, s, noun); err != nil {
			return row, err
		}
	}
	goes, stays, comes := sortOut(e.change)
	for _, i := range goes {
		if err := allowed(w, s, &was[i], nil); err != nil {
			return row, err
		}
		if err := s.remove(w, numbers[i], was[i]); err != nil {
			return row, err
		}
	}
	for _, pair := range stays {
		i, j := pair[0], pair[1]
		if err := allowed(w, s, &was[i], &now[j]); err != nil {
			return row, err
		}
		if err := s.alter(w, numbers[i], was[i], now[j], e.bodies[j]); err != nil {
			return row, err
		}
	}
	if err := comeIn(w, s, now, e.bodies, comes); err != nil {
		return row, err
	}
	for _, i := range goes {
		if err := s.free(w, numbers[i], was[i]); err != nil {
			return row, err
		}
	}
	return row, nil
}

// comeIn adds those of the nouns whose places are given.
func comeIn[T coding.Noun](w *write, s shelf[T], nouns []T, bodies [][]byte, places []int) error {
	if len(places) == 0 {
		return nil
	}
	for _, i := range places {
		if err := allowed(w, s, nil, &nouns[i]); err != nil {
			return err
		}
	}
	if len(places) == len(nouns) {
		return s.add(w, nouns, bodies)
	}
	var fresh []T
	var freshBodies [][]byte
	for _, i := range places {
		fresh, freshBodies = append(fresh, nouns[i]), append(freshBodies, bodies[i])
	}
	return s.add(w, fresh, freshBodies)
}

// sortOut tells what goes (places in Was), stays (in Was and in Now) and comes (in Now).
func sortOut[T coding.Noun](e coding.Edit[T]) (goes []int, stays [][2]int, comes []int) {
	now := make(map[string]int, len(e.Now))
	if len(e.Was) > 0 {
		for j, noun := range e.Now {
			now[noun.Key()] = j
		}
	}
	kept := map[int]bool{}
	for i, noun := range e.Was {
		if j, ok := now[noun.Key()]; ok {
			stays = append(stays, [2]int{i, j})
			kept[j] = true
		} else {
			goes = append(goes, i)
		}
	}
	for j := range e.Now {
		if !kept[j] {
			comes = append(comes, j)
		}
	}
	return goes, stays, comes
}

// allowed says whether the person may do this; a replay has been allowed once.
func allowed[T coding.Noun](w *write, s shelf[T], was, now *T) error {
	if w.replay {
		return nil
	}
	return s.may(w, was, now)
}

// describe says whose work in which round the edit is about.
func describe[T coding.Noun](w *write, e coding.Edit[T]) (logged, error) {
	row := logged{kind: e.Kind()}
	one := e.Now
	if len(one) == 0 {
		one = e.Was
	}
	coder, in := coding.Belongs(one[0])
	var err error
	if row.coder, err = w.maybe("coders", string(coder)); err != nil {
		return row, err
	}
	row.round, err = w.maybe("rounds", string(in))
	return row, err
}

// present checks that a noun is there, may be seen, and is as the edit says.
func present[T coding.Noun](w *write, s shelf[T], was T) (int64, error) {
	stored, no, ok, err := s.find(w, was.Key())
	if err != nil {
		return 0, err
	}
	if ok && !w.replay {
		coder, in := coding.Belongs(stored)
		hidden, err := w.hidden(coder, in)
		if err != nil {
			return 0, err
		}
		ok = !hidden
	}
	if !ok {
		return 0, fmt.Errorf("%w: %s is no longer in the project (%w)", coding.ErrConflict, named(was), coding.ErrNotFound)
	}
	is, err := json.Marshal(s.plain(stored))
	if err != nil {
		return 0, err
	}
	said, err := json.Marshal(s.plain(was))
	if err != nil {
		return 0, err
	}
	if !bytes.Equal(is, said) {
		return 0, refuse(coding.ErrConflict, "%s has been changed meanwhile", named(was))
	}
	return no, nil
}

// named is what messages call a noun: by its name where it has one.
func named[T coding.Noun](noun T) string {
	switch n := any(noun).(type) {
	case coding.Project:
		return fmt.Sprintf("project %q", n.Name)
	case coding.Coder:
		return fmt.Sprintf("coder %q", n.Name)
	case coding.Attribute:
		return fmt.Sprintf("attribute %q", n.Name)
	case coding.Case:
		return fmt.Sprintf("case %q", n.Name)
	case coding.Source:
		return fmt.Sprintf("source %q", n.Name)
	case coding.Code:
		return fmt.Sprintf("code %q", n.Name)
	case coding.Round:
		return fmt.Sprintf("round %q", n.Name)
	case coding.Search:
		return fmt.Sprintf("saved search %q", n.Name)
	case coding.Version:
		return fmt.Sprintf("codebook version %d", n.Number)
	case coding.Done:
		return "the done mark"
	case coding.Coding:
		return "the coding"
	case coding.Memo:
		return "the memo"
	}
	return "the decision"
}

func marshalAll[T any](nouns []T) ([][]byte, error) {
	all := make([][]byte, len(nouns))
	for i := range nouns {
		var err error
		if all[i], err = json.Marshal(nouns[i]); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// payload is the JSON of an edit, put together from that of its nouns.
func payload(was, now [][]byte) string {
	size := len(`{"was":[],"now":[]}`)
	for _, noun := range slices.Concat(was, now) {
		size += len(noun) + 1
	}
	var b strings.Builder
	b.Grow(size)
	b.WriteByte('{')
	for _, side := range []struct {
		name  string
		nouns [][]byte
	}{{`"was":[`, was}, {`"now":[`, now}} {
		if len(side.nouns) == 0 {
			continue
		}
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		b.WriteString(side.name)
		for i, noun := range side.nouns {
			if i > 0 {
				b.WriteByte(',')
			}
			b.Write(noun)
		}
		b.WriteByte(']')
	}
	b.WriteByte('}')
	return b.String()
}
