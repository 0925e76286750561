package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"concord/coding"
	"concord/coding/store/sqlite"
)

func TestACreatedProjectIsThereWhenItIsOpenedAgain(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a b#c.concord")
	db, err := sqlite.Create(ctx, path, options(), coding.Project{Name: "Study"}, coding.Coder{Name: "Anna"})
	if err != nil {
		t.Fatal(err)
	}
	people, err := db.As("").Coders(ctx)
	if err != nil {
		t.Fatal(err)
	}
	anna := people[0].ID
	me := db.As(anna)
	mint := db.Mint()
	src := coding.NewSource(coding.NewID[coding.SourceID](mint), "S1", coding.Comment, "Thank you, déterminant 😀")
	code := coding.Code{ID: coding.NewID[coding.CodeID](mint), Name: "Thanks", Color: "#112233"}
	_, err = me.Do(ctx, coding.Step{By: anna, Label: "import", Changes: []coding.Change{coding.Add(src), coding.Add(code)}, Texts: []string{"Thank you, déterminant 😀"}})
	if err != nil {
		t.Fatal(err)
	}
	c := coding.Coding{ID: coding.NewID[coding.CodingID](mint), Excerpt: coding.Excerpt{Source: src.ID, Span: coding.Span{Start: 0, End: 9}}, Code: code.ID, Coder: anna, At: mint.Now()}
	if _, err := me.Do(ctx, coding.Step{By: anna, Label: "code", Changes: []coding.Change{coding.Add(c)}}); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
	t.Log(files)
	db, err = sqlite.Open(ctx, path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for got, err := range db.As(anna).Codings(ctx, coding.CodingFilter{}) {
		if err != nil || got != c {
			t.Errorf("got %+v %v, want %+v", got, err, c)
		}
	}
	entries, err := db.As(anna).Entries(ctx, coding.EntryFilter{})
	t.Logf("%+v %v", entries, err)
	counts, err := db.As(anna).Counts(ctx, coding.CodingFilter{})
	t.Logf("%+v %v", counts, err)
	if p, err := db.Check(ctx); err != nil || len(p) > 0 {
		t.Error(p, err)
	}
	for e, err := range db.As(anna).Events(ctx, 0) {
		t.Logf("%+v %v", e, err)
	}
}
