package refi_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"concord/coding"
	"concord/coding/refi"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestACodebookIsWrittenAsItAlwaysWas(t *testing.T) {
	s := project(t)
	addStudy(t, s)
	file, lost := write(t, s)
	golden := filepath.Join("testdata", "codebook.qdc")
	if *update {
		if err := os.WriteFile(golden, []byte(file), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if file != string(want) {
		t.Errorf("the file differs from %s (-update writes it anew):\n%s", golden, file)
	}
	if len(lost) != 1 || !strings.Contains(lost[0], "shortcuts") {
		t.Errorf("lost %q, want the shortcuts alone", lost)
	}
}

func TestACodebookValidatesAgainstTheStandard(t *testing.T) {
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("SKIPPED: xmllint isn't installed, so nothing is validated against the schema")
	}
	schema := shared(t, "interop/refi/schema/Codebook.xsd")
	s := project(t)
	addStudy(t, s)
	file, _ := write(t, s)
	check := exec.CommandContext(t.Context(), lint, "--noout", "--schema", schema, "-")
	check.Stdin = strings.NewReader(file)
	if said, err := check.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, said)
	}
}

func TestAnEmptyCodebookIsRefused(t *testing.T) {
	_, err := refi.WriteCodebook(t.Context(), &bytes.Buffer{}, project(t), "Concord test")
	if !errors.Is(err, coding.ErrInvalid) {
		t.Errorf("got %v, want ErrInvalid", err)
	}
}

func TestACodebookComesBackAsItWentOut(t *testing.T) {
	s := project(t)
	addStudy(t, s)
	file, _ := write(t, s)
	was := codebook(t, s).Codes()
	for i := range was {
		was[i].Shortcut = 0 // the one thing that the file can't say
	}
	do(t, s, nil, coding.Remove(codebookCodes(t, s)...))
	made := bring(t, s, file)
	if made.Added != 4 || len(made.Lost) > 0 || len(made.Differences) > 0 {
		t.Errorf("added %d, lost %q, differences %v", made.Added, made.Lost, made.Differences)
	}
	if now := codebook(t, s).Codes(); !reflect.DeepEqual(now, was) {
		t.Errorf("got  %+v\nwant %+v", now, was)
	}
}

// codebookCodes are the project's codes, those below before those above.
func codebookCodes(t *testing.T, s *coding.Session) []coding.Code {
	t.Helper()
	codes := append([]coding.Code{}, codebook(t, s).Codes()...)
	for i, j := 0, len(codes)-1; i < j; i, j = i+1, j-1 {
		codes[i], codes[j] = codes[j], codes[i]
	}
	return codes
}

func TestAnyEntryComesBackAsItWentOut(t *testing.T) {
	full, empty := project(t), project(t)
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{
			"\n", " ", "\\", "Use when:", "Not when: ", "Typical example:", "Borderline example: ", "a", "“", "\r", "<&>\"'", "🙂", "\t",
		})).Draw(t, "pieces"), "")
	})
	rapid.Check(t, func(rt *rapid.T) {
		code := coding.Code{
			ID: coding.NewID[coding.CodeID](full.Mint()), Name: "x" + strings.NewReplacer("\n", "", "\r", "").Replace(text.Draw(rt, "name")), Color: "#112233",
			Definition: text.Draw(rt, "definition"), Include: text.Draw(rt, "include"), Exclude: text.Draw(rt, "exclude"),
		}
		do(t, full, nil, coding.Add(code))
		file, lost := write(t, full)
		made, err := read(t, file).Into(t.Context(), empty, empty.Mint())
		do(t, full, nil, coding.Remove(code))
		if err != nil || len(lost) > 0 || len(made.Lost) > 0 || len(made.Changes) != 1 {
			rt.Fatalf("%v, lost %q and %q, %d changes", err, lost, made.Lost, len(made.Changes))
		}
		if got := made.Changes[0].(coding.Edit[coding.Code]).Now[0]; !reflect.DeepEqual(got, code) {
			rt.Fatalf("got  %+v\nwant %+v\nfile %s", got, code, file)
		}
	})
}

func TestWhatXMLCannotHoldIsListed(t *testing.T) {
	s := project(t)
	do(t, s, nil, coding.Add(coding.Code{ID: coding.NewID[coding.CodeID](s.Mint()), Name: "A", Definition: "bell \a"}))
	file, lost := write(t, s)
	if len(lost) != 1 || !strings.Contains(file, "bell \ufffd") {
		t.Errorf("lost %q in\n%s", lost, file)
	}
}
