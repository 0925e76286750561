package reader

import (
	"slices"

	"concord/coding"
)

// Band is what is drawn under a stretch of text: one code there, whoever gave
// it, or a memo that stands by itself.
type Band struct {
	// ID is that of its first coding, or of its memo.
	ID   string
	Span coding.Span
	Code coding.Code
	// Codings are those of the code on just this span, the viewer's own first.
	Codings []coding.Coding
	// Who gave the code, the viewer first.
	Who []coding.CoderID
	// Mine says that the viewer gave it, where new codings go now.
	Mine bool
	// Unsure says that one who gave it was unsure.
	Unsure bool
	// Memos are those about its codings, or the one that it stands for.
	Memos []coding.Memo
}

// Note reports whether the band stands for a memo, not for a code.
func (b Band) Note() bool { return len(b.Codings) == 0 }

// Bands are those of a passage while the viewer is at the assignment.
func (s *Study) Bands(a Assignment, p *Passage, me coding.CoderID) []Band {
	type key struct {
		span coding.Span
		code coding.CodeID
	}
	var bands []Band
	at := map[key]int{}
	codings := slices.Clone(p.Codings)
	slices.SortStableFunc(codings, func(x, y coding.Coding) int { return foreign(x, me) - foreign(y, me) })
	for _, c := range codings {
		if !s.Shows(a, c) {
			continue
		}
		k := key{c.Span, c.Code}
		i, known := at[k]
		if !known {
			code, _ := s.Book.Code(c.Code)
			i, at[k] = len(bands), len(bands)
			bands = append(bands, Band{ID: string(c.ID), Span: c.Span, Code: code})
		}
		b := &bands[i]
		b.Codings = append(b.Codings, c)
		if !slices.Contains(b.Who, c.Coder) {
			b.Who = append(b.Who, c.Coder)
		}
		b.Mine = b.Mine || c.Coder == me && c.Round == s.RoundOf(a, c.Source)
		b.Unsure = b.Unsure || c.Unsure
		for _, m := range p.Memos {
			if m.Kind == coding.AboutCoding && m.About == string(c.ID) {
				b.Memos = append(b.Memos, m)
			}
		}
	}
	for _, m := range p.Memos {
		if m.Kind == coding.AboutExcerpt {
			bands = append(bands, Band{ID: string(m.ID), Span: m.Excerpt.Span, Who: []coding.CoderID{m.By}, Memos: []coding.Memo{m}})
		}
	}
	return bands
}

func foreign(c coding.Coding, me coding.CoderID) int {
	if c.Coder == me {
		return 0
	}
	return 1
}

// Own are the viewer's codings in the band that can still be changed: those
// where new codings go now.
func (s *Study) Own(a Assignment, b Band, me coding.CoderID) []coding.Coding {
	var own []coding.Coding
	for _, c := range b.Codings {
		if round, _ := s.Round(c.Round); c.Coder == me && !round.Closed {
			own = append(own, c)
		}
	}
	slices.SortStableFunc(own, func(x, y coding.Coding) int {
		return boolean(x.Round != a.Round.ID) - boolean(y.Round != a.Round.ID)
	})
	return own
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// With finds the band that holds a coding or stands for a memo.
func With(bands []Band, id string) (Band, bool) {
	for _, b := range bands {
		if b.ID == id || slices.ContainsFunc(b.Codings, func(c coding.Coding) bool { return string(c.ID) == id }) {
			return b, true
		}
	}
	return Band{}, false
}
