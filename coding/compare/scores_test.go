package compare_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

func at(start, end int) coding.Span { return coding.Span{Start: start, End: end} }

// both finishes all sources by A and B.
func both(sources ...int) map[string][]int { return map[string][]int{"A": sources, "B": sources} }

// value is the number that an answer gives for scope and measure.
func value(t *testing.T, answer compare.Answer, scope string, m agreement.Measure) float64 {
	t.Helper()
	v, known := row(t, answer, scope, m).Value.Float64()
	if !known {
		t.Fatalf("%s of %s has no value: %s", m, scope, row(t, answer, scope, m).Reason)
	}
	return v
}

func row(t *testing.T, answer compare.Answer, scope string, m agreement.Measure) compare.Row {
	t.Helper()
	for _, r := range answer.Results {
		if r.Scope == scope && r.Measure == m {
			return r
		}
	}
	t.Fatalf("the answer has no %s of %s", m, scope)
	return compare.Row{}
}

func (s *study) answer(round coding.Round, q compare.Question, request compare.Request) compare.Answer {
	s.t.Helper()
	q.Round = string(round.ID)
	answer, err := compare.Ask(context.Background(), s.as("Lead"), q, request)
	s.ok(err)
	return answer
}

func TestCharactersAsOtherProgramsPrintThem(t *testing.T) {
	s := newStudyOf(t, []string{strings.Repeat("a", 1000)}, "A", "B")
	for _, c := range []struct {
		name     string
		a, b     coding.Span
		percent  float64
		kappa    float64
		unpaired bool
	}{
		{"NVivo's manual: 50 by both, 150 by one", at(0, 200), at(0, 50), .85, .3478260869565218, false},
		{"100 each, 80 of them shared", at(0, 100), at(20, 120), .96, 1 - .04/.18, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			round := s.pass([]stroke{{"A", "X", 0, c.a}, {"B", "X", 0, c.b}}, both(0))
			answer := s.answer(round, compare.Question{Unit: compare.Character}, compare.Request{})
			if answer.Units != 1000 || answer.Pairable != 1000 {
				t.Errorf("%d characters, %d pairable, want 1000", answer.Units, answer.Pairable)
			}
			if v := value(t, answer, "code:T/X", agreement.PercentAgreement); math.Abs(v-c.percent) > 1e-12 {
				t.Errorf("percent is %v, want %v", v, c.percent)
			}
			if v := value(t, answer, "code:T/X", agreement.CohenKappa); math.Abs(v-c.kappa) > 1e-12 {
				t.Errorf("κ is %v, want %v", v, c.kappa)
			}
		})
	}
}

func TestWeightedCharactersLetEachSourceCountAlike(t *testing.T) {
	s := newStudyOf(t, []string{strings.Repeat("a", 900), strings.Repeat("b", 100)}, "A", "B")
	round := s.pass([]stroke{{"A", "X", 1, at(0, 50)}}, both(0, 1))
	percent := func(weighted bool) compare.Row {
		return row(t, s.answer(round, compare.Question{Unit: compare.Character, Weighted: weighted}, compare.Request{}), "code:T/X", agreement.PercentAgreement)
	}
	if v, _ := percent(false).Value.Float64(); math.Abs(v-.95) > 1e-12 {
		t.Errorf("plain percent is %v, want .95", v)
	}
	if v, _ := percent(true).Value.Float64(); math.Abs(v-.75) > 1e-12 || percent(true).N != 1000 {
		t.Errorf("weighted percent is %v over %d, want .75 over 1000", v, percent(true).N)
	}
}

