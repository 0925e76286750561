package compare_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// stroke is a coding in a round that was made all at once.
type stroke struct {
	coder, code string
	source      int
	coding.Span
}

// pass makes a round in one step: what was marked, and who finished what.
func (s *study) pass(strokes []stroke, finished map[string][]int) coding.Round {
	s.t.Helper()
	ctx, lead := context.Background(), s.as("Lead")
	round := coding.Round{ID: coding.NewID[coding.RoundID](s.mint), All: true}
	round.Name = "Round " + string(round.ID)
	for _, c := range s.people {
		if !c.Supervisor {
			round.Coders = append(round.Coders, c.ID)
		}
	}
	step := coding.Step{By: lead.Viewer(), Label: "a round", Changes: []coding.Change{coding.Add(round)}}
	for _, m := range strokes {
		step.Changes = append(step.Changes, coding.Add(coding.Coding{
			ID: coding.NewID[coding.CodingID](s.mint), Coder: s.coders[m.coder].ID, Code: s.codes[m.code].ID,
			Round: round.ID, Excerpt: coding.Excerpt{Source: s.source[m.source], Span: m.Span},
		}))
	}
	for coder, sources := range finished {
		for _, i := range sources {
			step.Changes = append(step.Changes, coding.Add(coding.Done{
				ID: coding.NewID[coding.DoneID](s.mint), Round: round.ID, Source: s.source[i], Coder: s.coders[coder].ID,
			}))
		}
	}
	_, err := lead.Do(ctx, step)
	s.ok(err)
	return round
}

// load reads a round, to be counted in a unit.
func (s *study) load(round coding.Round, q compare.Question) *compare.Material {
	s.t.Helper()
	q.Round = string(round.ID)
	m, err := compare.Load(context.Background(), s.as("Lead"), q)
	s.ok(err)
	return m
}

// drawStrokes draws what coders mark: nobody gives a code twice to the same words.
func drawStrokes(r *rapid.T, coders, codes []string, lengths []int) []stroke {
	var strokes []stroke
	for _, coder := range coders {
		for _, code := range codes {
			for source, length := range lengths {
				edges := rapid.SliceOfNDistinct(rapid.IntRange(0, length), 0, 4, rapid.ID[int]).Draw(r, fmt.Sprintf("%s %s in %d", coder, code, source))
				slices.Sort(edges)
				for i := 1; i < len(edges); i += 2 {
					strokes = append(strokes, stroke{coder, code, source, coding.Span{Start: edges[i-1], End: edges[i]}})
				}
			}
		}
	}
	return strokes
}

func drawFinished(r *rapid.T, coders []string, sources int) map[string][]int {
	finished := map[string][]int{}
	for _, coder := range coders {
		for source := range sources {
			if rapid.Bool().Draw(r, fmt.Sprintf("%s finished %d", coder, source)) {
				finished[coder] = append(finished[coder], source)
			}
		}
	}
	return finished
}

// parts cuts a text into its units the plain way, for texts whose sentences end
// with a full stop and a space or a line break.
func parts(unit compare.Unit, text string) []coding.Span {
	var spans []coding.Span
	start := 0
	for i, char := range []rune(text) {
		ends := unit == compare.Character || char == '\n' || unit == compare.Sentence && char == ' ' && []rune(text)[i-1] == '.'
		if !ends && i < coding.Length(text)-1 {
			continue
		}
		from, to := start, i+1
		for unit != compare.Character && to > from && strings.ContainsRune(" \n", []rune(text)[to-1]) {
			to--
		}
		if to > from {
			spans = append(spans, coding.Span{Start: from, End: to})
		}
		start = i + 1
	}
	return spans
}

