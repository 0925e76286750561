package document_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"pgregory.net/rapid"

	"concord/coding/document"
)

// read decodes b as e, in one piece and byte by byte, and demands the same of both.
func read(t testing.TB, b []byte, e document.Encoding) (string, error) {
	t.Helper()
	var texts [2]string
	var errs [2]error
	for i, src := range []io.Reader{bytes.NewReader(b), iotest.OneByteReader(bytes.NewReader(b))} {
		r, err := document.NewReader(src, e)
		if err != nil {
			return "", err
		}
		text, err := io.ReadAll(r)
		texts[i], errs[i] = string(text), err
	}
	if texts[0] != texts[1] || (errs[0] == nil) != (errs[1] == nil) {
		t.Fatalf("read in one piece: %q, %v; byte by byte: %q, %v", texts[0], errs[0], texts[1], errs[1])
	}
	return texts[0], errs[0]
}

func utf16Bytes(s string, little bool) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if little {
			b = append(b, byte(u), byte(u>>8))
		} else {
			b = append(b, byte(u>>8), byte(u))
		}
	}
	return b
}

func encoded(t *testing.T, s string, enc interface{ Bytes([]byte) ([]byte, error) }) []byte {
	t.Helper()
	b, err := enc.Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestRecognizedTextIsReadAsWritten(t *testing.T) {
	const text = "Réflexion sur l’écoute, 2026\nNächste Zeile: 👩‍⚕️ ok\n"
	const latin = "Réflexion sur l’écoute, 2026\nNächste Zeile\n"
	for _, test := range []struct {
		name string
		in   []byte
		want document.Encoding
		text string
	}{
		{"UTF-8", []byte(text), document.UTF8, text},
		{"UTF-8 with mark", []byte("\uFEFF" + text), document.UTF8, text},
		{"ASCII", []byte("plain\n"), document.UTF8, "plain\n"},
		{"empty", nil, document.UTF8, ""},
		{"UTF-16LE with mark", utf16Bytes("\uFEFF"+text, true), document.UTF16LE, text},
		{"UTF-16BE with mark", utf16Bytes("\uFEFF"+text, false), document.UTF16BE, text},
		{"UTF-16LE without mark", utf16Bytes(text, true), document.UTF16LE, text},
		{"UTF-16BE without mark", utf16Bytes(text, false), document.UTF16BE, text},
		{"UTF-16LE in Japanese", utf16Bytes("回答,感想\n1,とても良い時間でした。\n2,話を聞けて良かった。\n", true), document.UTF16LE, "回答,感想\n1,とても良い時間でした。\n2,話を聞けて良かった。\n"},
		{"UTF-32LE with mark", []byte("\xFF\xFE\x00\x00a\x00\x00\x00"), document.UTF32LE, "a"},
		{"Windows-1252", encoded(t, latin, charmap.Windows1252.NewEncoder()), document.Windows1252, latin},
		{"CRLF", []byte("a\r\nb\r\n"), document.UTF8, "a\nb\n"},
		{"CR", []byte("a\rb\r\rc"), document.UTF8, "a\nb\n\nc"},
	} {
		t.Run(test.name, func(t *testing.T) {
			e, err := document.Recognize(t.Context(), bytes.NewReader(test.in))
			if err != nil || e != test.want {
				t.Fatalf("recognised as %q, %v; want %q", e, err, test.want)
			}
			got, err := read(t, test.in, e)
			if err != nil || got != test.text {
				t.Fatalf("read %q, %v; want %q", got, err, test.text)
			}
		})
	}
}

func TestFirstAccentAtTheEndOfALongFileDecides(t *testing.T) {
	in := append(bytes.Repeat([]byte("plain words, no accents\n"), 20_000), 0xE9, '\n')
	e, err := document.Recognize(t.Context(), bytes.NewReader(in))
	if err != nil || e != document.Windows1252 {
		t.Fatalf("recognised as %q, %v; want windows-1252", e, err)
	}
}

func TestBytesOfNoKnownEncodingAreRefused(t *testing.T) {
	mac := encoded(t, "Très bien, français élève", charmap.Macintosh.NewEncoder()) // è is 0x8F there
	_, err := document.Recognize(t.Context(), bytes.NewReader(mac))
	if !errors.Is(err, document.ErrUnknownEncoding) {
		t.Fatalf("got %v; want ErrUnknownEncoding", err)
	}
}

func TestNamedEncodingsAreUnderstood(t *testing.T) {
	for _, test := range []struct {
		name document.Encoding
		in   []byte
		want string
	}{
		{"macintosh", encoded(t, "élève", charmap.Macintosh.NewEncoder()), "élève"},
		{"x-mac-roman", encoded(t, "élève", charmap.Macintosh.NewEncoder()), "élève"},
		{"CP850", encoded(t, "Übung", charmap.CodePage850.NewEncoder()), "Übung"},
		{"shift_jis", encoded(t, "感想", japanese.ShiftJIS.NewEncoder()), "感想"},
		{"WINDOWS-1251", encoded(t, "Отзыв", charmap.Windows1251.NewEncoder()), "Отзыв"},
		{"latin1", []byte("caf\xE9"), "café"},
		{"utf8", []byte("\uFEFFa"), "a"},
		{"UTF-16", utf16Bytes("\uFEFFa", true), "a"},
		{"UTF-16", utf16Bytes("a", false), "a"},
	} {
		if got, err := read(t, test.in, test.name); err != nil || got != test.want {
			t.Errorf("%s: read %q, %v; want %q", test.name, got, err, test.want)
		}
	}
	for _, e := range document.Encodings() {
		if err := e.Check(); err != nil {
			t.Errorf("an encoding on offer is unknown: %v", err)
		}
	}
	if _, err := read(t, nil, "klingon-8"); err == nil || !strings.Contains(err.Error(), `"klingon-8"`) {
		t.Errorf("unknown name: got %v", err)
	}
}

func TestFaultsAreSaidWithTheirPlace(t *testing.T) {
	for _, test := range []struct {
		name   string
		in     []byte
		e      document.Encoding
		before string
		line   int
		offset int64
	}{
		{"Latin-1 byte in UTF-8", []byte("one\ntwo caf\xE9 three"), document.UTF8, "one\ntwo caf", 2, 11},
		{"cut-off character", []byte("ok\xE2\x82"), document.UTF8, "ok", 1, 2},
		{"NUL", []byte("a\r\nb\x00c"), document.UTF8, "a\nb", 2, 4},
		{"half a character", utf16Bytes("a\nb", true)[:5], document.UTF16LE, "a\n", 2, 4},
		{"lone surrogate", []byte{'a', 0, 0x3D, 0xD8, 'b', 0}, document.UTF16LE, "a", 1, 2},
		{"not Shift JIS", []byte("ab\x81\x20"), "shift_jis", "ab", 1, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := read(t, test.in, test.e)
			var bad *document.BadByteError
			if !errors.As(err, &bad) {
				t.Fatalf("got %q, %v; want a BadByteError", got, err)
			}
			if got != test.before || bad.Line != test.line || bad.Offset != test.offset {
				t.Fatalf("read %q, fault at line %d, offset %d; want %q, %d, %d", got, bad.Line, bad.Offset, test.before, test.line, test.offset)
			}
		})
	}
}

