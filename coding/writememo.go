package coding

import "context"

// WriteMemo keeps a memo: a new one where it has no identity, else the one with
// that identity, changed. A memo whose text is empty is removed. Which round it
// belongs to is found out here: a coding's, or the one that its source is coded
// in unless the memo names that; and what else is written by somebody who codes
// in a blind round belongs to that one, so that nobody reads it before the end.
func (s *Session) WriteMemo(ctx context.Context, m Memo) (Memo, error) {
	if m.ID == "" {
		if m.Text == "" {
			return Memo{}, nil
		}
		m.ID, m.By, m.At = NewID[MemoID](s.mint), s.Viewer(), s.mint.Now()
		var err error
		if m.Round, err = s.begunIn(ctx, m); err != nil {
			return Memo{}, err
		}
		if m.Round, err = s.keptIn(ctx, m); err != nil {
			return Memo{}, err
		}
		return m, s.Make(ctx, "write a memo", Add(m))
	}
	memos, err := s.Memos(ctx, MemoFilter{Kind: m.Kind, About: m.About})
	if err != nil {
		return Memo{}, err
	}
	for _, was := range memos {
		if was.ID != m.ID {
			continue
		}
		if m.Text == "" {
			return Memo{}, s.Make(ctx, "remove a memo", Remove(was))
		}
		m.By, m.At = was.By, s.mint.Now()
		if m.Round, err = s.keptIn(ctx, m); err != nil {
			return Memo{}, err
		}
		if m.Round != was.Round {
			return m, s.Make(ctx, "change a memo", Remove(was), Add(m)) // a change is of one round
		}
		return m, s.Make(ctx, "change a memo", Alter(was, m))
	}
	return Memo{}, notFound("no memo %s", m.ID)
}

// begunIn is the round of what a memo is about.
func (s *Session) begunIn(ctx context.Context, m Memo) (RoundID, error) {
	switch {
	case m.Kind == AboutCoding:
		about, err := s.coding(ctx, CodingID(m.About))
		return about.Round, err
	case m.Round != "":
		return m.Round, nil
	case m.Kind == AboutSource:
		return s.RoundFor(ctx, SourceID(m.About))
	case m.Kind == AboutExcerpt:
		return s.RoundFor(ctx, m.Excerpt.Source)
	}
	return "", nil
}

// keptIn is the round that a memo of the viewer's comes to belong to: its own,
// unless the viewer codes in a blind round that this would tell of.
func (s *Session) keptIn(ctx context.Context, m Memo) (RoundID, error) {
	rounds, err := s.Rounds(ctx)
	if err != nil || m.By != s.Viewer() {
		return m.Round, err
	}
	in := m.Round
	for _, r := range rounds {
		switch {
		case r.ID == m.Round && r.Keeps(m):
			return r.ID, nil
		case r.Blinds(m.By):
			in = r.ID
		}
	}
	return in, nil
}
