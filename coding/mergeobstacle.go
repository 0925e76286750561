package coding

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// ObstacleKind is what kind of thing stands against a merge of codes.
type ObstacleKind string

// What stands against a merge.
const (
	// ObstacleClosed: a closed round holds codings; its record stays as it is.
	ObstacleClosed ObstacleKind = "closed"
	// ObstacleDecided: decisions let the code stand.
	ObstacleDecided ObstacleKind = "decided"
	// ObstacleLookedFor: done marks name the code.
	ObstacleLookedFor ObstacleKind = "looked for"
	// ObstacleBlind: a blind round is open, and nobody may move what others did in it.
	ObstacleBlind ObstacleKind = "blind"
	// ObstacleOthers: the person is no supervisor, and others used the code.
	ObstacleOthers ObstacleKind = "others"
	// ObstacleRetired: the code to merge into is retired.
	ObstacleRetired ObstacleKind = "retired"
	// ObstacleUnder: the code to merge into lies under the other.
	ObstacleUnder ObstacleKind = "under"
	// ObstacleName: both have a code of one name under them.
	ObstacleName ObstacleKind = "name"
)

// MergeObstacle is something that stands against a merge of codes.
type MergeObstacle struct {
	Kind ObstacleKind
	// Name is that of the round or of the code which is in the way.
	Name string
	// N is how many codings, decisions, done marks or memos are concerned.
	N int
}

// Retiring reports whether retiring the code, instead of merging it, gets
// round the obstacle: what it was given to in the past then stays.
func (o MergeObstacle) Retiring() bool {
	return o.Kind == ObstacleClosed || o.Kind == ObstacleDecided || o.Kind == ObstacleLookedFor
}

// Refusal is the error that says why the merge can't be done; nil where it can.
func (m CodeMerge) Refusal() error {
	if len(m.Obstacles) == 0 {
		return nil
	}
	o := m.Obstacles[0]
	from, into := quoted(m.From.Name), quoted(m.Into.Name)
	says := func(reason error, format string, args ...any) error {
		return fmt.Errorf("%w: "+format, append([]any{reason}, args...)...)
	}
	switch o.Kind {
	case ObstacleClosed:
		return says(ErrLocked, "%s holds in round %s, which is closed: %s; a closed round's record stays: retire %s instead",
			from, quoted(o.Name), counted(o.N, "coding"), from)
	case ObstacleDecided:
		return says(ErrLocked, "%s of round %s speak of %s; a decision stays as it was made: retire %s instead",
			counted(o.N, "decision"), quoted(o.Name), from, from)
	case ObstacleLookedFor:
		return says(ErrLocked, "%s of round %s name %s among the codes looked for: retire %s instead",
			counted(o.N, "done mark"), quoted(o.Name), from, from)
	case ObstacleBlind:
		return says(ErrForbidden, "round %s is blind and open: codes are merged when it is closed, or before it is opened", quoted(o.Name))
	case ObstacleOthers:
		return says(ErrForbidden, "others used %s (%s): a supervisor merges what others coded", from, counted(o.N, "coding or memo"))
	case ObstacleRetired:
		return says(ErrInvalid, "%s is retired and given no more: bring it back first, or merge it into %s", into, from)
	case ObstacleUnder:
		return says(ErrInvalid, "%s lies under %s: move it out first", into, from)
	default:
		return says(ErrConflict, "%s and %s both have a code %s under them: rename one of these, or merge them first", from, into, quoted(o.Name))
	}
}

// judges tells who works here, and whether that person may do what is for a
// supervisor: where nobody supervises, anybody may.
func (s *Session) judges(ctx context.Context) (me Coder, judges bool, err error) {
	coders, err := s.Coders(ctx)
	judges = true
	for _, c := range coders {
		judges = judges && !c.Supervisor
		if c.ID == s.Viewer() {
			me = c
		}
	}
	return me, judges || me.Supervisor, err
}

// othersWork counts the codings and memos that aren't one's own.
func othersWork(me Coder, codings []Coding, memos []Memo) int {
	others := 0
	for _, c := range codings {
		if c.Coder != me.ID {
			others++
		}
	}
	for _, m := range memos {
		if m.By != me.ID {
			others++
		}
	}
	return others
}

// unmovable finds what keeps the codings of a code, and the memos about it,
// where they are: closed rounds, blind ones, and what was decided or looked for.
func (s *Session) unmovable(ctx context.Context, code Code, codings []Coding, memos []Memo) ([]MergeObstacle, error) {
	me, err := s.Me(ctx)
	if err != nil {
		return nil, err
	}
	rounds, err := s.Rounds(ctx)
	if err != nil {
		return nil, err
	}
	in := map[RoundID]int{}
	for _, c := range codings {
		in[c.Round]++
	}
	thought := map[RoundID]bool{}
	for _, m := range memos {
		thought[m.Round] = true
	}
	var found []MergeObstacle
	for _, r := range rounds {
		switch {
		case r.Closed && in[r.ID] > 0:
			found = append(found, MergeObstacle{ObstacleClosed, r.Name, in[r.ID]})
		case r.HiddenFrom(me), r.Blind && !r.Closed && (in[r.ID] > 0 || thought[r.ID]):
			found = append(found, MergeObstacle{Kind: ObstacleBlind, Name: r.Name})
		}
	}
	settled, err := s.settled(ctx, code.ID, rounds)
	return append(found, settled...), err
}

// settled finds decisions and done marks that name a code. They are what was
// said of it then, and stay so.
func (s *Session) settled(ctx context.Context, code CodeID, rounds []Round) ([]MergeObstacle, error) {
	var found []MergeObstacle
	names := map[RoundID]string{}
	for _, r := range append([]Round{{}}, rounds...) {
		names[r.ID] = r.Name
		decisions, err := s.Decisions(ctx, r.ID)
		if err != nil {
			return nil, err
		}
		n := 0
		for _, d := range decisions {
			if slices.ContainsFunc(d.Marks, func(mark Mark) bool { return mark.Code == code }) {
				n++
			}
		}
		if n > 0 {
			found = append(found, MergeObstacle{ObstacleDecided, r.Name, n})
		}
	}
	looked := map[RoundID]int{}
	for d, err := range s.Done(ctx, DoneFilter{}) {
		if err != nil {
			return nil, err
		}
		if slices.Contains(d.Codes, code) {
			looked[d.Round]++
		}
	}
	for _, r := range rounds {
		if n := looked[r.ID]; n > 0 {
			found = append(found, MergeObstacle{ObstacleLookedFor, names[r.ID], n})
		}
	}
	return found, nil
}

// misplaced finds what in the book stands against a merge.
func misplaced(book *Codebook, m CodeMerge) []MergeObstacle {
	var found []MergeObstacle
	if m.Into.ID == "" {
		return nil
	}
	if m.Into.Retired {
		found = append(found, MergeObstacle{Kind: ObstacleRetired, Name: m.Into.Name})
	}
	if slices.Contains(book.Under(m.From.ID), m.Into.ID) {
		return append(found, MergeObstacle{Kind: ObstacleUnder, Name: m.Into.Name})
	}
	for _, child := range book.Children(m.From.ID) {
		if slices.ContainsFunc(book.Children(m.Into.ID), func(c Code) bool { return strings.EqualFold(c.Name, child.Name) }) {
			found = append(found, MergeObstacle{Kind: ObstacleName, Name: child.Name})
		}
	}
	return found
}
