package coding_test

import (
	"encoding/json"
	"strings"
	"testing"

	"concord/coding"
)

func TestEveryKindOfChangeHasASentence(t *testing.T) {
	var names coding.Names
	names.Learn(coding.Add(coding.Code{ID: "c", Name: "Heard"}))
	names.Learn(coding.Add(coding.Source{ID: "s", Name: "R1"}))
	open := coding.Round{ID: "r", Name: "Pilot"}
	closed := open
	closed.Closed = true
	given := coding.Coding{ID: "x", Code: "c", Excerpt: coding.Excerpt{Source: "s", Span: coding.Span{Start: 2, End: 5}}}
	for want, change := range map[string]coding.Change{
		"added the project “Balint”":                       coding.Add(coding.Project{Name: "Balint"}),
		"added 2 coders":                                   coding.Add(coding.Coder{Name: "Ana"}, coding.Coder{Name: "Ben"}),
		"added attribute “Cohort”":                         coding.Add(coding.Attribute{Name: "Cohort"}),
		"removed case R1":                                  coding.Remove(coding.Case{Name: "R1"}),
		"added source R1":                                  coding.Add(coding.Source{Name: "R1"}),
		"changed code “Heard”":                             coding.Alter(coding.Code{Name: "heard"}, coding.Code{Name: "Heard"}),
		"added codebook version 3":                         coding.Add(coding.Version{Number: 3}),
		"closed round “Pilot”":                             coding.Alter(open, closed),
		"opened round “Pilot” again":                       coding.Alter(closed, open),
		"removed coding “Heard”, characters 2 to 5 of R1":  coding.Remove(given),
		"added coding “gone”, characters 0 to 1 of nobody": coding.Add(coding.Coding{Code: "gone", Excerpt: coding.Excerpt{Source: "nobody", Span: coding.Span{End: 1}}}),
		"added a done mark":                                coding.Add(coding.Done{}),
		"added memo about a code":                          coding.Add(coding.Memo{Kind: coding.AboutCode}),
		"added decision “why”":                             coding.Add(coding.Decision{Reason: "why"}),
		"added saved search “fear”":                        coding.Add(coding.Search{Name: "fear"}),
	} {
		if got := coding.Sentence(change, names); got != want {
			t.Errorf("%s: told as %q, want %q", change.Kind(), got, want)
		}
	}
	foreign := coding.Foreign{Name: "dream", Payload: json.RawMessage(`{}`)}
	if got := coding.Sentence(foreign, names); !strings.Contains(got, "newer version") {
		t.Errorf("a foreign change is told as %q", got)
	}
}
