package reader_test

import (
	"fmt"
	"testing"

	"concord/app/apptest"
	"concord/coding"
)

// study is a small project, and who works on it.
type study struct {
	*apptest.Study
	lead, ana, ben coding.Coder
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
	s := &study{Study: apptest.NewStudy(tb, "Mira Kern", "Ana Novak", "Ben Okoye")}
	s.lead, s.ana, s.ben = s.Coders[0], s.Coders[1], s.Coders[2]
	s.fill(bodies)
	return s
}

// fill brings in attributes, cases, sources and codes.
func (s *study) fill(bodies []string) {
	s.TB.Helper()
	session := coding.Attribute{ID: coding.NewID[coding.AttributeID](s.Mint), Name: "Session", Level: coding.Nominal}
	year := coding.Attribute{ID: coding.NewID[coding.AttributeID](s.Mint), Name: "Year", Level: coding.Numeric}
	var cases []coding.Case
	var sources []coding.Source
	for i, body := range bodies {
		c := coding.Case{
			ID: coding.NewID[coding.CaseID](s.Mint), Name: fmt.Sprintf("R-%03d", 17+i),
			Values: coding.Values{session.ID: fmt.Sprint(3 + i/3%4), year.ID: fmt.Sprint(4 + i/3%2)},
		}
		source := coding.NewSource(coding.NewID[coding.SourceID](s.Mint), c.Name+" takeaway", coding.Comment, body)
		source.Question, source.Cases = "What did you take away from the group?", []coding.CaseID{c.ID}
		cases, sources = append(cases, c), append(sources, source)
	}
	changes := []coding.Change{coding.Add(session), coding.Add(year)}
	changes = append(changes, coding.AddMany(cases)...)
	changes = append(changes, coding.AddMany(sources)...)
	for _, code := range s.codes() {
		changes = append(changes, coding.Add(code))
	}
	_, err := s.As(s.ana).Do(s.TB.Context(), coding.Step{By: s.ana.ID, Label: "import", Changes: changes, Texts: bodies})
	s.OK(err)
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
		top := coding.Code{ID: coding.NewID[coding.CodeID](s.Mint), Name: theme.name, Order: i, Color: coding.Palette()[i*2]}
		all = append(all, top)
		for j, name := range theme.codes {
			code := coding.Code{
				ID: coding.NewID[coding.CodeID](s.Mint), Parent: top.ID, Name: name, Order: j, Color: coding.Palette()[(i*2+j)%8],
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

// apply gives words of the n-th source a code.
func (s *study) apply(coder coding.Coder, round coding.RoundID, n int, code string, start, end int) coding.Coding {
	s.TB.Helper()
	e := coding.Excerpt{Source: s.Sources()[n].ID, Span: coding.Span{Start: start, End: end}}
	codings, err := s.As(coder).Apply(s.TB.Context(), s.Code(code), round, e)
	s.OK(err)
	return codings[0]
}

// round opens a round for Ana and Ben; with sources, on the first so many.
func (s *study) round(name string, blind bool, sources int) coding.Round {
	s.TB.Helper()
	plan := coding.RoundPlan{Name: name, Blind: blind, Coders: []coding.CoderID{s.ana.ID, s.ben.ID}}
	if sources > 0 {
		for _, source := range s.Sources()[:sources] {
			plan.Sources = append(plan.Sources, source.ID)
		}
	}
	round, err := s.As(s.lead).OpenRound(s.TB.Context(), plan)
	s.OK(err)
	return round
}
