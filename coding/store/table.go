package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"concord/coding"
)

// table is a shelf that keeps each noun as JSON, with a few columns beside it.
// A noun that is taken out leaves its row behind, emptied, so that it has its
// old number when it is brought back.
type table[T coding.Noun] struct {
	name    string
	columns []string // beside no, id, called and body
	// stamped tables have a last column, since: the event that brought the noun in.
	stamped bool
	// singly says that a noun may name another of the same edit, so that they
	// are put there one after another.
	singly bool

	// trim takes from a noun what the project keeps elsewhere.
	trim func(T) T
	// rest is what stands in the body where that isn't the whole noun, and load
	// puts such a noun together again.
	rest func(T) rest
	load func(w *write, key string) (noun T, no int64, ok bool, err error)
	// called is what no other noun of the table may be called.
	called func(T) string
	// many says that there are so many that no index is kept of what they are
	// called; for the few steps that name one, all are learnt.
	many bool
	// seldom says that what follows in a step seldom names them, so that their
	// numbers are looked up then.
	seldom bool
	// values are those of the columns.
	values func(w *write, noun T) ([]any, error)
	// allowed says whether the person may do this.
	allowed func(w *write, was, now *T) error
	// uses are where a noun may still be needed.
	uses []use
	// follow keeps other tables in step; was or now is nil for what is added or removed.
	follow func(w *write, no int64, was, now *T) error
}

const (
	selectBody   = `SELECT no, body FROM %s WHERE id = $1 AND body IS NOT NULL`
	selectState  = `SELECT no, body IS NOT NULL FROM %s WHERE id = $1`
	selectCalled = `SELECT COUNT(*) FROM %s WHERE called = $1 AND id <> $2`
	emptyRow     = `UPDATE %s SET called = NULL, body = NULL WHERE no = $1`
	fillRow      = `UPDATE %s SET called = $1, body = $2%s WHERE no = %s`
)

func (t table[T]) plain(noun T) T {
	if t.trim == nil {
		return noun
	}
	return t.trim(noun)
}

func (t table[T]) body(noun T, whole []byte) ([]byte, error) {
	switch {
	case t.rest != nil:
		return t.rest(noun).pack()
	case t.trim != nil:
		return json.Marshal(t.trim(noun))
	}
	return whole, nil
}

func (t table[T]) find(w *write, key string) (noun T, no int64, ok bool, err error) {
	if t.load != nil {
		return t.load(w, key)
	}
	var body []byte
	ok, err = w.one(fmt.Sprintf(selectBody, t.name), []any{key}, &no, &body)
	if !ok || err != nil {
		return noun, 0, false, err
	}
	if err := json.Unmarshal(body, &noun); err != nil {
		return noun, 0, false, refuse(coding.ErrDamaged, "table %s, row %d: %w", t.name, no, err)
	}
	return noun, no, true, nil
}

func (t table[T]) may(w *write, was, now *T) error {
	if t.allowed == nil {
		return nil
	}
	return t.allowed(w, was, now)
}

func (t table[T]) remove(w *write, no int64, was T) error {
	if _, err := w.exec(fmt.Sprintf(emptyRow, t.name), no); err != nil {
		return err
	}
	if t.many {
		w.release(t.name, t.called(was), was.Key())
	}
	delete(w.numbers[t.name], was.Key())
	return t.after(w, no, &was, nil)
}

func (t table[T]) free(w *write, no int64, was T) error {
	if w.replay {
		return nil
	}
	return w.unused(named(was), no, was.Key(), t.uses)
}

func (t table[T]) alter(w *write, no int64, was, now T, body []byte) error {
	row, err := t.row(w, now, body)
	if err != nil {
		return err
	}
	if t.many {
		w.release(t.name, t.called(was), was.Key())
	}
	if err := t.claim(w, now); err != nil {
		return err
	}
	if err := t.fill(w, no, t.columns, row[2:]); err != nil {
		return err
	}
	return t.after(w, no, &was, &now)
}

