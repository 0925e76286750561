package coding_test

import (
	"context"
	"testing"

	"concord/coding"
)

// read is the round of the memo with a text, as somebody reads it.
func (d *desk) read(name, text string) (in coding.RoundID, known bool) {
	d.t.Helper()
	memos, err := d.as(name).Memos(context.Background(), coding.MemoFilter{})
	d.ok(err)
	for _, m := range memos {
		if m.Text == text {
			return m.Round, true
		}
	}
	return "", false
}

func TestAMemoBelongsToTheRoundThatItIsWrittenIn(t *testing.T) {
	ctx := context.Background()
	excerpt := func(d *desk) coding.Excerpt {
		return coding.Excerpt{Source: d.source, Span: coding.Span{Start: 10, End: 20}}
	}
	abouts := []struct {
		name string
		// plain says that an open round which isn't blind has it as well.
		plain bool
		memo  func(d *desk) coding.Memo
	}{
		{"the project", false, func(*desk) coding.Memo { return coding.Memo{Kind: coding.AboutProject} }},
		{"a code", false, func(d *desk) coding.Memo { return coding.Memo{Kind: coding.AboutCode, About: string(d.x.ID)} }},
		{"a source", true, func(d *desk) coding.Memo { return coding.Memo{Kind: coding.AboutSource, About: string(d.source)} }},
		{"an excerpt", true, func(d *desk) coding.Memo { return coding.Memo{Kind: coding.AboutExcerpt, Excerpt: excerpt(d)} }},
	}
	for _, about := range abouts {
		t.Run(about.name, func(t *testing.T) {
			d := newDesk(t)
			write := func(name, text string, m coding.Memo) coding.Memo {
				m.Text = text
				m, err := d.as(name).WriteMemo(ctx, m)
				d.ok(err)
				return m
			}
			early := write("Ana", "before", about.memo(d))
			if in, _ := d.read("Ben", "before"); in != "" {
				t.Errorf("without rounds it belongs to %q", in)
			}

			plain := d.round("Plain", false, "Ana", "Ben")
			want := coding.RoundID("")
			if about.plain {
				want = plain.ID
			}
			seen := write("Ana", "in plain sight", about.memo(d))
			if in, known := d.read("Ben", "in plain sight"); in != want || !known {
				t.Errorf("in an open round Ben reads it: %v, of round %q, want %q", known, in, want)
			}
			_, err := d.as("Mira").CloseRound(ctx, plain)
			d.ok(err)

			blind := d.round("Blind", true, "Ana", "Ben")
			write("Ana", "secret", about.memo(d))
			write("Ana", "on second thoughts", early)
			write("Ana", "on third thoughts", seen)
			write("Mira", "for all", about.memo(d))
			for _, text := range []string{"secret", "on second thoughts", "on third thoughts"} {
				if _, known := d.read("Ben", text); known {
					t.Errorf("Ben reads %q while the round is blind", text)
				}
				if in, _ := d.read("Ana", text); in != blind.ID {
					t.Errorf("%q belongs to %q, want the blind round", text, in)
				}
			}
			if _, known := d.read("Ben", "for all"); !known {
				t.Error("Ben doesn't read what a supervisor wrote who isn't in the round")
			}
			if _, err := d.as("Ana").Undo(ctx); err != nil {
				t.Fatal(err)
			}
			if in, known := d.read("Ben", "in plain sight"); in != want || !known {
				t.Errorf("the change undone, Ben reads it: %v, of round %q, want %q", known, in, want)
			}
			_, err = d.as("Mira").CloseRound(ctx, blind)
			d.ok(err)
			if _, known := d.read("Ben", "secret"); !known {
				t.Error("the round is closed and Ben doesn't read it")
			}
		})
	}
}

func TestAMemoAboutACodingBelongsToItsRound(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	write := func(c coding.Coding, text string) {
		_, err := d.as("Ana").WriteMemo(ctx, coding.Memo{Kind: coding.AboutCoding, About: string(c.ID), Text: text})
		d.ok(err)
	}
	first := d.round("First", true, "Ana", "Ben")
	c := d.give("Ana", d.x, first.ID, 10, 20)
	write(c, "of the first")
	_, err := d.as("Mira").CloseRound(ctx, first)
	d.ok(err)
	second := d.round("Second", true, "Ana", "Ben")
	write(c, "of the second")
	write(d.give("Ana", d.x, second.ID, 10, 20), "of the second as well")
	for text, want := range map[string]coding.RoundID{"of the first": first.ID, "of the second": second.ID, "of the second as well": second.ID} {
		if in, _ := d.read("Ana", text); in != want {
			t.Errorf("what is %s belongs to round %q", text, in)
		}
		if _, known := d.read("Ben", text); known != (want == first.ID) {
			t.Errorf("Ben reads what is %s: %v", text, known)
		}
	}
}
