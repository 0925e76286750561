package index_test

import (
	"fmt"
	"testing"

	"concord/coding"
	"concord/index"
)

// group is a study with attributes, cases, codes, and codings of two coders.
func group(t *testing.T) *study {
	t.Helper()
	s := newStudy(t, "Ben Novak")
	cohort := coding.Attribute{ID: "cohort", Name: "Cohort", Level: coding.Nominal}
	session := coding.Attribute{ID: "session", Name: "Session no.", Level: coding.Nominal}
	posting := coding.Attribute{ID: "posting", Name: "Posting (weeks)", Level: coding.Numeric}
	better := coding.Attribute{ID: "better", Name: "Better", Level: coding.Scaled, Levels: []string{"No", "Unsure", "Yes"}, Agreeing: []string{"Yes"}}
	cases := []coding.Case{
		{ID: "c1", Name: "P1", Values: coding.Values{"cohort": "Y3", "session": "S01", "posting": "6", "better": "Yes"}},
		{ID: "c2", Name: "P2", Values: coding.Values{"cohort": "y4", "session": "S02", "posting": "10", "better": "No"}},
		{ID: "c3", Name: "P3", Values: coding.Values{"session": "S10", "posting": "7.5", "better": "Unsure"}},
	}
	changes := []coding.Change{coding.Add(cohort, session, posting, better), coding.Add(cases...)}
	var texts []string
	var sources []coding.Source
	for i, text := range []string{"I was afraid at first", "no fear here at all", "afraid of silence", "good"} {
		source := coding.NewSource(coding.SourceID(fmt.Sprintf("s%d", i+1)), fmt.Sprintf("R%d", i+1), coding.Comment, text)
		source.Question = "What did you learn?"
		if i < len(cases) {
			source.Cases = []coding.CaseID{cases[i].ID}
		}
		if i == 3 {
			source.Kind, source.Values = coding.Document, coding.Values{"cohort": "Y3"}
			source.Question = ""
		}
		s.ids[source.Name] = source.ID
		sources, texts = append(sources, source), append(texts, text)
	}
	changes = append(changes, coding.Add(sources...), coding.Add(
		coding.Code{ID: "safe", Name: "Safe space", Color: "#000000"},
		coding.Code{ID: "trust", Parent: "safe", Name: "Trust", Color: "#000000"},
		coding.Code{ID: "self", Name: "Self-awareness", Color: "#000000", Order: 1},
	))
	s.do(texts, changes...)
	return s
}

// code gives the first five characters of a source a code.
func (s *study) code(by coding.CoderID, source string, code coding.CodeID, round coding.RoundID) {
	s.Helper()
	c := coding.Coding{
		ID: coding.NewID[coding.CodingID](s.mint), Code: code, Coder: by, Round: round, At: s.mint.Now(),
		Excerpt: coding.Excerpt{Source: s.ids[source], Span: coding.Span{End: 4}},
	}
	_, err := s.db.As(by).Do(s.Context(), coding.Step{By: by, Label: "code", Changes: []coding.Change{coding.Add(c)}})
	if err != nil {
		s.Fatal(err)
	}
}

func TestFieldsNarrowTheSearch(t *testing.T) {
	s := group(t)
	s.code(s.ana, "R1", "trust", "")
	s.code(s.coder("Ben Novak"), "R2", "self", "")
	s.code(s.coder("Ben Novak"), "R1", "self", "")
	x := s.index("")
	tests := map[string]struct{ query, want string }{
		"attribute of the case":       {"cohort:Y4", "R2"},
		"attribute of the source":     {"cohort:y3", "R1 R4"},
		"not this value":              {"cohort:!=Y3", "R2"},
		"value isn't known":           {"NOT cohort:~y", "R3"},
		"part of a value":             {"cohort:~Y", "R1 R2 R4"},
		"name without signs":          {"postingweeks:6", "R1"},
		"name in quotes":              {`"posting (weeks)":>=7`, "R2 R3"},
		"name with underscore":        {"posting_weeks:>6 posting_weeks:<10", "R3"},
		"number equal":                {"posting_weeks:7.50", "R3"},
		"number in a value":           {"session_no:≥2", "R2 R3"},
		"levels in order":             {"better:>no", "R1 R3"},
		"levels at most":              {"better:<=unsure", "R2 R3"},
		"with words":                  {"afraid session_no:>1", "R3[afraid]"},
		"with or":                     {"(fear OR cohort:Y3) -good", "R1 R2[fear]"},
		"code and what is under it":   {`code:"safe space"`, "R1"},
		"code by path":                {`code:"Safe space/Trust" afraid`, "R1[afraid]"},
		"code by part":                {"code:~awareness", "R1 R2"},
		"no such part":                {"code:~nothing", ""},
		"not this code":               {`code:!=trust`, "R2 R3 R4"},
		"coder by part of the name":   {"coder:ben", "R1 R2"},
		"not this coder":              {"coder:!=\"Ana Novak\"", "R2 R3 R4"},
		"coded":                       {"coded", "R1 R2"},
		"uncoded":                     {"uncoded length:>4", "R3"},
		"uncoded with words":          {"uncoded afraid", "R3[afraid]"},
		"kind":                        {"kind:document", "R4"},
		"not this kind":               {"kind:!=comment", "R4"},
		"question":                    {"question:learn afraid", "R1[afraid] R3[afraid]"},
		"question asked exactly":      {`question:!="what did you learn?"`, "R4"},
		"case":                        {"case:p2", "R2"},
		"cases by part":               {"case:~p -case:P1", "R2 R3"},
		"length":                      {"length:=4", "R4"},
		"window's picture":            {"(afraid OR fear OR scared) NOT coder:Ana session_no:≥2", "R2[fear] R3[afraid]"},
		"nothing left for the fields": {"xylophone cohort:Y3 coded", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s.TB = t
			s.expect(x, test.query, test.want)
		})
	}
}

