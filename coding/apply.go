package coding

import (
	"context"
	"slices"
	"strings"
)

// Apply gives a code to excerpts, in a round or outside rounds (""), as one
// step. Where the person has given the same code to an overlapping excerpt in
// the same round, the two become one that covers both. It returns the codings
// that now hold the excerpts, in the order of the excerpts.
func (s *Session) Apply(ctx context.Context, code Code, round RoundID, excerpts ...Excerpt) ([]Coding, error) {
	places := make([]Place, len(excerpts))
	for i, e := range excerpts {
		places[i] = Place{e, round}
	}
	return s.ApplyAt(ctx, code, places...)
}

// Reshape moves, widens or narrows a coding of the person's own. Where it comes
// to overlap another of the same code, the two become one.
func (s *Session) Reshape(ctx context.Context, id CodingID, span Span) error {
	c, err := s.coding(ctx, id)
	if err != nil {
		return err
	}
	moved := c
	moved.Span = span
	if moved.Empty() {
		return invalid("span %d to %d holds no character", span.Start, span.End)
	}
	own, err := s.own(ctx, c.Code, c.Round, []Excerpt{c.Excerpt})
	if err != nil {
		return err
	}
	was := map[CodingID]Coding{}
	var others []Coding
	for _, o := range own[c.Source] {
		was[o.ID] = o
		if o.ID != id {
			others = append(others, o)
		}
	}
	own[c.Source] = join(others, moved)
	changes, err := s.rework(ctx, was, own)
	if err != nil || len(changes) == 0 {
		return err
	}
	return s.Make(ctx, "move an excerpt", changes...)
}

// Unapply takes codings off, as one step.
func (s *Session) Unapply(ctx context.Context, ids ...CodingID) error {
	byRound := map[RoundID][]Coding{}
	var order []RoundID
	for c, err := range s.Codings(ctx, CodingFilter{IDs: append([]CodingID{}, ids...)}) {
		if err != nil {
			return err
		}
		if byRound[c.Round] == nil {
			order = append(order, c.Round)
		}
		byRound[c.Round] = append(byRound[c.Round], c)
	}
	if len(order) == 0 {
		return notFound("no such coding")
	}
	var changes []Change
	for _, round := range order {
		changes = append(changes, Remove(byRound[round]...))
	}
	return s.Make(ctx, "remove a code", changes...)
}

// MarkUnsure says of a coding that the coder is unsure of it, or no longer.
func (s *Session) MarkUnsure(ctx context.Context, id CodingID, unsure bool) error {
	was, err := s.coding(ctx, id)
	if err != nil || was.Unsure == unsure {
		return err
	}
	now := was
	now.Unsure = unsure
	label := "mark as sure"
	if unsure {
		label = "mark as unsure"
	}
	return s.Make(ctx, label, Alter(was, now))
}

// coding finds one coding that the person may see.
func (s *Session) coding(ctx context.Context, id CodingID) (Coding, error) {
	for c, err := range s.Codings(ctx, CodingFilter{IDs: []CodingID{id}}) {
		return c, err
	}
	return Coding{}, notFound("no coding %s", id)
}

// own are the person's codings of a code in a round, by source, for the sources of the excerpts.
func (s *Session) own(ctx context.Context, code CodeID, round RoundID, excerpts []Excerpt) (map[SourceID][]Coding, error) {
	const many = 500 // beyond that it is quicker to read all of the code's
	wanted := map[SourceID]bool{}
	filter := CodingFilter{Codes: []CodeID{code}, Coders: []CoderID{s.Viewer()}, Rounds: []RoundID{round}}
	for _, e := range excerpts {
		if !wanted[e.Source] {
			wanted[e.Source] = true
			filter.Sources = append(filter.Sources, e.Source)
		}
	}
	if len(filter.Sources) > many {
		filter.Sources = nil
	}
	own := map[SourceID][]Coding{}
	for c, err := range s.Codings(ctx, filter) {
		if err != nil {
			return nil, err
		}
		if wanted[c.Source] {
			own[c.Source] = append(own[c.Source], c)
		}
	}
	return own, nil
}

// join adds a coding to others of the same code, coder, round and source.
// Overlapping ones become their union, under the identity of the oldest.
func join(others []Coding, added Coding) []Coding {
	for {
		at := slices.IndexFunc(others, func(o Coding) bool { return o.Overlaps(added.Span) })
		if at < 0 {
			return append(others, added)
		}
		older, newer := others[at], added
		if newer.ID < older.ID {
			older, newer = newer, older
		}
		older.Span = older.Union(newer.Span)
		older.Unsure = older.Unsure || newer.Unsure
		added = older
		others = slices.Delete(slices.Clone(others), at, at+1)
	}
}

// difference is what changes from the codings that were to those that are, in
// the order of their identities.
func difference(was map[CodingID]Coding, own map[SourceID][]Coding) []Change {
	var edited Edit[Coding]
	var added []Coding
	now := map[CodingID]bool{}
	for _, codings := range own {
		for _, c := range codings {
			now[c.ID] = true
			old, there := was[c.ID]
			switch {
			case !there:
				added = append(added, c)
			case old != c:
				edited.Was, edited.Now = append(edited.Was, old), append(edited.Now, c)
			}
		}
	}
	for id, old := range was {
		if !now[id] {
			edited.Was = append(edited.Was, old)
		}
	}
	byID := func(a, b Coding) int { return strings.Compare(string(a.ID), string(b.ID)) }
	slices.SortFunc(edited.Was, byID)
	slices.SortFunc(edited.Now, byID)
	slices.SortFunc(added, byID)
	changes := AddMany(added)
	if len(edited.Was) > 0 {
		changes = append([]Change{edited}, changes...)
	}
	return changes
}