func TestExcerptsAreMatchedWhereEnoughIsCommon(t *testing.T) {
	s := newStudyOf(t, []string{strings.Repeat("a", 1000)}, "A", "B")
	for _, c := range []struct {
		name     string
		strokes  []stroke
		overlap  float64
		percent  float64
		bp       float64
		recall   float64
		accuracy float64
		f1       float64
	}{
		{"one inside the other, .77 common", []stroke{{"A", "X", 0, at(0, 55)}, {"B", "X", 0, at(0, 71)}, {"A", "X", 0, at(100, 110)}}, .77, .5, 0, .5, 1, 2.0 / 3},
		{"the same where more is asked", []stroke{{"A", "X", 0, at(0, 55)}, {"B", "X", 0, at(0, 71)}, {"A", "X", 0, at(100, 110)}}, .78, 0, -1, 0, 0, 0},
		{"the best overlap is matched", []stroke{{"A", "X", 0, at(0, 40)}, {"B", "X", 0, at(0, 18)}, {"B", "X", 0, at(18, 40)}}, .4, .5, 0, 1, .5, 2.0 / 3},
		{"all are found by both", []stroke{{"A", "X", 0, at(0, 40)}, {"B", "X", 0, at(0, 40)}}, 0, 1, 1, 1, 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			round := s.pass(c.strokes, both(0))
			answer := s.answer(round, compare.Question{Unit: compare.ExcerptMatch, Overlap: c.overlap}, compare.Request{Measures: compare.ExcerptMatch.Measures()})
			for m, want := range map[agreement.Measure]float64{
				agreement.PercentAgreement: c.percent, agreement.BrennanPrediger: c.bp,
				compare.Recall: c.recall, compare.Precision: c.accuracy, compare.F1: c.f1, agreement.Holsti: c.f1,
			} {
				r := row(t, answer, "code:T/X", m)
				v, _ := r.Value.Float64()
				low, known := r.Low.Float64()
				high, _ := r.High.Float64()
				if math.Abs(v-want) > 1e-12 || !known && r.Reason == "" || known && (low > v+1e-12 || high < v-1e-12) {
					t.Errorf("%s is %v (%v to %v), want %v", m, r.Value, r.Low, r.High, want)
				}
			}
		})
	}
}

func TestOverlappingCodesAreAContinuumEach(t *testing.T) {
	s := newStudyOf(t, []string{strings.Repeat("a", 10), strings.Repeat("b", 10)}, "A", "B")
	round := s.pass([]stroke{
		{"A", "X", 0, at(0, 4)}, {"B", "X", 0, at(2, 6)}, {"A", "Y", 0, at(1, 5)},
	}, both(0))
	answer := s.answer(round, compare.Question{Unit: compare.Continuum}, compare.Request{})
	if r := row(t, answer, "overall", agreement.AlphaU); r.Value.Known() || !strings.Contains(r.Reason, "overlap") {
		t.Errorf("alpha_u over overlapping codes is %v with the reason %q", r.Value, r.Reason)
	}
	// The hand-made example of the documentation.
	if v := value(t, answer, "code:T/X", agreement.AlphaU); math.Abs(v-(1-8/(20-20*(64.0-32)/356-20*(144.0-12)/356))) > 1e-12 {
		t.Errorf("alpha_u of X is %v", v)
	}
	if answer.Units != 20 || answer.Pairable != 10 {
		t.Errorf("the continuum has %d positions, %d pairable; want 20 and 10", answer.Units, answer.Pairable)
	}
	theme := s.answer(round, compare.Question{Unit: compare.Continuum}, compare.Request{By: compare.ByTheme})
	if v := value(t, theme, "theme:T", agreement.AlphaU); v <= 0 {
		t.Errorf("alpha_u of the theme, whose codes are joined, is %v", v)
	}
}

