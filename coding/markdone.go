package coding

import (
	"context"
	"fmt"
)

// MarkDone says that the person has finished sources in a round, for all of its
// codes, as one step. Those marked already stay as they are; it returns how
// many were new.
func (s *Session) MarkDone(ctx context.Context, round Round, sources ...SourceID) (int, error) {
	marked, err := s.marked(ctx, round.ID)
	if err != nil {
		return 0, err
	}
	var added []Done
	for _, source := range sources {
		if _, done := marked[source]; !done {
			marked[source] = Done{}
			added = append(added, Done{ID: NewID[DoneID](s.mint), Round: round.ID, Source: source, Coder: s.Viewer(), At: s.mint.Now()})
		}
	}
	if len(added) == 0 {
		return 0, nil
	}
	return len(added), s.Make(ctx, fmt.Sprintf("mark %s done", counted(len(added), "source")), AddMany(added)...)
}

// MarkNotDone takes done marks of the person back, as one step.
func (s *Session) MarkNotDone(ctx context.Context, round Round, sources ...SourceID) error {
	marked, err := s.marked(ctx, round.ID)
	if err != nil {
		return err
	}
	var gone []Done
	for _, source := range sources {
		if d, done := marked[source]; done {
			gone = append(gone, d)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	return s.Make(ctx, fmt.Sprintf("mark %s not done", counted(len(gone), "source")), Remove(gone...))
}

func (s *Session) marked(ctx context.Context, round RoundID) (map[SourceID]Done, error) {
	marked := map[SourceID]Done{}
	for d, err := range s.Done(ctx, DoneFilter{Round: round, Coder: s.Viewer()}) {
		if err != nil {
			return nil, err
		}
		marked[d.Source] = d
	}
	return marked, nil
}
