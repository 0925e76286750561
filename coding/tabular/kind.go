package tabular

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"slices"

	"concord/coding"
)

// kind is what a file's bytes say that it is; its name may lie.
type kind int

const (
	kindText kind = iota
	kindWorkbook
	kindProtected
	kindOldWorkbook
	kindOpenDocument
	kindArchive
)

// compoundMark begins the files in which Microsoft keeps old workbooks and
// encrypted new ones ([MS-CFB], 2.2).
const compoundMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// compoundLook is how much of such a file is searched for the names of its parts.
const compoundLook = 64 << 20

func sniffKind(fsys fs.FS, name string) (k kind, err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	head := make([]byte, 4096)
	n, err := io.ReadFull(f, head)
	switch {
	case errors.Is(err, io.EOF):
		return 0, coding.Unfit("%w: the file is empty", ErrEmpty)
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return 0, err
	}
	head = head[:n]
	switch {
	case bytes.HasPrefix(head, []byte(compoundMark)):
		rest, err := io.ReadAll(io.LimitReader(f, compoundLook))
		if err != nil {
			return 0, err
		}
		if bytes.Contains(append(head, rest...), wide("EncryptedPackage")) {
			return kindProtected, nil
		}
		return kindOldWorkbook, nil
	case bytes.Contains(head, []byte("application/vnd.oasis.opendocument")):
		return kindOpenDocument, nil
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return kindWorkbook, nil
	case slices.ContainsFunc(foreign(), func(mark string) bool { return bytes.HasPrefix(head, []byte(mark)) }):
		return kindArchive, nil
	}
	return kindText, nil
}

// foreign are the beginnings of archives, documents and pictures.
func foreign() []string {
	return []string{"PK", "\x1F\x8B", "%PDF-", "{\\rtf", "\x89PNG", "GIF8", "\xFF\xD8\xFF", "SQLite format 3\x00"}
}

// refusal says what to do with a file that can't be read as it is.
func (k kind) refusal() error {
	switch k {
	case kindProtected:
		return coding.Unfit("the workbook is protected by a password; open it in the program that wrote it and save it without one")
	case kindOldWorkbook:
		return coding.Unfit("this is a workbook of Excel 2003 or older (.xls); save it as .xlsx or CSV")
	case kindOpenDocument:
		return coding.Unfit("this is an OpenDocument file; save it as .xlsx or CSV")
	}
	return coding.Unfit("this is neither a text file nor an .xlsx workbook; export the survey as CSV or .xlsx")
}

// wide is ASCII text as UTF-16LE, as compound files spell the names of their parts.
func wide(s string) []byte {
	var b []byte
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}
