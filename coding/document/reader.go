package document

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// A BadByteError says where a file stops being text in its encoding.
type BadByteError struct {
	// Offset counts from 0: bytes of the file for UTF-8 and UTF-16, and bytes of
	// the text decoded so far for the others.
	Offset int64
	// Line is the line of text it stands in, counted from 1.
	Line int
	// Why says what is wrong there and what would be right.
	Why string
}

// Error says the line, the byte and the reason.
func (e *BadByteError) Error() string {
	return fmt.Sprintf("line %d, byte %d: %s", e.Line, e.Offset+1, e.Why)
}

// NewReader gives the text that r spells in encoding e, as UTF-8 with lines that
// end in LF and without a byte order mark. Where the bytes aren't text it stops,
// after everything that comes before, with a *BadByteError; a NUL counts as such.
func NewReader(r io.Reader, e Encoding) (io.Reader, error) {
	decoder, name, err := e.lookup()
	if err != nil {
		return nil, err
	}
	t := &textReader{line: 1, buf: make([]byte, 32<<10), encoding: name}
	switch {
	case name == UTF8:
		t.src = r
	case decoder == nil:
		t.src = newUTF16Reader(r, name)
	default:
		t.src = transform.NewReader(r, decoder.NewDecoder())
		t.refuseReplacement = true
	}
	return t, nil
}

// textReader checks and normalises UTF-8.
type textReader struct {
	src      io.Reader
	encoding Encoding
	buf      []byte
	start    int // what of buf is still to be looked at
	end      int
	err      error  // what src ended with
	rest     []byte // text that the last p had no room for

	offset            int64
	line              int
	begun             bool // past the place of a byte order mark
	afterCR           bool
	refuseReplacement bool // U+FFFD is the decoder's word for bytes without meaning
}

const byteOrderMark = "\uFEFF"

// Read gives text; a p with less room than a character gets the next ones in parts.
func (t *textReader) Read(p []byte) (int, error) {
	if len(t.rest) == 0 && len(p) > 0 && len(p) < utf8.UTFMax {
		var whole [utf8.UTFMax]byte
		n, err := t.read(whole[:])
		if err != nil {
			return 0, err
		}
		t.rest = append(t.rest[:0], whole[:n]...)
	}
	if len(t.rest) > 0 {
		n := copy(p, t.rest)
		t.rest = t.rest[n:]
		return n, nil
	}
	return t.read(p)
}

func (t *textReader) read(p []byte) (int, error) {
	n := 0
	for len(p)-n >= utf8.UTFMax {
		took, err := t.take(p[n:])
		n += took
		switch {
		case err != nil && n > 0:
			return n, nil // what comes before the fault first; it is met again next time
		case err != nil:
			return 0, err
		case took > 0:
		case n > 0:
			return n, nil
		default:
			t.fill()
		}
	}
	return n, nil
}

// fill reads more into buf behind what is left there.
func (t *textReader) fill() {
	if t.err != nil {
		return
	}
	t.end = copy(t.buf, t.buf[t.start:t.end])
	t.start = 0
	n, err := t.src.Read(t.buf[t.end:])
	t.end += n
	t.err = err
}

// take moves some text from buf to p. It returns 0 and no error when it needs more bytes.
func (t *textReader) take(p []byte) (int, error) {
	left := t.buf[t.start:t.end]
	if !t.begun {
		if len(left) < len(byteOrderMark) && t.err == nil {
			return 0, nil
		}
		t.begun = true
		if bytes.HasPrefix(left, []byte(byteOrderMark)) {
			t.advance(len(byteOrderMark))
			left = left[len(byteOrderMark):]
		}
	}
	if t.afterCR && len(left) > 0 {
		t.afterCR = false
		if left[0] == '\n' {
			t.advance(1)
			left = left[1:]
		}
	}
	if len(left) == 0 {
		return 0, t.ended()
	}
	if n := t.takePlain(p, left); n > 0 {
		return n, nil
	}
	return t.takeRune(p, left)
}

// takePlain copies a stretch that needs no change at all, as most of a text is.
func (t *textReader) takePlain(p, left []byte) int {
	if t.refuseReplacement {
		return 0
	}
	n := min(len(left), len(p))
	if i := bytes.IndexByte(left[:n], '\r'); i >= 0 {
		n = i
	}
	if i := bytes.IndexByte(left[:n], 0); i >= 0 {
		n = i
	}
	n = wholeRunes(left[:n])
	if !utf8.Valid(left[:n]) {
		return 0
	}
	copy(p, left[:n])
	t.line += bytes.Count(left[:n], []byte{'\n'})
	t.advance(n)
	return n
}

// wholeRunes is the length of b without a character that is cut off at its end.
func wholeRunes(b []byte) int {
	for k := 1; k < utf8.UTFMax && k <= len(b); k++ {
		if last := len(b) - k; utf8.RuneStart(b[last]) {
			if !utf8.FullRune(b[last:]) {
				return last
			}
			break
		}
	}
	return len(b)
}

// takeRune copies one character, or says why it isn't one.
func (t *textReader) takeRune(p, left []byte) (int, error) {
	if !utf8.FullRune(left) && t.err == nil {
		return 0, nil
	}
	r, size := utf8.DecodeRune(left)
	if why := t.fault(r, size, left[0]); why != "" {
		return 0, &BadByteError{Offset: t.offset, Line: t.line, Why: why}
	}
	n := copy(p, left[:size])
	if r == '\r' {
		p[0] = '\n'
		t.afterCR = true
	}
	if p[0] == '\n' {
		t.line++
	}
	t.advance(size)
	return n, nil
}

// fault says why a character isn't text, or nothing.
func (t *textReader) fault(r rune, size int, first byte) string {
	switch {
	case r == 0:
		return "a NUL byte, which no text holds; the file is damaged, or it is UTF-16 and has to be named as such"
	case r == utf8.RuneError && size == 1:
		return fmt.Sprintf("byte 0x%02X isn't UTF-8; the file is damaged, or it is in another encoding that has to be named (windows-1252, for example)", first)
	case r == utf8.RuneError && t.refuseReplacement:
		return fmt.Sprintf("bytes that mean nothing in %s; the file is damaged, or it is in another encoding that has to be named", t.encoding)
	}
	return ""
}

func (t *textReader) advance(n int) {
	t.start += n
	t.offset += int64(n)
}

// ended is what the reader says when the text is used up.
func (t *textReader) ended() error {
	if bad, ok := errors.AsType[*BadByteError](t.err); ok {
		bad.Line = t.line
	}
	return t.err
}
