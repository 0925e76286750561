package refi_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"concord/coding"
	"concord/coding/refi"
)

// outline writes codes as an indented list.
func outline(codes []refi.Code, indent string) string {
	var out strings.Builder
	for _, c := range codes {
		fmt.Fprintf(&out, "%s%s %v %s %q\n%s", indent, c.Name, c.Codable, c.Color, c.Description, outline(c.Codes, indent+"  "))
	}
	return out.String()
}

func TestCodebooksOfOtherProgramsAreRead(t *testing.T) {
	for _, c := range []struct{ file, origin, want string }{
		{"interop/refi/qualcoder-3.8.2.qdc", "QualCoder", `free code true #00AA00 ""
Mobility false  ""
  walking true #FF8800 ""
  boat true #0088FF "by water\ntwo lines"
  Fears & hopes false  "category memo"
    fear "of bridge" true #880000 ""
`},
		{"interop/refi/taguette-1.4.1.qdc", "Taguette 1.4.1", `interesting true  ""
Scarcity true  ""
public opinion true  ""
`},
	} {
		t.Run(c.origin, func(t *testing.T) {
			file, err := os.Open(shared(t, c.file))
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			book, err := refi.ReadCodebook(c.file, file)
			if err != nil {
				t.Fatal(err)
			}
			if got := outline(book.Codes, ""); got != c.want || book.Origin != c.origin || len(book.Lost) > 0 {
				t.Errorf("origin %s, lost %q, codes:\n%s", book.Origin, book.Lost, got)
			}
			s := project(t)
			made, err := book.Into(t.Context(), s, s.Mint())
			if err != nil {
				t.Fatal(err)
			}
			do(t, s, nil, made.Changes...)
			for i, theme := range codebook(t, s).Children("") {
				if string(theme.ID) != book.Codes[i].GUID {
					t.Errorf("%s has the identity %s, want that of the file, %s", theme.Name, theme.ID, book.Codes[i].GUID)
				}
			}
		})
	}
}

