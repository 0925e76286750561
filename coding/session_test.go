package coding_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"concord/coding"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// desk is a project with two coders and a supervisor, one source of a hundred
// characters, and the code X.
type desk struct {
	t      *testing.T
	path   string
	db     *store.DB
	mint   *coding.Mint
	people map[string]coding.Coder
	source coding.SourceID
	x      coding.Code
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	at := time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC)
	d := &desk{t: t, path: filepath.Join(t.TempDir(), "desk.concord"), people: map[string]coding.Coder{}}
	d.mint = coding.NewMint(func() time.Time { at = at.Add(time.Second); return at }, rand.NewChaCha8([32]byte{1}))
	var all []coding.Coder
	for i, name := range []string{"Mira", "Ana", "Ben"} {
		c := coding.NewCoder(d.mint, name, name == "Mira", i)
		d.people[name] = c
		all = append(all, c)
	}
	db, err := sqlite.Create(context.Background(), d.path, sqlite.Options{Mint: d.mint, NoBackup: true}, coding.Project{Name: "Desk"}, all...)
	d.ok(err)
	d.db = db
	t.Cleanup(func() { d.ok(d.db.Close()) })
	text := strings.Repeat("Ten signs ", 10)
	source := coding.NewSource(coding.NewID[coding.SourceID](d.mint), "one", coding.Comment, text)
	d.source = source.ID
	_, err = d.as("Mira").Do(context.Background(), coding.Step{
		By: d.people["Mira"].ID, Label: "add a source", Texts: []string{text}, Changes: []coding.Change{coding.Add(source)},
	})
	d.ok(err)
	d.x, err = d.as("Mira").EnsureCode(context.Background(), "Theme/X")
	d.ok(err)
	return d
}

func (d *desk) ok(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) as(name string) *coding.Session {
	return coding.NewSession(d.db.As(d.people[name].ID), d.mint)
}

// reopen closes the project and opens it again, as after a restart.
func (d *desk) reopen() {
	d.t.Helper()
	d.ok(d.db.Close())
	db, err := sqlite.Open(context.Background(), d.path, sqlite.Options{Mint: d.mint, NoBackup: true})
	d.ok(err)
	d.db = db
}

func (d *desk) apply(name string, start, end int) []coding.Coding {
	d.t.Helper()
	made, err := d.as(name).Apply(context.Background(), d.x, "", coding.Excerpt{Source: d.source, Span: coding.Span{Start: start, End: end}})
	d.ok(err)
	return made
}

// spans are the codings that a person sees, as "10–20 30–40".
func (d *desk) spans(name string) string {
	d.t.Helper()
	var all []string
	for c, err := range d.as(name).Codings(context.Background(), coding.CodingFilter{}) {
		d.ok(err)
		all = append(all, fmt.Sprintf("%d–%d", c.Start, c.End))
	}
	return strings.Join(all, " ")
}

func TestCodingOverAnEarlierOneWidensIt(t *testing.T) {
	d := newDesk(t)
	first := d.apply("Ana", 10, 20)
	second := d.apply("Ana", 15, 30)
	if d.spans("Ana") != "10–30" || first[0].ID != second[0].ID {
		t.Errorf("codings are %s, of %s and %s; want one from 10 to 30 under the first's identity", d.spans("Ana"), first[0].ID, second[0].ID)
	}
	d.apply("Ana", 30, 40)
	if d.spans("Ana") != "10–30 30–40" {
		t.Errorf("touching codings are %s, want two", d.spans("Ana"))
	}
	d.apply("Ana", 25, 35)
	if d.spans("Ana") != "10–40" {
		t.Errorf("a coding over both leaves %s, want one", d.spans("Ana"))
	}
	if _, err := d.as("Ana").Undo(context.Background()); err != nil || d.spans("Ana") != "10–30 30–40" {
		t.Errorf("one undo leaves %s, %v; want the two", d.spans("Ana"), err)
	}
}

func TestMemosOutliveTheCodingThatGoesUpInAnother(t *testing.T) {
	d := newDesk(t)
	ctx := context.Background()
	first := d.apply("Ana", 10, 20)
	second := d.apply("Ana", 30, 40)
	for who, text := range map[string]string{"Ana": "mine", "Mira": "hers"} {
		_, err := d.as(who).WriteMemo(ctx, coding.Memo{Kind: coding.AboutCoding, About: string(second[0].ID), Text: text})
		d.ok(err)
	}
	d.apply("Ana", 15, 35)
	memos, err := d.as("Ana").Memos(ctx, coding.MemoFilter{Kind: coding.AboutCoding, About: string(first[0].ID)})
	if err != nil || d.spans("Ana") != "10–40" || len(memos) != 1 || memos[0].Text != "mine" {
		t.Errorf("of the joined coding %s there are the memos %+v, %v", d.spans("Ana"), memos, err)
	}
	if _, err := d.as("Ana").Undo(ctx); err != nil || d.spans("Ana") != "10–20 30–40" {
		t.Errorf("one undo leaves %s, %v", d.spans("Ana"), err)
	}
	memos, err = d.as("Ana").Memos(ctx, coding.MemoFilter{Kind: coding.AboutCoding, About: string(second[0].ID)})
	if err != nil || len(memos) != 2 {
		t.Errorf("undone, there are %d memos, %v", len(memos), err)
	}
}

