package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"concord/coding"
)

// Text is what a file says.
type Text struct {
	// File is the file's name without its folder.
	File string
	Body string
	// Encoding that it was read in, recognised or named.
	Encoding Encoding
}

// SizeLimit is far beyond any transcript; a larger file is something else.
const SizeLimit = 64 << 20

// Known says whether the file's name is one of a document that Read reads.
func Known(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", ".text", ".md", ".markdown":
		return true
	}
	return false
}

// Read reads the file called name in fsys, in encoding e or, if that is empty,
// in the one that Recognize finds. Markdown is read as it is written: its marks
// are part of the text, so that positions in it are those of the file.
func Read(ctx context.Context, fsys fs.FS, name string, e Encoding) (Text, error) {
	t := Text{File: path.Base(name), Encoding: e}
	if err := t.read(ctx, fsys, name); err != nil {
		return Text{}, fmt.Errorf("read %s: %w", t.File, err)
	}
	return t, nil
}

// ReadFile is Read for a file of the machine.
func ReadFile(ctx context.Context, file string, e Encoding) (Text, error) {
	return Read(ctx, os.DirFS(filepath.Dir(file)), filepath.Base(file), e)
}

func (t *Text) read(ctx context.Context, fsys fs.FS, name string) (err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	raw, err := io.ReadAll(io.LimitReader(f, SizeLimit+1))
	if err != nil {
		return err
	}
	if len(raw) > SizeLimit {
		return coding.Unfit("the file is larger than %d MB, which no document is", SizeLimit>>20)
	}
	if what := notText(raw); what != "" {
		return coding.Unfit("this is %s, not a text file; save it as plain text (.txt)", what)
	}
	if t.Encoding == "" {
		if t.Encoding, err = Recognize(ctx, bytes.NewReader(raw)); err != nil {
			return err
		}
	}
	r, err := NewReader(bytes.NewReader(raw), t.Encoding)
	if err != nil {
		return err
	}
	body, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if strings.TrimSpace(string(body)) == "" {
		return coding.Unfit("there is no text in it")
	}
	t.Body = string(body)
	return ctx.Err()
}

// notText names files that are often taken for text.
func notText(raw []byte) string {
	begins := func(mark string) bool { return bytes.HasPrefix(raw, []byte(mark)) }
	switch {
	case begins("PK\x03\x04"):
		return "an archive or a word processor's file"
	case begins("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"):
		return "a file of an old word processor"
	case begins("%PDF-"):
		return "a PDF file"
	case begins(`{\rtf`):
		return "a file in rich text format"
	case begins("\x1F\x8B"):
		return "a compressed file"
	case begins("SQLite format 3\x00"):
		return "a database"
	}
	return ""
}
