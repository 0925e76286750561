package assets_test

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"concord/app/wordbook"
	"concord/assets"
)

// Every language but English is held to the English files: no word is missing,
// none is left over, and each has the places and the forms of the English one.
// With -update what is left over goes, and what remains is sorted; what is
// missing is for a person to write.
func TestOtherLanguagesSayWhatEnglishSays(t *testing.T) {
	for _, folder := range []string{"translations", "sentences"} {
		english := wordsIn(t, folder+"/en.json")
		for _, name := range others(t, folder) {
			words := wordsIn(t, name)
			if *update {
				maps.DeleteFunc(words, func(key string, _ json.RawMessage) bool { return english[key] == nil })
				write(t, name, words)
			}
			for _, key := range slices.Sorted(maps.Keys(english)) {
				switch foreign := words[key]; {
				case foreign == nil:
					t.Errorf("%s lacks %s", name, plain(t, key))
				case folder == "sentences":
					if err := wordbook.Match(key, text(t, foreign)); err != nil {
						t.Errorf("%s: %v", name, err)
					}
				default:
					comparePlaces(t, name, key, english[key], foreign)
				}
			}
			for _, key := range slices.Sorted(maps.Keys(words)) {
				if english[key] == nil {
					t.Errorf("%s: English says %s no more; run go test ./assets -update", name, plain(t, key))
				}
			}
		}
	}
}

func TestEveryLanguageHasWordsAndSentencesAndSaysItsName(t *testing.T) {
	translations, sentences := others(t, "translations"), others(t, "sentences")
	if len(translations) != len(sentences) {
		t.Errorf("the window speaks %v, the domain %v", translations, sentences)
	}
	for _, name := range translations {
		tag := strings.TrimSuffix(filepath.Base(name), ".json")
		if got := text(t, wordsIn(t, name)["language"]); got != tag {
			t.Errorf("%s says that its language is %q", name, got)
		}
		content, err := assets.Sentences(tag)
		if err != nil {
			t.Fatal(err)
		}
		book, err := wordbook.Read(content)
		if err != nil {
			t.Fatal(err)
		}
		if got := book.Say("en"); got != tag {
			t.Errorf("sentences/%s.json says that its language is %q", tag, got)
		}
	}
	if content, err := assets.Sentences("en"); content != nil || err != nil {
		t.Errorf("English needs no sentences: %v", err)
	}
	if _, err := assets.Sentences("xx"); err == nil {
		t.Error("a language that isn't there has sentences")
	}
}

func TestEverySentenceIsKnownAgainByItsForm(t *testing.T) {
	verb := regexp.MustCompile(`%(?:\.\d)?[a-zA-Z]`)
	for _, name := range others(t, "sentences") {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		book, err := wordbook.Read(content)
		if err != nil {
			t.Fatal(err)
		}
		var none *wordbook.Book
		for form := range wordsIn(t, "sentences/en.json") {
			var args []any
			for i, v := range verb.FindAllString(strings.ReplaceAll(form, "%%", "  "), -1) {
				switch v[len(v)-1] {
				case 'd':
					args = append(args, 30+i)
				case 'f', 'g':
					args = append(args, 0.25)
				case 'c':
					args = append(args, '|')
				default:
					args = append(args, "Xy"+strings.Repeat("z", i))
				}
			}
			english, foreign := none.Say(form, args...), book.Say(form, args...)
			if got := book.Tell(english); got != foreign && got != english {
				t.Errorf("%s: %q is told as %q, but said as %q", name, english, got, foreign)
			}
		}
	}
}

// others are the files of a folder in other languages than English.
func others(t *testing.T, folder string) []string {
	t.Helper()
	all, err := fs.Glob(os.DirFS("."), path.Join(folder, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(name string) bool { return path.Base(name) == "en.json" })
}

// comparePlaces checks that a translation has the forms of the English entry
// (one text, or one for each number) and in each of them the same places.
func comparePlaces(t *testing.T, name, key string, english, foreign json.RawMessage) {
	t.Helper()
	if !pluralForms(english) {
		if want, got := places(text(t, english)), places(text(t, foreign)); !slices.Equal(want, got) {
			t.Errorf("%s: %s has the places %v, in English %v", name, plain(t, key), got, want)
		}
		return
	}
	var want, got struct{ One, Other string }
	if json.Unmarshal(foreign, &got) != nil || got.One == "" || got.Other == "" {
		t.Errorf("%s: %s counts something: give it one and other", name, plain(t, key))
		return
	}
	if err := json.Unmarshal(english, &want); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(places(got.One), places(want.One)) || !slices.Equal(places(got.Other), places(want.Other)) {
		t.Errorf("%s: %s has other places than in English", name, plain(t, key))
	}
}

// places are the names that stand in a text, sorted.
func places(text string) []string {
	return slices.Sorted(slices.Values(regexp.MustCompile(`\{\{\.\w+\}\}`).FindAllString(text, -1)))
}

// text is an entry that is one text, which isn't empty.
func text(t *testing.T, entry json.RawMessage) string {
	t.Helper()
	var text string
	if err := json.Unmarshal(entry, &text); err != nil || strings.TrimSpace(text) == "" {
		t.Errorf("%s is no text", entry)
	}
	return text
}