// The units of a table that was made in runs are those that one would rate one
// by one: a coder who finished a source says of every unit present or absent,
// one who hasn't says nothing of any.
func TestUnitsAreThoseThatOneWouldRateOneByOne(t *testing.T) {
	texts := []string{"Ä first one. And a second.\nA third 🙂.\n\nA fourth one. ", "One alone, of some length.", "Here is one.\nHere is two."}
	coders := []string{"A", "B", "C"}
	s := newStudyOf(t, texts, coders...)
	var lengths []int
	for _, text := range texts {
		lengths = append(lengths, coding.Length(text))
	}
	rapid.Check(t, func(r *rapid.T) {
		strokes := drawStrokes(r, coders, []string{"X", "Y"}, lengths)
		finished := drawFinished(r, coders, len(texts))
		round := s.pass(strokes, finished)
		for _, unit := range []compare.Unit{compare.Comment, compare.Sentence, compare.Paragraph, compare.Character} {
			m := s.load(round, compare.Question{Unit: unit})
			for name, family := range map[string][]string{"X": {"X"}, "T": {"X", "Y"}} {
				got, err := m.Presence(s.codes[name].ID)
				s.ok(err)
				want := oneByOne(s, unit, texts, coders, family, strokes, finished)
				if got.Units() != want.Units() || got.Pairable() != want.Pairable() || got.Patterns() != want.Patterns() {
					r.Fatalf("%s by %s: %d units, %v pairable, %d patterns; one by one %d, %v, %d",
						name, unit, got.Units(), got.Pairable(), got.Patterns(), want.Units(), want.Pairable(), want.Patterns())
				}
				same(r, fmt.Sprintf("%s by %s", name, unit), got, want)
			}
		}
	})
}

func oneByOne(s *study, unit compare.Unit, texts, coders, family []string, strokes []stroke, finished map[string][]int) *agreement.Ratings {
	s.t.Helper()
	columns := make([]agreement.Column, len(coders))
	for seat, coder := range coders {
		columns[seat].Coder = coder
		for source, text := range texts {
			units := []coding.Span{{Start: 0, End: coding.Length(text)}}
			if unit != compare.Comment {
				units = parts(unit, text)
			}
			for _, u := range units {
				rating := agreement.Missing
				if slices.Contains(finished[coder], source) {
					rating = agreement.Absent
					if slices.ContainsFunc(strokes, func(m stroke) bool {
						return m.coder == coder && m.source == source && slices.Contains(family, m.code) && m.Overlaps(u)
					}) {
						rating = agreement.Present
					}
				}
				columns[seat].Ratings = append(columns[seat].Ratings, rating)
			}
		}
	}
	table, err := agreement.NewRatings(agreement.Presence(), columns...)
	s.ok(err)
	return table
}

// same holds the coefficients of two tables against each other.
func same(r *rapid.T, what string, got, want *agreement.Ratings) {
	measures := []agreement.Measure{agreement.KrippendorffAlphaNominal, agreement.PercentAgreement, agreement.GwetAC1, agreement.CongerKappa}
	a, err := agreement.Estimate(context.Background(), got, measures, agreement.Confidence{})
	if err != nil {
		r.Fatal(err)
	}
	b, err := agreement.Estimate(context.Background(), want, measures, agreement.Confidence{})
	if err != nil {
		r.Fatal(err)
	}
	for i := range a {
		if !near(a[i].Value, b[i].Value) || !near(a[i].SE, b[i].SE) || a[i].N != b[i].N {
			r.Fatalf("%s: %s is %v ± %v over %d, one by one %v ± %v over %d",
				what, a[i].Measure, a[i].Value, a[i].SE, a[i].N, b[i].Value, b[i].SE, b[i].N)
		}
	}
}

func near(a, b agreement.Number) bool {
	x, known := a.Float64()
	y, knownToo := b.Float64()
	return known == knownToo && math.Abs(x-y) < 1e-9
}

// Whatever is marked in a source that only one coder finished, no number
// changes; where both finished it, leaving a code out is a rating.
func TestInEveryUnitMissingStaysMissingAndAbsentAbsent(t *testing.T) {
	coders := []string{"A", "B"}
	s := newStudy(t, 5, coders...)
	rapid.Check(t, func(r *rapid.T) {
		strokes := drawStrokes(r, coders, []string{"X", "Y"}, []int{50, 50, 50, 50, 50})
		finished := map[string][]int{"A": {0, 1, 2, 3}, "B": {0, 1, 2}}
		with := s.pass(strokes, finished)
		without := s.pass(slices.DeleteFunc(slices.Clone(strokes), func(m stroke) bool { return m.source > 2 }), map[string][]int{"A": {0, 1, 2}, "B": {0, 1, 2}})
		further := s.pass(slices.DeleteFunc(slices.Clone(strokes), func(m stroke) bool { return m.source > 2 }), map[string][]int{"A": {0, 1, 2, 3}, "B": {0, 1, 2, 3}})
		for _, unit := range compare.Units() {
			before, after := s.ask(without, unit), s.ask(with, unit)
			for scope, b := range before {
				a := after[scope]
				// Coefficients whose chance runs over unpairable units too may move by those.
				if !near(a.Value, b.Value) || a.Pairable != b.Pairable {
					r.Fatalf("%s by %s is %v over %d, without what one coder alone finished %v over %d",
						scope, unit, a.Value, a.Pairable, b.Value, b.Pairable)
				}
			}
			a, b := s.load(further, compare.Question{Unit: unit}), s.load(without, compare.Question{Unit: unit})
			if unit.Rated() && pairable(s, a) <= pairable(s, b) {
				r.Fatalf("a source that both finished without a coding adds no %s", unit)
			}
		}
	})
}

