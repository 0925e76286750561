package index

import (
	"cmp"
	"math"
	"slices"
)

// ranked is a source that was found, with its weight.
type ranked struct {
	place uint32
	score float32
}

// choose picks the sources of the page, in the order that it asks for.
func (s *search) choose(found set, n int, page Page) []ranked {
	limit := n
	if page.Limit > 0 {
		limit = min(n, max(0, page.Offset)+page.Limit)
	}
	offset := min(max(0, page.Offset), limit)
	chosen := make([]ranked, 0, limit)
	if page.Order == InOrder {
		for place := range found.all {
			if len(chosen) == limit {
				break
			}
			chosen = append(chosen, ranked{place: place})
		}
		return chosen[offset:]
	}
	if limit == 0 {
		return nil
	}
	scores := s.weigh()
	defer s.view.putBack(scores, s.texts)
	// A heap whose top is the worst of the best.
	for place := range found.all {
		r := ranked{place, scores[place]}
		switch {
		case len(chosen) < limit:
			chosen = append(chosen, r)
			if len(chosen) == limit {
				slices.SortFunc(chosen, func(a, b ranked) int { return better(b, a) })
			}
		case better(r, chosen[0]) < 0:
			chosen[0] = r
			sink(chosen)
		}
	}
	slices.SortFunc(chosen, better)
	return chosen[offset:]
}

// better orders by score, the highest first, then as the project does.
func better(a, b ranked) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.place, b.place))
}

// sink moves the top of a heap to where it belongs.
func sink(heap []ranked) {
	for i := 0; ; {
		child := 2*i + 1
		if child >= len(heap) {
			return
		}
		if child+1 < len(heap) && better(heap[child], heap[child+1]) < 0 {
			child++
		}
		if better(heap[i], heap[child]) >= 0 {
			return
		}
		heap[i], heap[child] = heap[child], heap[i]
		i = child
	}
}

// The usual constants of BM25 (Robertson & Zaragoza 2009, 3.5): how soon more of
// the same word stops counting, and how much a long text counts less.
const (
	saturation = 1.2
	lengthBias = 0.75
)

// weigh gives each source its BM25 weight (Robertson & Zaragoza 2009, equation
// 3.15), summed over the words and phrases of the query. The terms of a family
// are one word; the usual length of a text is taken from those found.
func (s *search) weigh() []float32 {
	scores := s.view.borrow()
	for _, t := range s.texts {
		idf := math.Log(1 + (float64(s.view.size-t.sources)+0.5)/(float64(t.sources)+0.5))
		words := 0.0
		for _, p := range t.postings {
			words += wordsOf(p.norm)
		}
		usual := max(1, words/max(1, float64(len(t.postings))))
		for _, p := range t.postings {
			f := float64(p.freq)
			length := 1 - lengthBias + lengthBias*wordsOf(p.norm)/usual
			scores[p.place] += float32(idf * f * (saturation + 1) / (f + saturation*length))
		}
		// A phrase's sources aren't told apart by their length.
		for _, m := range t.matches {
			scores[s.view.placeOf[m.doc]] += float32(idf)
		}
	}
	return scores
}

// borrow gives a zero for each place; putBack makes zeros again of those that
// the texts changed, which are few as a rule.
func (v *view) borrow() []float32 {
	if scores, ok := v.scratch.Get().(*[]float32); ok {
		return *scores
	}
	return make([]float32, len(v.ids))
}

func (v *view) putBack(scores []float32, texts []*textPart) {
	for _, t := range texts {
		for _, p := range t.postings {
			scores[p.place] = 0
		}
		for _, m := range t.matches {
			scores[v.placeOf[m.doc]] = 0
		}
	}
	v.scratch.Put(&scores)
}

// wordsOf is the number of words of a text by bleve's norm.
func wordsOf(norm float32) float64 {
	if norm <= 0 {
		return 1
	}
	return 1 / (float64(norm) * float64(norm))
}

// setOf is the places of the sources chosen.
func (s *search) setOf(chosen []ranked) set {
	places := s.view.none()
	for _, c := range chosen {
		places.add(c.place)
	}
	return places
}
