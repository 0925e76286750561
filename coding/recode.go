package coding

import (
	"context"
	"slices"
)

// spot is where a coder's codings with one code in one round lie and must not overlap.
type spot struct {
	coder  CoderID
	round  RoundID
	code   CodeID
	source SourceID
}

// lot is codings of one coder with one code in one round, as they were and as
// they are to be: what one change can hold.
type lot struct {
	was map[CodingID]Coding
	own map[SourceID][]Coding
}

// recode works out the changes that give codings other codes, whoever's they
// are. Where one comes to overlap what the same coder gave that code in the same
// round, the two become one, which joined counts; memos about either are then
// about that one: the person's own, and with all those of others.
func (s *Session) recode(ctx context.Context, codings []Coding, to map[CodingID]CodeID, all bool) (changes []Change, joined int, err error) {
	lots, at := lotsOf(codings, to)
	filter := CodingFilter{Codes: []CodeID{}}
	for spot := range at {
		if !slices.Contains(filter.Codes, spot.code) {
			filter.Codes = append(filter.Codes, spot.code)
		}
	}
	for c, err := range s.Codings(ctx, filter) {
		if err != nil {
			return nil, 0, err
		}
		if l := at[spot{c.Coder, c.Round, c.Code, c.Source}]; l != nil && to[c.ID] == "" {
			l.was[c.ID] = c
			l.own[c.Source] = append(l.own[c.Source], c)
		}
	}
	for _, c := range codings {
		l := at[spot{c.Coder, c.Round, to[c.ID], c.Source}]
		l.was[c.ID] = c
		c.Code = to[c.ID]
		l.own[c.Source] = join(l.own[c.Source], c)
	}
	survivors := map[CodingID]CodingID{}
	for _, l := range lots {
		changes = append(changes, difference(l.was, l.own)...)
		l.survivors(survivors)
	}
	memos, err := s.handOver(ctx, survivors, all)
	return append(memos, changes...), len(survivors), err
}

// rework works out the changes from the person's codings that were to those
// that are, memos included.
func (s *Session) rework(ctx context.Context, was map[CodingID]Coding, own map[SourceID][]Coding) ([]Change, error) {
	survivors := map[CodingID]CodingID{}
	(&lot{was, own}).survivors(survivors)
	memos, err := s.handOver(ctx, survivors, false)
	return append(memos, difference(was, own)...), err
}

// lotsOf makes lots for codings that are to be given other codes, none of them
// much longer than a change should be.
func lotsOf(codings []Coding, to map[CodingID]CodeID) (lots []*lot, at map[spot]*lot) {
	const together = 500
	at = map[spot]*lot{}
	last := map[spot]*lot{}
	size := map[*lot]int{}
	for _, c := range codings {
		place := spot{c.Coder, c.Round, to[c.ID], c.Source}
		if at[place] == nil {
			owner := place
			owner.source = ""
			if l := last[owner]; l == nil || size[l] >= together {
				last[owner] = &lot{was: map[CodingID]Coding{}, own: map[SourceID][]Coding{}}
				lots = append(lots, last[owner])
			}
			at[place] = last[owner]
		}
		size[at[place]]++
	}
	return lots, at
}

// survivors notes, for each coding that went up in another, that other one.
func (l *lot) survivors(found map[CodingID]CodingID) {
	for id, was := range l.was {
		own := l.own[was.Source]
		if slices.ContainsFunc(own, func(c Coding) bool { return c.ID == id }) {
			continue
		}
		if i := slices.IndexFunc(own, func(c Coding) bool { return c.Contains(was.Span) }); i >= 0 {
			found[id] = own[i].ID
		}
	}
}

// handOver lets memos about codings that go up in others be about those: the
// person's own, and with all those of others. The changes go before those to the
// codings, so that each memo is about something that is there, now and when the
// step is taken back.
func (s *Session) handOver(ctx context.Context, survivors map[CodingID]CodingID, all bool) ([]Change, error) {
	if len(survivors) == 0 {
		return nil, nil
	}
	memos, err := s.Memos(ctx, MemoFilter{Kind: AboutCoding})
	if err != nil {
		return nil, err
	}
	var changes []Change
	for _, m := range memos {
		if survivor := survivors[CodingID(m.About)]; survivor != "" && (all || m.By == s.Viewer()) {
			now := m
			now.About = string(survivor)
			changes = append(changes, Alter(m, now))
		}
	}
	return changes, nil
}