func TestTwoCodersDontWidenEachOther(t *testing.T) {
	d := newDesk(t)
	d.apply("Ana", 10, 20)
	d.apply("Ben", 15, 30)
	if d.spans("Mira") != "10–20 15–30" {
		t.Errorf("codings are %s", d.spans("Mira"))
	}
}

func TestGesturesAreUndoneAndRedoneOneByOneAlsoAfterARestart(t *testing.T) {
	d := newDesk(t)
	ctx := context.Background()
	made := d.apply("Ana", 10, 20)[0]
	d.ok(d.as("Ana").Reshape(ctx, made.ID, coding.Span{Start: 12, End: 18}))
	d.ok(d.as("Ana").MarkUnsure(ctx, made.ID, true))
	d.ok(d.as("Ana").Unapply(ctx, made.ID))
	states := []string{"", "12–18", "12–18", "10–20", ""}
	for i, want := range states {
		if got := d.spans("Ana"); got != want {
			t.Fatalf("after %d undos the codings are %q, want %q", i, got, want)
		}
		if i < len(states)-1 {
			d.reopen()
			_, err := d.as("Ana").Undo(ctx)
			d.ok(err)
		}
	}
	if _, err := d.as("Ana").Undo(ctx); !errors.Is(err, coding.ErrNotFound) {
		t.Errorf("an undo too many gives %v", err)
	}
	for i := len(states) - 2; i >= 0; i-- {
		d.reopen()
		_, err := d.as("Ana").Redo(ctx)
		d.ok(err)
		if got := d.spans("Ana"); got != states[i] {
			t.Fatalf("redo gives %q, want %q", got, states[i])
		}
	}
	if _, err := d.as("Ana").Redo(ctx); !errors.Is(err, coding.ErrNotFound) {
		t.Errorf("a redo too many gives %v", err)
	}
}

func TestSomethingNewEndsRedo(t *testing.T) {
	d := newDesk(t)
	ctx := context.Background()
	d.apply("Ana", 10, 20)
	_, err := d.as("Ana").Undo(ctx)
	d.ok(err)
	d.apply("Ana", 30, 40)
	if _, err := d.as("Ana").Redo(ctx); !errors.Is(err, coding.ErrNotFound) {
		t.Errorf("redo after something new gives %v", err)
	}
}

func TestUndoTakesBackOnlyOnesOwn(t *testing.T) {
	d := newDesk(t)
	d.apply("Ana", 10, 20)
	d.apply("Ben", 30, 40)
	if _, err := d.as("Ana").Undo(context.Background()); err != nil || d.spans("Mira") != "30–40" {
		t.Errorf("Ana's undo leaves %s, %v; want Ben's", d.spans("Mira"), err)
	}
}

func TestMovedCodesKeepTheirOrderAndNeverLieUnderThemselves(t *testing.T) {
	d := newDesk(t)
	ctx, mira := context.Background(), d.as("Mira")
	for _, path := range []string{"Theme/Y", "Theme/Z", "Other"} {
		_, err := mira.EnsureCode(ctx, path)
		d.ok(err)
	}
	book, err := mira.Codebook(ctx)
	d.ok(err)
	find := func(path string) coding.CodeID { c, err := book.Find(path); d.ok(err); return c.ID }
	d.ok(mira.MoveCode(ctx, find("Theme/Z"), find("Theme"), 0))
	d.ok(mira.MoveCode(ctx, find("Theme/Y"), find("Other"), 5))
	book, err = mira.Codebook(ctx)
	d.ok(err)
	var paths []string
	for _, c := range book.Codes() {
		paths = append(paths, book.Path(c.ID))
	}
	if got := strings.Join(paths, ", "); got != "Theme, Theme/Z, Theme/X, Other, Other/Y" {
		t.Errorf("the codebook is %s", got)
	}
	if err := mira.MoveCode(ctx, find("Other"), find("Other/Y"), 0); !errors.Is(err, coding.ErrInvalid) {
		t.Errorf("a code moved under itself gives %v", err)
	}
}

