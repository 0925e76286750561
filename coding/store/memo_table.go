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
		over, err := w.goesOver(was, now)
		if err == nil && !over {
			err = w.mayWork(one.By, one.Round, was == nil)
		}
		if err != nil {
			return err
		}
	}
	if now == nil {
		return nil
	}
	if !sameWords(was, now) {
		if err := w.keepsQuiet(*now); err != nil {
			return err
		}
	}
	return w.isThere(*now)
}

func sameWords(was, now *coding.Memo) bool {
	return was != nil && was.Title == now.Title && was.Text == now.Text
}

// goesOver reports whether a memo written in a round that has been closed goes
// over to another code with a merge. It is no part of that round's record.
func (w *write) goesOver(was, now *coding.Memo) (bool, error) {
	if !w.merges || now == nil || now.Kind != coding.AboutCode || now.Round == "" || !sameWords(was, now) {
		return false, nil
	}
	in, err := w.round(now.Round)
	return err == nil && in.Closed, err
}

// selectBlinding finds the blind, open rounds that somebody codes in.
const selectBlinding = `SELECT r.id FROM rounds r JOIN round_coders m ON m.round = r.no JOIN coders c ON c.no = m.coder
	WHERE r.blind = 1 AND r.closed = 0 AND r.body IS NOT NULL AND c.id = $1 LIMIT 1`

// keepsQuiet checks that somebody who codes in a blind round writes nothing
// that others can read before its end. Taking a step back brings only what they
// could read before.
func (w *write) keepsQuiet(m coding.Memo) error {
	if m.By != w.actor.ID || w.undo {
		return nil
	}
	var id coding.RoundID
	found, err := w.one(selectBlinding, []any{string(m.By)}, &id)
	if err != nil || !found {
		return err
	}
	if m.Round != "" {
		named, err := w.round(m.Round)
		if err != nil || named.Keeps(m) {
			return err
		}
	}
	blind, err := w.round(id)
	if err != nil {
		return err
	}
	return refuse(coding.ErrForbidden, "%s is blind and open: what you write meanwhile belongs to it", named(blind.Round))
}

// isThere checks that what a memo is about is in the project and may be seen,
// and that a memo about a coding belongs to the coding's round while that is
// open, later to it or one that followed.
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
		return w.inRoundOf(m, c.Round)
	}
	if table, ok := aboutTable(m.Kind); ok {
		_, err := w.number(table, m.About)
		return err
	}
	return nil
}

// inRoundOf checks the round of a memo against that of the coding that it is about.
func (w *write) inRoundOf(m coding.Memo, in coding.RoundID) error {
	if m.Round == in {
		return nil
	}
	open := false
	if in != "" {
		r, err := w.round(in)
		if err != nil {
			return err
		}
		open = !r.Closed
	}
	if open || m.Round == "" {
		return refuse(coding.ErrInvalid, "a memo about a coding belongs to the coding's round")
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
