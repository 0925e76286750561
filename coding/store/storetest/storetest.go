// Package storetest holds an engine to what package coding promises of a store.
// Every engine that keeps projects runs it:
//
//	func TestStore(t *testing.T) { storetest.Run(t, open) }
package storetest

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/store"
)

// Open makes a new project with its first step, done by the first of the
// people, and closes it when the test ends.
type Open func(t testing.TB, mint *coding.Mint, p coding.Project, people ...coding.Coder) *store.DB

// Run runs the whole suite.
func Run(t *testing.T, open Open) {
	for _, part := range []struct {
		name string
		run  func(*testing.T, Open)
	}{
		{"Nouns", testNouns},
		{"Filters", testFilters},
		{"Counts", testCounts},
		{"Texts", testTexts},
		{"Names", testNames},
		{"InUse", testInUse},
		{"Codings", testCodings},
		{"Many", testMany},
		{"Rounds", testRounds},
		{"Work", testWork},
		{"Merges", testMerges},
		{"MergesMemos", testMergesMemos},
		{"Decisions", testDecisions},
		{"Blind", testBlind},
		{"BlindMemos", testBlindMemos},
		{"Undo", testUndo},
		{"Log", testLog},
		{"Steps", testSteps},
		{"Together", testTogether},
		{"Replay", testReplay},
	} {
		t.Run(part.name, func(t *testing.T) { part.run(t, open) })
	}
}

// study is a small project to test with: two coders, one who takes no part, a
// supervisor; three cases, four sources, a theme with two codes.
type study struct {
	t    testing.TB
	db   *store.DB
	mint *coding.Mint

	ann, ben, out, sue coding.Coder
	cohort             coding.Attribute
	cases              []coding.Case
	sources            []coding.Source
	texts              []string
	theme, code, other coding.Code
}

// newMint tells a time that goes on by a second whenever it is asked, and is as random as its seed.
func newMint() *coding.Mint {
	start := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	var asked atomic.Int64
	return coding.NewMint(func() time.Time {
		return start.Add(time.Duration(asked.Add(1)) * time.Second)
	}, rand.NewChaCha8([32]byte{}))
}

func newStudy(t testing.TB, open Open) *study {
	t.Helper()
	mint := newMint()
	s := &study{
		t: t, mint: mint,
		ann: coding.Coder{ID: coding.NewID[coding.CoderID](mint), Name: "Ann"},
		ben: coding.Coder{ID: coding.NewID[coding.CoderID](mint), Name: "Ben", Color: "#00ff00"},
		out: coding.Coder{ID: coding.NewID[coding.CoderID](mint), Name: "Out"},
		sue: coding.Coder{ID: coding.NewID[coding.CoderID](mint), Name: "Sue", Supervisor: true},
		texts: []string{
			"I felt safe to speak. Nobody judged me.",
			"Déterminant 😀 was hard; the group helped.",
			"n/a",
			"A longer answer, with two thoughts: one about time, one about trust.",
		},
	}
	s.db = open(t, mint, coding.Project{
		ID: coding.NewID[coding.ProjectID](mint), Name: "Study", Stance: coding.StanceCodebook, Created: mint.Now(),
	}, s.sue, s.ann, s.ben, s.out)

	s.cohort = coding.Attribute{ID: coding.NewID[coding.AttributeID](mint), Name: "Cohort", Level: coding.Nominal}
	for _, name := range []string{"R1", "R2", "R3"} {
		s.cases = append(s.cases, coding.Case{
			ID: coding.NewID[coding.CaseID](mint), Name: name, Values: coding.Values{s.cohort.ID: "Y" + name[1:]},
		})
	}
	for i, text := range s.texts {
		source := coding.NewSource(coding.NewID[coding.SourceID](mint), "S"+string(rune('1'+i)), coding.Comment, text)
		source.Cases = []coding.CaseID{s.cases[i%3].ID}
		s.sources = append(s.sources, source)
	}
	s.sources[3].Kind = coding.Document
	s.sources[3].Cases = []coding.CaseID{s.cases[0].ID, s.cases[1].ID}
	s.theme = coding.Code{ID: coding.NewID[coding.CodeID](mint), Name: "Safety", Color: "#aa0000"}
	s.code = coding.Code{ID: coding.NewID[coding.CodeID](mint), Parent: s.theme.ID, Name: "Trust", Color: "#00aa00"}
	s.other = coding.Code{ID: coding.NewID[coding.CodeID](mint), Parent: s.theme.ID, Name: "Time", Order: 1, Color: "#0000aa"}
	s.must(coding.Step{
		By: s.sue.ID, Label: "import survey", Texts: s.texts,
		Changes: []coding.Change{
			coding.Add(s.cohort), coding.Add(s.cases...), coding.Add(s.sources...),
			coding.Add(s.theme, s.code, s.other),
		},
	})
	return s
}

