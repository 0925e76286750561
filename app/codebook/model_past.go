package codebook

import (
	"context"
	"fmt"
	"slices"
	"time"

	"concord/coding"
	"concord/coding/compare"
)

// Past is all that was ever done to codes, read from the log once and then
// followed. It never changes.
type Past struct {
	// Seq is the last event that it includes.
	Seq   coding.Seq
	edits []past
	// grounds are what was decided before the codes changed.
	grounds *compare.Grounds
}

// past is one change of codes.
type past struct {
	seq  coding.Seq
	at   time.Time
	edit coding.Edit[coding.Code]
}

// ReadPast reads what was done to codes after what an earlier past includes,
// if there is one.
func ReadPast(ctx context.Context, r coding.Reader, before *Past) (*Past, error) {
	p := &Past{grounds: &compare.Grounds{}}
	if before != nil {
		p.Seq, p.edits, p.grounds = before.Seq, slices.Clip(before.edits), before.grounds.Clone()
	}
	for e, err := range r.Events(ctx, p.Seq) {
		if err != nil {
			return nil, fmt.Errorf("read what was done to codes: %w", err)
		}
		p.Seq = e.Seq
		p.grounds.Learn(e)
		if edit, ok := e.Change.(coding.Edit[coding.Code]); ok {
			p.edits = append(p.edits, past{e.Seq, e.At, edit})
		}
	}
	return p, p.grounds.Settle(ctx, r)
}

// At are the codes as they stood after an event.
func (p *Past) At(seq coding.Seq) []coding.Code {
	codes := map[coding.CodeID]coding.Code{}
	for _, e := range p.edits {
		if e.seq > seq {
			break
		}
		for _, c := range e.edit.Was {
			delete(codes, c.ID)
		}
		for _, c := range e.edit.Now {
			codes[c.ID] = c
		}
	}
	list := make([]coding.Code, 0, len(codes))
	for _, c := range codes {
		list = append(list, c)
	}
	return coding.NewCodebook(list).Codes()
}

// rules are what tells a coder when to use a code.
type rules struct{ definition, include, exclude string }

func rulesOf(c coding.Code) rules { return rules{c.Definition, c.Include, c.Exclude} }

// Stale counts those codings of a code that were made under other rules than
// the code has now.
func (p *Past) Stale(now coding.Code, codings []coding.Coding) int {
	type state struct {
		from time.Time
		rules
	}
	var states []state
	for _, e := range p.edits {
		for _, c := range e.edit.Now {
			if c.ID == now.ID {
				states = append(states, state{e.at, rulesOf(c)})
			}
		}
	}
	stale := 0
	for _, c := range codings {
		then := rulesOf(now)
		for _, s := range states {
			if s.from.After(c.At) {
				break
			}
			then = s.rules
		}
		if then != rulesOf(now) {
			stale++
		}
	}
	return stale
}
