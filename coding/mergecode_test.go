package coding_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"concord/coding"
)

// code makes a code, or finds it.
func (d *desk) code(path string) coding.Code {
	d.t.Helper()
	c, err := d.as("Mira").EnsureCode(context.Background(), path)
	d.ok(err)
	return c
}

// give lets somebody give a code to a stretch of the source.
func (d *desk) give(name string, code coding.Code, round coding.RoundID, start, end int) coding.Coding {
	d.t.Helper()
	made, err := d.as(name).Apply(context.Background(), code, round, coding.Excerpt{Source: d.source, Span: coding.Span{Start: start, End: end}})
	d.ok(err)
	return made[0]
}

func (d *desk) round(name string, blind bool, coders ...string) coding.Round {
	d.t.Helper()
	plan := coding.RoundPlan{Name: name, Blind: blind}
	for _, c := range coders {
		plan.Coders = append(plan.Coders, d.people[c].ID)
	}
	r, err := d.as("Mira").OpenRound(context.Background(), plan)
	d.ok(err)
	return r
}

// told is all codings that a person sees, as "Ana X 10–20", in the order of the text.
func (d *desk) told(name string) string {
	d.t.Helper()
	s := d.as(name)
	book, err := s.Codebook(context.Background())
	d.ok(err)
	var all []string
	for c, err := range s.Codings(context.Background(), coding.CodingFilter{}) {
		d.ok(err)
		code, _ := book.Code(c.Code)
		for who, coder := range d.people {
			if coder.ID == c.Coder {
				all = append(all, fmt.Sprintf("%s %s %d–%d", who, code.Name, c.Start, c.End))
			}
		}
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

func (d *desk) book() string {
	d.t.Helper()
	book, err := d.as("Mira").Codebook(context.Background())
	d.ok(err)
	var paths []string
	for _, c := range book.Codes() {
		paths = append(paths, book.Path(c.ID))
	}
	return strings.Join(paths, " ")
}

func TestMergeMovesEverythingInOneStep(t *testing.T) {
	d := newDesk(t)
	ctx := context.Background()
	y := d.code("Theme/Y")
	d.code("Theme/X/Deep")
	open := d.round("Round 1", false, "Ana", "Ben")
	d.give("Ana", d.x, "", 10, 20)
	joined := d.give("Ana", y, "", 15, 30)
	d.give("Ana", d.x, "", 40, 50)
	d.give("Ben", d.x, open.ID, 10, 20)
	d.give("Ben", y, "", 10, 20)
	for _, m := range []coding.Memo{
		{Kind: coding.AboutCoding, About: string(joined.ID), Text: "both in one"},
		{Kind: coding.AboutCode, About: string(d.x.ID), Text: "what X is"},
	} {
		_, err := d.as("Ana").WriteMemo(ctx, m)
		d.ok(err)
	}
	now := d.code("Theme/X")
	now.Examples = []coding.Example{{Excerpt: coding.Excerpt{Source: d.source, Span: coding.Span{Start: 10, End: 20}}}}
	d.ok(d.as("Mira").EditCode(ctx, d.x, now))
	before, beforeBook := d.told("Mira"), d.book()

	m, err := d.as("Mira").MergeCodes(ctx, d.x.ID, y.ID)
	d.ok(err)
	if m.Codings != 3 || m.Excerpts != 3 || m.Joined != 1 || m.Codes != 1 || m.Memos != 1 || m.Examples != 1 || len(m.Shares) != 2 {
		t.Errorf("it says %+v", m)
	}
	if got, want := d.told("Mira"), "Ana Y 10–30, Ana Y 40–50, Ben Y 10–20, Ben Y 10–20"; got != want {
		t.Errorf("codings %s, want %s", got, want)
	}
	if got, want := d.book(), "Theme Theme/Y Theme/Y/Deep"; got != want {
		t.Errorf("book %s, want %s", got, want)
	}
	memos, err := d.as("Mira").Memos(ctx, coding.MemoFilter{Kind: coding.AboutCoding})
	d.ok(err)
	found := 0
	for c, err := range d.as("Mira").Codings(ctx, coding.CodingFilter{}) {
		d.ok(err)
		if len(memos) == 1 && memos[0].About == string(c.ID) {
			found++
		}
	}
	if found != 1 {
		t.Errorf("the memo about the coding that went up in another is about none: %+v", memos)
	}
	if _, err := d.as("Mira").Undo(ctx); err != nil || d.told("Mira") != before || d.book() != beforeBook {
		t.Errorf("one undo leaves %s and %s, %v", d.told("Mira"), d.book(), err)
	}
	if _, err := d.as("Mira").Redo(ctx); err != nil || d.book() != "Theme Theme/Y Theme/Y/Deep" {
		t.Errorf("redone: %s, %v", d.book(), err)
	}
}

func TestMergeIsRefusedWithWhatStandsAgainstIt(t *testing.T) {
	for _, c := range []struct {
		name    string
		by      string
		prepare func(d *desk, y coding.Code) (from, into coding.Code)
		want    error
		says    string
		retire  bool
	}{
		{"a closed round's record stays", "Mira", func(d *desk, y coding.Code) (coding.Code, coding.Code) {
			r := d.round("Round 1", true, "Ana", "Ben")
			d.give("Ana", d.x, r.ID, 10, 20)
			_, err := d.as("Mira").CloseRound(context.Background(), r)
			d.ok(err)
			return d.x, y
		}, coding.ErrLocked, "“Round 1”, which is closed: 1 coding", true},
		{"in a blind round nobody merges", "Mira", func(d *desk, y coding.Code) (coding.Code, coding.Code) {
			r := d.round("Round 1", true, "Ana", "Ben")
			d.give("Ana", d.x, r.ID, 10, 20)
			return d.x, y
		}, coding.ErrForbidden, "“Round 1” is blind and open", false},
		{"a blind round's coder isn't told whether others used the code", "Ana", func(d *desk, y coding.Code) (coding.Code, coding.Code) {
			d.round("Round 1", true, "Ana", "Ben")
			return d.x, y
		}, coding.ErrForbidden, "“Round 1” is blind and open", false},
		{"nor what was thought of a code in one", "Mira", func(d *desk, y coding.Code) (coding.Code, coding.Code) {
			d.round("Round 1", true, "Ana", "Ben")
			_, err := d.as("Ana").WriteMemo(context.Background(), coding.Memo{Kind: coding.AboutCode, About: string(d.x.ID), Text: "so"})
			d.ok(err)
			return d.x, y
		}, coding.ErrForbidden, "“Round 1” is blind and open", false},
		{"what others coded is a supervisor's to move", "Ana", func(d *desk, y coding.Code) (coding.Code, coding.Code) {
			d.give("Ben", d.x, "", 10, 20)
			return d.x, y
		}, coding.ErrForbidden, "a supervisor merges", false},
		{"a retired code takes nothing", "Mira", func(d *desk, y coding.Code) (coding.Code, coding.Code) {
			old := y
			old.Retired = true
			d.ok(d.as("Mira").EditCode(context.Background(), y, old))
			return d.x, old
		}, coding.ErrInvalid, "is retired", false},
		{"a theme isn't merged into its own code", "Mira", func(d *desk, y coding.Code) (coding.Code, coding.Code) {
			return d.code("Theme"), y
		}, coding.ErrInvalid, "lies under “Theme”", false},
		{"two codes of a name can't lie under one", "Mira", func(d *desk, y coding.Code) (coding.Code, coding.Code) {
			d.code("Theme/X/Deep")
			d.code("Theme/Y/deep")
			return d.x, y
		}, coding.ErrConflict, "“Deep” under them", false},
		{"itself", "Mira", func(d *desk, y coding.Code) (coding.Code, coding.Code) { return y, y }, coding.ErrInvalid, "into itself", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			from, into := c.prepare(d, d.code("Theme/Y"))
			before, beforeBook := d.told("Mira"), d.book()
			m, err := d.as(c.by).MergeCodes(context.Background(), from.ID, into.ID)
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want %v with %q", err, c.want, c.says)
			}
			if retire := len(m.Obstacles) > 0 && m.Obstacles[0].Retiring(); retire != c.retire {
				t.Errorf("retiring helps: %v, want %v", retire, c.retire)
			}
			if d.told("Mira") != before || d.book() != beforeBook {
				t.Errorf("refused, yet there is %s and %s", d.told("Mira"), d.book())
			}
		})
	}
}

