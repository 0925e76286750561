package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"concord/app/wordbook"
	"concord/assets"
	"concord/coding/refi"
	"concord/coding/report"
)

type exportOutcome struct {
	File string   `json:"file"`
	Lost []string `json:"lost"`
}

// exported are what can be written, in the order in which it is offered.
func exported() []string {
	return append([]string{"codebook", "excerpts", "matrix", "ratings", "report"}, studyParts()...)
}

// wanted is what of a project is to be written.
type wanted struct {
	what, by, language string
	selection
	ratings ratingsFlags
}

// ratingsFlags say whose ratings go into a table, and of what.
type ratingsFlags struct {
	coders    string
	unit      string
	themes    bool
	allLooked bool
}

func (e *env) exportCommand() *cobra.Command {
	var w wanted
	cmd := &cobra.Command{
		Use:   "export PROJECT FILE [--what " + strings.Join(exported(), "|") + "]",
		Short: "Write the codebook, excerpts, counts, ratings, the report or a part of it to a file, by its ending",
		Long: "Write a part of the project to a file, by its ending: .docx .xlsx .csv .html .md, a codebook also .qdc." +
			"\nThemes, items and cooccurrence are tables in these; in .svg and .png they are charts.",
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(exported(), w.what) {
				return usage("--what %q: this version exports %s", w.what, strings.Join(exported(), ", "))
			}
			if err := w.ratings.check(cmd, w.what); err != nil {
				return err
			}
			if err := fits(args[1], w.what); err != nil {
				return err
			}
			if w.by != "" && w.what != "themes" && w.what != "report" {
				return usage("--by says nothing of %s", w.what)
			}
			if w.language != english && (w.what == "matrix" || w.what == "ratings" || strings.EqualFold(filepath.Ext(args[1]), ".qdc")) {
				return usage("--language says nothing of a matrix, of ratings, and of .qdc")
			}
			words, err := wordsIn(w.language)
			if err != nil {
				return err
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				lost, err := p.export(cmd.Context(), args[1], w, words)
				if err != nil {
					return err
				}
				return e.print(exportOutcome{args[1], lost}, func(out io.Writer) {
					_, _ = fmt.Fprintf(out, "Wrote %s.\n", args[1])
					for _, l := range lost {
						_, _ = fmt.Fprintf(out, "Not in the file: %s\n", l)
					}
				})
			})
		},
	}
	cmd.Flags().StringVar(&w.what, "what", "codebook", "what to write: "+strings.Join(exported(), ", "))
	cmd.Flags().StringVar(&w.by, "by", "", "of themes and the report: the attribute whose values make the columns")
	cmd.Flags().StringVar(&w.language, "language", english, "the language of the document: "+strings.Join(languages(), ", "))
	w.flags(cmd)
	w.ratings.add(cmd)
	return cmd
}

func (f *ratingsFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.coders, "coders", "", "of ratings: the coders, with commas between the names")
	flags.StringVar(&f.unit, "unit", "comment", "of ratings: what makes a row: comment, sentence, paragraph")
	flags.BoolVar(&f.themes, "theme", false, "of ratings: themes in place of codes")
	flags.BoolVar(&f.allLooked, "all-looked", false, "of ratings outside rounds: count every source as looked at by every coder")
}

// check refuses flags that have no meaning with what is written.
func (f *ratingsFlags) check(cmd *cobra.Command, what string) error {
	foreign := []string{"coders", "unit", "theme", "all-looked"}
	if what == "ratings" {
		foreign = []string{"coder", "consensus", "where"}
	}
	for _, name := range foreign {
		if cmd.Flags().Changed(name) {
			return usage("--%s says nothing of %s", name, what)
		}
	}
	if !slices.Contains([]string{"comment", "sentence", "paragraph"}, f.unit) {
		return usage("--unit %q: there are comment, sentence, paragraph", f.unit)
	}
	return nil
}

// fits checks that a file with this ending can hold what is asked for.
func fits(path, what string) error {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".qdc":
		if what != "codebook" {
			return usage("a .qdc file holds a codebook; %s goes into .docx, .xlsx, .csv, .html or .md", what)
		}
		return nil
	case ".qdpx":
		return usage("this version writes no .qdpx project yet; the codebook goes into .qdc")
	}
	if slices.Contains(studyParts(), what) && chartEnding(path) != "" {
		return nil
	}
	if _, err := report.FormatOf(path); err != nil {
		if slices.Contains(studyParts(), what) {
			return usage("%s: that goes into .svg or .png as a chart, into .docx, .xlsx, .csv, .html or .md as a table", path)
		}
		if what == "codebook" {
			return usage("%s: a codebook goes into .qdc, .docx, .xlsx, .csv, .html or .md", path)
		}
		return usage("%s: %s goes into .docx, .xlsx, .csv, .html or .md", path, what)
	}
	return nil
}

// export writes one file and says what of the project the format has no place for.
func (p *project) export(ctx context.Context, path string, w wanted, words *wordbook.Book) (lost []string, err error) {
	lost = []string{}
	if strings.EqualFold(filepath.Ext(path), ".qdc") {
		err = report.Save(path, func(out io.Writer) error {
			more, err := refi.WriteCodebook(ctx, out, p, assets.Program)
			lost = append(lost, more...)
			return err
		})
		return lost, err
	}
	chosen, err := w.resolve(ctx, p)
	if err != nil {
		return lost, err
	}
	chosen.Words = words
	var document report.Document
	switch w.what {
	case "themes", "items", "cooccurrence":
		part, err := p.studyPart(ctx, w.what, w.by, words, chosen)
		if err != nil {
			return lost, err
		}
		if chartEnding(path) != "" {
			return lost, saveChart(path, part.chart)
		}
		document = part.table
	case "codebook":
		document, err = report.ReadBook(ctx, p, time.Now(), chosen)
	case "matrix":
		document, err = report.ReadMatrix(ctx, p, time.Now(), chosen)
	case "ratings":
		document, err = p.ratings(ctx, w.selection, w.ratings)
	case "excerpts":
		document, err = report.ReadExcerpts(ctx, p, time.Now(), chosen)
	default:
		document, err = report.ReadStudy(ctx, p, time.Now(), w.by, chosen)
	}
	if err != nil {
		return lost, err
	}
	return lost, report.Export(ctx, path, document)
}

// ratings are what coders said of every unit.
func (p *project) ratings(ctx context.Context, s selection, f ratingsFlags) (*report.Ratings, error) {
	asked := agreementFlags{round: s.round, coders: f.coders, unit: f.unit, overlap: 50, allLooked: f.allLooked}
	question := asked.question()
	question.Progress = p.progress
	codes, err := p.findCodes(ctx, s.codes)
	if err != nil {
		return nil, err
	}
	return report.ReadRatings(ctx, p, time.Now(), question, codes, f.themes)
}
