package store

import (
	"encoding/json"

	"concord/coding"
)

func attributes() table[coding.Attribute] {
	return table[coding.Attribute]{
		name:   "attributes",
		called: func(a coding.Attribute) string { return a.Name },
		uses: []use{
			{rows: `cases x WHERE x.body LIKE '%"' || $1 || '"%'`, byKey: true, words: "cases"},
			{rows: `sources x WHERE x.body LIKE '%"' || $1 || '"%'`, byKey: true, words: "sources"},
			{rows: `rounds x WHERE x.body LIKE '%"' || $1 || '"%'`, byKey: true, words: "rounds"},
		},
	}
}

func cases() table[coding.Case] {
	return table[coding.Case]{
		name:   "cases",
		called: func(c coding.Case) string { return c.Name },
		values: func(w *write, c coding.Case) ([]any, error) { return nil, w.known(c.Values) },
		uses: []use{
			{rows: `sources x WHERE x.respondent = $1 AND x.body IS NOT NULL`, words: "sources"},
			{rows: `source_cases x WHERE x.member = $1`, words: "sources"},
			memoUse(),
		},
	}
}

// memoUse finds the memos about a noun.
func memoUse() use {
	return use{rows: `memos x WHERE x.about = $1 AND x.body IS NOT NULL`, byKey: true, owned: true, words: "memos"}
}

// known checks that the attributes of values are in the project.
func (w *write) known(values coding.Values) error {
	for attribute := range values {
		if _, err := w.number("attributes", string(attribute)); err != nil {
			return err
		}
	}
	return nil
}

func sources() table[coding.Source] {
	return table[coding.Source]{
		name:    "sources",
		columns: []string{"kind", "length", "text", "respondent"},
		stamped: true,
		called:  func(s coding.Source) string { return s.Name },
		values:  sourceValues,
		allowed: func(w *write, was, now *coding.Source) error {
			if now == nil {
				return w.uncited(*was)
			}
			if was != nil && was.Text != now.Text {
				return refuse(coding.ErrInvalid, "%s: a text doesn't change under its excerpts", named(*was))
			}
			return nil
		},
		uses: []use{
			{rows: `codings x WHERE x.source = $1`, owned: true, words: "codings"},
			{rows: `dones x WHERE x.source = $1 AND x.round IN (SELECT no FROM rounds)`, owned: true, words: "done marks"},
			{rows: `decisions x WHERE x.source = $1 AND x.body IS NOT NULL`, owned: true, words: "decisions"},
			{rows: `memos x WHERE x.source = $1 AND x.body IS NOT NULL`, owned: true, words: "memos"},
			{rows: `rounds x JOIN round_sources a ON a.round = x.no AND a.source = $1 WHERE x.body IS NOT NULL`, words: "rounds"},
			memoUse(),
		},
		follow: followMembers,
	}
}

func sourceValues(w *write, s coding.Source) ([]any, error) {
	text, err := w.text(s)
	if err != nil {
		return nil, err
	}
	if err := w.known(s.Values); err != nil {
		return nil, err
	}
	var respondent any
	for i, id := range s.Cases {
		no, err := w.number("cases", string(id))
		if err != nil {
			return nil, err
		}
		if i == 0 {
			respondent = no
		}
	}
	return []any{string(s.Kind), int64(s.Length), text, respondent}, nil
}

const (
	deleteMembers = `DELETE FROM source_cases WHERE source = $1`
	insertMember  = `INSERT INTO source_cases (source, member) VALUES ($1, $2) ON CONFLICT DO NOTHING`
)

// followMembers keeps the cases of a source beyond the first.
func followMembers(w *write, no int64, was, now *coding.Source) error {
	if was != nil && len(was.Cases) > 1 {
		if _, err := w.exec(deleteMembers, no); err != nil {
			return err
		}
	}
	if now == nil || len(now.Cases) < 2 {
		return nil
	}
	for _, id := range now.Cases[1:] {
		member, err := w.number("cases", string(id))
		if err != nil {
			return err
		}
		if _, err := w.exec(insertMember, no, member); err != nil {
			return err
		}
	}
	return nil
}

const selectCodeBodies = `SELECT body FROM codes WHERE body IS NOT NULL`

// uncited checks that no code has an example in the source.
func (w *write) uncited(s coding.Source) error {
	if w.cited == nil {
		w.cited = map[coding.SourceID]string{}
		rows, err := w.tx.QueryContext(w.ctx, selectCodeBodies)
		if err != nil {
			return err
		}
		for rows.Next() {
			var body []byte
			var code coding.Code
			if err := rows.Scan(&body); err != nil {
				return closing(rows, err)
			}
			if err := json.Unmarshal(body, &code); err != nil {
				return closing(rows, refuse(coding.ErrDamaged, "a code can't be read: %w", err))
			}
			for _, e := range code.Examples {
				w.cited[e.Excerpt.Source] = code.Name
			}
		}
		if err := closing(rows, rows.Err()); err != nil {
			return err
		}
	}
	if code, ok := w.cited[s.ID]; ok {
		return refuse(coding.ErrConflict, "%s is still in use by an example of code %q", named(s), code)
	}
	return nil
}
