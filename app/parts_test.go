package app_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"concord/app"
	"concord/coding"
)

func TestMatchingPutsTheClosestFirst(t *testing.T) {
	names := []string{"Export the codebook", "Code as…", "Open a round…", "Go to Codebook", "Show the code"}
	for _, c := range []struct {
		typed string
		want  []int
	}{
		{"", []int{0, 1, 2, 3, 4}},
		{"code", []int{1, 0, 3, 4}},
		{"GO CO", []int{3}},
		{"ex cod", []int{0}},
		{"zebra", []int{}},
	} {
		if got := app.Matching(c.typed, names); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %v, want %v", c.typed, got, c.want)
		}
	}
}

func TestWhatIsSaidMakesRoomForWhatRuns(t *testing.T) {
	for _, c := range []struct {
		room float32
		want int
	}{{1000, 3}, {400, 2}, {250, 1}, {10, 1}} {
		if got := app.Fitting(c.room, 100, 150, 200); got != c.want {
			t.Errorf("room for %v: got %d pieces, want %d", c.room, got, c.want)
		}
	}
}

func TestPresentRoundIsOnesOwnOpenOneBeforeAll(t *testing.T) {
	closed := coding.Round{ID: "1", Name: "closed", Closed: true, Coders: []coding.CoderID{"ana"}}
	others := coding.Round{ID: "2", Name: "others'", Coders: []coding.CoderID{"ben"}}
	mine := coding.Round{ID: "3", Name: "mine", Coders: []coding.CoderID{"ana"}}
	later := coding.Round{ID: "4", Name: "later", Closed: true}
	for _, c := range []struct {
		rounds []coding.Round
		want   string
	}{
		{nil, ""},
		{[]coding.Round{closed, later}, "later"},
		{[]coding.Round{others, later}, "others'"},
		{[]coding.Round{mine, others, later}, "mine"},
	} {
		if got, _ := app.PresentRound(c.rounds, "ana"); got.Name != c.want {
			t.Errorf("%d rounds: got %q, want %q", len(c.rounds), got.Name, c.want)
		}
	}
}

func TestPlacesAreFoldersFirstThenFilesThatFit(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.csv", "a.txt", ".hidden", "B2.csv"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "zoo"), 0o700); err != nil {
		t.Fatal(err)
	}
	slash := string(filepath.Separator)
	for _, c := range []struct {
		name, typed string
		endings     []string
		want        []string
	}{
		{"a folder's content", dir + slash, nil, []string{"..", "zoo", "B2.csv", "a.txt", "b.csv"}},
		{"with an ending", dir + slash, []string{".csv"}, []string{"..", "zoo", "B2.csv", "b.csv"}},
		{"what begins so", dir + slash + "b", nil, []string{"B2.csv", "b.csv"}},
		{"hidden, when asked for", dir + slash + ".h", nil, []string{".hidden"}},
		{"a folder that isn't there", filepath.Join(dir, "no", "such"), nil, nil},
	} {
		if got := app.PlaceNames(c.typed, c.endings...); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestFileNames(t *testing.T) {
	if got := app.FileName(" Wards 3/4: \"why?\". "); got != "Wards 3-4- -why--" {
		t.Errorf("got %q", got)
	}
	if got := app.WithEnding("book.CSV", []string{".csv"}); got != "book.CSV" {
		t.Errorf("got %q", got)
	}
	if got := app.WithEnding("book", []string{".docx", ".csv"}); got != "book.docx" {
		t.Errorf("got %q", got)
	}
}

func TestAFileThatDoesNotFitSaysWhyInTheNotice(t *testing.T) {
	if what, _ := app.Words(fmt.Errorf("open f.csv: %w", coding.Unfit("this is a database"))); what != "Concord could not do it: this is a database." {
		t.Error(what)
	}
}

func TestEveryReasonHasWords(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{coding.ErrNotProject, "isn't a Concord project"},
		{coding.ErrNewer, "newer version"},
		{coding.ErrDamaged, "damaged"},
		{coding.ErrReadOnly, "not changed"},
		{coding.ErrBusy, "somebody else"},
		{coding.ErrLocked, "round is closed"},
		{coding.ErrForbidden, "not yours"},
		{coding.ErrConflict, "changed in the meantime"},
		{fs.ErrNotExist, "isn't there"},
		{fs.ErrPermission, "not open to you"},
		{syscall.ENOSPC, "disk is full"},
		{errors.New("sqlite: step: 0x1f"), "no words"},
		{fmt.Errorf("do: %w: code \"x\": it needs a name", coding.ErrInvalid), "it needs a name."},
	} {
		what, _ := app.Words(fmt.Errorf("try: %w", c.err))
		if !strings.Contains(what, c.want) || !strings.HasPrefix(what, "Concord could not do it") || strings.Contains(what, "0x1f") {
			t.Errorf("%v: got %q, want %q in it", c.err, what, c.want)
		}
	}
	for _, err := range []error{nil, context.Canceled} {
		if what, _ := app.Words(err); what != "" {
			t.Errorf("%v is told as %q", err, what)
		}
	}
}

func TestKeysAreWrittenAsOnTheKeyboard(t *testing.T) {
	z := &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}
	if got := app.KeyWords(z); got != "Ctrl+Shift+Z" {
		t.Errorf("got %q", got)
	}
}

func TestPastedPathCountsFromWhereItBegins(t *testing.T) {
	for typed, want := range map[string]string{
		"/home/ana//data/survey.csv": "/data/survey.csv",
		"/home/ana/~/survey.csv":     "/home/ben/survey.csv",
		"/home/ana/survey~/a.csv":    "",
		"/home/ana/":                 "",
		"//":                         "/",
	} {
		if got, found := app.StartsAnew(typed, "/home/ben"); got != want || found != (want != "") {
			t.Errorf("%q starts anew at %q, %v; want %q", typed, got, found, want)
		}
	}
}
