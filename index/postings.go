package index

import (
	"context"
	"slices"

	bleve "github.com/blevesearch/bleve_index_api"
)

// posting says that a term stands in a source: how often, and how long the
// source is, as bleve keeps it (1 / square root of the number of words).
type posting struct {
	place uint32
	term  uint32 // its number in the slot
	freq  uint32
	norm  float32
}

// spot is one place of a term in a document: the how manieth word it is, and
// where it begins and ends, in code points.
type spot struct {
	doc        uint32
	position   uint32
	start, end uint32
}

// Between so many postings it is looked whether the search was cancelled.
const patience = 4096

// detail is what is read of a posting beside its document and how often the term
// stands in it.
type detail uint8

const (
	withNorm  detail = 1 << iota // how long the document is
	withSpots                    // where in it the term stands
)

// reader opens the postings of a term.
func (v *view) reader(ctx context.Context, term string, d detail) (bleve.TermFieldReader, error) {
	r, err := v.snapshot.TermFieldReader(ctx, []byte(term), textField, true, d&withNorm != 0, d&withSpots != 0)
	return r, engineError("read", err)
}

// postings streams the documents that a term stands in, in bleve's order.
//
// begin, if not nil, is told beforehand how many they are.
func (v *view) postings(ctx context.Context, term string, d detail, begin func(n int), each func(doc uint32, p *bleve.TermFieldDoc)) error {
	r, err := v.reader(ctx, term, d)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	if begin != nil {
		begin(int(r.Count()))
	}
	var p bleve.TermFieldDoc
	for n := 1; ; n++ {
		found, err := r.Next(p.Reset())
		if err != nil {
			return engineError("read", err)
		}
		if found == nil {
			return nil
		}
		each(uint32(found.ID.Value()), found)
		if n%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

// usualSpots is how often a common word stands in a text that has it, as a rule,
// and more.
const usualSpots = 3

// spotsIn adds the spots of a term in the documents given, which ascend.
func (v *view) spotsIn(ctx context.Context, term string, docs []uint32, spots []spot) ([]spot, error) {
	r, err := v.reader(ctx, term, withSpots)
	if err != nil {
		return spots, err
	}
	defer func() { _ = r.Close() }()
	// A step over many documents costs more than a few steps of one.
	const stride = 8
	if uint64(len(docs))*stride > r.Count() {
		return v.spotsAmong(ctx, term, docs, spots)
	}
	var p bleve.TermFieldDoc
	var id bleve.IndexInternalID
	last := int64(-1)
	for n, doc := range docs {
		if int64(doc) > last {
			id = bleve.NewIndexInternalID(id, uint64(doc))
			found, err := r.Advance(id, p.Reset())
			if err != nil {
				return spots, engineError("read", err)
			}
			if found == nil {
				break
			}
			last = int64(found.ID.Value())
		}
		if int64(doc) == last {
			spots = appendSpots(spots, doc, &p)
		}
		if n%patience == 0 && ctx.Err() != nil {
			return spots, ctx.Err()
		}
	}
	return spots, nil
}

// spotsAmong does the same by going through all documents of the term.
func (v *view) spotsAmong(ctx context.Context, term string, docs []uint32, spots []spot) ([]spot, error) {
	i := 0
	spots = slices.Grow(spots, len(docs)*usualSpots)
	err := v.postings(ctx, term, withSpots, nil, func(doc uint32, p *bleve.TermFieldDoc) {
		for i < len(docs) && docs[i] < doc {
			i++
		}
		if i < len(docs) && docs[i] == doc {
			spots = appendSpots(spots, doc, p)
		}
	})
	return spots, err
}

func appendSpots(spots []spot, doc uint32, p *bleve.TermFieldDoc) []spot {
	for _, at := range p.Vectors {
		spots = append(spots, spot{
			doc: doc, position: uint32(at.Pos), start: uint32(at.Start), end: uint32(at.End),
		})
	}
	return spots
}
