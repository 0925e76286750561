package report

import (
	"context"
	"fmt"

	"concord/coding"
)

// frame is what every table needs of a project beside its codings.
type frame struct {
	project    coding.Project
	book       *coding.Codebook
	attributes []coding.Attribute
	coders     []coding.Coder
	rounds     map[coding.RoundID]string
	cases      map[coding.CaseID]coding.Case
	sources    map[coding.SourceID]coding.Source
	// place is where a source stands in the project's order.
	place map[coding.SourceID]int
	// texts says that not all sources are comments.
	texts bool
	// tongue words what stands for nobody in particular.
	tongue tongue
}

func readFrame(ctx context.Context, r coding.Reader) (*frame, error) {
	f := &frame{
		rounds:  map[coding.RoundID]string{},
		cases:   map[coding.CaseID]coding.Case{},
		sources: map[coding.SourceID]coding.Source{},
		place:   map[coding.SourceID]int{},
	}
	if err := f.read(ctx, r); err != nil {
		return nil, fmt.Errorf("read the project for a report: %w", err)
	}
	return f, nil
}

func (f *frame) read(ctx context.Context, r coding.Reader) (err error) {
	if f.project, err = r.Project(ctx); err != nil {
		return err
	}
	codes, err := r.Codes(ctx)
	if err != nil {
		return err
	}
	f.book = coding.NewCodebook(codes)
	if f.attributes, err = r.Attributes(ctx); err != nil {
		return err
	}
	if f.coders, err = r.Coders(ctx); err != nil {
		return err
	}
	rounds, err := r.Rounds(ctx)
	if err != nil {
		return err
	}
	for _, round := range rounds {
		f.rounds[round.ID] = round.Name
	}
	for c, err := range r.Cases(ctx) {
		if err != nil {
			return err
		}
		f.cases[c.ID] = c
	}
	for s, err := range r.Sources(ctx, coding.SourceFilter{}) {
		if err != nil {
			return err
		}
		f.place[s.ID] = len(f.place)
		f.sources[s.ID] = s
		f.texts = f.texts || s.Kind != coding.Comment
	}
	return nil
}

// valueOf is what is known of a source by way of one of its cases, or of
// itself where the case is empty.
type valueOf struct {
	value   string
	subject coding.CaseID
}

// values are what an attribute says of a source: its own value, for each of
// its cases, or else those of its cases. What isn't known is "".
func (f *frame) values(s coding.Source, attribute coding.AttributeID) []valueOf {
	own := s.Values[attribute]
	if len(s.Cases) == 0 {
		return []valueOf{{value: own}}
	}
	values := make([]valueOf, len(s.Cases))
	for i, id := range s.Cases {
		values[i] = valueOf{own, id}
		if own == "" {
			values[i].value = f.cases[id].Values[attribute]
		}
	}
	return values
}

// coder names a coder; nobody stands for the consensus.
func (f *frame) coder(id coding.CoderID) string {
	if id == "" {
		return f.tongue.say("Consensus")
	}
	for _, c := range f.coders {
		if c.ID == id {
			return c.Name
		}
	}
	return string(id)
}
