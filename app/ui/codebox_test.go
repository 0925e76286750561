package ui_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"concord/app/ui"
	"concord/coding"
)

// book is a codebook of a theme with two codes, and a theme alone.
func book() *coding.Codebook {
	return coding.NewCodebook([]coding.Code{
		{ID: "self", Name: "Self-awareness", Color: "#00865F"},
		{ID: "limits", Parent: "self", Name: "Own limits", Color: "#B59A00", Order: 1, Shortcut: 5},
		{ID: "feelings", Parent: "self", Name: "Noticing own feelings", Color: "#00865F", Order: 2, Shortcut: 4},
		{ID: "past", Name: "Own past", Color: "#00865F", Order: 3, Retired: true},
		{ID: "nice", Name: "Too nice", Color: "#0A5A96", Order: 4},
	})
}

func TestMatchCodesPutsTheBestFirst(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"own", "[limits feelings]"},
		{"", "[nice feelings limits self]"},
		{"self not", "[feelings]"},
		{"xyz", "[]"},
	} {
		found := []coding.CodeID{}
		for _, m := range ui.MatchCodes(book(), c.typed, "nice") {
			found = append(found, m.Code.ID)
		}
		if got := fmt.Sprint(found); got != c.want {
			t.Errorf("%q finds %s, want %s", c.typed, got, c.want)
		}
	}
	if parts := ui.MatchCodes(book(), "own", "")[1].Parts; len(parts) != 3 || parts[1] != "own" {
		t.Errorf("parts %q", parts)
	}
}

func TestCodeBoxChoosesACodeOrMakesOneByKeys(t *testing.T) {
	var done []string
	left := 0
	box := ui.NewCodeBox("Enter codes")
	box.OnCode = func(c coding.Code) { done = append(done, string(c.ID)) }
	box.OnNew = func(path string) { done = append(done, "new "+path) }
	box.OnLeave = func() { left++ }
	canvas := window(t, box.Layer(), 800, 600).Canvas()
	open := func(typed string, keys ...fyne.KeyName) {
		box.Open(canvas, book(), "")
		test.Type(canvas.Focused(), typed)
		key(canvas.Focused(), keys...)
	}
	open("own", fyne.KeyReturn)
	open("own", fyne.KeyDown, fyne.KeyReturn)
	open("own", fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	open("brand new", fyne.KeyReturn)
	open("own", fyne.KeyEscape)
	if got := fmt.Sprint(done); got != "[limits feelings new own new brand new]" || left != 5 || box.Shown() {
		t.Errorf("chosen is %s; left %d times, want 5", got, left)
	}
}
