package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"concord/assets"
	"concord/coding/refi"
	"concord/coding/report"
)

type exportOutcome struct {
	File string   `json:"file"`
	Lost []string `json:"lost"`
}

func (e *env) exportCommand() *cobra.Command {
	var what string
	var s selection
	cmd := &cobra.Command{
		Use:   "export PROJECT FILE [--what codebook|excerpts|report]",
		Short: "Write the codebook, the excerpts or the report to a file, by its ending",
		Args:  cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if what != "codebook" && what != "excerpts" && what != "report" {
				return usage("--what %q: this version exports codebook, excerpts and report", what)
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				lost, err := p.export(cmd.Context(), args[1], what, s)
				if err != nil {
					return err
				}
				return e.print(exportOutcome{args[1], lost}, func(w io.Writer) {
					_, _ = fmt.Fprintf(w, "Wrote %s.\n", args[1])
					for _, l := range lost {
						_, _ = fmt.Fprintf(w, "Not in the file: %s\n", l)
					}
				})
			})
		},
	}
	cmd.Flags().StringVar(&what, "what", "codebook", "codebook, excerpts or report")
	s.flags(cmd)
	return cmd
}

// export writes one file and says what of the project the format has no place for.
func (p *project) export(ctx context.Context, path, what string, s selection) (lost []string, err error) {
	lost = []string{}
	if strings.EqualFold(filepath.Ext(path), ".qdc") {
		if what != "codebook" {
			return lost, usage("a .qdc file holds a codebook; %s goes into .docx, .xlsx, .csv, .html or .md", what)
		}
		err = report.Save(path, func(w io.Writer) error {
			more, err := refi.WriteCodebook(ctx, w, p, assets.Program)
			lost = append(lost, more...)
			return err
		})
		return lost, err
	}
	if strings.EqualFold(filepath.Ext(path), ".qdpx") {
		return lost, usage("this version writes no .qdpx project yet; the codebook goes into .qdc")
	}
	chosen, err := s.resolve(ctx, p)
	if err != nil {
		return lost, err
	}
	var document report.Document
	switch what {
	case "codebook":
		document, err = report.ReadBook(ctx, p, time.Now(), chosen)
	case "excerpts":
		document, err = report.ReadExcerpts(ctx, p, time.Now(), chosen)
	default:
		document, err = report.ReadStudy(ctx, p, time.Now(), "", chosen)
	}
	if err != nil {
		return lost, err
	}
	return lost, report.Export(ctx, path, document)
}
