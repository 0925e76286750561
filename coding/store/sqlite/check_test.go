package sqlite_test

import (
	"context"
	"strings"
	"testing"

	"concord/coding"
)

func TestCheckFindsWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ name, spoil, where string }{
		{"a noun changed", `UPDATE cases SET called = 'X'`, "cases, row 1"},
		{"a coding moved", `UPDATE codings SET start = 1`, "codings, row 1"},
		{"a coding gone", `DELETE FROM codings`, "codings, row 1"},
		{"a text changed", `UPDATE texts SET body = 'Something els'`, "texts, row 1"},
		{"an event gone", `DELETE FROM events WHERE seq = 4`, "events"},
		{"an event changed", `UPDATE events SET payload = replace(payload, '"R1"', '"R2"')`, "cases, row 1"},
		{"an event that was never so", `UPDATE events SET payload = '{"was":[{"id":"q","name":"Q"}]}' WHERE kind = 'case'`, "events, row 3"},
		{"an event that can't be read", `UPDATE events SET payload = '{' WHERE seq = 3`, "events, row 3"},
		{"an index that lacks a row", `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE INDEX codings_code ON codings (coder)' WHERE name = 'codings_code'`, "file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := create(t)
			db := open(t, path, options())
			source := coding.NewSource("s1", "S1", coding.Comment, "Something else")
			_, err := db.As("sue").Do(context.Background(), coding.Step{
				By: "sue", Label: "all", Texts: []string{"Something else"}, Changes: []coding.Change{
					coding.Add(coding.Case{ID: "r1", Name: "R1"}), coding.Add(source),
					coding.Add(coding.Code{ID: "c0", Name: "Other"}, coding.Code{ID: "c1", Name: "Code"}),
					coding.Add(coding.Coding{
						ID: "x", Code: "c1", Coder: "sue", Excerpt: coding.Excerpt{Source: "s1", Span: coding.Span{End: 4}},
					}),
				},
			})
			must(t, err)
			sound(t, db)
			shut(t, db)
			raw(t, path, c.spoil)
			problems, err := open(t, path, options()).Check(context.Background())
			must(t, err)
			if len(problems) == 0 || !strings.HasPrefix(problems[0].Where, c.where) {
				t.Errorf("got %v, want a problem at %q", problems, c.where)
			}
		})
	}
}
