package storetest

import (
	"slices"
	"testing"
	"time"

	"concord/coding"
)

func closed(r coding.Round) coding.Round {
	r.Closed, r.ClosedAt = true, r.Opened.Add(time.Hour)
	return r
}

// testRounds: who opens, changes and closes rounds, and what is assigned in them.
func testRounds(t *testing.T, open Open) {
	s := newStudy(t, open)
	in := s.round("Round 1", false)
	s.done(s.ann, "anybody opens a round", coding.Add(in))
	late := coding.NewSource(coding.NewID[coding.SourceID](s.mint), "Late", coding.Comment, s.texts[0])
	s.done(s.sue, "late", coding.Add(late))
	assigned, err := s.as(s.ann).RoundSources(t.Context(), in.ID)
	if ok(t, err); len(assigned) != 4 {
		t.Errorf("all sources there were are %d, want 4", len(assigned))
	}
	stray := s.coding(s.ann, in.ID, 0, 0, 3)
	stray.Source = late.ID
	s.refused(coding.ErrForbidden, s.ann, "a source that isn't assigned", coding.Add(stray))
	s.refused(coding.ErrForbidden, s.out, "a coder who isn't assigned", coding.Add(s.coding(s.out, in.ID, 0, 0, 3)))
	s.refused(coding.ErrForbidden, s.ann, "close, as a coder", coding.Alter(in, closed(in)))
	s.refused(coding.ErrForbidden, s.ann, "remove, as a coder", coding.Remove(in))
	more := in
	more.Sources = []coding.SourceID{late.ID}
	s.refused(coding.ErrInvalid, s.sue, "other sources", coding.Alter(in, more))
	unknown := s.round("Round 2", false, coding.Coder{ID: "none"})
	s.refused(coding.ErrNotFound, s.sue, "an unknown coder", coding.Add(unknown))
	unknown = s.round("Round 2", false)
	unknown.All, unknown.Sources = false, []coding.SourceID{"none"}
	s.refused(coding.ErrNotFound, s.sue, "an unknown source", coding.Add(unknown))
	unknown.Sources = nil
	s.refused(coding.ErrInvalid, s.sue, "no source", coding.Add(unknown))

	c, m := s.coding(s.ann, in.ID, 0, 0, 3), s.mark(s.ann, in.ID, 0)
	s.done(s.ann, "work", coding.Add(c), coding.Add(m))
	s.refused(coding.ErrInvalid, s.ann, "write about it outside the round",
		coding.Add(s.memo(s.ann, "", coding.AboutCoding, string(c.ID), "so")))
	fewer := in
	fewer.Coders = []coding.CoderID{s.ben.ID}
	s.refused(coding.ErrConflict, s.sue, "a coder who worked in it taken out", coding.Alter(in, fewer))
	fewer.Coders = []coding.CoderID{s.ann.ID}
	s.done(s.sue, "a coder who didn't", coding.Alter(in, fewer))
	s.refused(coding.ErrForbidden, s.ben, "no longer assigned", coding.Add(s.coding(s.ben, in.ID, 0, 0, 3)))

	s.done(s.sue, "close", coding.Alter(fewer, closed(fewer)))
	wider := c
	wider.End++
	for name, change := range map[string]coding.Change{
		"add a coding":    coding.Add(s.coding(s.ann, in.ID, 1, 0, 3)),
		"alter a coding":  coding.Alter(c, wider),
		"remove a coding": coding.Remove(c),
		"add a mark":      coding.Add(s.mark(s.ann, in.ID, 1)),
		"remove a mark":   coding.Remove(m),
	} {
		s.refused(coding.ErrLocked, s.ann, name+" when it is closed", change)
	}
	s.done(s.ann, "a closed round can be written about",
		coding.Add(s.memo(s.ann, in.ID, coding.AboutCoding, string(c.ID), "late thought")))
	s.done(s.sue, "reopen", coding.Alter(closed(fewer), fewer))
	s.done(s.ann, "work again", coding.Remove(c), coding.Remove(m))
	s.sound()
}

