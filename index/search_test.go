package index_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"concord/coding"
	"concord/index"
	"concord/index/query"
)

func TestWordsAndPhrasesAreFoundToTheCharacter(t *testing.T) {
	s := newStudy(t)
	s.comments(
		"This was not useful to me. Thank you!",                         // R1
		"Very useful: I understand more, thank\nyou thank you.",         // R2
		"My understanding of the café changed, the CAFE\u0301 is safe.", // R3
		"Self-awareness needs a word 👩🏽‍⚕️ and a self aware group 👍🏽",   // R4
		"我觉得考试很难，但是考试有用。",                                               // R5
		"この授業はとても役に立ちました。",                                              // R6
		"كَانَ الدرس مفيدًا جدًّا",                                      // R7
		"I don’t know, I don't care about the patient's words; don t.",  // R8
		"naïve façade 3.5 of 1,000 😀 not, at all, useful",               // R9
		"The the the end of the end",                                    // R10
	)
	x := s.index("")
	tests := map[string]struct{ query, want string }{
		"phrase of small words":        {`"not useful"`, "R1[not useful]"},
		"phrase over a line's end":     {`"thank you"`, "R1[Thank you] R2[thank\nyou|thank you]"},
		"word and family":              {"understand", "R2[understand] R3[understanding]"},
		"quoted word alone":            {`"understand"`, "R2[understand]"},
		"prefix":                       {"under*", "R2[understand] R3[understanding]"},
		"neighbours swapped":           {"wrod~", "R4[word]"},
		"two letters off":              {"usefol~2", "R1[useful] R2[useful] R9[useful]"},
		"accents both ways":            {"CAFÉ", "R3[café|CAFE\u0301]"},
		"no accent asked":              {"naive facade", "R9[naïve|façade]"},
		"hyphen as phrase of families": {"self-awareness", "R4[Self-awareness|self aware]"},
		"hyphen exact":                 {`"self-awareness"`, "R4[Self-awareness]"},
		"emoji of several points":      {"👩‍⚕️", "R4[👩🏽‍⚕️]"},
		"emoji without skin":           {"👍", "R4[👍🏽]"},
		"Chinese in the middle":        {"考试", "R5[考试|考试]"},
		"Chinese quoted":               {`"试很"`, "R5[试很]"},
		"Chinese not side by side":     {"考难", ""},
		"Japanese":                     {"授業は", "R6[授業は]"},
		"Arabic without signs":         {"مفيدا", "R7[مفيدًا]"},
		"apostrophes alike":            {"don't", "R8[don’t|don't]"},
		"possessive":                   {"patient", "R8[patient's]"},
		"number":                       {"3.5", "R9[3.5]"},
		"stop word":                    {"the", "R3[the|the] R8[the] R10[The|the|the|the]"},
		"phrase that overlaps itself":  {`"the the"`, "R10[The the|the the]"},
		"and":                          {"useful not", "R1[not|useful] R9[not|useful]"},
		"or in order":                  {"useful OR not", "R1[not|useful] R2[useful] R9[not|useful]"},
		"not":                          {"useful NOT not", "R2[useful]"},
		"minus phrase":                 {`useful -"not useful"`, "R2[useful] R9[useful]"},
		"only not":                     {"-the -useful -word", "R5 R6 R7"},
		"word within phrase":           {`"thank you" OR thank`, "R1[Thank you] R2[thank\nyou|thank you]"},
		"same word twice":              {"word word*", "R4[word] R8[words]"},
		"nothing there":                {"xylophone", ""},
		"nothing near":                 {"xylophone~2 OR zzzz*", ""},
		"brackets":                     {"(café OR patient) know", "R8[know|patient's]"},
		"length":                       {"length:<14", ""},
		"length is code points":        {"length:<=16 OR 授業", "R5 R6[授業]"},
		"kind":                         {"kind:comment words", "R4[word] R8[words]"},
		"source by name":               {"source:r1 OR source:~R10", "R1 R10"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s.TB = t
			s.expect(x, test.query, test.want)
		})
	}
}

func TestFamiliesAreTold(t *testing.T) {
	s := newStudy(t)
	s.comments("fear feared fears fearless", "no fears")
	x := s.index("")
	hits := s.search(x, s, `(fears OR xyz) "no" -feared`, index.Page{})
	var told []string
	for _, f := range hits.Families {
		told = append(told, f.Word+"="+strings.Join(f.Terms, ","))
	}
	if want := []string{"fears=fear,feared,fears", "xyz="}; !slices.Equal(told, want) {
		t.Errorf("families %q, want %q", told, want)
	}
}

func TestAnotherLanguageHasOtherFamilies(t *testing.T) {
	s := newStudy(t)
	s.comments("die Angst, viele Ängste, ängstlich", "angsten")
	for language, want := range map[string]string{
		"german": "R1[Angst|Ängste] R2[angsten]",
		"none":   "R1[Angst]",
	} {
		x, err := index.Open(t.Context(), s, index.Options{Language: language})
		if err != nil {
			t.Fatal(err)
		}
		s.expect(x, "Angst", want)
		x.Close()
	}
	if _, err := index.Open(t.Context(), s, index.Options{Language: "klingon"}); err == nil || !strings.Contains(err.Error(), "english") {
		t.Errorf("an unknown language: %v", err)
	}
}

func TestTheBestComeFirst(t *testing.T) {
	s := newStudy(t)
	s.comments(
		"fear, and a long story about many other things that happened on the ward that day",
		"the fear of fear",
		"no such word",
		"fear",
	)
	x := s.index("")
	hits := s.search(x, s, "fear", index.Page{Order: index.BestFirst, Limit: 2})
	if got := s.shown(hits.List); got != "R2[fear|fear] R4[fear]" {
		t.Errorf("the best are %s", got)
	}
	if hits.Sources != 3 || hits.Places != 4 || hits.List[0].Score <= hits.List[1].Score {
		t.Errorf("%+v", hits)
	}
}

func TestMistakesInAQueryOfTheProjectSayWhatIsThere(t *testing.T) {
	s := newStudy(t, "Ben Novak")
	s.do(nil, coding.Add(coding.Attribute{ID: "a1", Name: "Posting (weeks)", Level: coding.Numeric}))
	s.comments("some text")
	x := s.index("")
	tests := map[string]struct {
		query   string
		problem query.Problem
		try     string
	}{
		"unknown attribute": {"text note:this", query.UnknownField, `"Posting (weeks)":`},
		"unknown code":      {"code:Trust", query.UnknownValue, ""},
		"unknown coder":     {"coder:Cleo", query.UnknownValue, `coder:"Ben Novak"`},
		"two coders":        {"coder:Novak", query.UnknownValue, `coder:"Ana Novak"`},
		"no number":         {"length:>many", query.BadNumber, "length:>200"},
		"no number either":  {"posting_weeks:>1,000", query.BadNumber, `"Posting (weeks)":>6`},
		"time of day":       {"10:30", query.UnknownField, `"10:30"`},
		"no kind":           {"kind:memo", query.UnknownValue, "kind:comment"},
		"order of names":    {"source:>R1", query.BadOperator, "source:~R1"},
		"order of codes":    {"code:>Trust", query.BadOperator, `code:"Trust"`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			q, err := query.Parse(test.query)
			if err != nil {
				t.Fatal(err)
			}
			_, err = x.Search(t.Context(), s, q, index.Page{})
			var mistake *query.Error
			if !errors.As(err, &mistake) || mistake.Problem != test.problem || !strings.Contains(mistake.Try, test.try) {
				t.Errorf("%v", err)
			}
		})
	}
}
