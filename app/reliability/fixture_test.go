package reliability_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"concord/app/apptest"
	"concord/coding"
)

// study is a project of three coders and a lead, of comments by half as many
// respondents, who are young or old, and of two codes.
type study struct {
	*apptest.Study
	sources []coding.SourceID
	codes   []coding.Code
	random  *rand.Rand
}

func newStudy(t *testing.T, comments int) *study {
	t.Helper()
	s := &study{Study: apptest.NewStudy(t, "Lead", "Ana", "Ben", "Cleo"), random: rand.New(rand.NewPCG(1, 2))}
	age := coding.Attribute{ID: coding.NewID[coding.AttributeID](s.Mint), Name: "Age", Level: coding.Nominal}
	step := coding.Step{By: s.Coders[0].ID, Label: "set up", Changes: []coding.Change{coding.Add(age)}}
	for i := range comments {
		text := fmt.Sprintf("Comment number %d begins here. It has a second sentence, and a third follows. This is the third.", i)
		source := coding.NewSource(coding.NewID[coding.SourceID](s.Mint), fmt.Sprintf("c%d", i), coding.Comment, text)
		if i%2 == 0 {
			source.Values = coding.Values{age.ID: []string{"young", "old"}[i/2%2]}
		}
		s.sources = append(s.sources, source.ID)
		step.Texts = append(step.Texts, text)
		step.Changes = append(step.Changes, coding.Add(source))
	}
	_, err := s.as(0).Do(s.TB.Context(), step)
	s.OK(err)
	for _, path := range []string{"Work/Load", "Work/Team"} {
		code, err := s.as(0).EnsureCode(s.TB.Context(), path)
		s.OK(err)
		s.codes = append(s.codes, code)
	}
	return s
}

// as lets the coder of that number work in the project.
func (s *study) as(coder int) *coding.Session {
	return s.As(s.Coders[coder])
}

// open opens a blind round for some of the coders.
func (s *study) open(name string, coders ...int) coding.Round {
	s.TB.Helper()
	plan := coding.RoundPlan{Name: name, Blind: true}
	for _, c := range coders {
		plan.Coders = append(plan.Coders, s.Coders[c].ID)
	}
	round, err := s.as(0).OpenRound(s.TB.Context(), plan)
	s.OK(err)
	return round
}

// code lets each coder find most of what is there, and finish all comments.
func (s *study) code(round coding.Round, coders ...int) {
	s.TB.Helper()
	for _, c := range coders {
		session := s.as(c)
		for i, source := range s.sources {
			for k, code := range s.codes {
				there := i%3 == k
				if s.random.IntN(8) == 0 {
					there = !there
				}
				if there {
					_, err := session.Apply(s.TB.Context(), code, round.ID, coding.Excerpt{Source: source, Span: coding.Span{Start: 10 * k, End: 20 + 10*k + s.random.IntN(12)}})
					s.OK(err)
				}
			}
		}
		_, err := session.MarkDone(s.TB.Context(), round, s.sources...)
		s.OK(err)
	}
}

// closed is a round that was coded and closed.
func (s *study) closed(name string, coders ...int) coding.Round {
	s.TB.Helper()
	round := s.open(name, coders...)
	s.code(round, coders...)
	round, err := s.as(0).CloseRound(s.TB.Context(), round)
	s.OK(err)
	return round
}
