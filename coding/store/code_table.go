package store

import (
	"strings"

	"concord/coding"
)

func codes() table[coding.Code] {
	return table[coding.Code]{
		name:    "codes",
		columns: []string{"parent", "retired"},
		singly:  true,
		called: func(c coding.Code) string {
			return string(c.Parent) + coding.PathSeparator + strings.ToLower(c.Name)
		},
		values: func(w *write, c coding.Code) ([]any, error) {
			parent, err := w.maybe("codes", string(c.Parent))
			return []any{parent, flag(c.Retired)}, err
		},
		allowed: func(w *write, was, now *coding.Code) error {
			w.cited = nil
			if was == nil || now == nil || was.Parent == now.Parent {
				return nil
			}
			return w.treeStays(*now)
		},
		uses: []use{
			{rows: `codings x WHERE x.code = $1`, owned: true, words: "codings"},
			{rows: `codes x WHERE x.parent = $1 AND x.body IS NOT NULL`, words: "codes under it"},
			{rows: `dones x WHERE x.codes <> '' AND x.codes LIKE '%' || $1 || ' %'`, byKey: true, owned: true, words: "done marks"},
			{rows: `decisions x WHERE x.body LIKE '%"' || $1 || '"%'`, byKey: true, owned: true, words: "decisions"},
			memoUse(),
		},
	}
}

const selectParent = `SELECT p.id FROM codes c JOIN codes p ON p.no = c.parent WHERE c.id = $1`

// treeStays checks that a code which is moved doesn't come to lie under itself.
func (w *write) treeStays(moved coding.Code) error {
	for above := string(moved.Parent); above != ""; {
		if above == string(moved.ID) {
			return refuse(coding.ErrInvalid, "%s can't be moved under itself or a code that lies under it", named(moved))
		}
		var parent string
		if _, err := w.one(selectParent, []any{above}, &parent); err != nil {
			return err
		}
		above = parent
	}
	return nil
}

func versions() table[coding.Version] {
	return table[coding.Version]{
		name:   "versions",
		called: named[coding.Version],
		uses:   []use{{rows: `rounds x WHERE x.body LIKE '%"' || $1 || '"%'`, byKey: true, words: "rounds"}},
	}
}

func searches() table[coding.Search] { return table[coding.Search]{name: "searches"} }
