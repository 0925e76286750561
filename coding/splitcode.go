package coding

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// CodeSplit is what can be divided of a code among it and others.
type CodeSplit struct {
	Code Code
	// Codings are those that the person may give another code, by source, then
	// by place.
	Codings []Coding
	// Closed is how many more lie in closed rounds, Others how many more are
	// for other coders to change. They stay as they are.
	Closed, Others int
}

// SplitPart is what another code gets of one that is split.
type SplitPart struct {
	Code Code
	// New codes are added to the book by the same step.
	New     bool
	Codings []CodingID
}

// PlanSplit tells what of a code the person may divide: their own codings
// outside closed rounds and, for a supervisor, everybody's outside rounds. In a
// round each codes for themself.
func (s *Session) PlanSplit(ctx context.Context, id CodeID) (CodeSplit, error) {
	book, err := s.Codebook(ctx)
	if err != nil {
		return CodeSplit{}, err
	}
	plan := CodeSplit{}
	var known bool
	if plan.Code, known = book.Code(id); !known {
		return plan, notFound("the code that is to be split isn't in the codebook any more")
	}
	me, err := s.Me(ctx)
	if err != nil {
		return plan, err
	}
	rounds, err := s.Rounds(ctx)
	if err != nil {
		return plan, err
	}
	closed := map[RoundID]bool{}
	for _, r := range rounds {
		closed[r.ID] = r.Closed
	}
	codings, err := s.given(ctx, id)
	for _, c := range codings {
		switch {
		case closed[c.Round]:
			plan.Closed++
		case c.Coder == me.ID, c.Round == "" && me.Supervisor:
			plan.Codings = append(plan.Codings, c)
		default:
			plan.Others++
		}
	}
	return plan, err
}

// SplitCode gives some of a code's codings to other codes, as one step; the
// rest keeps the code. It returns how many moved.
func (s *Session) SplitCode(ctx context.Context, id CodeID, parts ...SplitPart) (moved int, err error) {
	plan, err := s.PlanSplit(ctx, id)
	if err != nil {
		return 0, err
	}
	byID := map[CodingID]Coding{}
	for _, c := range plan.Codings {
		byID[c.ID] = c
	}
	var changes []Change
	var codings []Coding
	var names []string
	to := map[CodingID]CodeID{}
	for _, part := range parts {
		if part.Code.ID == id {
			continue
		}
		if part.New {
			changes = append(changes, Add(part.Code))
		}
		if !slices.Contains(names, quoted(part.Code.Name)) {
			names = append(names, quoted(part.Code.Name))
		}
		for _, coding := range part.Codings {
			c, may := byID[coding]
			switch {
			case !may:
				return 0, fmt.Errorf("split code %q: %w: a coding that isn't there, or isn't yours to move", plan.Code.Name, ErrForbidden)
			case to[coding] != "":
				return 0, fmt.Errorf("split code %q: %w", plan.Code.Name, invalid("one coding is to go to two codes"))
			}
			to[coding] = part.Code.ID
			codings = append(codings, c)
		}
	}
	recoded, _, err := s.recode(ctx, codings, to, false)
	if err != nil {
		return 0, err
	}
	if changes = append(changes, recoded...); len(changes) == 0 {
		return 0, nil
	}
	label := fmt.Sprintf("split code “%s”: %s to %s", plan.Code.Name, counted(len(codings), "coding"), strings.Join(names, ", "))
	return len(codings), s.Make(ctx, label, changes...)
}
