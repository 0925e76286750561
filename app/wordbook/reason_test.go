package wordbook_test

import (
	"errors"
	"fmt"
	"testing"

	"concord/app/wordbook"
	"concord/coding"
	"concord/coding/tabular"
)

func TestReasonIsWhatTheDomainSaysBehindWhatWasTried(t *testing.T) {
	book, err := wordbook.Read([]byte(`{
		"%s is closed": "%s ist geschlossen",
		"round %q": "Runde „%s“",
		"row %d": "Zeile %d",
		"column %d (%q)": "Spalte %d („%s“)",
		"the file is empty": "die Datei ist leer"
	}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		err            error
		english, other string
	}{
		{fmt.Errorf(`apply "A": %w: round "Pilot" is closed`, coding.ErrLocked), `round "Pilot" is closed`, "Runde „Pilot“ ist geschlossen"},
		{fmt.Errorf("open: %w", coding.Unfit("%w: the file is empty", tabular.ErrEmpty)), "there is no table in it: the file is empty", "die Datei ist leer"},
		{&tabular.RowError{Row: 3, Column: 2, Header: "Text", Why: "it is odd"}, `row 3, column 2 ("Text"): it is odd`, "Zeile 3, Spalte 2 („Text“): it is odd"},
		{coding.ErrLocked, "", ""},
		{errors.New("a fault of the machine"), "", ""},
	} {
		var none *wordbook.Book
		if got := none.Reason(c.err); got != c.english {
			t.Errorf("%v: in English %q", c.err, got)
		}
		if got := book.Reason(c.err); got != c.other {
			t.Errorf("%v: %q", c.err, got)
		}
	}
}
