package index

import (
	"slices"

	"concord/index/query"
	"concord/index/word"
)

// part is a part of a query, ready to be looked up.
type part interface {
	// find gives the places where the part holds. It needn't look at others
	// than those within, and may give others.
	find(s *search, within set) (set, error)
	// limit says that places outside the set are no reason for a hit: something
	// else that would have to hold there doesn't.
	limit(to set)
	// reads reports whether the project has to be read, which is slower than
	// the index by far.
	reads() bool
}

type (
	allOf  []part
	anyOf  []part
	noneOf struct{ part }
)

// plan turns a query into parts. wanted says that the places of its words are
// places of hits: they aren't under a NOT.
func (s *search) plan(n query.Node, wanted bool) (part, error) {
	switch n := n.(type) {
	case query.And:
		parts, err := s.planAll(n.Of, wanted)
		// What needs the project read comes last, when little is left to ask of it.
		slices.SortStableFunc(parts, func(a, b part) int { return rank(a) - rank(b) })
		return allOf(parts), err
	case query.Or:
		parts, err := s.planAll(n.Of, wanted)
		return anyOf(parts), err
	case query.Not:
		p, err := s.plan(n.Of, false)
		return noneOf{p}, err
	case query.Word:
		return s.planWord(n, wanted)
	case query.Phrase:
		t := &textPart{}
		for _, w := range word.All(n.Text) {
			t.slots = append(t.slots, []string{w.Term})
		}
		s.want(t, wanted)
		return t, nil
	case query.Field:
		return s.planField(n)
	case query.Flag:
		if n.Coded {
			return &codingPart{key: "coded"}, nil
		}
		return noneOf{&codingPart{key: "coded"}}, nil
	}
	return nil, &query.Error{Problem: query.Empty}
}

func rank(p part) int {
	if p.reads() {
		return 1
	}
	return 0
}

func (s *search) planAll(nodes []query.Node, wanted bool) ([]part, error) {
	parts := make([]part, len(nodes))
	for i, n := range nodes {
		var err error
		if parts[i], err = s.plan(n, wanted); err != nil {
			return nil, err
		}
	}
	return parts, nil
}

// want notes words whose places are places of hits.
func (s *search) want(t *textPart, wanted bool) {
	if wanted {
		s.texts = append(s.texts, t)
	}
}

// planWord finds the terms that a word stands for. What is typed as one word may
// be several, as "self-awareness" is: these have to stand side by side.
func (s *search) planWord(n query.Word, wanted bool) (part, error) {
	t := &textPart{}
	words := word.All(n.Text)
	for i, w := range words {
		terms := []string{w.Term}
		var err error
		switch {
		case n.Fuzzy > 0:
			terms, err = s.view.near(w.Term, n.Fuzzy)
		case n.Prefix && i == len(words)-1:
			terms, err = s.view.starting(w.Term)
		case !n.Prefix:
			terms, err = s.view.family(w.Term, s.index.stem, s.index.whole)
		}
		if err != nil {
			return nil, err
		}
		t.slots = append(t.slots, terms)
	}
	if wanted && len(words) == 1 {
		t.family = &Family{Word: n.Text, At: n.At()}
	}
	s.want(t, wanted)
	return t, nil
}

func (p allOf) find(s *search, within set) (set, error) {
	for _, each := range p {
		found, err := each.find(s, within)
		if err != nil {
			return nil, err
		}
		within = within.copy()
		within.and(found)
	}
	p.limit(within)
	return within, nil
}

func (p allOf) limit(to set) {
	for _, each := range p {
		each.limit(to)
	}
}

func (p anyOf) limit(to set) {
	for _, each := range p {
		each.limit(to)
	}
}

func (p noneOf) limit(set) {}

func (p anyOf) find(s *search, within set) (set, error) {
	all := s.view.none()
	for _, each := range p {
		found, err := each.find(s, within)
		if err != nil {
			return nil, err
		}
		all.or(found)
	}
	return all, nil
}

func (p noneOf) find(s *search, within set) (set, error) {
	found, err := p.part.find(s, within)
	if err != nil {
		return nil, err
	}
	rest := within.copy()
	rest.without(found)
	return rest, nil
}

func (p allOf) reads() bool { return slices.ContainsFunc(p, part.reads) }

func (p anyOf) reads() bool { return slices.ContainsFunc(p, part.reads) }
