package index

import (
	"context"

	"concord/coding"
	"concord/index/query"
)

// Order says in which order hits come.
type Order int

const (
	// InOrder is the project's order.
	InOrder Order = iota
	// BestFirst puts those first in which rare words stand often and that are short.
	BestFirst
)

// Page says which hits are wanted, and how. Its zero value takes all, in the
// project's order, with their places.
type Page struct {
	Order Order
	// Offset hits are left out, and at most Limit given; a Limit of 0 gives all.
	Offset, Limit int
	// CountOnly gives the numbers without any hits.
	CountOnly bool
}

// Hits are what a search found.
type Hits struct {
	// Sources is how many sources were found, Places how many places in them,
	// on all pages.
	Sources, Places int
	// List is the page that was asked for.
	List []Hit
	// Families say what the single words of the query, outside quotes, stood for.
	Families []Family
}

// Hit is a source that was found.
type Hit struct {
	Source coding.SourceID
	// Spans are the places in its text, in order. There are none where the query
	// asked for no words.
	Spans []coding.Span
	// Score is the hit's weight where the best come first, else 0.
	Score float64
}

// Family is the terms of the index, folded, that a word of a query stands for.
type Family struct {
	// Word is the word as it was typed, At where.
	Word string
	At   coding.Span
	// Terms are those that were found.
	Terms []string
}

// Search looks a query up. Words are looked up in the index as it is; attributes,
// cases, codes and codings are read from r, as the person who searches may see
// them. An error that is a *query.Error says what is wrong with the query.
func (x *Index) Search(ctx context.Context, r coding.Reader, q query.Query, page Page) (_ Hits, err error) {
	defer caught("search", &err)
	x.settle()
	v := x.acquire()
	if v == nil {
		return Hits{}, ErrClosed
	}
	defer v.release()
	s := &search{ctx: ctx, index: x, view: v, project: r}
	return s.run(q, page)
}

// search is one search under way.
type search struct {
	ctx     context.Context
	index   *Index
	view    *view
	project coding.Reader
	seq     coding.Seq // of the project; 0 as long as nobody asked

	texts  []*textPart  // those whose places are places of hits
	fields []*fieldPart // all fields of the query
	// everywhere says that all places in all sources are wanted.
	everywhere bool
}

func (s *search) run(q query.Query, page Page) (Hits, error) {
	if q.Root == nil {
		return Hits{}, &query.Error{Problem: query.Empty}
	}
	root, err := s.plan(q.Root, true)
	if err != nil {
		return Hits{}, err
	}
	// Places of several words may coincide, so they can't be counted apart.
	s.everywhere = len(s.texts) > 1 || page.Limit <= 0 && !page.CountOnly
	found, err := root.find(s, s.view.live)
	if err != nil {
		return Hits{}, err
	}
	found = found.copy()
	found.and(s.view.live)

	hits := Hits{Sources: found.count()}
	for _, t := range s.texts {
		if t.family != nil {
			hits.Families = append(hits.Families, *t.family)
		}
	}
	var spans *spanTable
	if s.everywhere {
		if spans, err = s.spans(found); err != nil {
			return Hits{}, err
		}
		hits.Places = spans.count
	} else if len(s.texts) == 1 {
		hits.Places = s.texts[0].count(s.view, found)
	}
	if page.CountOnly {
		return hits, nil
	}
	chosen := s.choose(found, hits.Sources, page)
	if spans == nil {
		if spans, err = s.spans(s.setOf(chosen)); err != nil {
			return Hits{}, err
		}
	}
	hits.List = make([]Hit, len(chosen))
	for i, c := range chosen {
		hits.List[i] = Hit{Source: s.view.ids[c.place], Spans: spans.of(c.place), Score: float64(c.score)}
	}
	return hits, nil
}
