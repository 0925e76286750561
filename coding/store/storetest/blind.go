package storetest

import (
	"strings"
	"testing"

	"concord/coding"
)

// testBlind: of a blind, open round each coder gets only what is theirs, by
// whatever way they look.
func testBlind(t *testing.T, open Open) {
	s := newStudy(t, open)
	in := s.round("Round 1", true)
	s.done(s.sue, "open", coding.Add(in))
	a, b := s.coding(s.ann, in.ID, 0, 0, 6), s.coding(s.ben, in.ID, 0, 2, 6)
	about := func(by coding.Coder, c coding.Coding) coding.Memo {
		return s.memo(by, in.ID, coding.AboutCoding, string(c.ID), "thought of "+by.Name)
	}
	secrets := map[string][]string{}
	for _, one := range []struct {
		by coding.Coder
		c  coding.Coding
	}{{s.ann, a}, {s.ben, b}} {
		memo, mark := about(one.by, one.c), s.mark(one.by, in.ID, 0)
		s.done(one.by, "label of "+one.by.Name, coding.Add(one.c), coding.Add(memo), coding.Add(mark))
		// A step of which a part is for all to see.
		public := coding.Case{ID: coding.NewID[coding.CaseID](s.mint), Name: "case of " + one.by.Name}
		second := s.coding(one.by, in.ID, 1, 0, 4)
		s.done(one.by, "mixed label of "+one.by.Name, coding.Add(public), coding.Add(second))
		secrets[one.by.Name] = []string{
			string(one.c.ID), string(second.ID), memo.Text, string(memo.ID), string(mark.ID),
			"label of " + one.by.Name, "mixed label of " + one.by.Name,
		}
	}
	seen := func(viewer coding.CoderID) string { return s.dump(viewer) + s.dumpHistory(viewer) }
	check := func(when string, viewer coding.CoderID, sees map[string]bool) {
		t.Helper()
		all := seen(viewer)
		for whose, words := range secrets {
			for _, word := range words {
				if strings.Contains(all, word) != sees[whose] {
					t.Errorf("%s: %q sees %q of %s: %t, want %t", when, viewer, word, whose, !sees[whose], sees[whose])
				}
			}
			if !strings.Contains(all, "case of "+whose) {
				t.Errorf("%s: %q doesn't see what isn't of the round", when, viewer)
			}
		}
	}
	both := map[string]bool{"Ann": true, "Ben": true}
	check("blind", s.ann.ID, map[string]bool{"Ann": true})
	check("blind", s.ben.ID, map[string]bool{"Ben": true})
	check("blind", s.out.ID, nil)
	check("blind", "", nil)
	check("blind", "stranger", nil)
	check("blind", s.sue.ID, both)
	s.countsBlind(in)
	s.writesBlind(in, a, b)

	joined := in
	joined.Coders = append(append([]coding.CoderID(nil), in.Coders...), s.sue.ID)
	s.done(s.sue, "a supervisor who codes is blind as well", coding.Alter(in, joined))
	check("supervisor codes", s.sue.ID, nil)
	s.done(s.sue, "no longer", coding.Alter(joined, in))
	s.done(s.sue, "close", coding.Alter(in, closed(in)))
	for _, viewer := range []coding.CoderID{s.ann.ID, s.ben.ID, s.out.ID, s.sue.ID, ""} {
		check("closed", viewer, both)
	}
	s.sound()
}

func (s *study) countsBlind(in coding.Round) {
	s.t.Helper()
	for _, x := range []struct {
		viewer   coding.CoderID
		excerpts int
	}{{s.ann.ID, 2}, {s.out.ID, 0}, {"", 0}, {s.sue.ID, 4}} {
		got, err := s.db.As(x.viewer).Counts(s.t.Context(), coding.CodingFilter{Rounds: []coding.RoundID{in.ID}})
		if ok(s.t, err); got[s.code.ID].Excerpts != x.excerpts {
			s.t.Errorf("%q counts %v, want %d excerpts", x.viewer, got, x.excerpts)
		}
	}
}

// writesBlind: what is hidden answers as if it weren't there.
func (s *study) writesBlind(in coding.Round, a, b coding.Coding) {
	s.t.Helper()
	absent := b
	absent.ID = coding.NewID[coding.CodingID](s.mint)
	hidden := s.refused(coding.ErrNotFound, s.ann, "remove", coding.Remove(b))
	missing := s.refused(coding.ErrNotFound, s.ann, "remove", coding.Remove(absent))
	if hidden != nil && missing != nil && hidden.Error() != missing.Error() {
		s.t.Errorf("hidden and absent differ: %v; %v", hidden, missing)
	}
	moved := b
	moved.Start = 0
	s.refused(coding.ErrNotFound, s.ann, "alter", coding.Alter(b, moved))
	s.refused(coding.ErrForbidden, s.ann, "add", coding.Add(absent))
	s.refused(coding.ErrNotFound, s.ann, "write about it",
		coding.Add(s.memo(s.ann, in.ID, coding.AboutCoding, string(b.ID), "I guess")))
	s.refused(coding.ErrInvalid, s.ann, "write about one's own outside the round",
		coding.Add(s.memo(s.ann, "", coding.AboutCoding, string(a.ID), "I tell")))
	s.refused(coding.ErrForbidden, s.out, "reveal by closing", coding.Alter(in, closed(in)))
	err := s.refused(coding.ErrConflict, s.out, "remove the code", coding.Remove(s.code))
	if err != nil && strings.ContainsAny(err.Error()[len(`do "remove the code"`):], "0123456789") {
		s.t.Errorf("the error counts what is hidden: %v", err)
	}
}
