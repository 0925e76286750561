package app_test

import (
	"path/filepath"
	"testing"

	"concord/app/sample"
	"concord/app/wordbook"
	"concord/assets"
	"concord/coding"
	"concord/coding/store/sqlite"
)

func TestEveryStepOfTheSampleStudyIsToldInGerman(t *testing.T) {
	path := filepath.Join(t.TempDir(), sample.File)
	if err := sample.Build(t.Context(), path, nil); err != nil {
		t.Fatal(err)
	}
	db, err := sqlite.Open(t.Context(), path, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	sentences, err := assets.Sentences("de")
	if err != nil {
		t.Fatal(err)
	}
	book, err := wordbook.Read(sentences)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := db.As("").Entries(t.Context(), coding.EntryFilter{})
	if err != nil || len(entries) == 0 {
		t.Fatal(len(entries), err)
	}
	for _, e := range entries {
		if book.Tell(e.Label) == e.Label {
			t.Errorf("nothing is known of the form of %q", e.Label)
		}
	}
}
