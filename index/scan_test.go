package index_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"
	"pgregory.net/rapid"

	"concord/coding"
	"concord/index"
	"concord/index/query"
	"concord/index/word"
)

// scan looks a query up by reading all texts, as slowly and plainly as can be.
// It gives the spans of each text that is found.
func scan(n query.Node, texts []string) map[int][]coding.Span {
	found := map[int][]coding.Span{}
	for i, text := range texts {
		if spans, ok := scanText(n, word.All(text)); ok {
			slices.SortFunc(spans, func(a, b coding.Span) int {
				return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
			})
			var outer []coding.Span
			for _, span := range spans {
				if len(outer) == 0 || span.End > outer[len(outer)-1].End {
					outer = append(outer, span)
				}
			}
			found[i] = outer
		}
	}
	return found
}

func scanText(n query.Node, words []word.Word) ([]coding.Span, bool) {
	switch n := n.(type) {
	case query.And:
		var all []coding.Span
		for _, part := range n.Of {
			spans, ok := scanText(part, words)
			if !ok {
				return nil, false
			}
			all = append(all, spans...)
		}
		return all, true
	case query.Or:
		var all []coding.Span
		var some bool
		for _, part := range n.Of {
			spans, ok := scanText(part, words)
			all, some = append(all, spans...), some || ok
		}
		return all, some
	case query.Not:
		_, ok := scanText(n.Of, words)
		return nil, !ok
	case query.Phrase:
		return scanWords(words, word.All(n.Text), func(_ int, wanted, there string) bool { return wanted == there })
	case query.Word:
		wanted := word.All(n.Text)
		return scanWords(words, wanted, func(i int, wanted1, there string) bool {
			switch {
			case n.Fuzzy > 0:
				return within(wanted1, there, n.Fuzzy)
			case n.Prefix && i == len(wanted)-1:
				return strings.HasPrefix(there, wanted1)
			case n.Prefix:
				return there == wanted1
			}
			return english.Stem(there, true) == english.Stem(wanted1, true)
		})
	}
	panic("not a query of words")
}

func scanWords(words, wanted []word.Word, same func(i int, wanted, there string) bool) ([]coding.Span, bool) {
	var spans []coding.Span
	for i := 0; i+len(wanted) <= len(words); i++ {
		fits := true
		for j, w := range wanted {
			fits = fits && same(j, w.Term, words[i+j].Term)
		}
		if fits {
			spans = append(spans, coding.Span{Start: words[i].Start, End: words[i+len(wanted)-1].End})
		}
	}
	return spans, len(spans) > 0
}

// within reports whether n edits make b of a, by trying all.
func within(a, b string, n int) bool {
	if a == b {
		return true
	}
	if n == 0 {
		return false
	}
	x, y := []rune(a), []rune(b)
	i := 0
	for i < len(x) && i < len(y) && x[i] == y[i] {
		i++
	}
	rest := func(r []rune, from int) string { return string(r[min(from, len(r)):]) }
	swapped := i+1 < len(x) && i+1 < len(y) && x[i] == y[i+1] && x[i+1] == y[i]
	return i < len(x) && within(rest(x, i+1), rest(y, i), n-1) ||
		i < len(y) && within(rest(x, i), rest(y, i+1), n-1) ||
		i < len(x) && i < len(y) && within(rest(x, i+1), rest(y, i+1), n-1) ||
		swapped && within(rest(x, i+2), rest(y, i+2), n-1)
}

// vocabulary has few words, so that queries find something, of many kinds.
var vocabulary = []string{
	"fear", "Fears", "feared", "fare", "the", "not", "useful", "café", "cafe\u0301", "don’t", "self-aware",
	"考试", "试", "のか", "مُفيد", "مفيد", "👍", "👍🏽", "👩‍⚕️", "3.5", "word", "wrod", "words", "l'été", "a",
}

func anyText() *rapid.Generator[string] {
	gap := rapid.SampledFrom([]string{" ", " ", " ", "", ", ", "\n", "-"})
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(0, 12).Draw(t, "words") {
			b.WriteString(rapid.SampledFrom(vocabulary).Draw(t, "word"))
			b.WriteString(gap.Draw(t, "gap"))
		}
		return b.String()
	})
}

func anyQuery(depth int) *rapid.Generator[query.Node] {
	words := rapid.SampledFrom(vocabulary)
	return rapid.Custom(func(t *rapid.T) query.Node {
		most := 6
		if depth == 0 {
			most = 3
		}
		several := func() []query.Node { return rapid.SliceOfN(anyQuery(depth-1), 2, 3).Draw(t, "of") }
		switch rapid.IntRange(0, most).Draw(t, "kind") {
		case 0:
			return query.Word{Text: words.Draw(t, "word")}
		case 1:
			return query.Word{Text: words.Draw(t, "word"), Prefix: true}
		case 2:
			return query.Word{Text: words.Draw(t, "word"), Fuzzy: rapid.IntRange(1, 2).Draw(t, "fuzzy")}
		case 3:
			return query.Phrase{Text: strings.Join(rapid.SliceOfN(words, 1, 3).Draw(t, "phrase"), " ")}
		case 4:
			return query.And{Of: several()}
		case 5:
			return query.Or{Of: several()}
		}
		return query.Not{Of: anyQuery(depth-1).Draw(t, "not")}
	})
}

func TestSearchFindsWhatAPlainScanFinds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		texts := rapid.SliceOfN(anyText(), 1, 20).Draw(rt, "texts")
		s := newStudy(t)
		half := len(texts) / 2
		s.comments(texts[:max(1, half)]...)
		x := s.index("")
		if len(texts) > max(1, half) { // some of them come later, into another segment
			s.comments(texts[max(1, half):]...)
			if err := x.Follow(t.Context(), s, nil); err != nil {
				rt.Fatal(err)
			}
		}
		ids := make([]coding.SourceID, len(texts))
		for i := range texts {
			ids[i] = s.ids[fmt.Sprintf("R%d", i+1)]
		}
		for range 20 {
			root := anyQuery(2).Draw(rt, "query")
			want := scan(root, texts)
			for _, page := range []index.Page{{}, {Limit: 1000}, {Limit: 1000, Order: index.BestFirst}} {
				hits, err := x.Search(t.Context(), s, query.Query{Root: root}, page)
				if err != nil {
					rt.Fatal(err)
				}
				places := 0
				for _, hit := range hits.List {
					i := slices.Index(ids, hit.Source)
					spans, ok := want[i]
					if !ok || !slices.Equal(spans, hit.Spans) {
						rt.Fatalf("%v in %q: got %v, want %v", query.Query{Root: root}, texts[i], hit.Spans, spans)
					}
					places += len(spans)
				}
				if hits.Sources != len(want) || len(hits.List) != len(want) || hits.Places != places {
					rt.Fatalf("%v: %d sources counted, %d listed, %d there; %d places counted, %d there",
						query.Query{Root: root}, hits.Sources, len(hits.List), len(want), hits.Places, places)
				}
			}
		}
	})
}
