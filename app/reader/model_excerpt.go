package reader

import (
	"cmp"
	"slices"

	"concord/coding"
)

// Excerpt is the passage that the person has selected, and what is known of it.
type Excerpt struct {
	Place  int
	Source coding.SourceID
	// Name is the respondent's, or that of the document.
	Name string
	Span coding.Span
	Text string
	// Here are the bands that share words with it, the chosen one first, then
	// those on just its words.
	Here []Touch
	// Others are coders whose work in this round is hidden until it is closed.
	Others []coding.Coder
	Blind  coding.Round
	// Memo is the viewer's own memo about what is selected; its ID is "" where
	// there is none yet.
	Memo coding.Memo
	// Memos are those that others wrote about it.
	Memos []coding.Memo
}

// Touch is a band and how it lies to the excerpt.
type Touch struct {
	Band
	Chosen bool
	// Same says that it covers just the excerpt's words; else it overlaps them.
	Same bool
}

// Excerpt tells of a span at a place and of the chosen band there, if chosen
// isn't "". With an empty span and nothing chosen it tells of the whole source.
func (m *Model) Excerpt(place int, span coding.Span, chosen string) (Excerpt, bool) {
	p := m.Passage(place)
	if p == nil {
		return Excerpt{}, false
	}
	bands := m.Bands(place)
	band, isChosen := With(bands, chosen)
	isChosen = isChosen && chosen != ""
	if isChosen {
		span = band.Span
	}
	e := Excerpt{Place: place, Source: p.Source.ID, Name: m.Heading(place).Name, Span: span, Text: coding.Slice(p.Text, span)}
	for _, b := range bands {
		if b.Span.Overlaps(span) && !b.Note() {
			e.Here = append(e.Here, Touch{Band: b, Chosen: isChosen && b.ID == band.ID, Same: b.Span == span})
		}
	}
	slices.SortStableFunc(e.Here, func(x, y Touch) int {
		return cmp.Or(boolean(y.Chosen)-boolean(x.Chosen), boolean(y.Same)-boolean(x.Same))
	})
	m.hidden(&e)
	m.memos(&e, p, band, isChosen)
	return e, true
}

// hidden finds the coders whose work on the excerpt isn't to be seen yet.
func (m *Model) hidden(e *Excerpt) {
	round := m.At.Round
	if !round.HiddenFrom(m.Me) || m.RoundAt(e.Place) == "" {
		return
	}
	e.Blind = round
	for _, id := range round.Coders {
		if id != m.Me.ID {
			e.Others = append(e.Others, m.Study.Coder(id))
		}
	}
}

// memos finds what was written about the selection, and begins the viewer's
// own memo where there is none.
func (m *Model) memos(e *Excerpt, p *Passage, band Band, isChosen bool) {
	e.Memo = coding.Memo{Kind: coding.AboutSource, About: string(p.Source.ID), Round: m.RoundAt(e.Place)}
	own := m.Study.Own(m.At, band, m.Me.ID)
	switch {
	case isChosen && band.Note():
		e.Memo = coding.Memo{Kind: coding.AboutExcerpt, Excerpt: coding.Excerpt{Source: p.Source.ID, Span: band.Span}, Round: e.Memo.Round}
	case isChosen && len(own) > 0:
		e.Memo = coding.Memo{Kind: coding.AboutCoding, About: string(own[0].ID)}
	case isChosen:
		e.Memo = coding.Memo{Kind: coding.AboutCoding, About: string(band.Codings[0].ID)}
	case !e.Span.Empty():
		e.Memo = coding.Memo{Kind: coding.AboutExcerpt, Excerpt: coding.Excerpt{Source: p.Source.ID, Span: e.Span}, Round: e.Memo.Round}
	}
	for _, memo := range p.Memos {
		about := sameSubject(memo, e.Memo) || memo.Kind == coding.AboutCoding && isChosen &&
			slices.ContainsFunc(band.Codings, func(c coding.Coding) bool { return string(c.ID) == memo.About })
		switch {
		case !about:
		case memo.By == m.Me.ID && e.Memo.ID == "":
			e.Memo = memo
		default:
			e.Memos = append(e.Memos, memo)
		}
	}
}

// sameSubject reports whether two memos are about the same thing.
func sameSubject(a, b coding.Memo) bool {
	return a.Kind == b.Kind && a.About == b.About && a.Excerpt == b.Excerpt
}
