package codebook

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"concord/assets"
	"concord/coding"
	"concord/coding/progress"
	"concord/coding/refi"
	"concord/coding/report"
)

// Endings are the forms in which a codebook leaves, by the endings of files.
func Endings() []string { return []string{"qdc", "docx", "xlsx", "csv", "html", "md"} }

// Export writes the codebook to a file in the form that its ending says, and
// lists in sentences what that form can't hold. Words are the language of what
// people read in it; English where nil.
func Export(ctx context.Context, r coding.Reader, path string, date time.Time, words report.Words, p *progress.Counter) (lost []string, err error) {
	p.Start("export the codebook", 0)
	if !strings.EqualFold(filepath.Ext(path), ".qdc") {
		book, err := report.ReadBook(ctx, r, date, report.Selection{Words: words})
		if err != nil {
			return nil, fmt.Errorf("read the codebook: %w", err)
		}
		return nil, report.Export(ctx, path, book)
	}
	err = report.Save(path, func(w io.Writer) error {
		lost, err = refi.WriteCodebook(ctx, w, r, assets.Program)
		return err
	})
	return lost, err
}

// Import brings the codes of a .qdc file in, as one step, and says what came.
func Import(ctx context.Context, s *coding.Session, path string, p *progress.Counter) (made *refi.Import, err error) {
	p.Start("import the codebook", 0)
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	book, err := refi.ReadCodebook(filepath.Base(path), file)
	if err != nil {
		return nil, err
	}
	made, err = book.Into(ctx, s, s.Mint())
	if err != nil || len(made.Changes) == 0 {
		return made, err
	}
	return made, s.Make(ctx, made.Label, made.Changes...)
}
