package document

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode/utf32"

	"concord/coding"
)

// Encoding is the name of a way in which bytes spell characters, as IANA or the
// web's encoding standard registers it; case doesn't matter. The empty Encoding
// stands for "not said": it is recognised from the bytes.
type Encoding string

// The encodings that Recognize tells apart. NewReader takes many more.
const (
	UTF8        Encoding = "UTF-8"
	UTF16LE     Encoding = "UTF-16LE"
	UTF16BE     Encoding = "UTF-16BE"
	UTF32LE     Encoding = "UTF-32LE"
	UTF32BE     Encoding = "UTF-32BE"
	Windows1252 Encoding = "windows-1252"
)

// Encodings are names to offer a person who must say what a file is in, the
// likeliest first. Any other name that IANA registers is understood too.
func Encodings() []Encoding {
	return []Encoding{
		UTF8, UTF16LE, UTF16BE, Windows1252, "macintosh", "IBM850", "IBM437",
		"ISO-8859-2", "windows-1250", "windows-1251", "KOI8-R", "windows-1253", "windows-1254",
		"windows-1255", "windows-1256", "Shift_JIS", "EUC-JP", "EUC-KR", "GB18030", "Big5",
	}
}

// Check says whether the encoding is one that can be read; the error says what would be.
func (e Encoding) Check() error {
	_, _, err := e.lookup()
	return err
}

// lookup finds the encoding's decoder. The Unicode encodings other than UTF-32
// have none, as their faults are found by readers of our own; their canonical
// name says which they are.
func (e Encoding) lookup() (encoding.Encoding, Encoding, error) {
	name := strings.TrimSpace(string(e))
	for _, known := range []Encoding{UTF8, UTF16LE, UTF16BE} {
		if strings.EqualFold(strings.ReplaceAll(name, "_", "-"), string(known)) {
			return nil, known, nil
		}
	}
	switch strings.ToUpper(name) {
	case "UTF8", "UTF-8-SIG", "UTF8-SIG":
		return nil, UTF8, nil
	case "UTF16", "UTF-16":
		return nil, "UTF-16", nil
	case string(UTF32LE):
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), UTF32LE, nil
	case string(UTF32BE), "UTF-32":
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM), UTF32BE, nil
	}
	if found, err := htmlindex.Get(name); err == nil && found != encoding.Replacement {
		return found, e, nil
	}
	if found, err := ianaindex.IANA.Encoding(name); err == nil && found != nil {
		return found, e, nil
	}
	return nil, e, coding.Unfit("unknown encoding %q: name it as IANA does, for example UTF-8, UTF-16LE, windows-1252, macintosh, IBM850, ISO-8859-2, Shift_JIS or GB18030", name)
}
