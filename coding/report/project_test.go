package report_test

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

// survey is a project in a real store: six respondents in two cohorts and one
// group that two of them form, five with comments, two coders and a supervisor.
type survey struct {
	*store.DB
	people  map[string]coding.CoderID
	codes   map[string]coding.Code
	sources map[string]coding.SourceID
}

// newSurvey makes it. Its clock stands still and its identities are the same
// in every run.
func newSurvey(t testing.TB) *survey {
	t.Helper()
	mint := coding.NewMint(func() time.Time { return day }, rand.NewChaCha8([32]byte{1}))
	anna, ben, maria := coding.NewCoder(mint, "Anna", false, 0), coding.NewCoder(mint, "Ben", false, 1), coding.NewCoder(mint, "Maria", true, 2)
	db, err := sqlite.Create(t.Context(), filepath.Join(t.TempDir(), "study.concord"), sqlite.Options{Mint: mint, NoBackup: true},
		coding.Project{Name: "Balint groups"}, maria, anna, ben)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	s := &survey{db, map[string]coding.CoderID{}, map[string]coding.Code{}, map[string]coding.SourceID{}}
	people, err := db.As("").Coders(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range people {
		s.people[c.Name] = c.ID
	}
	cohort := coding.Attribute{ID: coding.NewID[coding.AttributeID](mint), Name: "Cohort", Level: coding.Nominal, Levels: []string{"third year", "fourth year"}}
	weeks := coding.Attribute{ID: coding.NewID[coding.AttributeID](mint), Name: "Posting (weeks)", Level: coding.Numeric}
	able := coding.Attribute{
		ID: coding.NewID[coding.AttributeID](mint), Name: "Better able", Level: coding.Scaled,
		Levels: []string{"disagree", "neither", "agree"}, Agreeing: []string{"agree"},
	}
	unset := coding.Attribute{ID: coding.NewID[coding.AttributeID](mint), Name: "Time was right", Level: coding.Scaled, Levels: []string{"1", "2"}}
	silent := coding.Attribute{ID: coding.NewID[coding.AttributeID](mint), Name: "Never asked", Level: coding.Scaled, Levels: []string{"no", "yes"}, Agreeing: []string{"yes"}}
	changes := []coding.Change{coding.Add(cohort, weeks, able, unset, silent)}
	var texts []string
	for i, r := range []struct{ cohort, weeks, able, text string }{
		{"fourth year", "10", "agree", "I was angry 🙂 with her, and ashamed of it."},
		{"third year", "8", "agree", "I was not the only one. I felt it too."},
		{"third year", "9", "neither", "Too long, and I was tired afterwards, very tired."},
		{"", "6", "", "Good."},
		{"fourth year", "12", "agree", "We all felt it, each for a different patient."},
		{"third year", "4", "sometimes", ""},
	} {
		values := coding.Values{weeks.ID: r.weeks}
		for id, v := range map[coding.AttributeID]string{cohort.ID: r.cohort, able.ID: r.able} {
			if v != "" {
				values[id] = v
			}
		}
		if i == 0 {
			values[unset.ID] = "2"
		}
		name := fmt.Sprintf("R-%d", i+1)
		c := coding.Case{ID: coding.NewID[coding.CaseID](mint), Name: name, Values: values}
		changes = append(changes, coding.Add(c))
		if r.text == "" {
			continue
		}
		source := coding.NewSource(coding.NewID[coding.SourceID](mint), name, coding.Comment, r.text)
		source.Cases = []coding.CaseID{c.ID}
		if i == 4 {
			// The fifth comment was written by two, of different cohorts.
			source.Cases = append(source.Cases, caseNamed(changes, "R-3"))
		}
		s.sources[name] = source.ID
		texts = append(texts, r.text)
		changes = append(changes, coding.Add(source))
	}
	for i, path := range []string{"Self", "Self/Feelings", "Self/Limits", "Others", "Unused"} {
		parent, name := "", path
		if at := len("Self/"); len(path) > at && path[:at] == "Self/" {
			parent, name = "Self", path[at:]
		}
		c := coding.Code{ID: coding.NewID[coding.CodeID](mint), Parent: s.codes[parent].ID, Name: name, Order: i, Color: "#00865F"}
		if name == "Feelings" {
			c.Definition = "A feeling of the writer's."
			c.Examples = []coding.Example{{Excerpt: coding.Excerpt{Source: s.sources["R-1"], Span: coding.Span{Start: 6, End: 13}}, Borderline: true}}
		}
		c.Retired = name == "Unused"
		s.codes[path] = c
		changes = append(changes, coding.Add(c))
	}
	s.do(t, "Maria", texts, changes...)
	return s
}

func caseNamed(changes []coding.Change, name string) coding.CaseID {
	for _, change := range changes {
		if e, ok := change.(coding.Edit[coding.Case]); ok && e.Now[0].Name == name {
			return e.Now[0].ID
		}
	}
	return ""
}

// as is a person's view of the survey.
func (s *survey) as(person string) coding.Store { return s.As(s.people[person]) }

func (s *survey) session(person string) *coding.Session {
	return coding.NewSession(s.as(person), s.Mint())
}

func (s *survey) do(t testing.TB, person string, texts []string, changes ...coding.Change) {
	t.Helper()
	step := coding.Step{By: s.people[person], Label: "test", Changes: changes, Texts: texts}
	if _, err := s.as(person).Do(t.Context(), step); err != nil {
		t.Fatal(err)
	}
}

// code gives a code to a span of a respondent's comment.
func (s *survey) code(t testing.TB, person, path, source string, start, end int, round coding.RoundID) {
	t.Helper()
	at := coding.Excerpt{Source: s.sources[source], Span: coding.Span{Start: start, End: end}}
	if _, err := s.session(person).Apply(t.Context(), s.codes[path], round, at); err != nil {
		t.Fatal(err)
	}
}

// codeAll gives the codes that the tests count.
func (s *survey) codeAll(t testing.TB) {
	t.Helper()
	s.code(t, "Anna", "Self/Feelings", "R-1", 6, 13, "")
	s.code(t, "Ben", "Self/Feelings", "R-1", 6, 13, "")
	s.code(t, "Anna", "Self/Limits", "R-1", 6, 41, "")
	s.code(t, "Anna", "Self/Feelings", "R-2", 24, 38, "")
	s.code(t, "Anna", "Self", "R-3", 14, 36, "")
	s.code(t, "Ben", "Others", "R-5", 0, 14, "")
	s.code(t, "Ben", "Self/Feelings", "R-5", 0, 14, "")
}
