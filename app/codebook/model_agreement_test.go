package codebook_test

import (
	"testing"

	"concord/app/codebook"
	"concord/coding"
)

func TestAgreementIsToldOnceTheBlindRoundIsClosed(t *testing.T) {
	s := newStudy(t)
	round, err := s.As(s.ana).OpenRound(t.Context(), coding.RoundPlan{Name: "Round 1", Blind: true, Coders: []coding.CoderID{s.ana.ID, s.ben.ID}})
	if err != nil {
		t.Fatal(err)
	}
	told := func() *codebook.Agreement {
		t.Helper()
		found, err := codebook.ReadAgreement(t.Context(), s.As(s.ana))
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	var sources []coding.SourceID
	for _, source := range s.Sources() {
		sources = append(sources, source.ID)
	}
	second := "They listened, and then they asked."
	for _, coder := range []coding.Coder{s.ana, s.ben} {
		e := coding.Excerpt{Source: sources[0], Span: coding.Span{Start: 0, End: 4}}
		if _, err := s.As(coder).Apply(t.Context(), s.Code("Own limits"), round.ID, e); err != nil {
			t.Fatal(err)
		}
		if _, err := s.As(coder).MarkDone(t.Context(), round, sources...); err != nil {
			t.Fatal(err)
		}
	}
	if found := told(); found.Round.ID != "" || len(found.Alpha) > 0 {
		t.Errorf("while it is blind and open: %+v", found)
	}
	if study := read(s, s.ana, nil); study.Own != "Round 1" {
		t.Errorf("counts hold one's own of %q", study.Own)
	}
	if _, err := s.As(s.ana).CloseRound(t.Context(), round); err != nil {
		t.Fatal(err)
	}
	// With one comment, coded alike, there is no variation: α is undefined.
	if found := told(); found.Round.Name != "Round 1" || len(found.Alpha) > 0 {
		t.Errorf("one comment: %+v", found)
	}
	source := coding.NewSource(coding.NewID[coding.SourceID](s.Mint), "R-002 takeaway", coding.Comment, second)
	step := coding.Step{By: s.ana.ID, Label: "one more", Changes: []coding.Change{coding.Add(source)}, Texts: []string{second}}
	if _, err := s.As(s.ana).Do(t.Context(), step); err != nil {
		t.Fatal(err)
	}
	if round, err = s.As(s.ana).OpenRound(t.Context(), coding.RoundPlan{Name: "Round 2", Coders: round.Coders}); err != nil {
		t.Fatal(err)
	}
	for _, coder := range []coding.Coder{s.ana, s.ben} {
		e := coding.Excerpt{Source: sources[0], Span: coding.Span{Start: 0, End: 4}}
		if _, err := s.As(coder).Apply(t.Context(), s.Code("Own limits"), round.ID, e); err != nil {
			t.Fatal(err)
		}
		if _, err := s.As(coder).MarkDone(t.Context(), round, sources[0], source.ID); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.As(s.ana).CloseRound(t.Context(), round); err != nil {
		t.Fatal(err)
	}
	found := told()
	if alpha := found.Alpha[s.Code("Own limits").ID]; found.Round.Name != "Round 2" || alpha != 1 {
		t.Errorf("α %v in %q, want 1 in Round 2", alpha, found.Round.Name)
	}
	if _, known := found.Alpha[s.Code("Carrying it home").ID]; known {
		t.Error("α is told of a code that nobody used")
	}
}