func (t table[T]) add(w *write, nouns []T, bodies [][]byte) error {
	if t.singly && len(nouns) > 1 {
		for i := range nouns {
			if err := t.add(w, nouns[i:i+1], bodies[i:i+1]); err != nil {
				return err
			}
		}
		return nil
	}
	columns := t.columns
	if t.stamped {
		columns = append(slices.Clone(columns), "since")
	}
	rows := make([][]any, len(nouns))
	for i, noun := range nouns {
		row, err := t.row(w, noun, bodies[i])
		if err != nil {
			return err
		}
		if t.stamped {
			row = append(row, int64(w.seq))
		}
		no, err := w.fresh(t.name)
		if err != nil {
			return err
		}
		rows[i] = row
		row[0], row[1] = no, noun.Key()
		if t.many {
			if err := t.claim(w, noun); err != nil {
				return err
			}
		}
	}
	clashed, err := w.insert(t.name, append([]string{"no", "id", "called", "body"}, columns...), slices.Values(rows))
	if err != nil {
		return err
	}
	if err := t.restore(w, clashed, nouns, columns); err != nil {
		return err
	}
	for i, noun := range nouns {
		no := rows[i][0].(int64)
		if !t.seldom {
			w.learn(t.name, noun.Key(), no)
		}
		if err := t.after(w, no, nil, &noun); err != nil {
			return err
		}
	}
	return nil
}

// restore brings nouns back into the rows that they had. It is given the rows
// of which some clashed, and sets their numbers right.
func (t table[T]) restore(w *write, clashed [][]any, nouns []T, columns []string) error {
	if len(clashed) == 0 {
		return nil
	}
	delete(w.next, t.name) // some numbers weren't taken
	byKey := make(map[string]T, len(nouns))
	for _, noun := range nouns {
		byKey[noun.Key()] = noun
	}
	for _, row := range clashed {
		noun := byKey[row[1].(string)]
		var no int64
		var there bool
		known, err := w.one(fmt.Sprintf(selectState, t.name), []any{noun.Key()}, &no, &there)
		switch {
		case err != nil:
			return err
		case !known:
			return t.taken(noun)
		case no == row[0]:
			continue // this one went in
		case there:
			return refuse(coding.ErrConflict, "%s is in the project already", named(noun))
		}
		row[0] = no
		if !t.many {
			if err := t.claim(w, noun); err != nil {
				return err
			}
		}
		if err := t.fill(w, no, columns, row[2:]); err != nil {
			return err
		}
	}
	return nil
}

// claim checks that no other noun is called as this one is to be.
func (t table[T]) claim(w *write, noun T) error {
	if t.called == nil || w.replay {
		return nil
	}
	name, key := t.called(noun), noun.Key()
	if t.many {
		owners, err := w.owners(t.name)
		if err != nil {
			return err
		}
		if owner, ok := owners[name]; ok && owner != key {
			return t.taken(noun)
		}
		owners[name] = key
		return nil
	}
	var others int
	if _, err := w.one(fmt.Sprintf(selectCalled, t.name), []any{name, key}, &others); err != nil {
		return err
	}
	if others > 0 {
		return t.taken(noun)
	}
	return nil
}

// fill writes a noun into a row that is there; values are those of called,
// body and the columns.
func (t table[T]) fill(w *write, no int64, columns []string, values []any) error {
	var set strings.Builder
	for i, column := range columns {
		set.WriteString(", " + column + " = $" + strconv.Itoa(i+3))
	}
	statement := fmt.Sprintf(fillRow, t.name, set.String(), "$"+strconv.Itoa(len(values)+1))
	_, err := w.exec(statement, append(slices.Clone(values), no)...)
	return err
}

// row are the values of called, body and the columns, behind room for no and id.
func (t table[T]) row(w *write, noun T, body []byte) ([]any, error) {
	row := make([]any, 4, 4+len(t.columns)+1)
	if t.called != nil {
		row[2] = t.called(noun)
	}
	row[3] = string(body)
	if t.values == nil {
		return row, nil
	}
	values, err := t.values(w, noun)
	return append(row, values...), err
}

func (t table[T]) taken(noun T) error {
	return refuse(coding.ErrConflict, "there is another %s already; a name stands for one thing", named(noun))
}

func (t table[T]) after(w *write, no int64, was, now *T) error {
	if t.follow == nil {
		return nil
	}
	return t.follow(w, no, was, now)
}
