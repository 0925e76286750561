package reader

import (
	"cmp"
	"slices"
	"strings"

	"concord/coding"
)

// News says what events mean for the screen.
type News struct {
	// Touched are sources among those at hand whose passages have changed.
	Touched []coding.SourceID
	// Codings, Book, Rounds and Sources say which kinds of thing have changed.
	Codings, Book, Rounds, Sources bool
}

// Follow brings the pages up to date with events, and says what else they mean.
func (p *Pages) Follow(events []coding.Event, me coding.CoderID) News {
	var news News
	touched := map[coding.SourceID]bool{}
	for _, e := range events {
		p.followed = max(p.followed, e.Seq)
		switch change := e.Change.(type) {
		case coding.Edit[coding.Coding]:
			news.Codings = true
			p.followCodings(change, touched)
		case coding.Edit[coding.Done]:
			p.followDone(change, me, touched)
		case coding.Edit[coding.Memo]:
			p.followMemos(change, touched)
		case coding.Edit[coding.Code], coding.Edit[coding.Coder], coding.Edit[coding.Attribute], coding.Edit[coding.Version]:
			news.Book = true
		case coding.Edit[coding.Round]:
			news.Rounds = true
		case coding.Edit[coding.Source], coding.Edit[coding.Case]:
			news.Sources = true
		}
	}
	for id := range touched {
		news.Touched = append(news.Touched, id)
	}
	slices.Sort(news.Touched)
	return news
}

func (p *Pages) followCodings(change coding.Edit[coding.Coding], touched map[coding.SourceID]bool) {
	for _, c := range change.Was {
		if passage := p.passage(c.Source); passage != nil {
			touched[c.Source] = true
			passage.Codings = slices.DeleteFunc(passage.Codings, func(o coding.Coding) bool { return o.ID == c.ID })
		}
	}
	for _, c := range change.Now {
		if passage := p.passage(c.Source); passage != nil {
			touched[c.Source] = true
			passage.Codings = slices.DeleteFunc(passage.Codings, func(o coding.Coding) bool { return o.ID == c.ID })
			passage.Codings = append(passage.Codings, c)
			slices.SortFunc(passage.Codings, inText)
		}
	}
}

// inText orders codings as they stand in their text.
func inText(a, b coding.Coding) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), strings.Compare(string(a.ID), string(b.ID)))
}

func (p *Pages) followDone(change coding.Edit[coding.Done], me coding.CoderID, touched map[coding.SourceID]bool) {
	mark := func(marks []coding.Done, done bool) {
		for _, d := range marks {
			if passage := p.passage(d.Source); passage != nil && d.Coder == me {
				touched[d.Source] = true
				if done {
					passage.Done[d.Round] = true
				} else {
					delete(passage.Done, d.Round)
				}
			}
		}
	}
	mark(change.Was, false)
	mark(change.Now, true)
}

func (p *Pages) followMemos(change coding.Edit[coding.Memo], touched map[coding.SourceID]bool) {
	for _, page := range p.kept {
		for _, m := range change.Was {
			if passage := page.withMemo(m.ID); passage != nil {
				touched[passage.Source.ID] = true
				passage.Memos = slices.DeleteFunc(passage.Memos, func(o coding.Memo) bool { return o.ID == m.ID })
			}
		}
		for _, m := range change.Now {
			if passage := page.about(m); passage != nil && page.keepMemo(m) {
				touched[passage.Source.ID] = true
			}
		}
	}
}

// withMemo is the passage that holds a memo, or nil.
func (p *Page) withMemo(id coding.MemoID) *Passage {
	for _, passage := range p.Passages {
		if slices.ContainsFunc(passage.Memos, func(m coding.Memo) bool { return m.ID == id }) {
			return passage
		}
	}
	return nil
}
