package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"concord/app/reach"
	"concord/coding"
	"concord/coding/progress"
	"concord/index"
	"concord/index/query"
)

const queryLanguage = `Search the texts, and code what is found. A query is made of:

  afraid               the word and its family; accents and capitals don't matter
  "not useful"         exactly these words, next to each other ("" in it is one quote)
  under*               words that begin so
  wrod~  wrod~2        words that are written nearly so
  a b   a OR b         both; either (AND may be left out)
  NOT a   -a           without it (a query that begins with - stands behind --)
  (a OR b) c           brackets group
  cohort:Y3            an attribute; also :!= (known, and another) :> :>= :< :<= and :~ (contains)
  "Posting (weeks)":>6 a name in quotes
  code:"Safe space"    coded so, or with a code under it
  coder:Ana            coded by this person
  coded   uncoded      coded by anybody, or not
  length:>200          in characters
  question: source: case: kind:   the question, the name, the respondent, comment or document

Places are numbered as they are listed. To code some of them, look first, then
name them, with the same query and --sort:

  concord search PROJECT afraid --sort left
  concord search PROJECT afraid --sort left --only 1,3-5 --code-as Fear`

// searchFlags say what is listed of what is found, how, and what is done with it.
type searchFlags struct {
	context, limit         int
	sort, only, by, format string
	numbers                []coding.Span // of --only
	codeAs, far            string
	create                 bool
}

func (e *env) searchCommand() *cobra.Command {
	var f searchFlags
	cmd := &cobra.Command{
		Use:   "search PROJECT QUERY [--sort ORDER] [--by ATTRIBUTE] [--context N] [--limit N] [--only NUMBERS] [--code-as PATH [--reach REACH]]",
		Short: "Search the texts, and code what is found",
		Long:  queryLanguage,
		Args:  cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.check(cmd); err != nil {
				return err
			}
			q, err := query.Parse(args[1])
			if err != nil {
				return usageError{err}
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				out, err := f.run(cmd.Context(), p, q)
				if err != nil {
					return err
				}
				if f.format == "csv" && !e.json {
					return out.writeCSV(e.Out)
				}
				return e.print(out, func(w io.Writer) { out.tell(w) })
			})
		},
	}
	flags := cmd.Flags()
	flags.IntVar(&f.context, "context", 40, "characters of context on both sides of a place")
	flags.IntVar(&f.limit, "limit", 50, "how many comments at the most; 0 is all")
	flags.StringVar(&f.sort, "sort", sortPlace, "the order of the list: place (the project's), source (by name), left or right (by the words at that side)")
	flags.StringVar(&f.only, "only", "", "only the places with these numbers in the list, as in 1,3-5")
	flags.StringVar(&f.by, "by", "", "count what is found by the values of this attribute, too")
	flags.StringVar(&f.codeAs, "code-as", "", "give every place found, or those of --only, this code, as one step")
	flags.StringVar(&f.far, "reach", string(reach.Hit), "how far the code reaches from a place: hit, sentence, comment")
	flags.StringVar(&f.format, "format", "", "print the places as csv, a line each, in place of words")
	flags.BoolVar(&f.create, "create", false, "make the code if the codebook hasn't got it")
	return cmd
}

// check says what is wrong with how the command is written.
func (f *searchFlags) check(cmd *cobra.Command) (err error) {
	switch {
	case f.context < 0 || f.limit < 0:
		return usage("--context and --limit are 0 or more")
	case !slices.Contains(searchSorts(), f.sort):
		return usage("--sort %q: there are %s", f.sort, strings.Join(searchSorts(), ", "))
	case !slices.Contains(reach.All(), reach.Reach(f.far)):
		return usage("--reach %q: there are hit, sentence, comment", f.far)
	case f.format != "" && f.format != "csv":
		return usage("--format %q: there is csv; JSON comes with --json", f.format)
	case cmd.Flags().Changed("only"):
		f.numbers, err = parseNumbers(f.only)
	}
	return err
}

// run searches, chooses what is listed, and codes it where that is asked for.
// Numbers are those of the whole list: a limit only cuts its end off.
func (f *searchFlags) run(ctx context.Context, p *project, q query.Query) (searchOutcome, error) {
	limit := f.limit
	if f.codeAs != "" || f.numbers != nil || f.sort != sortPlace {
		limit = 0
	}
	hits, tally, err := p.found(ctx, q, limit, f.by)
	if err != nil {
		return searchOutcome{}, err
	}
	lines, err := p.lines(ctx, hits.List, f.context, f.sort)
	if err != nil {
		return searchOutcome{}, err
	}
	switch {
	case f.numbers != nil:
		if lines, err = only(lines, f.numbers); err != nil {
			return searchOutcome{}, err
		}
	case f.codeAs == "":
		lines = first(lines, f.limit)
	}
	if err := p.readCodes(ctx, lines); err != nil {
		return searchOutcome{}, err
	}
	out := searchOutcome{Total: hits.Sources, Places: hits.Places, Hits: hitsOf(lines), By: tally}
	for _, family := range hits.Families {
		out.Families = append(out.Families, searchFamily{family.Word, family.Terms})
	}
	if f.codeAs != "" {
		out.Coded, err = p.codeLines(ctx, lines, f.codeAs, reach.Reach(f.far), f.create)
	}
	return out, err
}

// indexFolder is where indexes are kept, those of the window too; without a
// cache folder they live in memory.
func indexFolder() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(cache, "concord", "index")
}

// search opens the index, brings it up to date, and looks the query up.
func (p *project) search(ctx context.Context, q query.Query, limit int) (hits index.Hits, err error) {
	x, err := index.Open(ctx, p, index.Options{Dir: indexFolder(), File: p.path, Progress: p.progress})
	if err != nil {
		return hits, err
	}
	defer func() { err = errors.Join(err, x.Close()) }()
	return x.Search(ctx, p, q, index.Page{Limit: limit})
}

// manyTexts is how many have to come at once for the first search to be slow.
const manyTexts = 2000

// doIndexed does a step. The index of a large import is built along with it, so
// that the first search finds it there.
func (p *project) doIndexed(ctx context.Context, step coding.Step) error {
	if len(step.Texts) < manyTexts {
		_, err := p.Do(progress.With(ctx, p.progress), step)
		return err
	}
	x, err := index.Open(ctx, p, index.Options{Dir: indexFolder(), File: p.path})
	if err != nil || x.InMemory() {
		// What it would have made is made at the first search.
		if err == nil {
			_ = x.Close()
		}
		_, err := p.Do(progress.With(ctx, p.progress), step)
		return err
	}
	if _, err := x.Do(ctx, p, step, p.progress); err != nil {
		return errors.Join(err, x.Close())
	}
	return errors.Join(x.Follow(ctx, p, p.progress), x.Close())
}
