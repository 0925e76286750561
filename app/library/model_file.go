package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"concord/coding"
	"concord/coding/document"
	"concord/coding/refi"
	"concord/coding/tabular"
)

// FileKind is what a file is taken for, by its name.
type FileKind int

// A file that can't come in, a survey's table, a text, a codebook.
const (
	Foreign FileKind = iota
	Survey
	Text
	Book
)

// KindOf says what a file is taken for.
func KindOf(path string) FileKind {
	name := filepath.Base(path)
	switch {
	case strings.EqualFold(filepath.Ext(name), ".qdc"):
		return Book
	case document.Known(name):
		return Text
	case tabular.Known(name):
		return Survey
	}
	return Foreign
}

// Endings are those of the files that can come in.
func Endings() []string {
	return []string{".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".txt", ".md", ".qdc"}
}

// Brought is what a text or a codebook brought in.
type Brought struct {
	// Documents that are new.
	Documents int
	// Codes that are new, and those that took from the file what they lacked.
	Codes, Filled int
	// Unchanged documents or codes, which were there already.
	Unchanged int
	// Differing are the parts of codes where the project's word stands.
	Differing int
	// Lost says in sentences what didn't come in.
	Lost []string
}

// ImportText brings a text in as a document, as one step.
func ImportText(ctx context.Context, s *coding.Session, path string) (Brought, error) {
	text, err := document.ReadFile(ctx, path, "")
	if err != nil {
		return Brought{}, err
	}
	step, outcome, err := document.Import(ctx, s, s.Mint(), text)
	if err != nil {
		return Brought{}, fmt.Errorf("import %s: %w", path, err)
	}
	if len(step.Changes) > 0 {
		if _, err := s.Do(ctx, step); err != nil {
			return Brought{}, fmt.Errorf("import %s: %w", path, err)
		}
	}
	return Brought{Documents: outcome.Sources, Unchanged: outcome.Unchanged}, nil
}

// ImportBook brings a codebook in, as one step.
func ImportBook(ctx context.Context, s *coding.Session, path string) (b Brought, err error) {
	file, err := os.Open(path)
	if err != nil {
		return b, fmt.Errorf("import codebook: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	book, err := refi.ReadCodebook(filepath.Base(path), file)
	if err != nil {
		return b, err
	}
	in, err := book.Into(ctx, s, s.Mint())
	if err != nil {
		return b, fmt.Errorf("import %s: %w", path, err)
	}
	if len(in.Changes) > 0 {
		if err := s.Make(ctx, in.Label, in.Changes...); err != nil {
			return b, fmt.Errorf("import %s: %w", path, err)
		}
	}
	return Brought{Codes: in.Added, Filled: in.Filled, Unchanged: in.Unchanged, Differing: len(in.Differences), Lost: in.Lost}, nil
}