func TestDamageInUTF8IsNotTakenForAnotherEncoding(t *testing.T) {
	in := append([]byte(strings.Repeat("schön, naïve, café, über\n", 10)), 0xE9)
	if e, err := document.Recognize(t.Context(), bytes.NewReader(in)); err != nil || e != document.UTF8 {
		t.Fatalf("recognised as %q, %v; want UTF-8, so that the bad byte is reported", e, err)
	}
}

func TestRecognizeStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := document.Recognize(ctx, strings.NewReader("a")); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v; want context.Canceled", err)
	}
}

func TestAnyTextSurvivesUTF16AndUTF8(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringMatching(`[a-zé€😀\n ]{0,200}`).Draw(rt, "text")
		for e, b := range map[document.Encoding][]byte{
			document.UTF8: []byte(text), document.UTF16LE: utf16Bytes(text, true), document.UTF16BE: utf16Bytes(text, false),
		} {
			if got, err := read(t, b, e); err != nil || got != text {
				rt.Fatalf("%s: read %q, %v; want %q", e, got, err, text)
			}
		}
	})
}

func FuzzReaderGivesValidTextOrAFault(f *testing.F) {
	f.Add([]byte("a\r\nb\xE9\x00"), "utf-8")
	f.Add([]byte("\xFF\xFEa\x00\x3D\xD8"), "utf-16")
	f.Add([]byte("\x81\x20"), "gb18030")
	f.Fuzz(func(t *testing.T, b []byte, name string) {
		text, err := read(t, b, document.Encoding(name))
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\x00") {
			t.Fatalf("text isn't clean: %q (%v)", text, err)
		}
	})
}

func BenchmarkReader(b *testing.B) {
	text := bytes.Repeat([]byte("A reflective sentence about the group, naïve perhaps.\r\n"), 20_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r, err := document.NewReader(bytes.NewReader(text), document.UTF8)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
}

func TestReaderFillsABufferOfAnySize(t *testing.T) {
	text := strings.Repeat("naïve 😅 ", 40)
	for size := 1; size <= 9; size++ {
		r, err := document.NewReader(strings.NewReader(text), document.UTF8)
		if err != nil {
			t.Fatal(err)
		}
		var got []byte
		for p := make([]byte, size); err == nil; {
			var n int
			n, err = r.Read(p)
			got = append(got, p[:n]...)
		}
		if !errors.Is(err, io.EOF) || string(got) != text {
			t.Errorf("in parts of %d bytes it ends with %v after %q", size, err, got)
		}
	}
}
