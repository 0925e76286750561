package storetest

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"concord/coding"
)

// testReplay: whatever is done, the state is what the log makes, and whatever
// is taken back leaves the state as it was.
func testReplay(t *testing.T, open Open) {
	rapid.Check(t, func(r *rapid.T) {
		s := newStudy(t, open)
		w := &walker{study: s, r: r}
		var stack [][]coding.Event
		var states []string
		before := s.dump(s.sue.ID)
		for range rapid.IntRange(3, 15).Draw(r, "steps") {
			by, changes := w.step()
			events, err := s.do(by, "random", changes...)
			if err != nil {
				if !refusal(err) {
					r.Fatalf("%+v: %v", changes, err)
				}
				if after := s.dump(s.sue.ID); after != before {
					r.Fatalf("%+v was refused (%v), yet something changed", changes, err)
				}
				continue
			}
			stack, states = append(stack, events), append(states, before)
			before = s.dump(s.sue.ID)
		}
		problems, err := s.db.Check(t.Context())
		if err != nil || len(problems) > 0 {
			r.Fatalf("the state isn't what the log makes: %v %v", problems, err)
		}
		for len(stack) > 0 {
			last := len(stack) - 1
			if _, err := s.undo(stack[last]); err != nil {
				r.Fatalf("undo %+v: %v", stack[last], err)
			}
			if now := s.dump(s.sue.ID); now != states[last] {
				r.Fatalf("undone, the project isn't what it was\nwas %s\nis  %s", states[last], now)
			}
			stack = stack[:last]
		}
		problems, err = s.db.Check(t.Context())
		if err != nil || len(problems) > 0 {
			r.Fatalf("the state isn't what the log makes: %v %v", problems, err)
		}
	})
}

// refusal reports whether a store gives this error for a step that it doesn't take.
func refusal(err error) bool {
	for _, sentinel := range []error{
		coding.ErrConflict, coding.ErrInvalid, coding.ErrForbidden, coding.ErrLocked, coding.ErrNotFound,
	} {
		if errors.Is(err, sentinel) {
			return true
		}
	}
	return false
}

// walker draws steps that mostly can be done.
type walker struct {
	*study
	r *rapid.T
}

func (w *walker) step() (coding.Coder, []coding.Change) {
	by := rapid.SampledFrom([]coding.Coder{w.ann, w.ben, w.sue}).Draw(w.r, "by")
	var changes []coding.Change
	for range rapid.IntRange(1, 3).Draw(w.r, "changes") {
		changes = append(changes, w.change(by))
	}
	return by, changes
}

// rough is the part of the project that changes are drawn from.
func (w *walker) rough(by coding.Coder) (now everything) {
	r, ctx := w.as(by), w.t.Context()
	var err error
	now.Rounds, err = r.Rounds(ctx)
	ok(w.t, err)
	now.Codes, err = r.Codes(ctx)
	ok(w.t, err)
	now.Sources = gather(w.t, r.Sources(ctx, coding.SourceFilter{}))
	return now
}

func (w *walker) change(by coding.Coder) coding.Change {
	now := w.rough(by)
	in := coding.RoundID("")
	if len(now.Rounds) > 0 && rapid.Bool().Draw(w.r, "in a round") {
		in = rapid.SampledFrom(now.Rounds).Draw(w.r, "round").ID
	}
	switch rapid.IntRange(0, 9).Draw(w.r, "kind") {
	case 0, 1, 2:
		start := rapid.IntRange(0, 30).Draw(w.r, "start")
		c := w.coding(by, in, rapid.SampledFrom([]int{0, 1, 3}).Draw(w.r, "source"), start, start+rapid.IntRange(1, 9).Draw(w.r, "length"))
		c.Code = rapid.SampledFrom([]coding.CodeID{w.code.ID, w.other.ID}).Draw(w.r, "code")
		return coding.Add(c)
	case 3:
		if own := w.codingsOf(by); len(own) > 0 {
			return coding.Remove(rapid.SampledFrom(own).Draw(w.r, "coding"))
		}
		return coding.Add(w.memo(by, in, coding.AboutProject, "", "x"))
	case 4:
		if own := w.codingsOf(by); len(own) > 0 {
			c := rapid.SampledFrom(own).Draw(w.r, "coding")
			wide := c
			wide.End, wide.Unsure = wide.End+1, !wide.Unsure
			return coding.Alter(c, wide)
		}
		return coding.Add(w.memo(by, in, coding.AboutProject, "", "y"))
	case 5:
		return coding.Add(w.round("Round "+string(rune('A'+len(now.Rounds))), rapid.Bool().Draw(w.r, "blind")))
	case 6:
		if len(now.Rounds) > 0 {
			r := rapid.SampledFrom(now.Rounds).Draw(w.r, "round")
			return coding.Alter(r, closed(r))
		}
		return coding.Add(coding.Case{ID: coding.NewID[coding.CaseID](w.mint), Name: string(coding.NewID[coding.CaseID](w.mint))})
	case 7:
		return coding.Add(w.mark(by, in, rapid.IntRange(0, 3).Draw(w.r, "source")))
	case 8:
		if len(now.Codes) == 0 {
			return coding.Add(coding.Code{ID: coding.NewID[coding.CodeID](w.mint), Name: "Anew"})
		}
		code := rapid.SampledFrom(now.Codes).Draw(w.r, "code")
		if rapid.Bool().Draw(w.r, "remove") {
			return coding.Remove(code)
		}
		renamed := code
		renamed.Name += "+"
		return coding.Alter(code, renamed)
	default:
		if len(now.Sources) == 0 {
			return coding.Add(coding.Case{ID: coding.NewID[coding.CaseID](w.mint), Name: string(coding.NewID[coding.CaseID](w.mint))})
		}
		source := rapid.SampledFrom(now.Sources).Draw(w.r, "source")
		if rapid.Bool().Draw(w.r, "remove") {
			return coding.Remove(source)
		}
		moved := source
		moved.Cases = append([]coding.CaseID{w.cases[2].ID}, source.Cases[:1]...)
		if source.Cases[0] == w.cases[2].ID {
			moved.Cases = []coding.CaseID{w.cases[0].ID}
		}
		return coding.Alter(source, moved)
	}
}
