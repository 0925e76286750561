package reader

import (
	"context"
	"fmt"

	"concord/coding"
)

// Passage is one source with all that the screen shows of it.
type Passage struct {
	Source coding.Source
	Text   string
	Cases  []coding.Case
	// Codings are all that the viewer may see, in the order of the text.
	Codings []coding.Coding
	// Memos are those about the source, its excerpts and its codings.
	Memos []coding.Memo
	// Done are the viewer's own marks, by round.
	Done map[coding.RoundID]bool
}

// Page is some neighbouring sources, read together.
type Page struct {
	Number   int
	Passages map[coding.SourceID]*Passage
	// Seq is an event that the page includes; later ones may be missing.
	Seq coding.Seq
}

// ReadPage reads a page of an outline as the reader's viewer may see it.
func ReadPage(ctx context.Context, r coding.Reader, o *Outline, number int) (*Page, error) {
	p := &Page{Number: number, Passages: map[coding.SourceID]*Passage{}}
	ids := o.onPage(number)
	var err error
	if p.Seq, err = r.Seq(ctx); err != nil {
		return nil, fmt.Errorf("read the log: %w", err)
	}
	for _, part := range []struct {
		name string
		read func(context.Context, coding.Reader, []coding.SourceID) error
	}{
		{"sources", p.readSources},
		{"texts", p.readTexts},
		{"respondents", p.readCases},
		{"codings", p.readCodings},
		{"done marks", p.readDone},
		{"memos", p.readMemos},
	} {
		if err := part.read(ctx, r, ids); err != nil {
			return nil, fmt.Errorf("read %s of a page: %w", part.name, err)
		}
	}
	return p, nil
}

func (p *Page) readSources(ctx context.Context, r coding.Reader, ids []coding.SourceID) error {
	for source, err := range r.Sources(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return err
		}
		p.Passages[source.ID] = &Passage{Source: source, Done: map[coding.RoundID]bool{}}
	}
	return nil
}

func (p *Page) readTexts(ctx context.Context, r coding.Reader, ids []coding.SourceID) error {
	for text, err := range r.Texts(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return err
		}
		if passage := p.Passages[text.Source]; passage != nil {
			passage.Text = text.Body
		}
	}
	return nil
}

func (p *Page) readCases(ctx context.Context, r coding.Reader, ids []coding.SourceID) error {
	var wanted []coding.CaseID
	known := map[coding.CaseID]coding.Case{}
	for _, id := range ids {
		if passage := p.Passages[id]; passage != nil {
			wanted = append(wanted, passage.Source.Cases...)
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	for c, err := range r.Cases(ctx, wanted...) {
		if err != nil {
			return err
		}
		known[c.ID] = c
	}
	for _, passage := range p.Passages {
		for _, id := range passage.Source.Cases {
			passage.Cases = append(passage.Cases, known[id])
		}
	}
	return nil
}

func (p *Page) readCodings(ctx context.Context, r coding.Reader, ids []coding.SourceID) error {
	for c, err := range r.Codings(ctx, coding.CodingFilter{Sources: ids}) {
		if err != nil {
			return err
		}
		if passage := p.Passages[c.Source]; passage != nil {
			passage.Codings = append(passage.Codings, c)
		}
	}
	return nil
}

func (p *Page) readDone(ctx context.Context, r coding.Reader, ids []coding.SourceID) error {
	for d, err := range r.Done(ctx, coding.DoneFilter{Coder: r.Viewer(), Sources: ids}) {
		if err != nil {
			return err
		}
		if passage := p.Passages[d.Source]; passage != nil {
			passage.Done[d.Round] = true
		}
	}
	return nil
}

// readMemos reads the memos about the page's excerpts, then those about its
// codings and sources.
func (p *Page) readMemos(ctx context.Context, r coding.Reader, ids []coding.SourceID) error {
	excerpts, err := r.Memos(ctx, coding.MemoFilter{Sources: ids})
	if err != nil {
		return err
	}
	filter := coding.MemoFilter{Abouts: make([]string, 0, len(ids))}
	for _, id := range ids {
		filter.Abouts = append(filter.Abouts, string(id))
		if passage := p.Passages[id]; passage != nil {
			for _, c := range passage.Codings {
				filter.Abouts = append(filter.Abouts, string(c.ID))
			}
		}
	}
	const many = 20000 // beyond that it is quicker to read all memos
	if len(filter.Abouts) > many {
		filter.Abouts = nil
	}
	named, err := r.Memos(ctx, filter)
	if err != nil {
		return err
	}
	for _, memos := range [][]coding.Memo{excerpts, named} {
		for _, m := range memos {
			p.keepMemo(m)
		}
	}
	return nil
}

// keepMemo adds a memo to the passage that it is about, or changes it there.
func (p *Page) keepMemo(m coding.Memo) bool {
	passage := p.about(m)
	if passage == nil {
		return false
	}
	for i, known := range passage.Memos {
		if known.ID == m.ID {
			passage.Memos[i] = m
			return true
		}
	}
	passage.Memos = append(passage.Memos, m)
	return true
}

// about is the passage that a memo is about, or nil.
func (p *Page) about(m coding.Memo) *Passage {
	switch m.Kind {
	case coding.AboutExcerpt:
		return p.Passages[m.Excerpt.Source]
	case coding.AboutSource:
		return p.Passages[coding.SourceID(m.About)]
	case coding.AboutCoding:
		for _, passage := range p.Passages {
			if _, found := passage.coding(coding.CodingID(m.About)); found {
				return passage
			}
		}
	}
	return nil
}

// coding finds a coding of the passage.
func (p *Passage) coding(id coding.CodingID) (coding.Coding, bool) {
	for _, c := range p.Codings {
		if c.ID == id {
			return c, true
		}
	}
	return coding.Coding{}, false
}
