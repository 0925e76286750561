package store

import "concord/coding"

func memos() table[coding.Memo] {
	return table[coding.Memo]{
		name:    "memos",
		columns: []string{"kind", "about", "source", "round", "coder"},
		values: func(w *write, m coding.Memo) ([]any, error) {
			source, err := w.maybe("sources", string(m.Excerpt.Source))
			if err != nil {
				return nil, err
			}
			in, err := w.maybe("rounds", string(m.Round))
			if err != nil {
				return nil, err
			}
			by, err := w.number("coders", string(m.By))
			return []any{string(m.Kind), m.About, source, in, by}, err
		},
		allowed: mayMemo,
	}
}

// mayMemo: each writes for themself; a closed round can be written about.
func mayMemo(w *write, was, now *coding.Memo) error {
	one := now
	if one == nil {
		one = was
	}
	if one.By != w.actor.ID {
		if err := w.mayWork(one.By, one.Round, was == nil); err != nil {
			return err
		}
	}
	if now == nil {
		return nil
	}
	return w.isThere(*now)
}

// isThere checks that what a memo is about is in the project and may be seen,
// and that a memo about a coding belongs to the coding's round.
func (w *write) isThere(m coding.Memo) error {
	switch m.Kind {
	case coding.AboutExcerpt:
		source, err := w.number("sources", string(m.Excerpt.Source))
		if err != nil {
			return err
		}
		var length int
		if _, err := w.one(selectLength, []any{source}, &length); err != nil {
			return err
		}
		return m.Excerpt.Within(length)
	case coding.AboutCoding:
		c, _, ok, err := codings{}.find(w, m.About)
		if err != nil {
			return err
		}
		hidden := false
		if ok {
			if hidden, err = w.hidden(c.Coder, c.Round); err != nil {
				return err
			}
		}
		if !ok || hidden {
			return refuse(coding.ErrNotFound, "there is no coding %s in the project", m.About)
		}
		if c.Round != m.Round {
			return refuse(coding.ErrInvalid, "a memo about a coding belongs to the coding's round")
		}
		return nil
	}
	if table, ok := aboutTable(m.Kind); ok {
		_, err := w.number(table, m.About)
		return err
	}
	return nil
}

func aboutTable(kind coding.MemoKind) (string, bool) {
	switch kind {
	case coding.AboutSource:
		return "sources", true
	case coding.AboutCode:
		return "codes", true
	case coding.AboutCase:
		return "cases", true
	case coding.AboutRound:
		return "rounds", true
	case coding.AboutDecision:
		return "decisions", true
	}
	return "", false
}
