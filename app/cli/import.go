package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"concord/coding/document"
	"concord/coding/refi"
	"concord/coding/store/sqlite"
	"concord/coding/tabular"
)

// importOutcome adds up what came in from all files.
type importOutcome struct {
	Sources   int               `json:"sources"`
	Cases     int               `json:"cases"`
	Codes     int               `json:"codes"`
	Codings   int               `json:"codings"`
	Skipped   []tabular.Skipped `json:"skipped"`
	Lost      []string          `json:"lost"`
	Hints     []string          `json:"hints,omitempty"`
	Unchanged int               `json:"unchanged"`
	Empty     int               `json:"empty"`
	Differing []tabular.Skipped `json:"differing"`
	Text      []string          `json:"text"`
	Title     []string          `json:"title,omitempty"`
	Round     string            `json:"round,omitempty"`
	Values    int               `json:"values"`
	Names     []namedPlace      `json:"names"`
	// Preview says that nothing was changed; Columns are what a table's become.
	Preview bool           `json:"preview,omitempty"`
	Columns []importColumn `json:"columns,omitempty"`
	told    []string
	// unheard says that nobody hears of names in the texts.
	unheard bool
}

func (e *env) importCommand() *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:   "import PROJECT FILE...",
		Short: "Bring in survey tables, documents and codebooks",
		Args:  cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			defer roomy()()
			options := sqlite.Options{Alone: large(args[1:])}
			return e.withOptions(cmd.Context(), args[0], options, func(p *project) error {
				out := importOutcome{Skipped: []tabular.Skipped{}, Lost: []string{}, Differing: []tabular.Skipped{}, Text: []string{}, Names: []namedPlace{}, Preview: f.preview, unheard: e.quiet && !e.json}
				for i, file := range args[1:] {
					if err := p.importFile(cmd.Context(), file, f, &out); err != nil {
						if i > 0 {
							return earlierFiles{err}
						}
						return err
					}
				}
				if !e.quiet {
					out.warn(e.Err)
				}
				if err := e.print(out, func(w io.Writer) { out.tell(w) }); err != nil {
					return err
				}
				return out.partly(f.where)
			})
		},
	}
	f.add(cmd)
	return cmd
}

// large reports whether there is much to bring in.
func large(files []string) bool {
	const much = 4 << 20
	total := int64(0)
	for _, file := range files {
		if info, err := os.Stat(file); err == nil {
			total += info.Size()
		}
	}
	return total > much
}

// roomy lets a command use some memory before it collects garbage, which takes a
// tenth off the time of a large import. What it returns sets that back.
func roomy() func() {
	const limit = 280 << 20
	if debug.SetMemoryLimit(-1) < limit {
		return func() {}
	}
	before, percent := debug.SetMemoryLimit(limit), debug.SetGCPercent(400)
	return func() {
		debug.SetMemoryLimit(before)
		debug.SetGCPercent(percent)
	}
}

// earlierFiles says of an error that the files before the one it is about came in.
type earlierFiles struct{ error }

func (e earlierFiles) Error() string { return e.error.Error() + " (the files before it came in)" }

func (e earlierFiles) Unwrap() error { return e.error }

// importFile brings in one file, by what it is.
func (p *project) importFile(ctx context.Context, file string, f importFlags, out *importOutcome) error {
	extension := strings.ToLower(filepath.Ext(file))
	switch {
	case extension == ".qdc":
		return p.importCodebook(ctx, file, f, out)
	case extension == ".qdpx" || extension == ".concord":
		return fmt.Errorf("import %s: this version brings in survey tables, plain text, Markdown and codebooks; not whole projects yet", file)
	case document.Known(file) && len(f.texts) == 0:
		return p.importDocument(ctx, file, f, out)
	case tabular.Known(file):
		return p.importTable(ctx, file, f, out)
	}
	return fmt.Errorf("import %s: Concord brings in .csv, .tsv, .txt, .md, .xlsx and .qdc; %q isn't among them", file, extension)
}

