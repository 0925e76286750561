package cli

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"concord/app/sample"
	"concord/assets"
)

func (e *env) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "demo DIR",
		Short: "Make the sample study in a folder: import, code, compare, decide and export it",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := args[0]
			if err := os.MkdirAll(dir, 0o750); err != nil {
				return fmt.Errorf("demo: %w", err)
			}
			path := filepath.Join(dir, sample.File)
			counter, stop := e.watch()
			err := sample.Build(cmd.Context(), path, counter)
			stop()
			if err != nil {
				return err
			}
			files := []string{path}
			survey, err := copySurvey(dir)
			if err != nil {
				return err
			}
			files = append(files, survey)
			e.as = ""
			exported, err := e.demoExports(cmd.Context(), path, dir)
			if err != nil {
				return err
			}
			files = append(files, exported...)
			return e.print(map[string]any{"project": path, "files": files}, func(w io.Writer) {
				_, _ = fmt.Fprintln(w, "The sample study (invented) was built, coded, compared and exported:")
				for _, f := range files {
					_, _ = fmt.Fprintln(w, "  "+f)
				}
			})
		},
	}
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
