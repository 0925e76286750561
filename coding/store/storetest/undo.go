package storetest

import (
	"testing"

	"concord/coding"
)

func testUndo(t *testing.T, open Open) {
	s := newStudy(t, open)
	c := s.coding(s.ann, "", 0, 0, 6)
	events := s.done(s.ann, "code", coding.Add(c))
	undo := func(by coding.Coder, what coding.Seq, changes ...coding.Change) error {
		_, err := s.as(by).Do(t.Context(), coding.Step{By: by.ID, Label: "undo", Undoes: what, Changes: changes})
		return err
	}
	wants(t, "another's step", undo(s.ben, events[0].Seq, coding.Remove(c)), coding.ErrConflict)
	wants(t, "no step", undo(s.ann, 999, coding.Remove(c)), coding.ErrConflict)
	wants(t, "something else", undo(s.ann, events[0].Seq, coding.Add(coding.Case{ID: "x", Name: "X"})), coding.ErrInvalid)
	wants(t, "more than the step", undo(s.ann, events[0].Seq, coding.Remove(c), coding.Remove(c)), coding.ErrInvalid)

	back := s.undone(events)
	_, err := s.undo(events)
	wants(t, "undo twice", err, coding.ErrConflict)
	again := s.undone(back)
	_, err = s.undo(back)
	wants(t, "redo twice", err, coding.ErrConflict)
	entries, err := s.as(s.ann).Entries(t.Context(), coding.EntryFilter{By: s.ann.ID})
	ok(t, err)
	want := []struct {
		first, undoes coding.Seq
		undone        bool
	}{{again[0].Seq, back[0].Seq, false}, {back[0].Seq, events[0].Seq, true}, {events[0].Seq, 0, false}}
	for i, w := range want {
		if e := entries[i]; e.First != w.first || e.Undoes != w.undoes || e.Undone != w.undone {
			t.Errorf("entry %d: got %+v, want %+v", i, e, w)
		}
	}
	s.undone(events)
	entries, err = s.as(s.ann).Entries(t.Context(), coding.EntryFilter{By: s.ann.ID})
	ok(t, err)
	if !entries[3].Undone || !entries[2].Undone || entries[0].Undone {
		t.Errorf("undone once more: got %+v", entries)
	}

	events = s.done(s.ann, "code", coding.Add(s.coding(s.ann, "", 1, 0, 4)))
	other := s.codingsOf(s.ann)[0]
	wide := other
	wide.End = 9
	s.done(s.ann, "widen", coding.Alter(other, wide))
	_, err = s.undo(events)
	wants(t, "what has been changed since", err, coding.ErrConflict)

	// A step that brought others' work can be taken back by who brought it.
	events = s.done(s.ann, "import", coding.Add(s.coding(s.ben, "", 2, 0, 3)), coding.Add(s.coding(s.out, "", 2, 0, 3)))
	before := s.dump(s.sue.ID)
	s.undone(s.undone(events))
	if s.dump(s.sue.ID) != before {
		t.Error("the import, undone and done again, isn't what it was")
	}
	theme := coding.Code{ID: "theme", Name: "New theme"}
	below := coding.Code{ID: "below", Parent: theme.ID, Name: "New code"}
	events = s.done(s.sue, "a theme and its code at once", coding.Add(theme, below))
	before = s.dump(s.sue.ID)
	s.undone(s.undone(events))
	if s.dump(s.sue.ID) != before {
		t.Error("the theme with its code, undone and done again, isn't what it was")
	}
	in := s.round("Round 1", false)
	s.done(s.sue, "open", coding.Add(in))
	events = s.done(s.ann, "code", coding.Add(s.coding(s.ann, in.ID, 3, 0, 4)))
	s.done(s.sue, "close", coding.Alter(in, closed(in)))
	_, err = s.undo(events)
	wants(t, "what a closed round holds", err, coding.ErrLocked)
	s.sound()
}