func pairable(s *study, m *compare.Material) int {
	s.t.Helper()
	answer, err := m.Agreement(context.Background(), compare.Request{Measures: []agreement.Measure{agreement.PercentAgreement}})
	s.ok(err)
	return answer.Pairable
}

// ask gives, by scope and measure, what is computed of pairable units alone.
func (s *study) ask(round coding.Round, unit compare.Unit) map[string]agreement.Result {
	s.t.Helper()
	request := compare.Request{Confidence: agreement.Confidence{Method: agreement.NoInterval}}
	switch unit {
	case compare.Continuum:
		request.Measures = []agreement.Measure{agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU, agreement.AlphaKU, agreement.GammaObservedDisorder}
	case compare.ExcerptMatch:
	default:
		request.Measures = []agreement.Measure{agreement.KrippendorffAlphaNominal, agreement.PercentAgreement, agreement.KrippendorffAlphaMASI}
	}
	answer, err := s.load(round, compare.Question{Unit: unit}).Agreement(context.Background(), request)
	s.ok(err)
	all := map[string]agreement.Result{}
	for _, row := range answer.Results {
		all[row.Scope+" "+string(row.Measure)] = row.Result
	}
	return all
}

// What is written out of the ratings is what agreement is computed from: where a
// coder looked and left a code out it is absent, where nobody looked missing.
func TestListOfRatingsIsTheTableThatIsComputedWith(t *testing.T) {
	texts := []string{"One here. And a second.\nA third.", "One alone, of some length.", "Here is one.\nHere is two."}
	coders := []string{"A", "B", "C"}
	s := newStudyOf(t, texts, coders...)
	var lengths []int
	for _, text := range texts {
		lengths = append(lengths, coding.Length(text))
	}
	rapid.Check(t, func(r *rapid.T) {
		round := s.pass(drawStrokes(r, coders, []string{"X", "Y"}, lengths), drawFinished(r, coders, len(texts)))
		for _, unit := range []compare.Unit{compare.Comment, compare.Sentence, compare.Paragraph} {
			m := s.load(round, compare.Question{Unit: unit, Described: true})
			codes := []coding.CodeID{s.codes["X"].ID, s.codes["T"].ID}
			rated, err := m.Rated(codes)
			s.ok(err)
			for at, code := range codes {
				columns := make([]agreement.Column, len(coders))
				for seat, coder := range rated.Coders {
					columns[seat].Coder = coder
					for _, row := range rated.Ratings[at] {
						columns[seat].Ratings = append(columns[seat].Ratings, row[seat])
					}
				}
				listed, err := agreement.NewRatings(agreement.Presence(), columns...)
				s.ok(err)
				computed, err := m.Presence(code)
				s.ok(err)
				if listed.Units() != computed.Units() || listed.Pairable() != computed.Pairable() {
					r.Fatalf("%s: %d units, %v pairable; computed with %d and %v", unit, listed.Units(), listed.Pairable(), computed.Units(), computed.Pairable())
				}
				x, err := agreement.Estimate(context.Background(), listed, agreement.Measures(), agreement.Confidence{})
				s.ok(err)
				y, err := agreement.Estimate(context.Background(), computed, agreement.Measures(), agreement.Confidence{})
				s.ok(err)
				for i := range x {
					if !near(x[i].Value, y[i].Value) || !near(x[i].SE, y[i].SE) {
						r.Fatalf("%s by %s is %v, computed with %v", x[i].Measure, unit, x[i].Value, y[i].Value)
					}
				}
			}
		}
	})
}
