package compare_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"concord/coding"
	"concord/coding/compare"
)

type marked struct {
	coder, code string
	start, end  int
}

func TestKindsOfDisagreement(t *testing.T) {
	for _, c := range []struct {
		name   string
		marks  []marked
		undone string // a coder who hasn't finished
		want   string // kinds, in the order of the text
	}{
		{"equal codings agree", []marked{{"A", "X", 0, 9}, {"B", "X", 0, 9}}, "", ""},
		{"one marked nothing", []marked{{"A", "X", 0, 9}}, "", "omission"},
		{"the other hasn't finished", []marked{{"A", "X", 0, 9}}, "B", ""},
		{"same code, other ends", []marked{{"A", "X", 0, 9}, {"B", "X", 3, 12}}, "", "boundary"},
		{"same span, other code", []marked{{"A", "X", 0, 9}, {"B", "Y", 0, 9}}, "", "code"},
		{"other code on other words", []marked{{"A", "X", 0, 9}, {"B", "Y", 5, 12}}, "", "both"},
		{"touching is no overlap", []marked{{"A", "X", 0, 9}, {"B", "X", 9, 12}}, "", "omission omission"},
		{"equal code first, the rest is left out", []marked{{"A", "X", 0, 9}, {"B", "Y", 0, 9}, {"B", "X", 2, 9}}, "", "omission boundary"},
		{"the largest overlap is matched", []marked{{"A", "X", 0, 20}, {"B", "X", 0, 4}, {"B", "X", 6, 20}}, "", "omission boundary"},
		{"agreed codings don't hide others", []marked{{"A", "X", 0, 9}, {"B", "X", 0, 9}, {"A", "Y", 2, 5}}, "", "omission"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStudy(t, 1, "A", "B")
			for _, m := range c.marks {
				s.code(m.coder, m.code, 0, m.start, m.end)
			}
			for _, coder := range []string{"A", "B"} {
				if coder != c.undone {
					s.done(coder, 0)
				}
			}
			var kinds []string
			for _, d := range s.close().Disagreements(nil) {
				kinds = append(kinds, string(d.Kind))
			}
			slices.Sort(kinds)
			want := strings.Fields(c.want)
			slices.Sort(want)
			if !slices.Equal(kinds, want) {
				t.Errorf("kinds are %v, want %v", kinds, want)
			}
		})
	}
}

func TestThreeCodersMakeOneDisagreementOfMatchesThatShareACoding(t *testing.T) {
	s := newStudy(t, 1, "A", "B", "C")
	s.code("A", "X", 0, 0, 9)
	s.code("B", "X", 0, 0, 9)
	s.code("C", "Y", 0, 4, 12)
	for _, coder := range []string{"A", "B", "C"} {
		s.done(coder, 0)
	}
	queue := s.close().Disagreements(nil)
	if len(queue) != 1 {
		t.Fatalf("there are %d disagreements, want 1", len(queue))
	}
	d := queue[0]
	if d.Kind != compare.Both || d.Start != 0 || d.End != 12 || len(d.Views) != 3 {
		t.Errorf("it is %s, %d to %d, with %d views; want both, 0 to 12, 3", d.Kind, d.Start, d.End, len(d.Views))
	}
}

func TestAgreementOfTwoIsDisputedByAThirdWhoMarkedNothing(t *testing.T) {
	s := newStudy(t, 1, "A", "B", "C")
	s.code("A", "X", 0, 0, 9)
	s.code("B", "X", 0, 0, 9)
	for _, coder := range []string{"A", "B", "C"} {
		s.done(coder, 0)
	}
	queue := s.close().Disagreements(nil)
	if len(queue) != 1 || queue[0].Kind != compare.Omission {
		t.Fatalf("the queue is %v, want one omission", queue)
	}
	if last := queue[0].Views[2]; !last.Looked || len(last.Codings) != 0 {
		t.Errorf("the third coder's view is %+v, want: looked, nothing here", last)
	}
}

func TestDecisionsMakeTheConsensus(t *testing.T) {
	for _, c := range []struct {
		name   string
		decide func(s *study, d compare.Disagreement) coding.Decision
		want   string
	}{
		{"undecided leaves only what is agreed", nil, "Z 40–45"},
		{"one coder's stands", func(s *study, d compare.Disagreement) coding.Decision {
			decision, err := d.Keep(s.coders["A"].ID)
			s.ok(err)
			return decision
		}, "X 0–9, Z 40–45"},
		{"both are joined", func(s *study, d compare.Disagreement) coding.Decision {
			decision, err := d.Keep(s.coders["A"].ID, s.coders["B"].ID)
			s.ok(err)
			return decision
		}, "X 0–12, Z 40–45"},
		{"none stands", func(_ *study, d compare.Disagreement) coding.Decision { return d.KeepNone() }, "Z 40–45"},
		{"another stands", func(s *study, d compare.Disagreement) coding.Decision {
			return d.Replace(coding.Mark{Span: coding.Span{Start: 1, End: 2}, Code: s.codes["Y"].ID})
		}, "Y 1–2, Z 40–45"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStudy(t, 1, "A", "B")
			s.code("A", "X", 0, 0, 9)
			s.code("B", "X", 0, 3, 12)
			s.code("A", "Z", 0, 40, 45)
			s.code("B", "Z", 0, 40, 45)
			s.done("A", 0)
			s.done("B", 0)
			m := s.close()
			lead := s.as("Lead")
			if c.decide != nil {
				decision := c.decide(s, m.Disagreements(nil)[0])
				decision.Reason = "for the test"
				_, err := lead.Decide(context.Background(), decision)
				s.ok(err)
			}
			decisions, err := lead.Decisions(context.Background(), s.round.ID)
			s.ok(err)
			var standing []string
			for _, p := range m.Consensus(decisions) {
				code, _ := m.Book.Code(p.Code)
				standing = append(standing, fmt.Sprintf("%s %d–%d", code.Name, p.Start, p.End))
			}
			if got := strings.Join(standing, ", "); got != c.want {
				t.Errorf("the consensus is %s, want %s", got, c.want)
			}
			if after := m.Disagreements(decisions); (after[0].Decision != nil) != (c.decide != nil) {
				t.Errorf("the queue shows the decision %v", after[0].Decision)
			}
		})
	}
}
