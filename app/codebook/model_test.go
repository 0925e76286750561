package codebook_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"concord/app/apptest"
	"concord/app/codebook"
	"concord/coding"
	"concord/coding/compare"
)

func read(s *study, me coding.Coder, before *codebook.Study) *codebook.Study {
	s.TB.Helper()
	read, err := codebook.ReadStudy(s.TB.Context(), s.As(me), before)
	if err != nil {
		s.TB.Fatal(err)
	}
	return read
}

func TestCompareGivesBothTextsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"a", "feeling ", "of", " the", "writer. ", "\n", "é", "  "})
		was := strings.Join(rapid.SliceOfN(word, 0, 30).Draw(t, "was"), "")
		now := strings.Join(rapid.SliceOfN(word, 0, 30).Draw(t, "now"), "")
		var before, after strings.Builder
		for _, p := range codebook.Compare(was, now) {
			if !p.Added {
				before.WriteString(p.Text)
			}
			if !p.Removed {
				after.WriteString(p.Text)
			}
		}
		if before.String() != was || after.String() != now {
			t.Fatalf("%q and %q, want %q and %q", before.String(), after.String(), was, now)
		}
	})
}

func TestCompareFindsTheWordsThatChanged(t *testing.T) {
	pieces := codebook.Compare("the student is tired of it", "the student says what they can't give of it")
	var removed, added string
	for _, p := range pieces {
		switch {
		case p.Removed:
			removed += p.Text
		case p.Added:
			added += p.Text
		}
	}
	if removed != "is tired" || added != "says what they can't give" {
		t.Errorf("out %q, in %q", removed, added)
	}
	long := strings.Repeat("word ", 40)
	short := codebook.Shorten(codebook.Compare(long+"end", long+"stop"))
	if len(short) != 3 || !strings.HasPrefix(short[0].Text, "…") || len(short[0].Text) > 40 {
		t.Errorf("shortened %v", short)
	}
}

func TestDifferencesSinceTheLastVersion(t *testing.T) {
	s := newStudy(t)
	s.openRound("Round 1")
	limits, taken := s.Code("Own limits"), s.Code("Carrying it home")
	s.edit(limits.ID, func(c *coding.Code) { c.Include = "the student says what they can't give" })
	if err := s.As(s.ana).RemoveCode(t.Context(), taken); err != nil {
		t.Fatal(err)
	}
	if _, err := s.As(s.ana).AddCode(t.Context(), coding.Code{Name: " Awkward at first "}); err != nil {
		t.Fatal(err)
	}
	found, base := read(s, s.ana, nil).Since(0)
	if base != 1 || len(found) != 3 {
		t.Fatalf("since version %d: %+v", base, found)
	}
	if found[0].Code.ID != limits.ID || len(found[0].Parts) != 1 || found[0].Parts[0].Part != codebook.PartInclude {
		t.Errorf("changed: %+v", found[0])
	}
	if !found[1].Added || found[1].Code.Name != "Awkward at first" || !found[2].Removed {
		t.Errorf("added and removed: %+v", found[1:])
	}
	first, base := read(s, s.ana, nil).Since(1)
	if base != 0 || len(first) != 4 || !first[0].Added {
		t.Errorf("what version 1 made, against %d: %d", base, len(first))
	}
}

