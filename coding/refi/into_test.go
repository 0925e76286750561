package refi_test

import (
	"strings"
	"testing"

	"concord/coding"
	"concord/coding/refi"
)

func wrap(codes string) string {
	return `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other 1"><Codes>` + codes + `</Codes></CodeBook>`
}

func TestTheSameFileAgainChangesNothing(t *testing.T) {
	s := project(t)
	addStudy(t, s)
	file, _ := write(t, s)
	if made := bring(t, s, file); len(made.Changes) != 0 || made.Unchanged != 4 || len(made.Differences)+len(made.Lost) > 0 {
		t.Errorf("into the same project: %+v", made)
	}
	// A project without the texts keeps the examples' words in the definition.
	other := project(t)
	first := bring(t, other, file)
	if first.Added != 4 || len(first.Lost) != 1 || !strings.Contains(first.Lost[0], "2 examples") {
		t.Errorf("into an empty project: %+v", first)
	}
	if again := bring(t, other, file); len(again.Changes) != 0 || again.Unchanged != 4 || len(again.Differences)+len(again.Lost) > 0 {
		t.Errorf("into it again: %+v", again)
	}
}

func TestCodesMeetByPathAndNothingIsOverwritten(t *testing.T) {
	s := project(t)
	m := s.Mint()
	theme := coding.Code{ID: coding.NewID[coding.CodeID](m), Name: "Fear", Color: "#111111", Definition: "Ours."}
	below := coding.Code{ID: coding.NewID[coding.CodeID](m), Parent: theme.ID, Name: "Bridge", Order: 3, Color: "#222222"}
	do(t, s, nil, coding.Add(theme, below))
	made := bring(t, s, wrap(`
		<Code guid="0D62985D-B147-5D01-A9B5-CAE5DCD98342" name="FEAR" isCodable="true" color="#333333"><Description>
			Theirs.

Use when: it is dark.
		</Description>
			<Code guid="{6B108EE0-2DC3-5B43-9061-1330F75A6B9B}" name="bridge" isCodable="true"><Description>Over water.</Description></Code>
			<Code guid="B061A8C8-4FE7-5A79-9E1C-E50874232DA7" name="Height" isCodable="false"/>
		</Code>
		<Code guid="`+strings.ToUpper(string(below.ID))+`" name="Bridge" isCodable="true" color="#0af"/>
		<Code guid="sel-1" name="A/B" isCodable="true" color="red"/>
		<Code guid="B061A8C8-4FE7-5A79-9E1C-E50874232DA7" name="a/b" isCodable="true"/>`))
	book := codebook(t, s)
	var got []string
	for _, c := range book.Codes() {
		got = append(got, strings.Join([]string{book.Path(c.ID), c.Color, c.Definition, c.Include}, "|"))
	}
	want := []string{
		"Fear|#111111|Ours.|it is dark.",
		"Fear/Bridge|#222222|Over water.|",
		"Fear/Height|#2E8BC9||", // third code: the palette goes on
		"Bridge|#00aaff||",
		"A-B|#B59A00||",
		"a-b (2)|#0A5A96||",
	}
	got[2] = strings.Replace(got[2], coding.Palette()[2], "#2E8BC9", 1)
	got[4] = strings.Replace(got[4], coding.Palette()[4], "#B59A00", 1)
	got[5] = strings.Replace(got[5], coding.Palette()[5], "#0A5A96", 1)
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if made.Added != 4 || made.Filled != 2 || made.Unchanged != 0 {
		t.Errorf("added %d, filled %d, unchanged %d; want 4, 2, 0", made.Added, made.Filled, made.Unchanged)
	}
	differ := []refi.Difference{
		{Path: "Fear", Part: "definition", Present: "Ours.", Incoming: "Theirs."},
		{Path: "Fear", Part: "color", Present: "#111111", Incoming: "#333333"},
	}
	if len(made.Differences) != 2 || made.Differences[0] != differ[0] || made.Differences[1] != differ[1] {
		t.Errorf("differences %+v", made.Differences)
	}
	lost := strings.Join(made.Lost, "\n")
	for _, said := range []string{
		`"Fear/Height" is a folder there`,
		`"Bridge" (line 10) has the GUID of "Fear/Bridge"`,
		`the name "A/B" (line 11) is "A-B" here`,
		`the name "a/b" (line 12) is "a-b (2)" here`,
		`the identity "sel-1" of "A-B" (line 11) is no GUID`,
		`the color "red" of "A-B" (line 11)`,
		`"a-b (2)" (line 12) has the GUID of "Fear/Height"`,
	} {
		if !strings.Contains(lost, said) {
			t.Errorf("%s isn't listed in\n%s", said, lost)
		}
	}
	if len(made.Lost) != 7 {
		t.Errorf("%d sentences, want 7:\n%s", len(made.Lost), lost)
	}
	if kept := book.Children(theme.ID)[1].ID; kept != "B061A8C8-4FE7-5A79-9E1C-E50874232DA7" {
		t.Errorf("Height has the identity %s, want that of the file", kept)
	}
}