func TestWhatIsNoNumberIsNeitherMoreNorLess(t *testing.T) {
	s := group(t)
	for _, value := range []string{"NaN", "n/a", "6 to 8"} {
		was := coding.Case{ID: "c3", Name: "P3", Values: coding.Values{"session": "S10", "posting": "7.5", "better": "Unsure"}}
		now := was
		now.Values = coding.Values{"session": "S10", "posting": value, "better": "Unsure"}
		s.do(nil, coding.Alter(was, now))
		x := s.index("")
		s.expect(x, "posting_weeks:>=6", "R1 R2")
		s.expect(x, "posting_weeks:<7", "R1")
		s.expect(x, "posting_weeks:6", "R1")
		s.do(nil, coding.Alter(now, was))
	}
}

func TestWhatWasFoundIsFoundAnewWhenTheProjectChanges(t *testing.T) {
	s := group(t)
	x := s.index("")
	follow := func() {
		t.Helper()
		if err := x.Follow(t.Context(), s, nil); err != nil {
			t.Fatal(err)
		}
	}
	s.expect(x, "uncoded cohort:Y3", "R1 R4")
	s.code(s.ana, "R1", "self", "")
	s.expect(x, "uncoded cohort:Y3", "R4")
	follow()
	s.expect(x, "uncoded cohort:Y3", "R4")
	was := coding.Case{ID: "c3", Name: "P3", Values: coding.Values{"session": "S10", "posting": "7.5", "better": "Unsure"}}
	now := coding.Case{ID: "c3", Name: "P3", Values: coding.Values{"cohort": "Y3"}}
	s.do(nil, coding.Alter(was, now))
	s.expect(x, "uncoded cohort:Y3", "R3 R4")
	follow()
	s.expect(x, "uncoded cohort:Y3", "R3 R4")
	if seq, err := s.Seq(t.Context()); err != nil || x.Seq() != seq {
		t.Errorf("reached %d of %d: %v", x.Seq(), seq, err)
	}
}

func TestNobodyFindsByWhatMayNotBeSeen(t *testing.T) {
	s := group(t)
	ben := s.coder("Ben Novak")
	s.do(nil, coding.Add(coding.Version{ID: "v1", Number: 1, At: s.mint.Now(), Seq: 1}))
	s.do(nil, coding.Add(coding.Round{
		ID: "round", Name: "Round 1", Version: "v1", Blind: true, Opened: s.mint.Now(),
		Coders: []coding.CoderID{s.ana, ben}, Sources: []coding.SourceID{"s1", "s2", "s3", "s4"},
	}))
	s.code(s.ana, "R1", "trust", "round")
	s.code(ben, "R2", "self", "round")
	x := s.index("")
	// One index serves both, one after the other and again.
	for range 2 {
		for viewer, want := range map[coding.CoderID]string{s.ana: "R1", ben: "R2"} {
			for _, query := range []string{"coded", "code:~a", "-uncoded", "coder:ana OR coder:ben"} {
				if got := s.shown(s.search(x, s.db.As(viewer), query, index.Page{}).List); got != want {
					t.Errorf("%s finds by %s: %q, want %q", viewer, query, got, want)
				}
			}
		}
	}
}
