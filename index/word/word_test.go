package word_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"concord/coding"
	"concord/index/word"
)

func terms(text string) []string {
	var all []string
	for _, w := range word.All(text) {
		all = append(all, w.Term)
	}
	return all
}

func TestWords(t *testing.T) {
	tests := map[string]struct {
		text string
		want []string
	}{
		"small words count":              {"This was not useful to the group.", []string{"this", "was", "not", "useful", "to", "the", "group"}},
		"case is folded":                 {"ÉTÉ Été été", []string{"ete", "ete", "ete"}},
		"accents composed or not":        {"caf\u00e9 cafe\u0301", []string{"cafe", "cafe"}},
		"letters without decomposition":  {"Straße Ærø Łódź þorn", []string{"strasse", "aero", "lodz", "thorn"}},
		"Greek final sigma and accents":  {"Λόγος ΛΟΓΟΣ", []string{"λογοσ", "λογοσ"}},
		"Turkish I with and without dot": {"İstanbul ısı", []string{"istanbul", "isi"}},
		"full width and ligatures":       {"ＡＢＣ１２ ﬁne", []string{"abc12", "fine"}},
		"straight and curly apostrophes": {"don't don’t don`t don´t", []string{"don't", "don't", "don't", "don't"}},
		"apostrophes at the edge":        {"'students' 'tis", []string{"students", "tis"}},
		"elision parts":                  {"l'école qu’il d'accord", []string{"l", "ecole", "qu", "il", "d", "accord"}},
		"hyphens part":                   {"self-awareness", []string{"self", "awareness"}},
		"numbers":                        {"3.5 of 1,000, or 50%", []string{"3.5", "of", "1,000", "or", "50"}},
		"a point without space parts":    {"end.Next e.g.", []string{"end", "next", "e", "g"}},
		"letters and digits":             {"Y3 R-004", []string{"y3", "r", "004"}},
		"underscores part":               {"_emphasis_ here", []string{"emphasis", "here"}},
		"Arabic without vowel signs":     {"مُحَمَّد محمد محـمد", []string{"محمد", "محمد", "محمد"}},
		"Persian joined invisibly":       {"می\u200cخواهم", []string{"میخواهم"}},
		"Hebrew points":                  {"שָׁלוֹם", []string{"שלום"}},
		"Hindi keeps its vowel signs":    {"हिन्दी", []string{"हिन्दी"}},
		"Chinese by the letter":          {"考试很难。", []string{"考", "试", "很", "难"}},
		"Japanese keeps sound marks":     {"がか\u3099ｶﾞー", []string{"が", "が", "ガ", "ー"}},
		"Korean composed or not":         {"한국 " + norm.NFD.String("한국"), []string{"한", "국", "한", "국"}},
		"Thai with its marks":            {"ที่นี่", []string{"ที่", "นี่"}},
		"mixed scripts":                  {"GPT在这里ok", []string{"gpt", "在", "这", "里", "ok"}},
		"emoji":                          {"good🙂bad 🙂🙂", []string{"good", "🙂", "bad", "🙂", "🙂"}},
		"emoji with selector or without": {"❤️ ❤", []string{"❤", "❤"}},
		"skin tones are folded":          {"👍🏽 👍", []string{"👍", "👍"}},
		"emoji of many code points":      {"👩🏽‍⚕️👨‍👩‍👧 🇩🇪🇫🇷 🏴󠁧󠁢󠁳󠁣󠁴󠁿", []string{"👩‍⚕", "👨‍👩‍👧", "🇩🇪", "🇫🇷", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"}},
		"a key":                          {"1️⃣ first", []string{"1", "first"}},
		"soft hyphen":                    {"aware\u00adness", []string{"awareness"}},
		"zero width space parts":         {"one\u200btwo", []string{"one", "two"}},
		"nothing":                        {" ... —!\n\x00 ـ", nil},
		"invalid bytes part":             {"a\xffb", []string{"a", "b"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := terms(test.text); !slices.Equal(got, test.want) {
				t.Errorf("%q:\n got %q\nwant %q", test.text, got, test.want)
			}
		})
	}
}

func TestSpansCoverTheWordAndItsMarks(t *testing.T) {
	text := "Très 👩🏽‍⚕️ cafe\u0301's 考试 don’t, end"
	want := []string{"Très", "👩🏽‍⚕️", "cafe\u0301's", "考", "试", "don’t", "end"}
	var got []string
	for _, w := range word.All(text) {
		got = append(got, coding.Slice(text, w.Span))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEndlessRunsAreCut(t *testing.T) {
	text := strings.Repeat("a", 100_250) + " e" + strings.Repeat("\u0301", 5000)
	for _, w := range word.All(text) {
		if w.Len() > 100 {
			t.Fatalf("a word of %d characters", w.Len())
		}
	}
}

// anyText mixes scripts, marks and signs closely, to meet their borders.
func anyText() *rapid.Generator[string] {
	signs := []rune("aZé\u0301ßİ'’.,-_ 12 ﬁ考试がﾞ한\u1112\u1161\u11abที่हि्مُـ👍🏽👩\u200d⚕\ufe0f🇩🇪❤①ⓜ\u200c\u00ad\u200b\n")
	return rapid.StringOf(rapid.OneOf(rapid.SampledFrom(signs), rapid.Rune()))
}

func TestWordsStandInOrderWithinTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyText().Draw(t, "text")
		end, length := 0, coding.Length(text)
		for _, w := range word.All(text) {
			if w.Start < end || w.End > length || w.Empty() || w.Term == "" {
				t.Fatalf("%q: word %+v after %d of %d", text, w, end, length)
			}
			end = w.End
		}
	})
}

func TestAWordAloneIsTheSameWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyText().Draw(t, "text")
		for _, w := range word.All(text) {
			alone := terms(coding.Slice(text, w.Span))
			if len(alone) != 1 || alone[0] != w.Term {
				t.Fatalf("%q of %q: alone %q", w.Term, text, alone)
			}
		}
	})
}

func TestComposedAndDecomposedTextsHaveTheSameWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("aÉßïő考が한국 'Й👍"))).Draw(t, "text")
		if got, want := terms(norm.NFD.String(text)), terms(norm.NFC.String(text)); !slices.Equal(got, want) {
			t.Fatalf("decomposed %q, composed %q", got, want)
		}
	})
}

func FuzzScanner(f *testing.F) {
	f.Add("Don’t 👩🏽‍⚕️ 考试 1,000.5 l'école\u0301")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for s := word.NewScanner(text); s.Next(); {
			if s.Span().Start < end || s.Span().Empty() || len(s.Term()) == 0 {
				t.Fatalf("%q: %v %q", text, s.Span(), s.Term())
			}
			end = s.Span().End
		}
		if end > len(text) {
			t.Fatalf("%q: read to %d", text, end)
		}
	})
}

func BenchmarkScanner(b *testing.B) {
	for name, sentence := range map[string]string{
		"ascii":   "I think the facilitator didn't give us enough time to talk about the case. ",
		"accents": "Je crois que l’élève n'a pas été très à l'aise pendant la séance. ",
		"chinese": "我觉得这个小组对我很有帮助，因为可以分享困难的病例。",
	} {
		b.Run(name, func(b *testing.B) {
			text := strings.Repeat(sentence, 100)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			s := word.NewScanner("")
			for b.Loop() {
				for s.Reset(text); s.Next(); {
				}
			}
		})
	}
}
