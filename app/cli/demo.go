package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"concord/app/sample"
	"concord/assets"
	"concord/coding"
)

func (e *env) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "demo DIR",
		Short: "Make the sample study in a folder: import, code, compare, decide and export it",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			files, err := e.demo(cmd.Context(), args[0])
			if errors.Is(err, syscall.ENOSPC) {
				err = fmt.Errorf("make the sample study in %s: %w", args[0], syscall.ENOSPC)
			}
			if err != nil {
				return err
			}
			return e.print(map[string]any{"project": files[0], "files": files}, func(w io.Writer) {
				_, _ = fmt.Fprintln(w, "The sample study (invented) was built, coded, compared and exported:")
				for _, f := range files {
					_, _ = fmt.Fprintln(w, "  "+f)
				}
			})
		},
	}
}

// demo makes the study's files, the project first, in a folder. They appear there
// when all are made; where something fails, or is stopped, nothing is left.
func (e *env) demo(ctx context.Context, dir string) (files []string, err error) {
	if path := filepath.Join(dir, sample.File); exists(path) {
		return nil, fmt.Errorf("sample study: %w: %s is there already", coding.ErrConflict, path)
	}
	made := missing(dir)
	defer func() {
		if err != nil && made != "" {
			err = errors.Join(err, os.RemoveAll(made))
		}
	}()
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return nil, fmt.Errorf("demo: %w", err)
	}
	draft, err := os.MkdirTemp(dir, ".concord-*")
	if err != nil {
		return nil, fmt.Errorf("demo: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(draft)) }()
	drafts, err := e.demoDrafts(ctx, draft)
	if err != nil {
		return nil, err
	}
	for _, file := range drafts {
		to := filepath.Join(dir, filepath.Base(file))
		if err := os.Rename(file, to); err != nil {
			return nil, fmt.Errorf("demo: %w", err)
		}
		files = append(files, to)
	}
	return files, nil
}

// demoDrafts makes the files where nobody looks.
func (e *env) demoDrafts(ctx context.Context, draft string) ([]string, error) {
	path := filepath.Join(draft, sample.File)
	counter, stop := e.watch()
	err := sample.Build(ctx, path, counter)
	stop()
	if err != nil {
		return nil, err
	}
	survey, err := copySurvey(draft)
	if err != nil {
		return nil, err
	}
	e.as = ""
	exported, err := e.demoExports(ctx, path, draft)
	return append([]string{path, survey}, exported...), err
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// missing is the first of the folders on the way to dir that isn't there; empty
// where all are.
func missing(dir string) string {
	if dir = filepath.Clean(dir); exists(dir) {
		return ""
	}
	if above := missing(filepath.Dir(dir)); above != "" {
		return above
	}
	return dir
}

func copySurvey(dir string) (string, error) {
	data, err := fs.ReadFile(assets.Sample(), sample.Survey)
	if err != nil {
		return "", fmt.Errorf("demo: %w", err)
	}
	path := filepath.Join(dir, sample.Survey)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return "", fmt.Errorf("demo: %w", err)
	}
	return path, nil
}

// demoExports writes the codebook in every form, the excerpts and the report.
func (e *env) demoExports(ctx context.Context, path, dir string) ([]string, error) {
	var files []string
	err := e.with(ctx, path, func(p *project) error {
		for _, out := range []struct{ file, what string }{
			{"codebook.qdc", "codebook"},
			{"codebook.docx", "codebook"},
			{"codebook.xlsx", "codebook"},
			{"codebook.csv", "codebook"},
			{"codebook.html", "codebook"},
			{"codebook.md", "codebook"},
			{"excerpts.csv", "excerpts"},
			{"excerpts.xlsx", "excerpts"},
			{"excerpts.html", "excerpts"},
			{"report.docx", "report"},
			{"report.html", "report"},
		} {
			file := filepath.Join(dir, out.file)
			if _, err := p.export(ctx, file, wanted{what: out.what}, nil); err != nil {
				return err
			}
			files = append(files, file)
		}
		return nil
	})
	return files, err
}