func TestCodebookVersionsAreReadFromTheLog(t *testing.T) {
	d := newDesk(t)
	ctx, mira := context.Background(), d.as("Mira")
	plan := coding.RoundPlan{Name: "One", Coders: []coding.CoderID{d.people["Ana"].ID}}
	_, err := mira.OpenRound(ctx, plan)
	d.ok(err)
	now := d.x
	now.Definition = "Sharper."
	d.ok(mira.EditCode(ctx, d.x, now))
	plan.Name = "Two"
	_, err = mira.OpenRound(ctx, plan)
	d.ok(err)
	plan.Name = "Three"
	_, err = mira.OpenRound(ctx, plan)
	d.ok(err)
	versions, err := mira.Versions(ctx)
	d.ok(err)
	if len(versions) != 2 {
		t.Fatalf("there are %d versions, want 2: the codebook was the same for the last round", len(versions))
	}
	for i, want := range []string{"", "Sharper."} {
		codes, err := coding.CodesAt(ctx, mira, versions[i].Seq)
		d.ok(err)
		x, _ := coding.NewCodebook(codes).Code(d.x.ID)
		if x.Definition != want {
			t.Errorf("in version %d the definition is %q, want %q", versions[i].Number, x.Definition, want)
		}
	}
}

// Whatever a coder marks, the codings of one code cover just the characters
// that were marked, never overlap, and one undo each takes all of them back.
func TestMarkingIsTheUnionOfWhatWasMarked(t *testing.T) {
	d := newDesk(t)
	ctx, ana := context.Background(), d.as("Ana")
	rapid.Check(t, func(r *rapid.T) {
		marked := map[int]bool{}
		steps := rapid.IntRange(1, 6).Draw(r, "gestures")
		for range steps {
			start := rapid.IntRange(0, 90).Draw(r, "start")
			end := start + rapid.IntRange(1, 10).Draw(r, "length")
			before := d.spans("Ana")
			d.apply("Ana", start, end)
			if d.spans("Ana") == before {
				steps-- // it was marked already: no step
			}
			for i := start; i < end; i++ {
				marked[i] = true
			}
		}
		covered := map[int]int{}
		for c, err := range ana.Codings(ctx, coding.CodingFilter{}) {
			d.ok(err)
			for i := c.Start; i < c.End; i++ {
				covered[i]++
			}
		}
		for i := range 100 {
			if want := map[bool]int{true: 1}[marked[i]]; covered[i] != want {
				r.Fatalf("character %d is covered %d times, want %d (%s)", i, covered[i], want, d.spans("Ana"))
			}
		}
		for range steps {
			_, err := ana.Undo(ctx)
			d.ok(err)
		}
		if d.spans("Ana") != "" {
			r.Fatalf("%d undos leave %s", steps, d.spans("Ana"))
		}
	})
}

// Two processes may work for the same coder, such as a script beside the window.
func TestTheSameCoderAtTwoDesksWidensOneCoding(t *testing.T) {
	d := newDesk(t)
	mint := coding.NewMint(time.Now, rand.NewChaCha8([32]byte{2}))
	other, err := sqlite.Open(t.Context(), d.path, sqlite.Options{Mint: mint, NoBackup: true})
	d.ok(err)
	defer func() { d.ok(other.Close()) }()
	desks := []*coding.Session{d.as("Ana"), coding.NewSession(other.As(d.people["Ana"].ID), mint)}
	failed := make(chan error)
	for i, s := range desks {
		go func() {
			var err error
			for n := range 20 {
				at := coding.Place{Excerpt: coding.Excerpt{Source: d.source, Span: coding.Span{Start: 2*n + i, End: 2*n + i + 4}}}
				if _, fails := s.ApplyAnew(context.Background(), "New/Code", at); fails != nil && err == nil {
					err = fails
				}
			}
			failed <- err
		}()
	}
	for range desks {
		d.ok(<-failed)
	}
	n := 0
	for c, err := range d.as("Ana").Codings(t.Context(), coding.CodingFilter{}) {
		d.ok(err)
		if n++; n > 1 || c.Start != 0 || c.End != 43 {
			t.Errorf("coding %d is at %d to %d", n, c.Start, c.End)
		}
	}
}

func TestTheMakingOfTheProjectIsNotUndone(t *testing.T) {
	d := newDesk(t)
	ctx := context.Background()
	mira := d.as("Mira")
	for {
		if _, err := mira.Undo(ctx); err != nil {
			if !errors.Is(err, coding.ErrNotFound) {
				t.Errorf("at the beginning undo says %v", err)
			}
			return
		}
	}
}
