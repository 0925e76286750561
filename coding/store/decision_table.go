package store

import "concord/coding"

func decisions() table[coding.Decision] {
	return table[coding.Decision]{
		name:    "decisions",
		columns: []string{"source", "round", "coder"},
		// A disagreement is settled once.
		called: func(d coding.Decision) string { return string(d.Disagreement) },
		values: func(w *write, d coding.Decision) ([]any, error) {
			source, err := w.number("sources", string(d.Source))
			if err != nil {
				return nil, err
			}
			in, err := w.maybe("rounds", string(d.Round))
			if err != nil {
				return nil, err
			}
			by, err := w.number("coders", string(d.By))
			return []any{source, in, by}, err
		},
		allowed: mayDecide,
		uses:    []use{memoUse()},
	}
}

// mayDecide: a supervisor decides, or anybody where there is none, in their own
// name and where everybody's codings are to be seen.
func mayDecide(w *write, was, now *coding.Decision) error {
	one := now
	if one == nil {
		one = was
	}
	if !w.judge && !w.undo {
		return refuse(coding.ErrForbidden, "only a supervisor settles disagreements")
	}
	if one.Round != "" && !w.opened[one.Round] {
		r, err := w.round(one.Round)
		switch {
		case err != nil:
			return err
		case r.HiddenFrom(w.actor):
			return refuse(coding.ErrForbidden, "%s is blind and open: its coders don't settle its disagreements", named(r.Round))
		case r.Blind && !r.Closed:
			return refuse(coding.ErrLocked, "%s is blind and open: it is closed before its disagreements are settled", named(r.Round))
		case was == nil && now.By != w.actor.ID && !w.undo:
			return refuse(coding.ErrForbidden, "a person decides in their own name")
		}
	}
	if now == nil {
		return nil
	}
	return w.settles(*now)
}

// settles checks that what a decision names is in the project.
func (w *write) settles(d coding.Decision) error {
	source, err := w.number("sources", string(d.Source))
	if err != nil {
		return err
	}
	var length int
	if _, err := w.one(selectLength, []any{source}, &length); err != nil {
		return err
	}
	for _, m := range d.Marks {
		if err := m.Within(length); err != nil {
			return err
		}
		if _, err := w.number("codes", string(m.Code)); err != nil {
			return err
		}
	}
	for _, id := range d.Settles {
		c, _, ok, err := codings{}.find(w, string(id))
		if err != nil {
			return err
		}
		if !ok || c.Round != d.Round || c.Source != d.Source {
			return refuse(coding.ErrNotFound, "the decision settles coding %s, which isn't there", id)
		}
	}
	for _, id := range d.Kept {
		if _, err := w.number("coders", string(id)); err != nil {
			return err
		}
	}
	return nil
}
