package codebook_test

import (
	"testing"

	"concord/app/apptest"
	"concord/coding"
)

// study is a small project, and who works on it.
type study struct {
	*apptest.Study
	ana, ben coding.Coder
}

func newStudy(tb testing.TB) *study {
	tb.Helper()
	s := &study{Study: apptest.NewStudy(tb, "Ana Novak", "Ben Okoye")}
	s.ana, s.ben = s.Coders[0], s.Coders[1]
	const body = "I was surprised that nobody tried to fix me."
	c := coding.Case{ID: coding.NewID[coding.CaseID](s.Mint), Name: "R-001"}
	source := coding.NewSource(coding.NewID[coding.SourceID](s.Mint), "R-001 takeaway", coding.Comment, body)
	source.Cases = []coding.CaseID{c.ID}
	theme := coding.Code{ID: coding.NewID[coding.CodeID](s.Mint), Name: "Self-awareness", Color: coding.Palette()[0]}
	changes := []coding.Change{coding.Add(c), coding.Add(source), coding.Add(theme)}
	for i, name := range []string{"Noticing own feelings", "Own limits", "Carrying it home"} {
		code := coding.Code{ID: coding.NewID[coding.CodeID](s.Mint), Parent: theme.ID, Name: name, Order: i, Color: coding.Palette()[i+1]}
		if i == 0 {
			code.Shortcut = 1
			code.Definition = "The student names a feeling of their own in a clinical encounter, or the moment of becoming aware of it."
			code.Include = "The feeling is the writer's, present or remembered, also where it is only implied (“my hands shook”)."
			code.Exclude = "The feeling is the patient's (The patient's side) or is shared by the group (Not the only one)."
		}
		changes = append(changes, coding.Add(code))
	}
	_, err := s.As(s.ana).Do(tb.Context(), coding.Step{By: s.ana.ID, Label: "begin", Changes: changes, Texts: []string{body}})
	s.OK(err)
	return s
}

func (s *study) edit(id coding.CodeID, change func(*coding.Code)) {
	s.TB.Helper()
	s.OK(s.As(s.ana).ReviseCode(s.TB.Context(), id, change))
}

// apply gives words of the comment a code.
func (s *study) apply(coder coding.Coder, code string, start, end int) {
	s.TB.Helper()
	for _, source := range s.Sources() {
		e := coding.Excerpt{Source: source.ID, Span: coding.Span{Start: start, End: end}}
		_, err := s.As(coder).Apply(s.TB.Context(), s.Code(code), "", e)
		s.OK(err)
	}
}

func (s *study) openRound(name string) {
	s.TB.Helper()
	_, err := s.As(s.ana).OpenRound(s.TB.Context(), coding.RoundPlan{Name: name, Coders: []coding.CoderID{s.ben.ID}})
	s.OK(err)
}