func (p *project) importTable(ctx context.Context, file string, f importFlags, out *importOutcome) (err error) {
	o, err := f.form.options()
	if err != nil {
		return err
	}
	t, err := tabular.OpenFile(ctx, file, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, t.Close()) }()
	plan, err := f.plan(ctx, t)
	if _, placed := errors.AsType[*tabular.RowError](err); placed { // it names the file
		return fmt.Errorf("import %w", err)
	}
	if err != nil {
		return fmt.Errorf("import %s: %w", file, err)
	}
	if f.preview {
		out.Columns = append(out.Columns, columns(file, t, plan)...)
	}
	step, outcome, err := t.Import(ctx, p, p.Mint(), plan, p.progress)
	if errors.Is(err, tabular.ErrNoText) {
		return fmt.Errorf("%w (--text names it; a table of respondents alone comes in with --case and --attribute)", err)
	}
	if err != nil {
		return err
	}
	if err := p.bring(ctx, file, step, out); err != nil {
		return err
	}
	out.Sources += outcome.Sources
	out.Cases += outcome.Cases
	out.Values += outcome.Values
	out.Codes += outcome.Codes
	out.Codings += outcome.Codings
	out.Unchanged += outcome.Unchanged
	out.Empty += outcome.Empty
	out.Skipped = append(out.Skipped, outcome.Skipped...)
	out.Differing = append(out.Differing, outcome.Differing...)
	out.Text = append(out.Text, outcome.Questions...)
	if outcome.Moved {
		out.Hints = append(out.Hints, fmt.Sprintf("%s: no column names who answered, so that rows are known by their numbers alone; if they stand in another order than before, undo the earlier import and bring both tables in with the column that names the respondents (--case)", filepath.Base(file)))
	}
	out.Title = append(out.Title, outcome.Title...)
	out.Round = outcome.Round
	out.told = append(out.told, fmt.Sprintf("%s: %s", filepath.Base(file), outcome))
	return nil
}

func (p *project) importDocument(ctx context.Context, file string, f importFlags, out *importOutcome) error {
	text, err := document.ReadFile(ctx, file, document.Encoding(f.form.encoding))
	if err != nil {
		return err
	}
	step, outcome, err := document.Import(ctx, p, p.Mint(), text)
	if err != nil {
		return fmt.Errorf("import %s: %w", file, err)
	}
	if err := p.bring(ctx, file, step, out); err != nil {
		return err
	}
	out.Sources += outcome.Sources
	out.Unchanged += outcome.Unchanged
	told := "was there already"
	if outcome.Sources > 0 {
		told = "1 document"
	}
	out.told = append(out.told, fmt.Sprintf("%s: %s.", filepath.Base(file), told))
	return nil
}

func (p *project) importCodebook(ctx context.Context, file string, f importFlags, out *importOutcome) (err error) {
	r, err := os.Open(file)
	if err != nil {
		return fmt.Errorf("import codebook: %w", err)
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	book, err := refi.ReadCodebook(filepath.Base(file), r)
	if err != nil {
		return err
	}
	in, err := book.Into(ctx, p, p.Mint())
	if err != nil {
		return fmt.Errorf("import %s: %w", file, err)
	}
	if len(in.Changes) > 0 && !f.preview {
		if err := p.Make(ctx, in.Label, in.Changes...); err != nil {
			return fmt.Errorf("import %s: %w", file, err)
		}
	}
	out.Codes += in.Added
	out.Unchanged += in.Unchanged
	out.Lost = append(out.Lost, in.Lost...)
	out.told = append(out.told, fmt.Sprintf("%s: %d codes added, %d filled in, %d unchanged.", filepath.Base(file), in.Added, in.Filled, in.Unchanged))
	for _, d := range in.Differences {
		out.told = append(out.told, fmt.Sprint(d))
	}
	return nil
}

// partly says so where rows were left out for another reason than a rule that
// the person gave.
func (o importOutcome) partly(rules []string) error {
	for _, s := range o.Skipped {
		if !slices.Contains(rules, s.Why) {
			return errPartly
		}
	}
	return nil
}

// tell words the outcome; rows left out for one reason stand in one line.
func (o importOutcome) tell(w io.Writer) {
	tellColumns(w, o.Columns)
	if o.Preview {
		_, _ = fmt.Fprintln(w, "Nothing was changed. This would come in:")
	}
	for _, line := range o.told {
		_, _ = fmt.Fprintln(w, line)
	}
	var reasons []string
	rows := map[string][]string{}
	for _, s := range slices.Concat(o.Skipped, o.Differing) {
		if rows[s.Why] == nil {
			reasons = append(reasons, s.Why)
		}
		name := s.Case
		if name == "" {
			name = fmt.Sprintf("row %d", s.Row)
		}
		rows[s.Why] = append(rows[s.Why], name)
	}
	for _, why := range reasons {
		const few = 12
		names := rows[why]
		more := ""
		if len(names) > few {
			more = fmt.Sprintf(" and %d more", len(names)-few)
			names = names[:few]
		}
		_, _ = fmt.Fprintf(w, "  %s: %s%s\n", why, strings.Join(names, ", "), more)
	}
	for _, hint := range o.Hints {
		_, _ = fmt.Fprintf(w, "  %s\n", hint)
	}
	for _, l := range o.Lost {
		_, _ = fmt.Fprintf(w, "  not brought in: %s\n", l)
	}
}
