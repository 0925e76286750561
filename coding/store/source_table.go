package store

import (
	"encoding/json"
	"errors"

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
		many:   true,
		rest:   func(c coding.Case) rest { return rest{Values: c.Values} },
		load: func(w *write, key string) (c coding.Case, no int64, ok bool, err error) {
			var body []byte
			ok, err = w.one(selectCase, []any{key}, &no, &c.ID, &c.Name, &body)
			if ok {
				err = fillCase(&c, body)
			}
			return c, no, ok, err
		},
		values: func(w *write, c coding.Case) ([]any, error) { return nil, w.known(c.Values) },
		allowed: func(w *write, was, now *coding.Case) error {
			if now == nil {
				return w.silent(*was)
			}
			return nil
		},
		uses: []use{
			{rows: `source_cases x WHERE x.member = $1`, words: "sources"},
			memoUse(),
		},
	}
}

const (
	selectCase        = `SELECT no, id, called, body FROM cases WHERE id = $1 AND body IS NOT NULL`
	selectRespondents = `SELECT respondent, COUNT(*) FROM sources
		WHERE respondent IS NOT NULL AND body IS NOT NULL GROUP BY respondent`
)

// silent checks that no source speaks for a case first of all. What is asked of
// one case is mostly asked of many, so all are learnt at once.
func (w *write) silent(c coding.Case) error {
	if w.respondents == nil {
		w.respondents = map[int64]int{}
		rows, err := w.tx.QueryContext(w.ctx, selectRespondents)
		if err != nil {
			return err
		}
		for rows.Next() {
			var no int64
			var sources int
			if err := rows.Scan(&no, &sources); err != nil {
				return closing(rows, err)
			}
			w.respondents[no] = sources
		}
		if err := closing(rows, rows.Err()); err != nil {
			return err
		}
	}
	no, err := w.number("cases", string(c.ID))
	if err == nil && w.respondents[no] > 0 {
		err = refuse(coding.ErrConflict, "%s is still in use by %d sources", named(c), w.respondents[no])
	}
	return err
}

// speaks keeps count of the sources that speak for a case, where that is counted.
func (w *write) speaks(s *coding.Source, more int) error {
	if w.respondents == nil || s == nil || len(s.Cases) == 0 {
		return nil
	}
	no, err := w.number("cases", string(s.Cases[0]))
	w.respondents[no] += more
	return err
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
		columns: []string{"kind", "question", "hash", "text", "length", "words", "respondent"},
		stamped: true,
		called:  func(s coding.Source) string { return s.Name },
		many:    true,
		seldom:  true,
		rest: func(s coding.Source) rest {
			return rest{Cases: s.Cases[min(len(s.Cases), 1):], Values: s.Values}
		},
		load: func(w *write, key string) (s coding.Source, no int64, ok bool, err error) {
			var body []byte
			ok, err = w.one(selectSources+` AND s.id = $1`, []any{key}, append(sourceColumns(&s, &body), &no)...)
			if ok {
				err = fillSource(&s, body)
			}
			return s, no, ok, err
		},
		values: sourceValues,
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
	question, err := w.question(s.Question)
	if err != nil {
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
	return []any{
		string(s.Kind), question, string(s.Text), text, int64(s.Length), int64(s.Words), respondent,
	}, nil
}

const (
	selectQuestion = `SELECT no FROM questions WHERE asked = $1`
	insertQuestion = `INSERT INTO questions (no, asked) VALUES ($1, $2)`
)

// question gives the number of what a comment answers; nil where it answers nothing.
func (w *write) question(asked string) (any, error) {
	if asked == "" {
		return nil, nil
	}
	if no := w.numbers["questions"][asked]; no != 0 {
		return no, nil
	}
	var no int64
	found, err := w.one(selectQuestion, []any{asked}, &no)
	if err != nil {
		return nil, err
	}
	if !found {
		if no, err = w.fresh("questions"); err != nil {
			return nil, err
		}
		if _, err := w.exec(insertQuestion, no, asked); err != nil {
			return nil, err
		}
	}
	w.learn("questions", asked, no)
	return no, nil
}

const (
	deleteMembers = `DELETE FROM source_cases WHERE source = $1`
	insertMember  = `INSERT INTO source_cases (source, member) VALUES ($1, $2) ON CONFLICT DO NOTHING`
)

// followMembers keeps the cases of a source beyond the first.
func followMembers(w *write, no int64, was, now *coding.Source) error {
	if err := errors.Join(w.speaks(was, -1), w.speaks(now, 1)); err != nil {
		return err
	}
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
