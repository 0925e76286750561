package compare_test

import (
	"context"
	"slices"
	"testing"

	"concord/coding"
	"concord/coding/compare"
)

// grounds are what the project's log tells.
func (s *study) grounds() *compare.Grounds {
	s.t.Helper()
	var g compare.Grounds
	for e, err := range s.db.As(s.coders["Lead"].ID).Events(context.Background(), 0) {
		s.ok(err)
		g.Learn(e)
	}
	s.ok(g.Settle(context.Background(), s.as("Lead")))
	return &g
}

func (s *study) seq() coding.Seq {
	s.t.Helper()
	seq, err := s.as("Lead").Seq(context.Background())
	s.ok(err)
	return seq
}

func (s *study) revise(code string, change func(*coding.Code)) {
	s.t.Helper()
	s.ok(s.as("Lead").ReviseCode(context.Background(), s.codes[code].ID, change))
}

func TestGroundsAreTheDecisionsBeforeACodesChange(t *testing.T) {
	ctx := context.Background()
	s := newStudy(t, 6, "A", "B")
	s.code("A", "X", 0, 0, 10)
	s.code("B", "X", 0, 5, 20) // boundary
	s.code("A", "X", 1, 0, 10) // omission
	s.code("A", "X", 2, 0, 10)
	s.code("B", "Y", 2, 0, 10) // code
	s.code("A", "X", 3, 0, 10)
	s.code("B", "Y", 3, 5, 20) // both
	s.code("A", "Y", 4, 0, 10)
	s.code("B", "Y", 4, 0, 20) // boundary of another code
	s.code("B", "X", 5, 0, 9)  // omission, decided after the change
	for _, who := range []string{"A", "B"} {
		s.done(who, 0, 1, 2, 3, 4, 5)
	}
	queue := s.close().Disagreements(nil)
	if len(queue) != 6 {
		t.Fatalf("%d disagreements", len(queue))
	}
	begun := s.seq()
	decide := func(places ...int) {
		for _, i := range places {
			d := queue[i].KeepNone()
			d.Reason = "so it is"
			_, err := s.as("Lead").Decide(ctx, d)
			s.ok(err)
		}
	}
	decide(0, 1, 2, 3, 4)
	decide(0) // anew: the first one no longer stands
	s.revise("X", func(c *coding.Code) { c.Definition = "Sharper." })
	sharpened := s.seq()
	s.revise("X", func(c *coding.Code) { c.Color = "#123456" }) // nothing that a coder goes by
	decide(5)

	of := func(code string, from, to coding.Seq) []compare.Ground {
		return s.grounds().Of(s.codes[code].ID, from, to)
	}
	var want []compare.Ground
	for _, kind := range []compare.Kind{compare.Omission, compare.Boundary, compare.DifferentCode, compare.Both} {
		want = append(want, compare.Ground{Round: s.round.ID, Kind: kind, Decisions: 1})
	}
	if got := of("X", begun, s.seq()); !slices.Equal(got, want) {
		t.Errorf("X changed after %+v; want %+v", got, want)
	}
	if got := of("Y", begun, s.seq()); got != nil {
		t.Errorf("Y didn't change, and has %+v", got)
	}

	s.revise("X", func(c *coding.Code) { c.Definition = "Sharper still." })
	if got, want := of("X", sharpened, s.seq()), []compare.Ground{{Round: s.round.ID, Kind: compare.Omission, Decisions: 1}}; !slices.Equal(got, want) {
		t.Errorf("the second change came after %+v; want %+v", got, want)
	}
	_, err := s.as("Lead").Undo(ctx) // the second change
	s.ok(err)
	_, err = s.as("Lead").Undo(ctx) // the last decision
	s.ok(err)
	s.revise("X", func(c *coding.Code) { c.Definition = "Sharper at last." })
	if got := of("X", s.seq()-1, s.seq()); got != nil {
		t.Errorf("a decision that was taken back counts: %+v", got)
	}
}
