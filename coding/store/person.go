package store

import (
	"strings"

	"concord/coding"
)

func projects() table[coding.Project] {
	return table[coding.Project]{
		name: "projects",
		// All projects are called the same, so that there is one.
		called: func(coding.Project) string { return "project" },
		allowed: func(_ *write, _, now *coding.Project) error {
			if now == nil {
				return refuse(coding.ErrInvalid, "the project itself can't be taken out of the project")
			}
			return nil
		},
	}
}

func coders() table[coding.Coder] {
	return table[coding.Coder]{
		name:    "coders",
		columns: []string{"supervisor"},
		called:  func(c coding.Coder) string { return strings.ToLower(c.Name) },
		values:  func(_ *write, c coding.Coder) ([]any, error) { return []any{flag(c.Supervisor)}, nil },
		allowed: func(w *write, was, now *coding.Coder) error {
			supervised, supervises := was != nil && was.Supervisor, now != nil && now.Supervisor
			if supervised != supervises && !w.judge && !w.undo {
				return refuse(coding.ErrForbidden, "who supervises is for a supervisor to say")
			}
			return nil
		},
		uses: []use{
			{rows: `codings x WHERE x.coder = $1`, owned: true, words: "codings"},
			{rows: `dones x WHERE x.coder = $1`, owned: true, words: "done marks"},
			{rows: `memos x WHERE x.coder = $1 AND x.body IS NOT NULL`, owned: true, words: "memos"},
			{rows: `decisions x WHERE x.coder = $1 AND x.body IS NOT NULL`, owned: true, words: "decisions"},
			{rows: `round_coders x JOIN rounds r ON r.no = x.round AND r.body IS NOT NULL WHERE x.coder = $1`, words: "rounds"},
			{rows: `steps x WHERE x.coder = $1`, words: "steps of the history"},
		},
	}
}

// flag is a fact as a column keeps it.
func flag(fact bool) int64 {
	if fact {
		return 1
	}
	return 0
}