// as is the study as one of its people sees it.
func (s *study) as(c coding.Coder) coding.Store { return s.db.As(c.ID) }

// do makes a step of a person.
func (s *study) do(by coding.Coder, label string, changes ...coding.Change) ([]coding.Event, error) {
	return s.as(by).Do(context.Background(), coding.Step{By: by.ID, Label: label, Changes: changes})
}

// done makes a step of a person that must succeed.
func (s *study) done(by coding.Coder, label string, changes ...coding.Change) []coding.Event {
	s.t.Helper()
	return s.must(coding.Step{By: by.ID, Label: label, Changes: changes})
}

func (s *study) must(step coding.Step) []coding.Event {
	s.t.Helper()
	events, err := s.db.As(step.By).Do(context.Background(), step)
	if err != nil {
		s.t.Fatalf("%s: %v", step.Label, err)
	}
	return events
}

// refused checks that a person's step is refused for the reason wanted and that
// nothing of it is left.
func (s *study) refused(wanted error, by coding.Coder, label string, changes ...coding.Change) error {
	s.t.Helper()
	before := s.dump(s.sue.ID)
	_, err := s.do(by, label, changes...)
	if !errors.Is(err, wanted) {
		s.t.Errorf("%s: got error %v, want %v", label, err, wanted)
	}
	if after := s.dump(s.sue.ID); after != before {
		s.t.Errorf("%s: refused, yet something changed\nbefore %s\nafter  %s", label, before, after)
	}
	return err
}

// undo takes a step back that these events were.
func (s *study) undo(events []coding.Event) ([]coding.Event, error) {
	return s.db.As(events[0].By).Do(context.Background(), coding.Step{
		By: events[0].By, Label: "undo " + events[0].Label, Undoes: events[0].Seq, Changes: inverses(events),
	})
}

func (s *study) undone(events []coding.Event) []coding.Event {
	s.t.Helper()
	back, err := s.undo(events)
	if err != nil {
		s.t.Fatalf("undo %q: %v", events[0].Label, err)
	}
	return back
}

func inverses(events []coding.Event) []coding.Change {
	var changes []coding.Change
	for _, e := range slices.Backward(events) {
		changes = append(changes, e.Change.Inverse())
	}
	return changes
}

// round is one that Ann and Ben code in, with all sources.
func (s *study) round(name string, blind bool, coders ...coding.Coder) coding.Round {
	if coders == nil {
		coders = []coding.Coder{s.ann, s.ben}
	}
	r := coding.Round{
		ID: coding.NewID[coding.RoundID](s.mint), Name: name, Blind: blind, All: true, Opened: s.mint.Now(),
	}
	for _, c := range coders {
		r.Coders = append(r.Coders, c.ID)
	}
	return r
}

// coding is one of the study's first code.
func (s *study) coding(by coding.Coder, in coding.RoundID, source, start, end int) coding.Coding {
	return coding.Coding{
		ID: coding.NewID[coding.CodingID](s.mint), Code: s.code.ID, Coder: by.ID, Round: in, At: s.mint.Now(),
		Excerpt: coding.Excerpt{Source: s.sources[source].ID, Span: coding.Span{Start: start, End: end}},
	}
}

func (s *study) mark(by coding.Coder, in coding.RoundID, source int) coding.Done {
	return coding.Done{
		ID: coding.NewID[coding.DoneID](s.mint), Round: in, Source: s.sources[source].ID, Coder: by.ID, At: s.mint.Now(),
	}
}

func (s *study) memo(by coding.Coder, in coding.RoundID, kind coding.MemoKind, about, text string) coding.Memo {
	return coding.Memo{
		ID: coding.NewID[coding.MemoID](s.mint), Kind: kind, About: about, Round: in, By: by.ID, Text: text, At: s.mint.Now(),
	}
}

func (s *study) decision(by coding.Coder, verdict coding.Verdict, settles ...coding.Coding) coding.Decision {
	d := coding.Decision{
		ID: coding.NewID[coding.DecisionID](s.mint), Round: settles[0].Round, Source: settles[0].Source,
		Disagreement: coding.DisagreementID("d-" + settles[0].ID), Verdict: verdict,
		Reason: "clearer", By: by.ID, At: s.mint.Now(),
	}
	for _, c := range settles {
		d.Settles = append(d.Settles, c.ID)
	}
	if verdict == coding.KeepOne {
		d.Kept = []coding.CoderID{settles[0].Coder}
		d.Marks = []coding.Mark{{Span: settles[0].Span, Code: settles[0].Code}}
	}
	return d
}
