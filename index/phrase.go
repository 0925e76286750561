package index

import (
	"cmp"
	"context"
	"slices"

	bleve "github.com/blevesearch/bleve_index_api"
)

// match is words that follow on each other in a document. Its position is that
// of the phrase's first word.
type match struct {
	doc        uint32
	position   uint32
	start, end uint32
}

// phrase finds where words of the slots follow on each other. The rarest is read
// first; of the others only what stands in documents that are still in question.
func (v *view) phrase(ctx context.Context, slots [][]string) ([]match, error) {
	order, err := v.rarestFirst(ctx, slots)
	if err != nil {
		return nil, err
	}
	var matches []match
	for i, slot := range order {
		var spots []spot
		if i == 0 {
			spots, err = v.spots(ctx, slots[slot])
		} else {
			spots, err = v.spotsOf(ctx, slots[slot], docsOf(matches))
		}
		if err != nil {
			return nil, err
		}
		matches = join(matches, spots, i == 0, slot, len(slots))
		if len(matches) == 0 {
			return nil, nil
		}
	}
	return matches, nil
}

// rarestFirst orders the slots by the number of documents that have their terms.
func (v *view) rarestFirst(ctx context.Context, slots [][]string) ([]int, error) {
	order, counts := make([]int, len(slots)), make([]uint64, len(slots))
	for i, terms := range slots {
		order[i] = i
		for _, term := range terms {
			r, err := v.reader(ctx, term, withSpots)
			if err != nil {
				return nil, err
			}
			counts[i] += r.Count()
			if err := r.Close(); err != nil {
				return nil, engineError("read", err)
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(counts[a], counts[b]) })
	return order, nil
}

// spots are all places of the terms, by document and position.
func (v *view) spots(ctx context.Context, terms []string) ([]spot, error) {
	var spots []spot
	for _, term := range terms {
		grow := func(n int) { spots = slices.Grow(spots, n*usualSpots) }
		err := v.postings(ctx, term, withSpots, grow, func(doc uint32, p *bleve.TermFieldDoc) {
			spots = appendSpots(spots, doc, p)
		})
		if err != nil {
			return nil, err
		}
	}
	return sortSpots(spots, len(terms)), nil
}

// spotsOf are the places of the terms in some documents, by document and position.
func (v *view) spotsOf(ctx context.Context, terms []string, docs []uint32) ([]spot, error) {
	var spots []spot
	for _, term := range terms {
		var err error
		if spots, err = v.spotsIn(ctx, term, docs, spots); err != nil {
			return nil, err
		}
	}
	return sortSpots(spots, len(terms)), nil
}

// sortSpots sorts what came from several terms; that of one is sorted.
func sortSpots(spots []spot, terms int) []spot {
	if terms > 1 {
		slices.SortFunc(spots, func(a, b spot) int {
			return cmp.Or(cmp.Compare(a.doc, b.doc), cmp.Compare(a.position, b.position))
		})
	}
	return spots
}

// docsOf lists the documents of matches, each once.
func docsOf(matches []match) []uint32 {
	docs := make([]uint32, 0, len(matches))
	for _, m := range matches {
		if len(docs) == 0 || docs[len(docs)-1] != m.doc {
			docs = append(docs, m.doc)
		}
	}
	return docs
}

// join keeps the matches that one of the spots, of the slot's words, goes on.
// For the first slot that is read, each spot makes a match.
func join(matches []match, spots []spot, first bool, slot, slots int) []match {
	joined := matches[:0]
	if first {
		joined = make([]match, 0, len(spots))
	}
	i := 0
	for _, s := range spots {
		if int(s.position) <= slot { // the phrase would begin before the text
			continue
		}
		m := match{doc: s.doc, position: s.position - uint32(slot)}
		if !first {
			for i < len(matches) && (matches[i].doc < m.doc || matches[i].doc == m.doc && matches[i].position < m.position) {
				i++
			}
			if i == len(matches) {
				break
			}
			if matches[i].doc != m.doc || matches[i].position != m.position {
				continue
			}
			m = matches[i]
			i++
		}
		if slot == 0 {
			m.start = s.start
		}
		if slot == slots-1 {
			m.end = s.end
		}
		joined = append(joined, m)
	}
	return joined
}
