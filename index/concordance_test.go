package index_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"concord/coding"
	"concord/index"
)

func (s *study) concordance(x *index.Index, query string, c index.Context) []index.Line {
	s.Helper()
	var lines []index.Line
	for line, err := range index.Concordance(s.Context(), s, s.search(x, s, query, index.Page{}).List, c) {
		if err != nil {
			s.Fatal(err)
		}
		lines = append(lines, line)
	}
	return lines
}

func printed(lines []index.Line) string {
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "%s>%s<%s\n", l.Left, l.Hit, l.Right)
	}
	return b.String()
}

func TestPlacesAreShownInContext(t *testing.T) {
	s := newStudy(t)
	s.comments(
		"I was afraid\nof the dark, afraid",
		"👩🏽‍⚕️👍🏽 afraid 🇩🇪🇫🇷",
		"nothing else",
	)
	x := s.index("")
	tests := map[string]struct {
		query string
		c     index.Context
		want  string
	}{
		"characters":  {"afraid", index.Context{Characters: 6}, "I was >afraid< of th\ndark, >afraid<\n👩🏽‍⚕️👍🏽 >afraid< 🇩🇪🇫🇷\n"},
		"whole signs": {"afraid", index.Context{Characters: 2}, "s >afraid< o\n, >afraid<\n👍🏽 >afraid< 🇩🇪\n"},
		"words":       {"afraid", index.Context{Words: 2}, "I was >afraid< of the\nthe dark, >afraid<\n👩🏽‍⚕️👍🏽 >afraid< 🇩🇪🇫🇷\n"},
		"none":        {"afraid source:R1", index.Context{}, ">afraid<\n>afraid<\n"},
		"no places":   {"source:R3", index.Context{Characters: 7}, "><nothing\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s.TB = t
			if got := printed(s.concordance(x, test.query, test.c)); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

func TestLinesAreSortedByTheNextWord(t *testing.T) {
	s := newStudy(t)
	s.comments("a big fear of", "the Big fear, above", "éa fear", "eb fear, of all")
	x := s.index("")
	lines := s.concordance(x, "fear", index.Context{Words: 3})
	index.SortByRight(lines, func(l index.Line) string { return l.Right })
	if got, want := printed(lines), "éa >fear<\nthe Big >fear<, above\na big >fear< of\neb >fear<, of all\n"; got != want {
		t.Errorf("by right\n%swant\n%s", got, want)
	}
	index.SortByLeft(lines, func(l index.Line) string { return l.Left })
	if got, want := printed(lines), "a big >fear< of\nthe Big >fear<, above\néa >fear<\neb >fear<, of all\n"; got != want {
		t.Errorf("by left\n%swant\n%s", got, want)
	}
}

func TestALineIsAPieceOfItsText(t *testing.T) {
	s := newStudy(t)
	texts := rapid.SliceOfN(anyText(), 30, 30).Example(7)
	s.comments(texts...)
	x := s.index("")
	oneLine := strings.NewReplacer("\n", " ")
	for n := range 12 {
		for i, line := range slices.Concat(
			s.concordance(x, "f* OR 试 OR 👍 OR café", index.Context{Characters: n}),
			s.concordance(x, "f* OR 试 OR 👍 OR café", index.Context{Words: n}),
		) {
			var text string
			for name, id := range s.ids {
				if id == line.Source {
					fmt.Sscanf(name, "R%d", &i)
					text = texts[i-1]
				}
			}
			left, right := coding.Length(line.Left), coding.Length(line.Right)
			around := coding.Slice(text, coding.Span{Start: line.Start - left, End: line.End + right})
			if got := line.Left + line.Hit + line.Right; got != oneLine.Replace(around) {
				t.Fatalf("%q isn't %q of %q", got, around, text)
			}
			if hit := coding.Slice(text, line.Span); hit != line.Hit && oneLine.Replace(hit) != line.Hit {
				t.Fatalf("hit %q is shown as %q", hit, line.Hit)
			}
		}
	}
}

func TestHitsAreCountedByAttribute(t *testing.T) {
	s := group(t)
	x := s.index("")
	tallies, err := index.TallyUp(t.Context(), s, s.search(x, s, "afraid OR at OR good", index.Page{}).List)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, tally := range tallies {
		for _, c := range tally.Counts {
			got = append(got, fmt.Sprintf("%s %s %d/%d", tally.Attribute.Name, c.Value, c.Sources, c.Places))
		}
	}
	want := []string{
		"Cohort Y3 2/3", "Cohort y4 1/1", "Cohort  1/1",
		"Session no. S01 1/2", "Session no. S02 1/1", "Session no. S10 1/1", "Session no.  1/1",
		"Posting (weeks) 6 1/2", "Posting (weeks) 7.5 1/1", "Posting (weeks) 10 1/1", "Posting (weeks)  1/1",
		"Better No 1/1", "Better Unsure 1/1", "Better Yes 1/2", "Better  1/1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if tallies, err := index.TallyUp(t.Context(), s, nil); err != nil || len(tallies) > 0 {
		t.Errorf("of nothing: %v %v", tallies, err)
	}
}
