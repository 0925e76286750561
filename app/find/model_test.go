package find_test

import (
	"context"
	"strings"
	"testing"

	"concord/app/apptest"
	"concord/app/find"
	"concord/app/reach"
	"concord/coding"
	"concord/index"
)

// open opens the sample study and indexes it, for the coder of that name.
func open(t *testing.T, name string) (*coding.Session, *index.Index) {
	t.Helper()
	study := apptest.Sample(t)
	session := study.As(study.Coder(name))
	x, err := index.Open(t.Context(), session, index.Options{})
	study.OK(err)
	t.Cleanup(func() { study.OK(x.Close()) })
	return session, x
}

func TestPlacesStandInTheirContext(t *testing.T) {
	session, x := open(t, "Ana Novak")
	found, err := find.Search(context.Background(), x, session, "afraid")
	if err != nil {
		t.Fatal(err)
	}
	if found.Places == 0 || len(found.Lines) != found.Places || found.Of != 104 {
		t.Fatalf("%d places in %d lines, of %d comments", found.Places, len(found.Lines), found.Of)
	}
	for _, line := range found.Lines {
		if !strings.EqualFold(line.Hit, "afraid") || line.Name == "" {
			t.Errorf("a line is %+v", line)
		}
	}
}

func TestTickedPlacesAreCodedInOneStepAsFarAsAsked(t *testing.T) {
	for _, c := range []struct {
		reach reach.Reach
		holds func(text, coded string) bool
	}{
		{reach.Hit, func(_, coded string) bool { return strings.EqualFold(coded, "laughed") }},
		{reach.Sentence, func(text, coded string) bool {
			return strings.Contains(coded, "laughed") && len(coded) < len(text) && strings.TrimSpace(coded) == coded
		}},
		{reach.Comment, func(text, coded string) bool { return coded == text }},
	} {
		t.Run(string(c.reach), func(t *testing.T) {
			ctx := context.Background()
			session, x := open(t, "Ana Novak")
			found, err := find.Search(ctx, x, session, `"nobody laughed"`)
			if err != nil {
				t.Fatal(err)
			}
			if c.reach == reach.Hit {
				found, err = find.Search(ctx, x, session, `"laughed"`)
				if err != nil {
					t.Fatal(err)
				}
			}
			if len(found.Lines) == 0 {
				t.Fatal("nothing is found")
			}
			found.Lines = found.Lines[:1]
			found.TickAll(true)
			n, err := find.CodeAs(ctx, session, "Laughter", c.reach, found.Ticked())
			if err != nil || n != 1 {
				t.Fatalf("%d excerpts are coded, %v", n, err)
			}
			book, err := session.Codebook(ctx)
			if err != nil {
				t.Fatal(err)
			}
			code, err := book.Find("Laughter")
			if err != nil {
				t.Fatal(err)
			}
			var text string
			for body, err := range session.Texts(ctx, coding.SourceFilter{IDs: []coding.SourceID{found.Lines[0].Source}}) {
				if err != nil {
					t.Fatal(err)
				}
				text = body.Body
			}
			for made, err := range session.Codings(ctx, coding.CodingFilter{Codes: []coding.CodeID{code.ID}}) {
				if err != nil {
					t.Fatal(err)
				}
				if coded := coding.Slice(text, made.Span); !c.holds(text, coded) {
					t.Errorf("%q is coded", coded)
				}
			}
			if undone, err := session.Undo(ctx); err != nil || !strings.Contains(undone.Label, "Laughter") {
				t.Errorf("undo takes back %q, %v", undone.Label, err)
			}
		})
	}
}
