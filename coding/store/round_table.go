package store

import (
	"fmt"
	"slices"
	"strings"

	"concord/coding"
)

// round is a round as a step finds it.
type round struct {
	coding.Round
	no int64
}

func rounds() table[coding.Round] {
	return table[coding.Round]{
		name:    "rounds",
		columns: []string{"blind", "closed"},
		trim: func(r coding.Round) coding.Round {
			r.Sources = nil
			return r
		},
		called: func(r coding.Round) string { return strings.ToLower(r.Name) },
		values: func(w *write, r coding.Round) ([]any, error) {
			if _, err := w.maybe("versions", string(r.Version)); err != nil {
				return nil, err
			}
			return []any{flag(r.Blind), flag(r.Closed)}, nil
		},
		allowed: mayRound,
		uses: []use{
			{rows: `codings x WHERE x.round = $1`, owned: true, words: "codings"},
			{rows: `dones x WHERE x.round = $1`, owned: true, words: "done marks"},
			{rows: `decisions x WHERE x.round = $1 AND x.body IS NOT NULL`, owned: true, words: "decisions"},
			{rows: `memos x WHERE x.round = $1 AND x.body IS NOT NULL`, owned: true, words: "memos"},
			memoUse(),
		},
		follow: followRound,
	}
}

// mayRound: anybody opens a round; what it is afterwards, closed above all, is
// for a supervisor to say, except in the step that opens it.
func mayRound(w *write, was, now *coding.Round) error {
	switch {
	case was == nil:
		return nil
	case !w.judge && !w.opened[was.ID]:
		return refuse(coding.ErrForbidden, "%s: only a supervisor closes, reopens or changes a round", named(*was))
	case now == nil:
		return nil
	case len(now.Sources) > 0 && !slices.Equal(was.Sources, now.Sources):
		return refuse(coding.ErrInvalid, "%s: the sources of a round never change", named(*was))
	}
	for _, id := range was.Coders {
		if now.Has(id) {
			continue
		}
		var codings, dones int
		if _, err := w.one(countCoderRound, []any{string(id), string(was.ID)}, &codings, &dones); err != nil {
			return err
		}
		if codings+dones > 0 {
			return refuse(coding.ErrConflict, "%s: a coder who has worked in it can't be taken out of it", named(*was))
		}
	}
	return nil
}

const (
	countCoderRound = `SELECT
		(SELECT COUNT(*) FROM codings x WHERE x.coder = p.no AND x.round = r.no),
		(SELECT COUNT(*) FROM dones x WHERE x.coder = p.no AND x.round = r.no)
		FROM coders p, rounds r WHERE p.id = $1 AND r.id = $2`

	deleteRoundCoders = `DELETE FROM round_coders WHERE round = $1`
	countRoundSources = `SELECT COUNT(*) FROM round_sources WHERE round = $1`
	insertAllSources  = `INSERT INTO round_sources (round, source)
		SELECT CAST($1 AS INTEGER), no FROM sources WHERE body IS NOT NULL`
	selectAssigned = `SELECT COUNT(*) FROM round_sources WHERE round = $1 AND source = $2`
)

// followRound keeps who and what is assigned. The sources are set when the
// round is first opened; a round that is brought back has them still.
func followRound(w *write, no int64, was, now *coding.Round) error {
	w.rounds = map[coding.RoundID]*round{}
	w.assigned = assignment{}
	if now == nil {
		return nil
	}
	if _, err := w.exec(deleteRoundCoders, no); err != nil {
		return err
	}
	var coders [][]any
	for _, id := range now.Coders {
		coder, err := w.number("coders", string(id))
		if err != nil {
			return fmt.Errorf("%s: %w", named(*now), err)
		}
		coders = append(coders, []any{no, coder})
	}
	if _, err := w.insert("round_coders", []string{"round", "coder"}, slices.Values(coders)); err != nil || was != nil {
		return err
	}
	return w.assign(no, *now)
}

// assign sets the sources of a round that is opened.
func (w *write) assign(no int64, r coding.Round) error {
	var before int
	if _, err := w.one(countRoundSources, []any{no}, &before); err != nil {
		return err
	}
	switch {
	case before > 0:
		return nil
	case r.All:
		_, err := w.exec(insertAllSources, no)
		return err
	case len(r.Sources) == 0:
		return refuse(coding.ErrInvalid, "%s: no source is assigned", named(r))
	}
	rows := make([][]any, len(r.Sources))
	for i, id := range r.Sources {
		source, err := w.number("sources", string(id))
		if err != nil {
			return fmt.Errorf("%s: %w", named(r), err)
		}
		rows[i] = []any{no, source}
	}
	_, err := w.insert("round_sources", []string{"round", "source"}, slices.Values(rows))
	return err
}

// round is a round that is there; else ErrNotFound.
func (w *write) round(id coding.RoundID) (*round, error) {
	if r := w.rounds[id]; r != nil {
		return r, nil
	}
	found, no, ok, err := rounds().find(w, string(id))
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, refuse(coding.ErrNotFound, "there is no round %s in the project", id)
	}
	w.rounds[id] = &round{Round: found, no: no}
	return w.rounds[id], nil
}

// hidden reports whether somebody's work in a round is hidden from the person who acts.
func (w *write) hidden(coder coding.CoderID, in coding.RoundID) (bool, error) {
	if in == "" || coder == w.actor.ID {
		return false, nil
	}
	r, err := w.round(in)
	return err == nil && r.HiddenFrom(w.actor), err
}

// assignment is a source that was found to be assigned in a round.
type assignment struct{ round, source int64 }

// takesPart checks that a coder and a source are assigned in a round.
func (w *write) takesPart(r *round, coder coding.CoderID, source int64) error {
	if !r.Has(coder) {
		return refuse(coding.ErrForbidden, "%s: this coder isn't assigned in it", named(r.Round))
	}
	if w.assigned == (assignment{r.no, source}) {
		return nil
	}
	var n int
	if _, err := w.one(selectAssigned, []any{r.no, source}, &n); err != nil {
		return err
	}
	if n == 0 {
		return refuse(coding.ErrForbidden, "%s: this source isn't assigned in it", named(r.Round))
	}
	w.assigned = assignment{r.no, source}
	return nil
}

// mayWork checks whether the person may bring in, change or take out a coder's
// work in a round. coming says that the work is new.
func (w *write) mayWork(coder coding.CoderID, in coding.RoundID, coming bool) error {
	if in == "" {
		if coder == w.actor.ID || coming || w.actor.Supervisor || w.undo || w.merges {
			return nil
		}
		return refuse(coding.ErrForbidden, "what another coder did is changed by that coder or a supervisor")
	}
	r, err := w.round(in)
	switch {
	case err != nil:
		return err
	case w.opened[in]:
		return nil
	case r.Closed:
		return refuse(coding.ErrLocked, "%s is closed", named(r.Round))
	case w.merges && (!coming || w.undo) && !r.Blind:
		return nil
	case coder != w.actor.ID:
		return refuse(coding.ErrForbidden, "%s: each codes for themself", named(r.Round))
	}
	return nil
}
