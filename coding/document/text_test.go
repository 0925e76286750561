package document_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"concord/coding"
	"concord/coding/document"
	"concord/coding/store/sqlite"
)

func readNamed(t *testing.T, name, content string, e document.Encoding) (document.Text, error) {
	t.Helper()
	return document.Read(t.Context(), fstest.MapFS{name: {Data: []byte(content)}}, name, e)
}

func TestTextIsKeptAsItIsInTheFile(t *testing.T) {
	for _, test := range []struct {
		name, in string
		e        document.Encoding
		body     string
		encoding document.Encoding
	}{
		{"interview.md", "\uFEFF# Interview\r\n\r\n**I:** How was it?\r\n", "", "# Interview\n\n**I:** How was it?\n", document.UTF8},
		{"notes.txt", "  spaces and\ttabs stay \n\n", "", "  spaces and\ttabs stay \n\n", document.UTF8},
		{"old.txt", "caf\xE9", "", "café", document.Windows1252},
		{"mac.txt", "\x8El\x8Fve", "macintosh", "élève", "macintosh"},
	} {
		got, err := readNamed(t, test.name, test.in, test.e)
		if err != nil || got.Body != test.body || got.Encoding != test.encoding || got.File != test.name {
			t.Errorf("%s: %+v, %v; want %q in %s", test.name, got, err, test.body, test.encoding)
		}
	}
}

func TestFilesThatAreNoTextAreRefused(t *testing.T) {
	for _, test := range []struct {
		name, in string
		e        document.Encoding
		want     string
	}{
		{"empty.txt", "", "", "read empty.txt: there is no text in it"},
		{"blank.txt", " \n\t\n", "", "there is no text in it"},
		{"word.txt", "PK\x03\x04...", "", "a word processor's file"},
		{"scan.txt", "%PDF-1.4", "", "a PDF file"},
		{"nul.txt", "one\ntwo\x00", "", "read nul.txt: line 2, byte 8: a NUL byte"},
		{"bad.txt", "one\ntwo \xFF", document.UTF8, "read bad.txt: line 2, byte 9: byte 0xFF isn't UTF-8"},
		{"odd.txt", "abc", "utf-99", `unknown encoding "utf-99"`},
	} {
		_, err := readNamed(t, test.name, test.in, test.e)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v; want %q", test.name, err, test.want)
		}
	}
}

func TestDocumentsComeInOnce(t *testing.T) {
	mint := coding.NewMint(time.Now, rand.NewChaCha8([32]byte{1}))
	an := coding.NewCoder(mint, "AN", false, 0)
	db, err := sqlite.Create(t.Context(), filepath.Join(t.TempDir(), "p.concord"), sqlite.Options{Mint: mint, NoBackup: true},
		coding.Project{Name: "Test", Stance: coding.StanceCodebook}, an)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	s := db.As(an.ID)
	bring := func(texts ...document.Text) string {
		t.Helper()
		step, outcome, err := document.Import(t.Context(), s, mint, texts...)
		if err != nil {
			t.Fatal(err)
		}
		if len(step.Changes) > 0 {
			if _, err := s.Do(t.Context(), step); err != nil {
				t.Fatal(err)
			}
		}
		return fmt.Sprintf("%s: %d new, %d unchanged, %q", step.Label, outcome.Sources, outcome.Unchanged, outcome.Names)
	}
	one := document.Text{File: "Interview 1.txt", Body: "How was it?\nGood.\n"}
	two := document.Text{File: "interview 1.md", Body: "# Another\n"}
	copied := document.Text{File: "Copy.txt", Body: one.Body}
	for i, test := range []struct {
		texts []document.Text
		want  string
	}{
		{[]document.Text{one}, `import “Interview 1.txt”: 1 new, 0 unchanged, ["Interview 1"]`},
		{[]document.Text{one}, `import “Interview 1.txt”: 0 new, 1 unchanged, []`},
		{[]document.Text{one, two, copied}, `import 3 documents: 2 new, 1 unchanged, ["interview 1 (2)" "Copy"]`},
		{[]document.Text{two, copied}, `import 2 documents: 0 new, 2 unchanged, []`},
	} {
		if got := bring(test.texts...); got != test.want {
			t.Errorf("import %d: %s; want %s", i+1, got, test.want)
		}
	}
	var texts bytes.Buffer
	for x, err := range s.Texts(t.Context(), coding.SourceFilter{Kind: coding.Document}) {
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&texts, "%q ", x.Body)
	}
	if got, want := texts.String(), `"How was it?\nGood.\n" "# Another\n" "How was it?\nGood.\n" `; got != want {
		t.Errorf("texts %s; want %s", got, want)
	}
}
