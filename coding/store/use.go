package store

import (
	"fmt"
	"strings"

	"concord/coding"
)

// use is where a noun may still be needed.
type use struct {
	// rows is the rest of SELECT … FROM: the rows, as x, that need the noun $1.
	rows string
	// byKey says that $1 is the noun's identity; else it is its number.
	byKey bool
	// owned rows have the columns round and coder, and may be hidden.
	owned bool
	// words names several such rows.
	words string
}

const (
	usedAtAll = `EXISTS (SELECT 1 FROM %s)`
	countUses = `SELECT COUNT(*) FROM %s`
)

// unused checks that nothing needs a noun that is to go.
func (w *write) unused(noun string, no int64, key string, uses []use) error {
	for _, byKey := range []bool{false, true} {
		var arg any = no
		if byKey {
			arg = key
		}
		var tests []string
		var asked []use
		for _, u := range uses {
			if u.byKey == byKey {
				tests = append(tests, fmt.Sprintf(usedAtAll, u.rows))
				asked = append(asked, u)
			}
		}
		if len(tests) == 0 {
			continue
		}
		var used bool
		if _, err := w.one("SELECT "+strings.Join(tests, " OR "), []any{arg}, &used); err != nil {
			return err
		}
		if used {
			return w.inUse(noun, arg, asked)
		}
	}
	return nil
}

// inUse says by what a noun is needed, as far as the person may know.
func (w *write) inUse(noun string, arg any, uses []use) error {
	var by []string
	for _, u := range uses {
		q := newQuery(fmt.Sprintf(countUses, u.rows))
		q.args = append(q.args, arg)
		if u.owned {
			q.visible(w.viewer, "x")
		}
		var n int
		if _, err := w.one(q.text.String(), q.args, &n); err != nil {
			return err
		}
		switch {
		case n == 1:
			by = append(by, "1 "+strings.TrimSpace(strings.Replace(u.words+" ", "s ", " ", 1)))
		case n > 1:
			by = append(by, fmt.Sprintf("%d %s", n, u.words))
		}
	}
	if len(by) == 0 {
		return refuse(coding.ErrConflict, "%s is still in use", noun)
	}
	return refuse(coding.ErrConflict, "%s is still in use by %s", noun, strings.Join(by, ", "))
}
