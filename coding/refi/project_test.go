package refi_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/refi"
	"concord/coding/store/sqlite"
)

// project opens a new project for its first coder. Its clock stands still and
// its identities are the same in every run.
func project(t testing.TB) *coding.Session {
	t.Helper()
	now := time.Date(2026, 11, 3, 9, 30, 0, 0, time.UTC)
	mint := coding.NewMint(func() time.Time { return now }, rand.NewChaCha8([32]byte{1}))
	db, err := sqlite.Create(t.Context(), filepath.Join(t.TempDir(), "study.concord"), sqlite.Options{Mint: mint, NoBackup: true},
		coding.Project{Name: "Balint groups"}, coding.NewCoder(mint, "Anna", true, 0))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	people, err := db.As("").Coders(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return coding.NewSession(db.As(people[0].ID), mint)
}

// do makes a step of changes and of texts that come with them.
func do(t testing.TB, s *coding.Session, texts []string, changes ...coding.Change) {
	t.Helper()
	if _, err := s.Do(t.Context(), coding.Step{By: s.Viewer(), Label: "test", Changes: changes, Texts: texts}); err != nil {
		t.Fatal(err)
	}
}

// codebook is the project's codes as a tree.
func codebook(t testing.TB, s *coding.Session) *coding.Codebook {
	t.Helper()
	book, err := s.Codebook(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func write(t testing.TB, r coding.Reader) (file string, lost []string) {
	t.Helper()
	var out bytes.Buffer
	lost, err := refi.WriteCodebook(t.Context(), &out, r, "Concord test")
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), lost
}

func read(t testing.TB, file string) *refi.Codebook {
	t.Helper()
	book, err := refi.ReadCodebook("test.qdc", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// bring imports a codebook's text into a project.
func bring(t testing.TB, s *coding.Session, file string) *refi.Import {
	t.Helper()
	made, err := read(t, file).Into(t.Context(), s, s.Mint())
	if err != nil {
		t.Fatal(err)
	}
	if len(made.Changes) > 0 {
		do(t, s, nil, made.Changes...)
	}
	return made
}

// shared is a file that other programs wrote, where they are at hand.
func shared(t *testing.T, name string) string {
	t.Helper()
	root := os.Getenv("CONCORD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(root, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("SKIPPED: %s isn't at hand; set CONCORD_SHARED to the folder with the files of other programs", name)
	}
	return path
}

// addStudy fills a project with a codebook that uses everything an entry can have.
func addStudy(t testing.TB, s *coding.Session) {
	t.Helper()
	m := s.Mint()
	text := "I had been angry with her,\n\nNot when: I was tired 🙂 & \"done\""
	source := coding.NewSource(coding.NewID[coding.SourceID](m), "R-017 (one)", coding.Comment, text)
	self := coding.Code{ID: coding.NewID[coding.CodeID](m), Name: "Self-awareness", Color: "#00865F"}
	feelings := coding.Code{
		ID: coding.NewID[coding.CodeID](m), Parent: self.ID, Name: "Noticing “own” <feelings> & more", Color: "#2E8BC9",
		Definition: "The student names a feeling.\nUse when: this is part of the definition\n\\Not when: this too",
		Include:    "The feeling is the writer's.\n\nAlso where it is only implied.",
		Exclude:    "The feeling is the patient's.",
		Examples: []coding.Example{
			{Excerpt: coding.Excerpt{Source: source.ID, Span: coding.Span{Start: 0, End: 25}}},
			{Excerpt: coding.Excerpt{Source: source.ID, Span: coding.Span{Start: 6, End: coding.Length(text)}}, Borderline: true},
		},
		Shortcut: 4,
	}
	limits := coding.Code{ID: coding.NewID[coding.CodeID](m), Parent: self.ID, Name: "Own limits", Order: 1, Color: "#B59A00", Retired: true}
	empty := coding.Code{ID: coding.NewID[coding.CodeID](m), Name: "Criticism", Order: 1, Color: "#B4588A", Exclude: "Praise."}
	do(t, s, []string{text}, coding.Add(source), coding.Add(self, feelings, limits, empty))
}
