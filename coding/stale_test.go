package coding_test

import (
	"testing"
	"time"

	"concord/coding"
)

func TestCodingsUnderOtherRulesAreStale(t *testing.T) {
	at := func(minute int) time.Time { return time.Date(2026, 3, 1, 9, minute, 0, 0, time.UTC) }
	code := coding.Code{ID: "c", Name: "Topic"}
	defined, colored := code, code
	defined.Definition = "What it was about."
	colored.Definition, colored.Color = defined.Definition, "#112233"
	changes := []coding.CodeChange{
		{Seq: 2, At: at(2), Edit: coding.Add(code)},
		{Seq: 4, At: at(4), Edit: coding.Alter(code, defined)},
		{Seq: 6, At: at(6), Edit: coding.Alter(defined, colored)},
	}
	for _, c := range []struct {
		name   string
		now    coding.Code
		minute int
		stale  int
	}{
		{"made with its code, and minted just before it", colored, 1, 1},
		{"made before there was a definition", colored, 3, 1},
		{"made under the definition that holds", colored, 5, 0},
		{"made after the colour", colored, 7, 0},
		{"of a code that nothing was done to", coding.Code{ID: "other"}, 1, 0},
		{"of a code that has its first words again", code, 3, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if n := coding.Stale(c.now, changes, []coding.Coding{{Code: c.now.ID, At: at(c.minute)}}); n != c.stale {
				t.Errorf("%d are stale, want %d", n, c.stale)
			}
		})
	}
}
