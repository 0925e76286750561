package codebook

import (
	"context"
	"fmt"
	"slices"

	"concord/coding"
	"concord/coding/compare"
)

// Past is all that was ever done to codes, read from the log once and then
// followed. It never changes.
type Past struct {
	// Seq is the last event that it includes.
	Seq   coding.Seq
	edits []coding.CodeChange
	// grounds are what was decided before the codes changed.
	grounds *compare.Grounds
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
			p.edits = append(p.edits, coding.CodeChange{Seq: e.Seq, At: e.At, Edit: edit})
		}
	}
	return p, p.grounds.Settle(ctx, r)
}

// At are the codes as they stood after an event.
func (p *Past) At(seq coding.Seq) []coding.Code {
	codes := map[coding.CodeID]coding.Code{}
	for _, e := range p.edits {
		if e.Seq > seq {
			break
		}
		for _, c := range e.Edit.Was {
			delete(codes, c.ID)
		}
		for _, c := range e.Edit.Now {
			codes[c.ID] = c
		}
	}
	list := make([]coding.Code, 0, len(codes))
	for _, c := range codes {
		list = append(list, c)
	}
	return coding.NewCodebook(list).Codes()
}

// Stale counts those codings of a code that were made under other rules than
// the code has now.
func (p *Past) Stale(now coding.Code, codings []coding.Coding) int {
	return coding.Stale(now, p.edits, codings)
}