func TestACoderIsComparedWithHimselfInALaterRound(t *testing.T) {
	s := newStudy(t, 3, "A", "B")
	first := s.pass([]stroke{{"A", "X", 0, at(0, 9)}, {"A", "X", 1, at(0, 9)}, {"B", "X", 2, at(0, 9)}}, both(0, 1, 2))
	second := s.pass([]stroke{{"A", "X", 0, at(3, 9)}}, both(0, 1))
	answer := s.answer(first, compare.Question{Coders: []string{"A"}, Against: string(second.ID)}, compare.Request{})
	if v := value(t, answer, "code:T/X", agreement.PercentAgreement); v != .5 || answer.Pairable != 2 {
		t.Errorf("percent is %v over %d comments, want .5 over 2", v, answer.Pairable)
	}
	if len(answer.Coders) != 2 || answer.Coders[0] != "A, "+first.Name || answer.Against != second.Name {
		t.Errorf("compared are %q against %q", answer.Coders, answer.Against)
	}
	_, err := compare.Ask(context.Background(), s.as("Lead"), compare.Question{Round: string(first.ID), Against: string(second.ID)}, compare.Request{})
	if !errors.Is(err, coding.ErrInvalid) {
		t.Errorf("without one coder the error is %v", err)
	}
}

func TestAnswersAreDividedByCoderPairSourceRoundAndAttribute(t *testing.T) {
	s := newStudy(t, 4, "A", "B", "C")
	finished := both(0, 1, 2, 3)
	finished["C"] = []int{0, 1, 2, 3}
	strokes := []stroke{{"A", "X", 0, at(0, 9)}, {"B", "X", 0, at(0, 9)}, {"A", "X", 1, at(0, 9)}, {"C", "X", 1, at(0, 9)}}
	round := s.pass(strokes, finished)
	cohort := coding.Attribute{ID: "cohort", Name: "Cohort", Level: coding.Nominal}
	step := coding.Step{By: s.coders["Lead"].ID, Label: "cohorts", Changes: []coding.Change{coding.Add(cohort)}}
	ctx := context.Background()
	i := 0
	for source, err := range s.db.As("").Sources(ctx, coding.SourceFilter{}) {
		s.ok(err)
		with := source
		if i < 3 {
			who := coding.Case{ID: coding.CaseID("case " + source.Name[:1]), Name: "one", Values: coding.Values{"cohort": "late"}}
			if i == 0 {
				step.Changes = append(step.Changes, coding.Add(who))
				with.Values = coding.Values{"cohort": "early"}
			}
			with.Cases = []coding.CaseID{who.ID}
		}
		step.Changes = append(step.Changes, coding.Alter(source, with))
		i++
	}
	_, err := s.as("Lead").Do(ctx, step)
	s.ok(err)

	percent := compare.Request{Measures: []agreement.Measure{agreement.PercentAgreement}, Codes: []coding.CodeID{s.codes["X"].ID}}
	for _, c := range []struct {
		by   compare.By
		want map[string]float64
	}{
		{compare.ByCoders, map[string]float64{"pair:A|B": .75, "pair:A|C": .75, "pair:B|C": .5}},
		{compare.BySource, map[string]float64{"source:s0": 1.0 / 3, "source:s1": 1.0 / 3, "source:s2": 1, "source:s3": 1}},
		{"cohort", map[string]float64{"Cohort:early": 1.0 / 3, "Cohort:late": 2.0 / 3, "Cohort:(not known)": 1}},
	} {
		t.Run(string(c.by), func(t *testing.T) {
			request := percent
			request.By = c.by
			answer := s.answer(round, compare.Question{}, request)
			if len(answer.Results) != len(c.want) || answer.Units != 4 {
				t.Errorf("%d rows over %d units, want %d over 4", len(answer.Results), answer.Units, len(c.want))
			}
			for scope, want := range c.want {
				if v := value(t, answer, scope, agreement.PercentAgreement); math.Abs(v-want) > 1e-12 {
					t.Errorf("%s is %v, want %v", scope, v, want)
				}
			}
		})
	}

	t.Run("round", func(t *testing.T) {
		_, err := s.as("Lead").CloseRound(ctx, s.round)
		s.ok(err)
		request := percent
		request.By = compare.ByRound
		answer, err := compare.Ask(ctx, s.as("Lead"), compare.Question{}, request)
		s.ok(err)
		if len(answer.Results) != 2 || answer.Results[1].Scope != "round:"+round.Name || answer.Results[0].Reason == "" {
			t.Errorf("the rounds are %+v", answer.Results)
		}
	})
	t.Run("respondents resampled", func(t *testing.T) {
		request := percent
		request.Resample, request.Confidence = compare.ResampleRespondents, agreement.Confidence{Replicates: 400, Seed: 3}
		r := row(t, s.answer(round, compare.Question{}, request), "code:T/X", agreement.PercentAgreement)
		if r.Method != agreement.Bootstrap || !r.SE.Known() {
			t.Errorf("the interval is made by %q with the standard error %v", r.Method, r.SE)
		}
		request.Measures = []agreement.Measure{agreement.AlphaU}
		together := row(t, s.answer(round, compare.Question{Unit: compare.Continuum}, request), "code:T/X", agreement.AlphaU)
		request.Resample = compare.ResampleSources
		apart := row(t, s.answer(round, compare.Question{Unit: compare.Continuum}, request), "code:T/X", agreement.AlphaU)
		if !apart.SE.Known() || together.SE == apart.SE {
			t.Errorf("along the continuum the standard error is %v by respondents, %v by sources", together.SE, apart.SE)
		}
	})
}

