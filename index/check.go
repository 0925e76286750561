package index

import (
	"context"
	"fmt"

	"concord/coding"
)

// Check compares the index with the project and says in English what differs:
// nothing, if it followed the log to its end.
func (x *Index) Check(ctx context.Context, r coding.Reader) ([]string, error) {
	v := x.acquire()
	if v == nil {
		return nil, ErrClosed
	}
	defer v.release()
	seq, err := r.Seq(ctx)
	if err != nil {
		return nil, fmt.Errorf("check index: %w", err)
	}
	var problems []string
	if v.reached() != seq {
		problems = append(problems, fmt.Sprintf("the index has reached event %d of %d", v.reached(), seq))
	}
	missing, surplus := 0, v.live.copy()
	last, order, places := uint32(0), true, v.finder(v.live)
	err = eachSource(ctx, r, coding.SourceFilter{}, func(s coding.Source) {
		place, ok := places.place(s.ID)
		if !ok || !v.live.has(place) {
			missing++
			return
		}
		order = order && place >= last
		last = place
		surplus.remove(place)
	})
	if err != nil {
		return nil, fmt.Errorf("check index: %w", err)
	}
	if missing > 0 {
		problems = append(problems, fmt.Sprintf("%d sources of the project aren't in the index", missing))
	}
	if n := surplus.count(); n > 0 {
		problems = append(problems, fmt.Sprintf("%d sources in the index aren't in the project", n))
	}
	if !order {
		problems = append(problems, "the index has sources in another order than the project")
	}
	return problems, nil
}
