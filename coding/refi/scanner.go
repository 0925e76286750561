package refi

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"

	"concord/coding"
)

// Bounds of a file that is still believed to be a codebook.
const (
	maxBytes = 16 << 20
	maxDepth = 100
	maxCodes = 100_000
)

// scanner walks through an XML file of unknown origin.
type scanner struct {
	name  string // of the file, for errors
	xml   *xml.Decoder
	depth int
}

func newScanner(name string, r io.Reader) (*scanner, error) {
	s := &scanner{name: name}
	in := bufio.NewReader(&bounded{from: r, left: maxBytes})
	start, err := in.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	var text io.Reader = in
	switch {
	case len(start) == 0:
		return nil, fmt.Errorf("%w: %s is empty", coding.ErrInvalid, name)
	case bytes.HasPrefix(start, []byte("PK\x03\x04")):
		return nil, fmt.Errorf("%w: %s is a zip archive, a whole project (.qdpx) perhaps; a codebook (.qdc) is plain XML", coding.ErrInvalid, name)
	case bytes.HasPrefix(start, []byte("\xef\xbb\xbf")):
		_, err = in.Discard(3)
	case bytes.HasPrefix(start, []byte("\xff\xfe")), bytes.HasPrefix(start, []byte("\xfe\xff")):
		text, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(in), nil
	default:
		err = nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	s.xml = xml.NewDecoder(text)
	s.xml.CharsetReader = charset
	return s, nil
}

// charset decodes what the file says that it is written in. UTF-16 has been
// decoded by its byte order mark already.
func charset(label string, in io.Reader) (io.Reader, error) {
	if strings.HasPrefix(strings.ToLower(label), "utf-16") {
		return in, nil
	}
	encoding, err := ianaindex.IANA.Encoding(label)
	if err != nil || encoding == nil {
		return nil, fmt.Errorf("it says that it is written in %q, which isn't known", label)
	}
	return encoding.NewDecoder().Reader(in), nil
}

// line is where the scanner stands.
func (s *scanner) line() int {
	line, _ := s.xml.InputPos()
	return line
}

// fault is an error that says where in the file it is.
func (s *scanner) fault(format string, args ...any) error {
	return fmt.Errorf("%w: %s, line %d: %s", coding.ErrInvalid, s.name, s.line(), fmt.Sprintf(format, args...))
}

// token is the next piece that means something.
func (s *scanner) token() (xml.Token, error) {
	for {
		t, err := s.xml.Token()
		var syntax *xml.SyntaxError
		switch {
		case errors.Is(err, errTooLarge):
			return nil, s.fault("%v", err)
		case errors.As(err, &syntax) && syntax.Msg == "unexpected EOF":
			return nil, s.fault("the file breaks off before the codebook ends")
		case errors.As(err, &syntax):
			return nil, fmt.Errorf("%w: %s, line %d: %s", coding.ErrInvalid, s.name, syntax.Line, syntax.Msg)
		case errors.Is(err, io.EOF):
			return nil, err
		case err != nil:
			return nil, s.fault("%v", err)
		}
		switch t.(type) {
		case xml.Directive:
			return nil, s.fault("a document type (<!…>) is refused: a codebook needs none, and it could carry entities that grow without end")
		case xml.StartElement, xml.EndElement, xml.CharData:
			return t, nil
		}
	}
}

// children visits the elements in the one that was begun last, to its end, and
// gives the text between them. A visit takes all of its element.
func (s *scanner) children(visit func(xml.StartElement) error) (string, error) {
	s.depth++
	defer func() { s.depth-- }()
	if s.depth > maxDepth {
		return "", s.fault("elements lie more than %d deep in one another", maxDepth)
	}
	var text strings.Builder
	for {
		t, err := s.token()
		if errors.Is(err, io.EOF) {
			return "", s.fault("the file ends too soon")
		}
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := visit(t); err != nil {
				return "", err
			}
		case xml.CharData:
			text.Write(t)
		case xml.EndElement:
			return text.String(), nil
		}
	}
}

// skip passes over the element that was begun last.
func (s *scanner) skip(xml.StartElement) error {
	_, err := s.children(s.skip)
	return err
}

var errTooLarge = fmt.Errorf("the file has more than %d MiB", maxBytes>>20)

// bounded reads up to a number of bytes and fails behind it, where an
// io.LimitReader would end as if the file did.
type bounded struct {
	from io.Reader
	left int
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left == 0 {
		return 0, errTooLarge
	}
	n, err := b.from.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}
