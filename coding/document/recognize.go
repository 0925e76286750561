package document

import (
	"bytes"
	"context"
	"errors"
	"io"
	"unicode/utf8"

	"concord/coding"
)

// ErrUnknownEncoding says that the bytes fit no encoding that can be told from
// bytes alone; somebody who knows where the file came from has to name it.
var ErrUnknownEncoding = errors.New("the encoding can't be recognised")

// sampleSize is how much of a file is looked at for UTF-16 without a byte order mark.
const sampleSize = 64 << 10

// Recognize reads r to its end and says in which encoding it most likely is:
// by its byte order mark, else by the pattern of zero bytes (UTF-16), else UTF-8
// where nearly all that isn't ASCII is proper UTF-8 (so that one damaged byte is
// later reported at its place, not read as another encoding), else Windows-1252.
// Bytes that Windows-1252 leaves unassigned make it ErrUnknownEncoding.
//
// The whole of r is read because the first accented letter of a survey may stand
// in its last answer.
func Recognize(ctx context.Context, r io.Reader) (Encoding, error) {
	buf := make([]byte, sampleSize)
	n, err := io.ReadFull(r, buf)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", err
	}
	if e := marked(buf[:n]); e != "" {
		return e, nil
	}
	if e := zeroPattern(buf[:n]); e != "" {
		return e, nil
	}
	var c census
	held := 0
	for {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		atEnd := err != nil
		used := c.count(buf[:held+n], atEnd)
		if atEnd {
			return c.verdict()
		}
		held = copy(buf, buf[used:held+n])
		n, err = io.ReadFull(r, buf[held:])
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return "", err
		}
	}
}

// marked is the encoding that a byte order mark at the start of b announces.
func marked(b []byte) Encoding {
	for _, mark := range []struct {
		bytes string
		e     Encoding
	}{
		{"\xEF\xBB\xBF", UTF8},
		{"\xFF\xFE\x00\x00", UTF32LE},
		{"\x00\x00\xFE\xFF", UTF32BE},
		{"\xFF\xFE", UTF16LE},
		{"\xFE\xFF", UTF16BE},
	} {
		if bytes.HasPrefix(b, []byte(mark.bytes)) {
			return mark.e
		}
	}
	return ""
}

// zeroPattern tells UTF-16 without a mark by its zero bytes: texts of every
// script have spaces, digits and line ends, whose upper byte is zero, and next
// to no characters whose lower byte is. Where they are few, as in Chinese, many
// bytes must lie beyond ASCII, or it is ASCII with a few stray NULs.
func zeroPattern(b []byte) Encoding {
	if len(b) < 4 {
		return ""
	}
	var zeros [2]int
	high := 0
	for i, c := range b {
		switch {
		case c == 0:
			zeros[i%2]++
		case c >= utf8.RuneSelf:
			high++
		}
	}
	pairs := len(b) / 2
	enough := pairs / 4
	if high*10 >= len(b) {
		enough = pairs / 20
	}
	switch {
	case zeros[1] > enough && zeros[0]*20 <= zeros[1]:
		return UTF16LE
	case zeros[0] > enough && zeros[1]*20 <= zeros[0]:
		return UTF16BE
	}
	return ""
}

// census counts what speaks for and against UTF-8 and Windows-1252.
type census struct {
	read       int64
	runes      int // proper UTF-8 characters beyond ASCII
	broken     int // bytes that aren't UTF-8
	unassigned int64
	where      int64 // of the first byte that Windows-1252 doesn't assign
}

// count takes in b and returns how much of it was used; what is left is the
// beginning of a character that the next bytes complete.
func (c *census) count(b []byte, atEnd bool) int {
	i := 0
	for i < len(b) {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		if !atEnd && !utf8.FullRune(b[i:]) {
			break
		}
		_, size := utf8.DecodeRune(b[i:])
		if size > 1 {
			c.runes++
		} else {
			c.broken++
			switch b[i] {
			case 0x81, 0x8D, 0x8F, 0x90, 0x9D:
				if c.unassigned == 0 {
					c.where = c.read + int64(i)
				}
				c.unassigned++
			}
		}
		i += size
	}
	c.read += int64(i)
	return i
}

func (c *census) verdict() (Encoding, error) {
	switch {
	case c.broken*10 <= c.runes:
		return UTF8, nil
	case c.unassigned > 0:
		return "", coding.Unfit("%w: byte %d is neither UTF-8 nor Windows-1252; name the encoding, for example macintosh, IBM850 or windows-1251", ErrUnknownEncoding, c.where+1)
	}
	return Windows1252, nil
}