func TestChangeOfACodeSaysAfterHowManyDecisionsItWasMade(t *testing.T) {
	s := &study{Study: apptest.Sample(t)}
	lead := s.Coders[len(s.Coders)-1]
	after := map[string][]codebook.Ground{}
	first := read(s, lead, nil)
	found, base := first.Since(0)
	for _, d := range found {
		after[d.Code.Name] = d.After
	}
	want := []codebook.Ground{{Round: "Round 1", Kind: compare.Boundary, Decisions: 1}, {Round: "Round 1", Kind: compare.DifferentCode, Decisions: 1}}
	if got := after["Other professions' views"]; base != 2 || !slices.Equal(got, want) {
		t.Errorf("since version %d the code changed after %+v; want %+v", base, got, want)
	}
	if got := after["Time taken from the ward"]; len(got) != 1 || got[0].Kind != compare.Omission || got[0].Decisions != 2 {
		t.Errorf("after %+v", got)
	}
	opened, _ := first.Since(2)
	for _, d := range opened {
		if len(d.After) > 0 {
			t.Errorf("nothing was decided in the pilot, and %s was changed after %+v", d.Code.Name, d.After)
		}
	}
	again, _ := read(s, lead, first).Since(0)
	if len(again) != len(found) || !slices.Equal(again[0].After, found[0].After) {
		t.Errorf("read on, it is %+v; at first it was %+v", again, found)
	}
}

func TestStaleCodingsAreOlderThanTheRules(t *testing.T) {
	s := newStudy(t)
	code := s.Code("Own limits")
	s.apply(s.ana, "Own limits", 0, 4)
	s.edit(code.ID, func(c *coding.Code) { c.Color = "#112233" })
	page := func() *codebook.Page {
		page, err := codebook.ReadPage(t.Context(), s.As(s.ana), read(s, s.ana, nil), code.ID)
		if err != nil {
			t.Fatal(err)
		}
		return page
	}
	if page().Stale != 0 {
		t.Error("a new colour makes codings stale")
	}
	s.edit(code.ID, func(c *coding.Code) { c.Definition = "What the student can't give." })
	s.apply(s.ana, "Own limits", 8, 12)
	if got := page().Stale; got != 1 {
		t.Errorf("stale: %d, want 1", got)
	}
	if _, err := s.As(s.ana).Undo(t.Context()); err != nil { // the coding
		t.Fatal(err)
	}
	if _, err := s.As(s.ana).Undo(t.Context()); err != nil { // the definition
		t.Fatal(err)
	}
	if got := page().Stale; got != 0 {
		t.Errorf("stale after undo: %d, want 0", got)
	}
}

func TestExamplesAreChosenFromTheCodesPassages(t *testing.T) {
	s := newStudy(t)
	s.apply(s.ana, "Own limits", 0, 4)
	s.apply(s.ben, "Own limits", 0, 4)
	s.apply(s.ben, "Own limits", 5, 9)
	found, err := codebook.Candidates(t.Context(), s.As(s.ana), s.Code("Own limits"))
	if err != nil || len(found) != 2 || found[0].Text != "I wa" || found[0].Name != "R-001" {
		t.Fatalf("candidates %+v, %v", found, err)
	}
	s.edit(s.Code("Own limits").ID, func(c *coding.Code) {
		c.Examples = append(c.Examples, coding.Example{Excerpt: found[0].Excerpt, Borderline: true})
	})
	if found, err = codebook.Candidates(t.Context(), s.As(s.ana), s.Code("Own limits")); err != nil || len(found) != 1 {
		t.Errorf("candidates then %+v, %v", found, err)
	}
	page, err := codebook.ReadPage(t.Context(), s.As(s.ana), read(s, s.ana, nil), s.Code("Own limits").ID)
	if err != nil || len(page.Examples) != 1 || page.Examples[0].Text != "I wa" || !page.Examples[0].Borderline {
		t.Errorf("page %+v, %v", page, err)
	}
}

func TestGiveDigitTakesItFromTheOther(t *testing.T) {
	s := newStudy(t)
	if err := s.As(s.ana).GiveDigit(t.Context(), s.Code("Own limits").ID, 1); err != nil {
		t.Fatal(err)
	}
	if s.Code("Own limits").Shortcut != 1 || s.Code("Noticing own feelings").Shortcut != 0 {
		t.Error("the digit wasn't handed over")
	}
	if _, err := s.As(s.ana).Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s.Code("Noticing own feelings").Shortcut != 1 {
		t.Error("one undo doesn't bring the digit back")
	}
}

