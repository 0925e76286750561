package document

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// utf16Reader turns UTF-16 into UTF-8 and, unlike a decoder that replaces them,
// stops at the halves of characters and at an odd last byte.
type utf16Reader struct {
	in     *bufio.Reader
	order  binary.ByteOrder
	offset int64
}

// newUTF16Reader reads UTF16LE, UTF16BE, or "UTF-16": the order that the byte
// order mark says, big-endian without one (RFC 2781, section 4.3).
func newUTF16Reader(r io.Reader, e Encoding) *utf16Reader {
	u := &utf16Reader{in: bufio.NewReader(r), order: binary.BigEndian}
	mark, _ := u.in.Peek(2) // an error comes again with the first read
	if e == UTF16LE || e == "UTF-16" && marked(mark) == UTF16LE {
		u.order = binary.LittleEndian
	}
	return u
}

func (u *utf16Reader) Read(p []byte) (int, error) {
	n := 0
	for len(p)-n >= utf8.UTFMax {
		if n > 0 && u.in.Buffered() < 4 {
			break
		}
		r, err := u.next()
		if err != nil {
			if n > 0 && errors.Is(err, io.EOF) {
				break
			}
			return n, err
		}
		n += utf8.EncodeRune(p[n:], r)
	}
	return n, nil
}

// next reads one character.
func (u *utf16Reader) next() (rune, error) {
	first, err := u.unit()
	if err != nil {
		return 0, err
	}
	if !utf16.IsSurrogate(first) {
		return first, nil
	}
	at := u.offset - 2
	second, err := u.unit()
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, err
	}
	if r := utf16.DecodeRune(first, second); err == nil && r != utf8.RuneError {
		return r, nil
	}
	return 0, &BadByteError{Offset: at, Why: "half a character of UTF-16; the file is damaged, or it is in another encoding that has to be named"}
}

// unit reads two bytes.
func (u *utf16Reader) unit() (rune, error) {
	var b [2]byte
	n, err := io.ReadFull(u.in, b[:])
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return 0, &BadByteError{Offset: u.offset, Why: "a single byte at the end of UTF-16, which has two for every character; the file is cut off, or it is in another encoding that has to be named"}
	}
	u.offset += int64(n)
	return rune(u.order.Uint16(b[:])), err
}
