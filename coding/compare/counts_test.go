package compare_test

import (
	"math"
	"testing"

	"concord/coding/agreement"
	"concord/coding/compare"
)

func TestCountsAreThoseThatTheNumbersAreMadeOf(t *testing.T) {
	s := newStudy(t, 4, "A", "B", "C")
	finished := both(0, 1, 2)
	finished["C"] = []int{0, 1, 2, 3}
	round := s.pass([]stroke{{"A", "X", 0, at(0, 9)}, {"B", "X", 0, at(0, 9)}, {"A", "X", 1, at(0, 9)}, {"A", "Y", 2, at(0, 9)}, {"C", "X", 1, at(0, 9)}}, finished)
	request := compare.Request{Measures: []agreement.Measure{agreement.PercentAgreement, agreement.BrennanPrediger}, Counts: true}

	answer := s.answer(round, compare.Question{}, request)
	scopes := map[string]compare.Counts{}
	for _, c := range answer.Counts {
		scopes[c.Scope] = c
	}
	x, whole := scopes["code:T/X"], scopes[compare.Overall]
	if len(x.Tables) != 3 || x.Indices != nil {
		t.Fatalf("three coders have %d tables, and indices %v", len(x.Tables), x.Indices)
	}
	if n := x.Tables[0].Counts; n[1][1] != 1 || n[1][0] != 1 || n[0][0] != 1 || x.Tables[1].OnlySecond != 1 {
		t.Errorf("of X the tables are %+v", x.Tables)
	}
	if x.Given[0] != (compare.Given{Coder: "A", Units: 2}) || x.Given[2].Units != 1 || whole.Given[0].Units != 3 {
		t.Errorf("X is given by %v, all codes by %v", x.Given, whole.Given)
	}

	request.By = compare.ByCoders
	answer = s.answer(round, compare.Question{}, request)
	if len(answer.Counts) != 3 {
		t.Fatalf("three pairs have %d counts", len(answer.Counts))
	}
	for _, c := range answer.Counts {
		n := c.Tables[0].Counts
		all := n[0][0] + n[0][1] + n[1][0] + n[1][1]
		want := value(t, answer, c.Scope, agreement.PercentAgreement)
		if c.Indices == nil || math.Abs((n[0][0]+n[1][1])/all-want) > 1e-12 {
			t.Errorf("%s: %v beside %v, indices %v", c.Scope, n, want, c.Indices)
		}
	}
	if answer := s.answer(round, compare.Question{Unit: compare.Continuum}, compare.Request{Counts: true}); answer.Counts != nil {
		t.Errorf("on the continuum there is nothing to count, and %v", answer.Counts)
	}
}

func TestEveryCoefficientHasItsFormula(t *testing.T) {
	for _, unit := range compare.Units() {
		for _, m := range unit.Measures() {
			if formula, _ := unit.Formula(m); formula == "" {
				t.Errorf("%s of the unit %s has none", m, unit)
			}
		}
	}
}
