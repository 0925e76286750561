package index_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"concord/coding"
	"concord/coding/progress"
	"concord/coding/store/sqlite"
	"concord/index"
)

func TestIndexFollowsTheLog(t *testing.T) {
	s := newStudy(t)
	s.comments("first fear", "second fear")
	x := s.index(t.TempDir())
	s.expect(x, "fear", "R1[fear] R2[fear]")
	follow := func() {
		t.Helper()
		if err := x.Follow(t.Context(), s, nil); err != nil {
			t.Fatal(err)
		}
		if problems, err := x.Check(t.Context(), s); err != nil || len(problems) > 0 {
			t.Errorf("check: %v %v", problems, err)
		}
	}

	s.comments("third fear")
	s.expect(x, "fear", "R1[fear] R2[fear]")
	if problems, err := x.Check(t.Context(), s); err != nil || len(problems) != 2 {
		t.Errorf("an index that is behind: %q %v", problems, err)
	}
	follow()
	s.expect(x, "fear", "R1[fear] R2[fear] R3[fear]")

	first := s.source("R1")
	removed := s.do(nil, coding.Remove(first))
	follow()
	s.expect(x, "fear", "R2[fear] R3[fear]")
	s.expect(x, "-third", "R2")

	_, err := s.Do(t.Context(), coding.Step{
		By: s.ana, Label: "undo", Undoes: removed[0].Seq,
		Changes: []coding.Change{removed[0].Change.Inverse()},
	})
	if err != nil {
		t.Fatal(err)
	}
	follow()
	s.expect(x, "fear", "R1[fear] R2[fear] R3[fear]")

	second := s.source("R2")
	s.do(nil, coding.Remove(second))
	s.comments("fourth fear")
	s.do(nil, coding.Add(second))
	follow()
	s.expect(x, "fear", "R1[fear] R2[fear] R3[fear] R4[fear]")

	renamed := s.source("R3")
	was := renamed
	renamed.Name = "R3b"
	s.do(nil, coding.Alter(was, renamed))
	s.do(nil, coding.Add(coding.Code{ID: "code", Name: "Fear", Color: "#000000"}))
	follow()
	if seq, _ := s.Seq(t.Context()); x.Seq() != seq {
		t.Errorf("reached %d of %d", x.Seq(), seq)
	}
	s.expect(x, "third", "R3[third]")
}

func TestAnEmptyProjectIsFilledByAnImport(t *testing.T) {
	s := newStudy(t)
	x := s.index("")
	s.expect(x, "fear", "")
	s.comments("fear")
	if err := x.Follow(t.Context(), s, nil); err != nil {
		t.Fatal(err)
	}
	s.expect(x, "fear", "R1[fear]")
}

// indexed counts the texts that opening the index had to read.
func (s *study) indexed(dir string) (*index.Index, int) {
	s.Helper()
	var c progress.Counter
	x, err := index.Open(s.Context(), s, index.Options{Dir: dir, Progress: &c})
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { x.Close() })
	return x, c.Snapshot().Done
}

