package index_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"concord/coding"
	"concord/index"
)

// importOf is a step of Ana's that brings comments; equal ones share a text.
func (s *study) importOf(texts ...string) coding.Step {
	step := coding.Step{By: s.ana, Label: "import"}
	known := map[string]bool{}
	var sources []coding.Source
	for i, text := range texts {
		source := coding.NewSource(coding.NewID[coding.SourceID](s.mint), fmt.Sprintf("C%d", i+1), coding.Comment, text)
		s.ids[source.Name] = source.ID
		sources = append(sources, source)
		if !known[text] {
			known[text] = true
			step.Texts = append(step.Texts, text)
		}
	}
	step.Changes = []coding.Change{coding.Add(sources[:1]...)}
	if len(sources) > 1 {
		step.Changes = append(step.Changes, coding.Add(sources[1:]...))
	}
	return step
}

func (s *study) same(x *index.Index) {
	s.Helper()
	if err := x.Follow(s.Context(), s, nil); err != nil {
		s.Fatal(err)
	}
	if problems, err := x.Check(s.Context(), s); err != nil || len(problems) > 0 {
		s.Errorf("check: %v %v", problems, err)
	}
	if seq, err := s.Seq(s.Context()); err != nil || x.Seq() != seq {
		s.Errorf("reached %d of %d: %v", x.Seq(), seq, err)
	}
}

func TestAnEmptyIndexIsFilledWhileAStepIsMade(t *testing.T) {
	s := newStudy(t)
	dir := t.TempDir()
	x := s.index(dir)
	texts := []string{"first fear", "", "fear of fear", "first fear"}
	for i := range 5000 {
		texts = append(texts, fmt.Sprintf("word%d and word%d", i, i+1))
	}
	events, err := x.Do(t.Context(), s, s.importOf(texts...), nil)
	if err != nil || len(events) != 2 {
		t.Fatal(len(events), err)
	}
	if seq, err := s.Seq(t.Context()); err != nil || x.Seq() != seq {
		t.Errorf("reached %d of %d before it follows: %v", x.Seq(), seq, err)
	}
	s.expect(x, "fear", "C1[fear] C3[fear|fear] C4[fear]")
	s.expect(x, "word7", "C11[word7] C12[word7]")
	s.same(x)
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	again, n := s.indexed(dir)
	if n != 0 {
		t.Errorf("%d texts were read again", n)
	}
	s.same(again)
}

func TestAStepThatFailsLeavesTheIndexAsTheProjectIs(t *testing.T) {
	s := newStudy(t)
	x := s.index(t.TempDir())
	step := s.importOf("first fear", "second fear")
	step.Texts = step.Texts[:1]
	if _, err := x.Do(t.Context(), s, step, nil); !errors.Is(err, coding.ErrInvalid) {
		t.Fatalf("a text is missing: %v", err)
	}
	s.expect(x, "fear", "")
	s.same(x)

	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := x.Do(cancelled, s, s.importOf("third fear"), nil); !errors.Is(err, context.Canceled) {
		t.Fatalf("cancelled: %v", err)
	}
	s.expect(x, "fear", "")
	s.same(x)

	if _, err := x.Do(t.Context(), s, s.importOf("fourth fear"), nil); err != nil {
		t.Fatal(err)
	}
	s.expect(x, "fear", "C1[fear]")
	s.same(x)
}

// hasty is a store in which somebody else does something just before each step.
type hasty struct {
	coding.Store
	before func()
}

func (h hasty) Do(ctx context.Context, step coding.Step) ([]coding.Event, error) {
	h.before()
	return h.Store.Do(ctx, step)
}

func TestWhatSomebodyElseDidMeanwhileIsIndexedToo(t *testing.T) {
	s := newStudy(t)
	x := s.index(t.TempDir())
	others := hasty{s.Store, func() { s.comments("another's fear") }}
	if _, err := x.Do(t.Context(), others, s.importOf("first hope", "second fear"), nil); err != nil {
		t.Fatal(err)
	}
	s.same(x)
	s.expect(x, "fear", "R3[fear] C2[fear]")
}

func TestAStepOnTextsThatAreThereIsIndexedFromTheLog(t *testing.T) {
	s := newStudy(t)
	x := s.index(t.TempDir())
	step := s.importOf("first fear", "second fear")
	for range 2 {
		if _, err := x.Do(t.Context(), s, step, nil); err != nil {
			t.Fatal(err)
		}
		s.same(x)
		s.expect(x, "fear", "C1[fear] C2[fear]")
		s.do(nil, coding.Remove(s.source("C1")), coding.Remove(s.source("C2")))
		s.same(x)
		s.expect(x, "fear", "")
		step = s.importOf("first fear", "second fear")
		step.Texts = nil
	}
}