// testWork: whose work anybody may bring in, change and take out.
func testWork(t *testing.T, open Open) {
	s := newStudy(t, open)
	in := s.round("Round 1", false)
	mine, theirs := s.coding(s.ann, "", 0, 0, 3), s.coding(s.ben, "", 0, 0, 3)
	s.done(s.ann, "outside rounds others' work may come in", coding.Add(mine), coding.Add(theirs))
	moved := theirs
	moved.Start = 1
	s.refused(coding.ErrForbidden, s.ann, "alter another's", coding.Alter(theirs, moved))
	s.refused(coding.ErrForbidden, s.ann, "remove another's", coding.Remove(theirs))
	s.done(s.sue, "a supervisor may", coding.Alter(theirs, moved))

	s.done(s.sue, "open", coding.Add(in))
	s.refused(coding.ErrForbidden, s.ann, "code for another in a round", coding.Add(s.coding(s.ben, in.ID, 1, 0, 3)))
	s.refused(coding.ErrForbidden, s.sue, "code for another, as supervisor", coding.Add(s.coding(s.ben, in.ID, 1, 0, 3)))
	s.refused(coding.ErrForbidden, s.ann, "finish for another", coding.Add(s.mark(s.ben, in.ID, 1)))
	theirs = s.coding(s.ben, in.ID, 1, 0, 3)
	s.done(s.ben, "code", coding.Add(theirs))
	s.refused(coding.ErrForbidden, s.ann, "remove another's in a round", coding.Remove(theirs))
	s.refused(coding.ErrConflict, s.ben, "finish twice", coding.Add(s.mark(s.ben, in.ID, 1)), coding.Add(s.mark(s.ben, in.ID, 1)))

	imported := closed(s.round("import.csv", false))
	events := s.done(s.ann, "an import may bring a whole round",
		coding.Add(imported), coding.Add(s.coding(s.ann, imported.ID, 1, 0, 3)),
		coding.Add(s.coding(s.ben, imported.ID, 1, 1, 3)), coding.Add(s.mark(s.ben, imported.ID, 1)))
	before := s.dump(s.sue.ID)
	back := s.undone(events)
	s.undone(back)
	if s.dump(s.sue.ID) != before {
		t.Error("the import, undone and done again, isn't what it was")
	}
	s.refused(coding.ErrLocked, s.ann, "in a later step", coding.Add(s.coding(s.ann, imported.ID, 2, 0, 3)))

	promoted := s.ann
	promoted.Supervisor = true
	s.refused(coding.ErrForbidden, s.ann, "make oneself a supervisor", coding.Alter(s.ann, promoted))
	spy := coding.Coder{ID: coding.NewID[coding.CoderID](s.mint), Name: "Spy", Supervisor: true}
	s.refused(coding.ErrForbidden, s.ann, "bring in a supervisor", coding.Add(spy))
	s.refused(coding.ErrForbidden, s.ann, "remove the supervisor", coding.Remove(s.sue))
	spy.Supervisor = false
	s.done(s.ann, "bring in a coder", coding.Add(spy))
	s.done(s.sue, "a supervisor makes another", coding.Alter(s.ann, promoted))
	s.sound()
}

// testSteps: who does steps, and that a step is all or nothing.
func testSteps(t *testing.T, open Open) {
	s := newStudy(t, open)
	s.refused(coding.ErrInvalid, s.ann, "nothing")
	s.refused(coding.ErrForbidden, coding.Coder{ID: "stranger"}, "by a stranger", coding.Add(coding.Case{ID: "x", Name: "X"}))
	s.refused(coding.ErrForbidden, coding.Coder{}, "by nobody", coding.Add(coding.Case{ID: "x", Name: "X"}))
	_, err := s.as(s.ann).Do(t.Context(), coding.Step{By: s.ben.ID, Changes: []coding.Change{coding.Add(coding.Case{ID: "x", Name: "X"})}})
	wants(t, "as somebody else", err, coding.ErrForbidden)
	s.refused(coding.ErrInvalid, s.ann, "the last change is wrong",
		coding.Add(coding.Case{ID: "x", Name: "X"}), coding.Add(s.coding(s.ann, "", 0, 0, 4)), coding.Add(s.coding(s.ann, "", 0, 99, 100)))
	s.refused(coding.ErrInvalid, s.ann, "unknown kind", coding.Foreign{Name: "gesture", Payload: []byte(`{}`)})

	var many []coding.Case
	for i := range 1234 {
		many = append(many, coding.Case{ID: coding.NewID[coding.CaseID](s.mint), Name: "C" + time.Duration(i).String()})
	}
	s.walk(s.ann, coding.Add(many...))
	twice := slices.Clone(many[:60])
	for i := range twice {
		twice[i].ID = coding.NewID[coding.CaseID](s.mint)
		twice[i].Name += "b"
	}
	twice[57].Name = many[1000].Name
	s.refused(coding.ErrConflict, s.ann, "one name of many is taken", coding.Add(twice...))
	s.sound()
}