func TestAClosedIndexIsOpenedWithoutReadingTexts(t *testing.T) {
	s := newStudy(t)
	s.comments("first fear", "second fear")
	dir := t.TempDir()
	x, n := s.indexed(dir)
	if n != 2 || x.InMemory() {
		t.Errorf("built of %d texts, in memory: %v", n, x.InMemory())
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	s.do(nil, coding.Add(coding.Code{ID: "code", Name: "Fear", Color: "#000000"}))
	x, n = s.indexed(dir)
	if n != 0 {
		t.Errorf("%d texts were read again", n)
	}
	if seq, err := s.Seq(t.Context()); err != nil || x.Seq() != seq {
		t.Errorf("reached %d of %d: %v", x.Seq(), seq, err)
	}
	x.Close()
	if x, n = s.indexed(dir); n != 0 || x.InMemory() {
		t.Errorf("%d texts were read again", n)
	}
}

func TestAnIndexFollowsWhenItIsOpened(t *testing.T) {
	s := newStudy(t)
	s.comments("first fear", "second fear")
	dir := t.TempDir()
	x, _ := s.indexed(dir)
	x.Close()
	s.comments("third fear")
	x, n := s.indexed(dir)
	if n != 1 {
		t.Errorf("%d texts were read, of one new", n)
	}
	s.expect(x, "fear", "R1[fear] R2[fear] R3[fear]")
}

func TestADamagedIndexIsBuiltAnew(t *testing.T) {
	damages := map[string]func(t *testing.T, path string){
		"a byte of each file": func(t *testing.T, path string) {
			damage(t, path, func(b []byte) []byte { b[len(b)/2] ^= 255; return b })
		},
		"each file cut":    func(t *testing.T, path string) { damage(t, path, func(b []byte) []byte { return b[:len(b)/3] }) },
		"each file empty":  func(t *testing.T, path string) { damage(t, path, func([]byte) []byte { return nil }) },
		"each file longer": func(t *testing.T, path string) { damage(t, path, func(b []byte) []byte { return append(b, 'x') }) },
		"no seal":          func(t *testing.T, path string) { remove(t, filepath.Join(path, "1", "seal.json")) },
		"no root":          func(t *testing.T, path string) { remove(t, filepath.Join(path, "1", "root.bolt")) },
		"all gone":         func(t *testing.T, path string) { remove(t, path) },
		"a file where folder is": func(t *testing.T, path string) {
			remove(t, filepath.Join(path, "1"))
			write(t, filepath.Join(path, "1"), "x")
		},
	}
	for name, harm := range damages {
		t.Run(name, func(t *testing.T) {
			s := newStudy(t)
			s.comments("first fear", "second fear")
			dir := t.TempDir()
			x, _ := s.indexed(dir)
			x.Close()
			project, err := s.Project(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			harm(t, filepath.Join(dir, string(project.ID)))
			x, n := s.indexed(dir)
			if n != 2 || x.InMemory() {
				t.Errorf("read %d of 2 texts, in memory: %v", n, x.InMemory())
			}
			s.expect(x, "fear", "R1[fear] R2[fear]")
			x.Close()
			if _, n = s.indexed(dir); n != 0 {
				t.Errorf("read %d texts again", n)
			}
		})
	}
}

func damage(t *testing.T, path string, how func([]byte) []byte) {
	t.Helper()
	err := filepath.WalkDir(path, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(path, how(b), 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAnIndexAheadOfTheLogIsBuiltAnew(t *testing.T) {
	s := newStudy(t)
	s.comments("first fear")
	if err := s.db.Close(); err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(t.TempDir(), "backup.concord")
	copyFile(t, s.path, backup)
	s.reopen(s.path)
	s.comments("second fear")
	dir := t.TempDir()
	x, _ := s.indexed(dir)
	s.expect(x, "fear", "R1[fear] R2[fear]")
	x.Close()

	s.reopen(backup)
	x, n := s.indexed(dir)
	if n != 1 {
		t.Errorf("%d texts were read, of one", n)
	}
	s.expect(x, "fear", "R1[fear]")
}

// reopen looks at another file of the same project.
func (s *study) reopen(path string) {
	s.Helper()
	s.db.Close()
	db, err := sqlite.Open(s.Context(), path, sqlite.Options{Mint: s.mint, NoBackup: true})
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { db.Close() })
	s.db, s.Store = db, db.As(s.ana)
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
}

func TestTwoAtOnceHaveAnIndexEach(t *testing.T) {
	s := newStudy(t)
	s.comments("first fear", "second fear")
	dir := t.TempDir()
	one, _ := s.indexed(dir)
	two, n := s.indexed(dir)
	if n != 2 || two.InMemory() {
		t.Errorf("the second read %d texts, in memory: %v", n, two.InMemory())
	}
	s.comments("third fear")
	for _, x := range []*index.Index{one, two} {
		if err := x.Follow(t.Context(), s, nil); err != nil {
			t.Fatal(err)
		}
		s.expect(x, "fear", "R1[fear] R2[fear] R3[fear]")
	}
	two.Close()
	if _, n := s.indexed(dir); n != 0 {
		t.Errorf("the second read %d texts again", n)
	}
	for range 5 {
		x, _ := s.indexed(dir)
		s.expect(x, "third", "R3[third]")
	}
}

func TestWithoutAFolderTheIndexIsInMemory(t *testing.T) {
	s := newStudy(t)
	s.comments("fear")
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "no folder")
	for _, dir := range []string{"", filepath.Join(file, "cache")} {
		x, n := s.indexed(dir)
		if n != 1 || !x.InMemory() {
			t.Errorf("in %q: read %d texts, in memory: %v", dir, n, x.InMemory())
		}
		s.expect(x, "fear", "R1[fear]")
	}
}

func TestCancelledBuildingLeavesNothingHalfDone(t *testing.T) {
	s := newStudy(t)
	texts := make([]string, 3000)
	for i := range texts {
		texts[i] = strings.Repeat("fear ", 10)
	}
	s.comments(texts...)
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := index.Open(ctx, s, index.Options{Dir: dir}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled, but %v", err)
	}
	x, n := s.indexed(dir)
	if n != len(texts) {
		t.Errorf("%d texts were read of %d", n, len(texts))
	}
	if hits := s.search(x, s, "fear", index.Page{CountOnly: true}); hits.Sources != 3000 || hits.Places != 30_000 {
		t.Errorf("found %+v", hits)
	}
}

func TestAClosedIndexRefuses(t *testing.T) {
	s := newStudy(t)
	x := s.index("")
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if err := x.Follow(t.Context(), s, nil); !errors.Is(err, index.ErrClosed) {
		t.Errorf("follow: %v", err)
	}
	if _, err := x.Check(t.Context(), s); !errors.Is(err, index.ErrClosed) {
		t.Errorf("check: %v", err)
	}
	if err := x.Close(); err != nil {
		t.Errorf("closed twice: %v", err)
	}
}

func TestSearchesGoOnWhileTheIndexFollows(t *testing.T) {
	s := newStudy(t)
	s.comments("fear")
	x := s.index(t.TempDir())
	done := make(chan error)
	go func() {
		for range 20 {
			s.comments("more fear")
			if err := x.Follow(t.Context(), s, nil); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	last := 0
	for {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			if got := s.search(x, s, "fear", index.Page{}).Sources; got != 21 {
				t.Errorf("%d sources at the end", got)
			}
			return
		default:
			hits := s.search(x, s, "fear", index.Page{})
			if hits.Sources < last || len(hits.List) != hits.Sources {
				t.Fatalf("%d sources after %d", hits.Sources, last)
			}
			last = hits.Sources
		}
	}
}
