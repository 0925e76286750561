package compare_test

import (
	"context"
	"errors"
	"testing"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// results by scope and measure.
func results(t *testing.T, m *compare.Material) map[string]agreement.Result {
	t.Helper()
	answer, err := m.Agreement(context.Background(), compare.Request{})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]agreement.Result{}
	for _, r := range answer.Results {
		all[r.Scope+" "+string(r.Measure)] = r.Result
	}
	return all
}

func TestAbsentAndMissingAreToldApart(t *testing.T) {
	s := newStudy(t, 4, "A", "B")
	s.code("A", "X", 0, 0, 9)
	s.code("B", "X", 0, 0, 9)
	s.code("A", "X", 1, 0, 9) // B looked and left it out
	s.code("A", "X", 2, 0, 9) // B hasn't looked
	s.done("A", 0, 1, 2, 3)
	s.done("B", 0, 1, 3)
	r := results(t, s.close())["code:T/X percent_agreement"]
	if v, known := r.Value.Float64(); !known || v != 2.0/3 || r.Pairable != 3 {
		t.Errorf("percent agreement is %v over %d comments, want 2/3 over 3", r.Value, r.Pairable)
	}
}

func TestThemeIsPresentWhereAnyOfItsCodesIs(t *testing.T) {
	s := newStudy(t, 2, "A", "B")
	s.code("A", "X", 0, 0, 9)
	s.code("B", "Y", 0, 0, 9)
	s.done("A", 0, 1)
	s.done("B", 0, 1)
	m := s.close()
	table, err := m.Presence(m.Book.Theme(s.codes["X"].ID))
	if err != nil {
		t.Fatal(err)
	}
	found, err := agreement.Estimate(context.Background(), table, []agreement.Measure{agreement.KrippendorffAlphaNominal}, agreement.Confidence{})
	if err != nil {
		t.Fatal(err)
	}
	if v, known := found[0].Value.Float64(); !known || v != 1 {
		t.Errorf("the theme's alpha is %v, want 1", found[0].Value)
	}
}

func TestCodersWithNoSourceInCommonAreUndefinedWithAReason(t *testing.T) {
	s := newStudy(t, 2, "A", "B")
	s.code("A", "X", 0, 0, 9)
	s.code("B", "X", 1, 0, 9)
	s.done("A", 0)
	s.done("B", 1)
	r := results(t, s.close())["code:T/X krippendorff_alpha_nominal"]
	if r.Value.Known() || r.Reason == "" {
		t.Errorf("alpha is %v with the reason %q; want no value and a reason", r.Value, r.Reason)
	}
}

func TestBlindRoundIsRefusedToItsCodersUntilClosed(t *testing.T) {
	s := newStudy(t, 1, "A", "B")
	_, err := compare.Load(context.Background(), s.as("A"), compare.Question{})
	if !errors.Is(err, coding.ErrForbidden) {
		t.Errorf("a coder of an open blind round gets %v, want ErrForbidden", err)
	}
	if _, err := compare.Load(context.Background(), s.as("Lead"), compare.Question{}); err != nil {
		t.Errorf("the supervisor gets %v", err)
	}
	s.close()
	if _, err := compare.Load(context.Background(), s.as("A"), compare.Question{}); err != nil {
		t.Errorf("after the round a coder gets %v", err)
	}
}
