package coding

import (
	"context"
)

// WriteMemo keeps a memo: a new one where it has no identity, else the one with
// that identity, changed. A memo about a coding belongs to the coding's round. A memo whose text is empty is removed.
func (s *Session) WriteMemo(ctx context.Context, m Memo) (Memo, error) {
	if m.ID == "" {
		if m.Text == "" {
			return Memo{}, nil
		}
		if m.Kind == AboutCoding {
			about, err := s.coding(ctx, CodingID(m.About))
			if err != nil {
				return Memo{}, err
			}
			m.Round = about.Round
		}
		m.ID, m.By, m.At = NewID[MemoID](s.mint), s.Viewer(), s.mint.Now()
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
		return m, s.Make(ctx, "change a memo", Alter(was, m))
	}
	return Memo{}, notFound("no memo %s", m.ID)
}
