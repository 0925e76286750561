package storetest

import (
	"errors"
	"strings"
	"testing"

	"concord/coding"
)

func wants(t testing.TB, what string, err, wanted error) {
	t.Helper()
	if !errors.Is(err, wanted) {
		t.Errorf("%s: got error %v, want %v", what, err, wanted)
	}
}

// testNames: what people use as a name stands for one thing.
func testNames(t *testing.T, open Open) {
	s := newStudy(t, open)
	in := s.round("Round 1", false)
	s.done(s.sue, "open", coding.Add(in))
	again := s.round("ROUND 1", false)
	twin := s.code
	twin.ID, twin.Name = coding.NewID[coding.CodeID](s.mint), "tRust"
	renamed := s.other
	renamed.Name = "TRUST"
	source := s.sources[0]
	source.ID = coding.NewID[coding.SourceID](s.mint)
	for name, change := range map[string]coding.Change{
		"Ann":     coding.Add(coding.Coder{ID: "x", Name: "ANN"}),
		"R1":      coding.Add(coding.Case{ID: "x", Name: "R1"}),
		"Cohort":  coding.Add(coding.Attribute{ID: "x", Name: "Cohort", Level: coding.Numeric}),
		"S1":      coding.Add(source),
		"Trust":   coding.Add(twin),
		"TRUST":   coding.Alter(s.other, renamed),
		"Round 1": coding.Add(again),
	} {
		err := s.refused(coding.ErrConflict, s.sue, "second "+name, change)
		if err != nil && !strings.Contains(strings.ToLower(err.Error()), strings.ToLower(name)) {
			t.Errorf("second %s: the error doesn't name it: %v", name, err)
		}
	}
	twin.Parent = "" // under another theme, or as one, the name is free
	s.done(s.sue, "theme of that name", coding.Add(twin))
	s.done(s.sue, "respondents differ by capitals", coding.Add(coding.Case{ID: "x", Name: "r1"}))
	s.done(s.sue, "a name that is free again", coding.Remove(s.other), coding.Alter(s.code, func() coding.Code {
		c := s.code
		c.Name = "Time"
		return c
	}()))
	s.refused(coding.ErrConflict, s.sue, "bring back what lost its name", coding.Add(s.other))
	s.sound()
}

// testInUse: nothing goes that something else needs.
func testInUse(t *testing.T, open Open) {
	s := newStudy(t, open)
	in := s.round("Round 1", false)
	s.done(s.sue, "open", coding.Add(in))
	c := s.coding(s.ann, in.ID, 0, 0, 6)
	s.done(s.ann, "code", coding.Add(c))
	s.done(s.ann, "write", coding.Add(s.memo(s.ann, "", coding.AboutCase, string(s.cases[2].ID), "quiet")))
	for name, change := range map[string]coding.Change{
		"coding":   coding.Remove(s.code),
		"code":     coding.Remove(s.theme),
		"1 coding": coding.Remove(s.ann),
		"1 round":  coding.Remove(s.ben),
		"round":    coding.Remove(s.sources[1]),
		"Round 1":  coding.Remove(in),
		"source":   coding.Remove(s.cases[0]),
		"memo":     coding.Remove(s.cases[2]),
		"cases":    coding.Remove(s.cohort),
	} {
		err := s.refused(coding.ErrConflict, s.sue, "remove what needs "+name, change)
		if err != nil && !strings.Contains(err.Error(), name) {
			t.Errorf("the error doesn't say by %s: %v", name, err)
		}
	}
	example := s.other
	example.Examples = []coding.Example{{Excerpt: s.coding(s.ann, "", 2, 0, 3).Excerpt}}
	s.done(s.sue, "example", coding.Alter(s.other, example))
	spare := coding.NewSource(coding.NewID[coding.SourceID](s.mint), "S9", coding.Comment, s.texts[0])
	example.Examples[0].Excerpt.Source = spare.ID
	before := s.other
	before.Examples = []coding.Example{{Excerpt: s.coding(s.ann, "", 2, 0, 3).Excerpt}}
	s.done(s.sue, "example of a source that is in no round", coding.Add(spare), coding.Alter(before, example))
	s.refused(coding.ErrConflict, s.sue, "remove what an example shows", coding.Remove(spare))
	s.sound()
}

