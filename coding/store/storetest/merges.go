package storetest

import (
	"testing"

	"concord/coding"
)

// testMerges: who may take what others coded to another code, with a code that
// is taken out of the book.
func testMerges(t *testing.T, open Open) {
	s := newStudy(t, open)
	in, blind := s.round("Round 1", false), s.round("Round 2", true)
	s.done(s.sue, "open", coding.Add(in), coding.Add(blind))
	theirs := s.coding(s.ben, in.ID, 0, 0, 6)
	s.done(s.ben, "code", coding.Add(theirs))
	loose := s.coding(s.ben, "", 1, 0, 6)
	s.done(s.ben, "code outside rounds", coding.Add(loose))
	moved, looser := theirs, loose
	moved.Code, looser.Code = s.other.ID, s.other.ID

	s.refused(coding.ErrForbidden, s.sue, "move another's in a round", coding.Alter(theirs, moved))
	s.refused(coding.ErrForbidden, s.ann, "merge, as a coder",
		coding.Alter(theirs, moved), coding.Alter(loose, looser), coding.Remove(s.code))
	s.refused(coding.ErrForbidden, s.sue, "code for another in the step of a merge",
		coding.Alter(theirs, moved), coding.Alter(loose, looser), coding.Remove(s.code), coding.Add(s.coding(s.ben, in.ID, 2, 0, 3)))
	before := s.dump(s.sue.ID)
	events := s.done(s.sue, "merge", coding.Alter(theirs, moved), coding.Alter(loose, looser), coding.Remove(s.code))
	after := s.dump(s.sue.ID)
	back := s.undone(events)
	if s.dump(s.sue.ID) != before {
		t.Error("the merge, undone, isn't as if it had never been")
	}
	again := s.undone(back)
	if s.dump(s.sue.ID) != after {
		t.Error("the merge, undone and done again, isn't what it was")
	}
	s.undone(again)

	unseen := s.coding(s.ben, blind.ID, 0, 0, 6)
	s.done(s.ben, "code blind", coding.Add(unseen))
	seen := unseen
	seen.Code = s.other.ID
	s.refused(coding.ErrForbidden, s.sue, "merge what was coded in a blind round",
		coding.Alter(theirs, moved), coding.Alter(loose, looser), coding.Alter(unseen, seen), coding.Remove(s.code))
	s.done(s.sue, "close", coding.Alter(in, closed(in)))
	s.refused(coding.ErrLocked, s.sue, "merge what a closed round holds",
		coding.Alter(theirs, moved), coding.Alter(loose, looser), coding.Remove(s.code))
	s.sound()
}

// testMergesMemos: a memo about a code goes over with it, also one of a closed
// round, but not one that is hidden in a blind one.
func testMergesMemos(t *testing.T, open Open) {
	s := newStudy(t, open)
	in := s.round("Round 1", true)
	memo := s.memo(s.ben, in.ID, coding.AboutCode, string(s.code.ID), "what it is")
	s.done(s.sue, "open", coding.Add(in))
	s.done(s.ben, "write", coding.Add(memo))
	over, other := memo, memo
	over.About = string(s.other.ID)
	other.About, other.Text = over.About, "what it isn't"
	s.refused(coding.ErrForbidden, s.sue, "merge while it is blind", coding.Alter(memo, over), coding.Remove(s.code))
	s.done(s.sue, "close", coding.Alter(in, closed(in)))
	s.refused(coding.ErrLocked, s.sue, "change it without a merge", coding.Alter(memo, other))
	s.refused(coding.ErrLocked, s.sue, "change it with one", coding.Alter(memo, other), coding.Remove(s.code))
	before := s.dump(s.sue.ID)
	events := s.done(s.sue, "merge", coding.Alter(memo, over), coding.Remove(s.code))
	s.undone(events)
	if s.dump(s.sue.ID) != before {
		t.Error("the merge, undone, isn't as if it had never been")
	}
	s.sound()
}