func TestNamesAreReadInAnyOrderAndEncoding(t *testing.T) {
	plain := `<CodeBook xmlns="urn:other"><Sets><Set guid="g" name="S"><MemberCode guid="1"/></Set></Sets>` +
		`<Codes><Code color="#abc" name="é🙂" weight="3"><Code name="b" isCodable="0"/><NoteRef/><Description>d</Description></Code></Codes></CodeBook>`
	utf16 := func(e unicode.Endianness) string {
		text, err := unicode.UTF16(e, unicode.UseBOM).NewEncoder().String(`<?xml version="1.0" encoding="UTF-16"?>` + plain)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	latin := `<?xml version="1.0" encoding="windows-1252"?>` + strings.ReplaceAll(plain, "é🙂", "\xe9&#x1F642;")
	for name, file := range map[string]string{
		"no declaration":      plain,
		"byte order mark":     "\ufeff" + plain,
		"UTF-16LE":            utf16(unicode.LittleEndian),
		"UTF-16BE":            utf16(unicode.BigEndian),
		"Windows-1252":        latin,
		"space at both ends":  "\n\n" + plain + "\n<!-- end -->\n",
		"white space between": strings.ReplaceAll(plain, "><", ">\r\n <"),
	} {
		t.Run(name, func(t *testing.T) {
			book := read(t, file)
			if got, want := outline(book.Codes, ""), "é🙂 true #abc \"d\"\n  b false  \"\"\n"; got != want {
				t.Errorf("got\n%s", got)
			}
			if lost := strings.Join(book.Lost, "\n"); len(book.Lost) != 3 || !strings.Contains(lost, `set "S" of 1 codes`) ||
				!strings.Contains(lost, "attribute weight") || !strings.Contains(lost, "element <NoteRef>") {
				t.Errorf("lost %q", book.Lost)
			}
		})
	}
}

func TestWhatIsNoCodebookIsRefusedWithFileAndLine(t *testing.T) {
	deep := strings.Repeat("<Code>", 200)
	for name, c := range map[string]struct{ file, want string }{
		"empty":             {"", "test.qdc is empty"},
		"a zip":             {"PK\x03\x04....", "test.qdc is a zip archive"},
		"no XML":            {"theme,code\nA,B\n", "there is no <CodeBook>"},
		"a project":         {"<?xml version=\"1.0\"?>\n<Project/>", "line 2: a codebook begins with <CodeBook>, this file with <Project>"},
		"a document type":   {"<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"b\">]>\n<CodeBook/>", "line 2: a document type"},
		"an entity":         {"<CodeBook>\n<Codes>\n<Code name=\"&a;\"/></Codes></CodeBook>", "line 3"},
		"cut off":           {"<CodeBook>\n<Codes>\n<Code name=\"a\">", "line 3: the file breaks off before the codebook ends"},
		"tags crossed":      {"<CodeBook>\n<Codes></CodeBook>", "line 2"},
		"too deep":          {"<CodeBook><Codes>" + deep, "more than 100 deep"},
		"deep and unknown":  {"<CodeBook>" + strings.Repeat("<x>", 200), "more than 100 deep"},
		"two roots":         {"<CodeBook/>\n<CodeBook/>", "line 2: something stands behind"},
		"unknown encoding":  {"<?xml version=\"1.0\" encoding=\"klingon\"?>\n<CodeBook/>", "klingon"},
		"a false character": {"<CodeBook origin=\"\x01\"/>", "line 1"},
		"invalid UTF-8":     {"<CodeBook>\n<Codes><Code name=\"\xff\"/></Codes></CodeBook>", "line 2"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := refi.ReadCodebook("test.qdc", strings.NewReader(c.file))
			if !errors.Is(err, coding.ErrInvalid) || !strings.Contains(fmt.Sprint(err), c.want) || !strings.Contains(fmt.Sprint(err), "test.qdc") {
				t.Errorf("got %v, want ErrInvalid with %q", err, c.want)
			}
		})
	}
}

// endless gives the same piece again and again.
type endless struct{ piece, rest string }

func (e *endless) Read(p []byte) (int, error) {
	if e.rest == "" {
		e.rest = e.piece
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

func TestAFileWithoutEndIsLeft(t *testing.T) {
	for name, c := range map[string]struct{ piece, want string }{
		"codes":   {`<Code name="a"/>`, "more than 100000 codes"},
		"strange": {`<x y="z">` + strings.Repeat("words ", 50) + `</x>`, "more than 16 MiB"},
		"text":    {"words and words ", "more than 16 MiB"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := refi.ReadCodebook("test.qdc", io.MultiReader(strings.NewReader("<CodeBook><Codes>"), &endless{piece: c.piece}))
			if !errors.Is(err, coding.ErrInvalid) || !strings.Contains(fmt.Sprint(err), c.want) {
				t.Errorf("got %v, want ErrInvalid with %q", err, c.want)
			}
		})
	}
}

func FuzzReadCodebook(f *testing.F) {
	f.Add("<CodeBook><Codes><Code guid=\"1\" name=\"a/b\"><Description>Use when: x</Description></Code></Codes></CodeBook>")
	f.Add("\ufeff<CodeBook><Codes><Code name=\"\"/><Code name=\"\"/></Codes><Sets/></CodeBook>")
	f.Add("<!DOCTYPE a><CodeBook/>")
	s := project(f)
	f.Fuzz(func(t *testing.T, file string) {
		book, err := refi.ReadCodebook("fuzz.qdc", strings.NewReader(file))
		if err != nil {
			if !errors.Is(err, coding.ErrInvalid) {
				t.Errorf("got %v, want ErrInvalid", err)
			}
			return
		}
		made, err := book.Into(t.Context(), s, s.Mint())
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range made.Changes {
			if err := c.Validate(); err != nil {
				t.Error(err)
			}
		}
	})
}