func testCodings(t *testing.T, open Open) {
	s := newStudy(t, open)
	c := s.coding(s.ann, "", 0, 5, 10)
	s.done(s.ann, "code", coding.Add(c))
	at := func(start, end int) coding.Change { return coding.Add(s.coding(s.ann, "", 0, start, end)) }
	s.refused(coding.ErrInvalid, s.ann, "outside the text", at(35, 40))
	s.refused(coding.ErrInvalid, s.ann, "overlapping from the left", at(0, 6))
	s.refused(coding.ErrInvalid, s.ann, "overlapping from the right", at(9, 12))
	s.refused(coding.ErrInvalid, s.ann, "inside", at(6, 7))
	s.refused(coding.ErrInvalid, s.ann, "the same", at(5, 10))
	s.done(s.ann, "touching", at(0, 5), at(10, 39))
	other := s.coding(s.ann, "", 0, 5, 10)
	other.Code = s.other.ID
	s.done(s.ann, "another code", coding.Add(other))
	s.done(s.ben, "another coder", coding.Add(s.coding(s.ben, "", 0, 0, 39)))

	wide := c
	wide.End = 12
	s.refused(coding.ErrInvalid, s.ann, "widened over another", coding.Alter(c, wide))
	touching := s.codingsOf(s.ann)[3]
	s.done(s.ann, "widened, the other taken out after", coding.Alter(c, wide), coding.Remove(touching))

	unknown := s.coding(s.ann, "", 2, 0, 3)
	unknown.Source = "none"
	s.refused(coding.ErrNotFound, s.ann, "no such source", coding.Add(unknown))
	unknown = s.coding(s.ann, "", 2, 0, 3)
	unknown.Code = "none"
	s.refused(coding.ErrNotFound, s.ann, "no such code", coding.Add(unknown))
	unknown = s.coding(s.ann, "none", 2, 0, 3)
	s.refused(coding.ErrNotFound, s.ann, "no such round", coding.Add(unknown))
	unknown = s.coding(coding.Coder{ID: "none"}, "", 2, 0, 3)
	s.refused(coding.ErrNotFound, s.ann, "no such coder", coding.Add(unknown))

	retired := s.other
	retired.Retired = true
	s.done(s.sue, "retire", coding.Alter(s.other, retired))
	late := s.coding(s.ann, "", 2, 0, 3)
	late.Code = s.other.ID
	s.refused(coding.ErrInvalid, s.ann, "a retired code", coding.Add(late))
	moved := other
	moved.End = 9
	s.done(s.ann, "what has the retired code can still be moved", coding.Alter(other, moved))

	under := s.theme
	under.Parent = s.code.ID
	s.refused(coding.ErrInvalid, s.sue, "a code under its own child", coding.Alter(s.theme, under))
	s.sound()
}

func (s *study) codingsOf(by coding.Coder) []coding.Coding {
	s.t.Helper()
	return gather(s.t, s.as(by).Codings(s.t.Context(), coding.CodingFilter{Coders: []coding.CoderID{by.ID}}))
}

func testDecisions(t *testing.T, open Open) {
	s := newStudy(t, open)
	in := s.round("Round 1", true)
	s.done(s.sue, "open", coding.Add(in))
	a, b := s.coding(s.ann, in.ID, 0, 0, 6), s.coding(s.ben, in.ID, 0, 2, 6)
	s.done(s.ann, "code", coding.Add(a))
	s.done(s.ben, "code", coding.Add(b))
	s.refused(coding.ErrLocked, s.sue, "blind and open", coding.Add(s.decision(s.sue, coding.KeepOne, a, b)))
	s.refused(coding.ErrForbidden, s.ann, "by a coder", coding.Add(s.decision(s.ann, coding.KeepOne, a, b)))
	s.done(s.sue, "close", coding.Alter(in, closed(in)))
	s.refused(coding.ErrForbidden, s.ann, "by a coder", coding.Add(s.decision(s.ann, coding.KeepOne, a, b)))
	s.refused(coding.ErrForbidden, s.sue, "in another's name", coding.Add(s.decision(s.ann, coding.KeepOne, a, b)))
	first := s.decision(s.sue, coding.KeepOne, a, b)
	s.done(s.sue, "decide", coding.Add(first))
	s.refused(coding.ErrConflict, s.sue, "decide once more", coding.Add(s.decision(s.sue, coding.KeepNone, a, b)))
	s.done(s.sue, "decide anew", coding.Remove(first), coding.Add(s.decision(s.sue, coding.KeepNone, a, b)))
	gone := s.decision(s.sue, coding.KeepNone, s.coding(s.ann, in.ID, 1, 0, 3))
	s.refused(coding.ErrNotFound, s.sue, "what isn't there", coding.Add(gone))
	if got := s.codingsOf(s.ann); len(got) != 1 {
		t.Errorf("the decision changed what the coder did: %v", got)
	}
	s.sound()
}