func TestMovesInTheTree(t *testing.T) {
	s := newStudy(t)
	place := func(name string, d codebook.Direction) string {
		study := read(s, s.ana, nil)
		parent, at, ok := study.Target(s.Code(name).ID, d)
		if !ok {
			return "nowhere"
		}
		if err := s.As(s.ana).MoveCode(t.Context(), s.Code(name).ID, parent, at); err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, c := range read(s, s.ana, nil).Book.Codes() {
			names = append(names, strings.Repeat(">", read(s, s.ana, nil).Book.Depth(c.ID))+c.Name[:3])
		}
		return strings.Join(names, " ")
	}
	for _, step := range []struct {
		name string
		d    codebook.Direction
		want string
	}{
		{"Own limits", codebook.Up, "Sel >Own >Not >Car"},
		{"Own limits", codebook.Up, "nowhere"},
		{"Own limits", codebook.Down, "Sel >Not >Own >Car"},
		{"Carrying it home", codebook.Out, "Sel >Not >Own Car"},
		{"Carrying it home", codebook.In, "Sel >Not >Own >Car"},
	} {
		if got := place(step.name, step.d); got != step.want {
			t.Errorf("%s: %s, want %s", step.name, got, step.want)
		}
	}
	study := read(s, s.ana, nil)
	if _, _, ok := study.Paste(s.Code("Self-awareness").ID, s.Code("Own limits").ID); ok {
		t.Error("a theme can be pasted under its own code")
	}
	if parent, at, ok := study.Paste(s.Code("Noticing own feelings").ID, s.Code("Carrying it home").ID); !ok || at != 2 || parent != s.Code("Self-awareness").ID {
		t.Errorf("pasted behind: %v %d %v", parent, at, ok)
	}
}

func TestExportWritesEveryFormAndImportBringsItBack(t *testing.T) {
	s := newStudy(t)
	folder := t.TempDir()
	for _, ending := range codebook.Endings() {
		path := filepath.Join(folder, "book."+ending)
		if _, err := codebook.Export(t.Context(), s.As(s.ana), path, s.Mint.Now(), nil, nil); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", ending, err)
		}
	}
	made, err := codebook.Import(t.Context(), s.As(s.ana), filepath.Join(folder, "book.qdc"), nil)
	if err != nil || made.Added != 0 || made.Unchanged != 4 {
		t.Errorf("the same book again: %+v, %v", made, err)
	}
	other := newStudy(t)
	if err := other.As(other.ana).RemoveCode(t.Context(), other.Code("Own limits")); err != nil {
		t.Fatal(err)
	}
	if made, err = codebook.Import(t.Context(), other.As(other.ana), filepath.Join(folder, "book.qdc"), nil); err != nil || made.Added != 1 {
		t.Errorf("into a book that lacks a code: %+v, %v", made, err)
	}
}

func TestDropsInTheTree(t *testing.T) {
	s := newStudy(t)
	study := read(s, s.ana, nil)
	self, feelings, limits, home := s.Code("Self-awareness").ID, s.Code("Noticing own feelings").ID, s.Code("Own limits").ID, s.Code("Carrying it home").ID
	for _, c := range []struct {
		name          string
		id, onto      coding.CodeID
		beside, below bool
		parent        coding.CodeID
		place         int
		ok            bool
	}{
		{"under another", home, limits, false, false, limits, 0, true},
		{"above a sibling", home, feelings, true, false, self, 0, true},
		{"below a sibling that comes after", feelings, limits, true, true, self, 1, true},
		{"above a theme", limits, self, true, false, "", 0, true},
		{"below all", limits, "", false, false, "", 1, true},
		{"under what lies under it", self, limits, false, false, "", 0, false},
		{"beside what lies under it", self, limits, true, false, "", 0, false},
	} {
		if parent, place, ok := study.Drop(c.id, c.onto, c.beside, c.below); parent != c.parent || place != c.place || ok != c.ok {
			t.Errorf("%s: under %q at %d, %v", c.name, study.Book.Path(parent), place, ok)
		}
	}
}
