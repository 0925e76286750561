package wordbook_test

import (
	"strings"
	"testing"

	"concord/app/wordbook"
)

// german is a small book.
func german(t *testing.T) *wordbook.Book {
	t.Helper()
	book, err := wordbook.Read([]byte(`{
		"8,412.5": "8.412,5",
		"code “%s”": "Kode „%s“ vergeben",
		"code “%s” on %s": "Kode „%s“ auf %s vergeben",
		"1 excerpt": "1 Textstelle",
		"%d excerpts": "%d Textstellen",
		"round": "Runde",
		"no %s %q: there are %s": "es gibt keine %s „%s“, nur %s",
		"opened %s": "geöffnet: „%s“",
		"set %s of “%s”": "bei „%[2]s“ %[1]s setzen",
		"%.1f %% of them say %s": "%.1f %% von ihnen sagen %s",
		"%s to %s": "%s bis %s",
		"nothing is there": "nichts ist da"
	}`))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestTellFindsTheFormOfASentence(t *testing.T) {
	for sentence, want := range map[string]string{
		"code “Own limits”":                     "Kode „Own limits“ vergeben",
		"code “Own limits” on 5 excerpts":       "Kode „Own limits“ auf 5 Textstellen vergeben",
		"code “Own limits” on 1 excerpt":        "Kode „Own limits“ auf 1 Textstelle vergeben",
		"code “round”":                          "Kode „round“ vergeben", // a name stays as it is
		`no round "A \"b\"": there are x, y`:    "es gibt keine Runde „A \"b\"“, nur x, y",
		"set Cohort of “R-001”":                 "bei „R-001“ Cohort setzen",
		"12.5 % of them say yes":                "12,5 % von ihnen sagen yes",
		"opened round":                          "geöffnet: „round“", // the translation says that it is a name
		"nothing is there":                      "nichts ist da",
		"nothing is there yet":                  "nothing is there yet",
		"set Time to wait of “R-001”":           "bei „R-001“ Time to wait setzen", // to what isn't telling, nothing is done
		"":                                      "",
		"a sentence that the book doesn't have": "a sentence that the book doesn't have",
	} {
		if got := german(t).Tell(sentence); got != want {
			t.Errorf("%q is told as %q, not %q", sentence, got, want)
		}
	}
}

func TestSayFillsTheFormOfTheLanguage(t *testing.T) {
	book := german(t)
	if got := book.Say("%.1f %% of them say %s", 8.25, "ja"); got != "8,2 % von ihnen sagen ja" {
		t.Error(got)
	}
	if got := book.Say("set %s of “%s”", "Cohort", "R-001"); got != "bei „R-001“ Cohort setzen" {
		t.Error(got)
	}
	if got := book.Say("unheard of: %d", 3); got != "unheard of: 3" {
		t.Error(got)
	}
}

func TestNoBookIsEnglish(t *testing.T) {
	var none *wordbook.Book
	if got := none.Say("%d excerpts", 3) + ", " + none.Tell("nothing is there"); got != "3 excerpts, nothing is there" {
		t.Error(got)
	}
}

func TestABookWithOtherPlacesIsRefused(t *testing.T) {
	for name, content := range map[string]string{
		"fewer":        `{"%d of %d": "%d"}`,
		"one twice":    `{"%d of %d": "%[1]d von %[1]d"}`,
		"another kind": `{"%d of %s": "%s von %d"}`,
		"no JSON":      `{`,
	} {
		if _, err := wordbook.Read([]byte(content)); err == nil || !strings.Contains(err.Error(), "wordbook") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
