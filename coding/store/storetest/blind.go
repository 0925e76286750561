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

// testBlindMemos: what a coder of a blind round writes, whatever it is about,
// is the coder's own until the round is closed.
func testBlindMemos(t *testing.T, open Open) {
	s := newStudy(t, open)
	in, plain := s.round("Round 1", true), s.round("Round 0", false)
	past := s.coding(s.ann, plain.ID, 0, 0, 6)
	before := s.memo(s.ann, "", coding.AboutCode, string(s.code.ID), "thought before")
	s.done(s.sue, "open", coding.Add(plain))
	s.done(s.ann, "before", coding.Add(past), coding.Add(before))
	s.done(s.sue, "close", coding.Alter(plain, closed(plain)))
	inPlainSight := s.round("Round 2", false)
	s.done(s.sue, "open", coding.Add(in), coding.Add(inPlainSight))

	onText := s.memo(s.ann, "", coding.AboutExcerpt, "", "secret")
	onText.Excerpt = past.Excerpt
	memos := []coding.Memo{
		s.memo(s.ann, "", coding.AboutProject, "", "secret"),
		s.memo(s.ann, "", coding.AboutCode, string(s.code.ID), "secret"),
		s.memo(s.ann, "", coding.AboutCase, string(s.cases[0].ID), "secret"),
		s.memo(s.ann, "", coding.AboutSource, string(s.sources[0].ID), "secret"),
		s.memo(s.ann, "", coding.AboutRound, string(plain.ID), "secret"),
		s.memo(s.ann, "", coding.AboutCoding, string(past.ID), "secret"),
		onText,
	}
	for _, m := range memos {
		about := "about a " + string(m.Kind)
		ofText := m.Kind == coding.AboutSource || m.Kind == coding.AboutExcerpt || m.Kind == coding.AboutCoding
		if m.Kind != coding.AboutCoding { // a coding's has its round
			s.refused(coding.ErrForbidden, s.ann, about+", in no round", coding.Add(m))
		}
		m.Round = plain.ID
		s.refused(coding.ErrForbidden, s.ann, about+", in a closed round", coding.Add(m))
		if m.Round = inPlainSight.ID; !ofText {
			s.refused(coding.ErrForbidden, s.ann, about+", in a round that isn't blind", coding.Add(m))
		}
		m.Round = in.ID
		s.done(s.ann, about, coding.Add(m))
	}
	louder := before
	louder.Text = "secret"
	s.refused(coding.ErrForbidden, s.ann, "change one from before", coding.Alter(before, louder))
	kept := louder
	kept.Round = in.ID
	changed := s.done(s.ann, "change one from before, in the round", coding.Remove(before), coding.Add(kept))
	s.done(s.sue, "a supervisor who doesn't code writes for all", coding.Add(s.memo(s.sue, "", coding.AboutProject, "", "for all")))
	s.done(s.out, "so does a coder of other rounds", coding.Add(s.memo(s.out, "", coding.AboutProject, "", "for all")))
	sees := func(viewer coding.Coder) bool {
		return strings.Contains(s.dump(viewer.ID)+s.dumpHistory(viewer.ID), "secret")
	}
	for _, viewer := range []coding.Coder{s.ben, s.out, {}} {
		if sees(viewer) {
			t.Errorf("%q reads what Ann wrote in a blind round", viewer.Name)
		}
	}
	if !sees(s.ann) || !sees(s.sue) {
		t.Error("the writer and the supervisor don't read it")
	}
	s.undone(changed)
	if !strings.Contains(s.dump(s.ben.ID), before.Text) {
		t.Error("what was for all to read isn't, when the change is taken back")
	}
	s.done(s.sue, "close", coding.Alter(in, closed(in)))
	if !sees(s.ben) {
		t.Error("the round is closed and Ben doesn't read what Ann wrote")
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
	s.refused(coding.ErrForbidden, s.ann, "write about one's own outside the round",
		coding.Add(s.memo(s.ann, "", coding.AboutCoding, string(a.ID), "I tell")))
	s.refused(coding.ErrForbidden, s.out, "reveal by closing", coding.Alter(in, closed(in)))
	err := s.refused(coding.ErrConflict, s.out, "remove the code", coding.Remove(s.code))
	if err != nil && strings.ContainsAny(err.Error()[len(`do "remove the code"`):], "0123456789") {
		s.t.Errorf("the error counts what is hidden: %v", err)
	}
}