func TestACoderMergesWhatIsTheirOwn(t *testing.T) {
	d := newDesk(t)
	y := d.code("Theme/Y")
	d.give("Ana", d.x, "", 10, 20)
	if _, err := d.as("Ana").MergeCodes(context.Background(), d.x.ID, y.ID); err != nil || d.told("Ana") != "Ana Y 10–20" {
		t.Errorf("%s, %v", d.told("Ana"), err)
	}
}

func TestSplitGivesSomeToOthersInOneStep(t *testing.T) {
	d := newDesk(t)
	ctx := context.Background()
	y := d.code("Theme/Y")
	r := d.round("Round 1", false, "Ana", "Ben")
	first, second := d.give("Ana", d.x, "", 10, 20), d.give("Ana", d.x, "", 30, 40)
	d.give("Ana", y, "", 35, 50)
	theirs := d.give("Ben", d.x, "", 10, 20)
	d.give("Ben", d.x, r.ID, 10, 20)
	before := d.told("Mira")

	plan, err := d.as("Mira").PlanSplit(ctx, d.x.ID)
	if err != nil || len(plan.Codings) != 3 || plan.Others != 1 || plan.Closed != 0 {
		t.Errorf("a supervisor divides %+v, %v", plan, err)
	}
	plan, err = d.as("Ana").PlanSplit(ctx, d.x.ID)
	if err != nil || len(plan.Codings) != 2 || plan.Others != 2 {
		t.Errorf("a coder divides %+v, %v", plan, err)
	}
	fresh := coding.Code{ID: coding.NewID[coding.CodeID](d.mint), Parent: d.x.Parent, Name: "Z", Order: 9}
	parts := []coding.SplitPart{
		{Code: fresh, New: true, Codings: []coding.CodingID{first.ID}},
		{Code: y, Codings: []coding.CodingID{second.ID}},
	}
	if moved, err := d.as("Mira").SplitCode(ctx, d.x.ID, parts...); err != nil || moved != 2 {
		t.Fatalf("moved %d, %v", moved, err)
	}
	if got, want := d.told("Mira"), "Ana Y 30–50, Ana Z 10–20, Ben X 10–20, Ben X 10–20"; got != want {
		t.Errorf("codings %s, want %s", got, want)
	}
	if _, err := d.as("Mira").Undo(ctx); err != nil || d.told("Mira") != before || strings.Contains(d.book(), "Z") {
		t.Errorf("one undo leaves %s and %s, %v", d.told("Mira"), d.book(), err)
	}
	_, err = d.as("Ana").SplitCode(ctx, d.x.ID, coding.SplitPart{Code: y, Codings: []coding.CodingID{theirs.ID}})
	if !errors.Is(err, coding.ErrForbidden) {
		t.Errorf("another's coding: %v", err)
	}
}
