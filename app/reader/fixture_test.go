package reader_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// study is a small project on disk, and who works on it.
type study struct {
	tb       testing.TB
	db       *store.DB
	mint     *coding.Mint
	ana, ben coding.Coder
	lead     coding.Coder
}

// texts are what the study's respondents wrote.
func texts() []string {
	return []string{
		"I was surprised that nobody tried to fix me. We talked about a patient who died on my second week and I could finally say that I had been angry with her, and then ashamed of being angry. Hearing that two others had felt exactly the same helped more than any lecture.",
		"Honestly the first half hour was a bit awkward, everyone looking at their shoes 😅. Then one of the facilitators asked what the patient might have been afraid of and it clicked. I realised I had only ever thought about how I looked in front of the consultant. Would do it again, but not on a day with two clinics.",
		"Nice to have coffee.",
		"I did not say much but I listened. The surgeon-to-be next to me saw the whole case differently, he thought about the family first. That made me notice how fast I had judged them.",
		"No comment.",
	}
}

func newStudy(tb testing.TB, bodies []string) *study {
	tb.Helper()
	at := time.Date(2026, time.October, 2, 9, 0, 0, 0, time.UTC)
	now := func() time.Time { at = at.Add(time.Second); return at }
	s := &study{tb: tb, mint: coding.NewMint(now, rand.NewChaCha8([32]byte{7}))}
	s.ana = coding.NewCoder(s.mint, "Ana Novak", false, 0)
	s.ben = coding.NewCoder(s.mint, "Ben Okoye", false, 1)
	s.lead = coding.NewCoder(s.mint, "Mira Kern", true, 2)
	var err error
	s.db, err = sqlite.Create(tb.Context(), filepath.Join(tb.TempDir(), "study.concord"),
		sqlite.Options{Mint: s.mint, NoBackup: true}, coding.Project{Name: "Balint groups"}, s.ana, s.ben, s.lead)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.db.Close() })
	s.fill(bodies)
	return s
}

// fill brings in attributes, cases, sources and codes.
func (s *study) fill(bodies []string) {
	s.tb.Helper()
	session := coding.Attribute{ID: coding.NewID[coding.AttributeID](s.mint), Name: "Session", Level: coding.Nominal}
	year := coding.Attribute{ID: coding.NewID[coding.AttributeID](s.mint), Name: "Year", Level: coding.Numeric}
	var cases []coding.Case
	var sources []coding.Source
	for i, body := range bodies {
		c := coding.Case{
			ID: coding.NewID[coding.CaseID](s.mint), Name: fmt.Sprintf("R-%03d", 17+i),
			Values: coding.Values{session.ID: fmt.Sprint(3 + i/3%4), year.ID: fmt.Sprint(4 + i/3%2)},
		}
		source := coding.NewSource(coding.NewID[coding.SourceID](s.mint), c.Name+" takeaway", coding.Comment, body)
		source.Question, source.Cases = "What did you take away from the group?", []coding.CaseID{c.ID}
		cases, sources = append(cases, c), append(sources, source)
	}
	changes := []coding.Change{coding.Add(session), coding.Add(year)}
	changes = append(changes, coding.AddMany(cases)...)
	changes = append(changes, coding.AddMany(sources)...)
	for _, code := range s.codes() {
		changes = append(changes, coding.Add(code))
	}
	if _, err := s.db.As(s.ana.ID).Do(s.tb.Context(), coding.Step{By: s.ana.ID, Label: "import", Changes: changes, Texts: bodies}); err != nil {
		s.tb.Fatal(err)
	}
}

func (s *study) codes() []coding.Code {
	var all []coding.Code
	for i, theme := range []struct {
		name  string
		codes []string
	}{
		{"Safe space", []string{"Being heard without judgement", "Difficult encounters shared", "Not the only one"}},
		{"Self-awareness", []string{"Noticing own feelings", "Own limits", "Carrying it home"}},
		{"Different perspectives", []string{"The patient's side", "Peers' views"}},
		{"Criticism", []string{"Time taken from the ward", "Awkward at first"}},
	} {
		top := coding.Code{ID: coding.NewID[coding.CodeID](s.mint), Name: theme.name, Order: i, Color: coding.Palette()[i*2]}
		all = append(all, top)
		for j, name := range theme.codes {
			code := coding.Code{
				ID: coding.NewID[coding.CodeID](s.mint), Parent: top.ID, Name: name, Order: j, Color: coding.Palette()[(i*2+j)%8],
				Definition: "The student says so of themself.", Include: "the words are the writer's.", Exclude: "it is about somebody else.",
			}
			if n := len(all) - i; n <= 9 {
				code.Shortcut = n
			}
			all = append(all, code)
		}
	}
	return all
}

func (s *study) as(coder coding.Coder) *coding.Session {
	return coding.NewSession(s.db.As(coder.ID), s.mint)
}

func (s *study) code(name string) coding.Code {
	s.tb.Helper()
	book, err := s.as(s.ana).Codebook(s.tb.Context())
	if err != nil {
		s.tb.Fatal(err)
	}
	code, err := book.Find(name)
	if err != nil {
		s.tb.Fatal(err)
	}
	return code
}

// sources are the project's, in order.
func (s *study) sources() []coding.Source {
	s.tb.Helper()
	var all []coding.Source
	for source, err := range s.db.As("").Sources(s.tb.Context(), coding.SourceFilter{}) {
		if err != nil {
			s.tb.Fatal(err)
		}
		all = append(all, source)
	}
	return all
}

// apply gives words of the n-th source a code.
func (s *study) apply(coder coding.Coder, round coding.RoundID, n int, code string, start, end int) coding.Coding {
	s.tb.Helper()
	e := coding.Excerpt{Source: s.sources()[n].ID, Span: coding.Span{Start: start, End: end}}
	codings, err := s.as(coder).Apply(s.tb.Context(), s.code(code), round, e)
	if err != nil {
		s.tb.Fatal(err)
	}
	return codings[0]
}

// round opens a round for Ana and Ben; with sources, on the first so many.
func (s *study) round(name string, blind bool, sources int) coding.Round {
	s.tb.Helper()
	plan := coding.RoundPlan{Name: name, Blind: blind, Coders: []coding.CoderID{s.ana.ID, s.ben.ID}}
	if sources > 0 {
		for _, source := range s.sources()[:sources] {
			plan.Sources = append(plan.Sources, source.ID)
		}
	}
	round, err := s.as(s.lead).OpenRound(s.tb.Context(), plan)
	if err != nil {
		s.tb.Fatal(err)
	}
	return round
}