func TestLowerBoundsAreHeldAgainstTheThreshold(t *testing.T) {
	s := newStudy(t, 3, "A", "B")
	round := s.pass([]stroke{{"A", "X", 0, at(0, 9)}, {"B", "X", 0, at(0, 9)}, {"A", "Z", 1, at(0, 9)}, {"B", "Z", 2, at(0, 9)}}, both(0, 1, 2))
	answer := s.answer(round, compare.Question{}, compare.Request{Threshold: .667})
	if r := row(t, answer, "code:T/X", agreement.KrippendorffAlphaNominal); r.Reached == nil || !*r.Reached {
		t.Errorf("alpha of X (%v to %v) isn't said to reach .667", r.Low, r.High)
	}
	if r := row(t, answer, "code:Z", agreement.KrippendorffAlphaNominal); r.Reached == nil || *r.Reached {
		t.Errorf("alpha of Z (%v to %v) is said to reach .667", r.Low, r.High)
	}
	if r := row(t, answer, "code:T/X", agreement.PercentAgreement); r.Reached != nil {
		t.Error("percent agreement, which knows no chance, is held against a threshold")
	}
	if answer.ThresholdSet != "after the round was opened" {
		t.Errorf("the threshold was set %q", answer.ThresholdSet)
	}
}

// What is said of a part is what its own answer says overall, for every unit.
func TestEachPartSaysWhatItWouldAlone(t *testing.T) {
	s := newStudy(t, 4, "A", "B")
	round := s.pass([]stroke{
		{"A", "X", 0, at(0, 20)},
		{"B", "X", 0, at(0, 20)},
		{"A", "Y", 0, at(25, 30)},
		{"B", "Z", 0, at(26, 40)},
		{"A", "Z", 1, at(5, 9)},
		{"B", "X", 2, at(1, 3)},
	}, map[string][]int{"A": {0, 1, 2}, "B": {0, 2, 3}})
	for _, unit := range compare.Units() {
		divided := s.answer(round, compare.Question{Unit: unit}, compare.Request{By: compare.BySource})
		whole, err := compare.Load(context.Background(), s.as("Lead"), compare.Question{Round: string(round.ID), Unit: unit})
		s.ok(err)
		for i, source := range s.source {
			alone, err := whole.Where(func(id coding.SourceID) bool { return id == source }).
				Agreement(context.Background(), compare.Request{Codes: whole.Codes()})
			s.ok(err)
			for _, want := range alone.Results {
				if want.Scope != compare.Overall {
					continue
				}
				got := row(t, divided, fmt.Sprintf("source:s%d", i), want.Measure)
				x, known := got.Value.Float64()
				y, alsoKnown := want.Value.Float64()
				if known != alsoKnown || math.Abs(x-y) > 1e-12 || got.Reason != want.Reason {
					t.Errorf("%s, s%d, %s: %v (%s), alone %v (%s)", unit, i, want.Measure, got.Value, got.Reason, want.Value, want.Reason)
				}
			}
		}
	}
}
