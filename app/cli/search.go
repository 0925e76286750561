package cli

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"concord/app/reach"
	"concord/coding"
	"concord/coding/progress"
	"concord/index"
	"concord/index/query"
)

type searchOutcome struct {
	// Total is how many sources were found, Places how many places in them.
	Total  int         `json:"total"`
	Places int         `json:"places"`
	Hits   []searchHit `json:"hits"`
	// By is asked for with --by.
	By    *searchTally `json:"by,omitempty"`
	Coded int          `json:"coded,omitempty"`
}

type searchHit struct {
	Source  string        `json:"source"`
	Matches []searchMatch `json:"matches"`
}

type searchMatch struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Left  string `json:"left"`
	Right string `json:"right"`
}

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
  question: source: case: kind:   the question, the name, the respondent, comment or document`

func (e *env) searchCommand() *cobra.Command {
	var context_, limit int
	var codeAs, by, far, format string
	var create bool
	cmd := &cobra.Command{
		Use:   "search PROJECT QUERY [--by ATTRIBUTE] [--context N] [--limit N] [--code-as PATH [--reach REACH]]",
		Short: "Search the texts, and code what is found",
		Long:  queryLanguage,
		Args:  cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if context_ < 0 || limit < 0 {
				return usage("--context and --limit are 0 or more")
			}
			if !slices.Contains(reach.All(), reach.Reach(far)) {
				return usage("--reach %q: there are hit, sentence, comment", far)
			}
			if format != "" && format != "csv" {
				return usage("--format %q: there is csv; JSON comes with --json", format)
			}
			q, err := query.Parse(args[1])
			if err != nil {
				return usageError{err}
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				if codeAs != "" {
					limit = 0
				}
				hits, tally, err := p.found(cmd.Context(), q, limit, by)
				if err != nil {
					return err
				}
				out, err := p.outcome(cmd.Context(), hits, context_)
				if err != nil {
					return err
				}
				out.By = tally
				if codeAs != "" {
					if out.Coded, err = p.codeHits(cmd.Context(), hits, codeAs, reach.Reach(far), create); err != nil {
						return err
					}
				}
				if format == "csv" && !e.json {
					return out.writeCSV(e.Out)
				}
				return e.print(out, func(w io.Writer) { out.tell(w) })
			})
		},
	}
	flags := cmd.Flags()
	flags.IntVar(&context_, "context", 40, "characters of context on both sides of a place")
	flags.IntVar(&limit, "limit", 50, "how many comments at the most; 0 is all")
	flags.StringVar(&by, "by", "", "count what is found by the values of this attribute, too")
	flags.StringVar(&codeAs, "code-as", "", "give every place found this code, as one step")
	flags.StringVar(&far, "reach", string(reach.Hit), "how far the code reaches from a place: hit, sentence, comment")
	flags.StringVar(&format, "format", "", "print the places as csv, a line each, in place of words")
	flags.BoolVar(&create, "create", false, "make the code if the codebook hasn't got it")
	return cmd
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

// outcome puts the hits' texts and contexts in.
func (p *project) outcome(ctx context.Context, hits index.Hits, width int) (searchOutcome, error) {
	out := searchOutcome{Total: hits.Sources, Places: hits.Places, Hits: []searchHit{}}
	ids := make([]coding.SourceID, len(hits.List))
	for i, h := range hits.List {
		ids[i] = h.Source
	}
	texts, err := textsOf(ctx, p, ids)
	if err != nil {
		return out, err
	}
	names := map[coding.SourceID]string{}
	for s, err := range p.Sources(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return out, err
		}
		names[s.ID] = s.Name
	}
	for _, h := range hits.List {
		hit := searchHit{Source: names[h.Source], Matches: []searchMatch{}}
		runes := []rune(texts[h.Source])
		for _, s := range h.Spans {
			if s.End > len(runes) {
				continue // the source was taken out meanwhile
			}
			hit.Matches = append(hit.Matches, searchMatch{
				Start: s.Start, End: s.End, Text: string(runes[s.Start:s.End]),
				Left:  string(runes[max(0, s.Start-width):s.Start]),
				Right: string(runes[s.End:min(len(runes), s.End+width)]),
			})
		}
		out.Hits = append(out.Hits, hit)
	}
	return out, nil
}

func (o searchOutcome) tell(w io.Writer) {
	_, _ = fmt.Fprintf(w, "%s in %s\n", counted(o.Places, "place"), counted(o.Total, "source"))
	for _, h := range o.Hits {
		for _, m := range h.Matches {
			_, _ = fmt.Fprintf(w, "%-12s %*s[%s]%s\n", h.Source, 44, oneLine(m.Left), m.Text, oneLine(m.Right))
		}
		if len(h.Matches) == 0 {
			_, _ = fmt.Fprintln(w, h.Source)
		}
	}
	if o.By != nil {
		o.By.tell(w)
	}
	if o.Coded > 0 {
		_, _ = fmt.Fprintf(w, "%d excerpts coded\n", o.Coded)
	}
}

// writeCSV writes the places, a line each; a hit without places has one without words.
func (o searchOutcome) writeCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	lines := [][]string{{"source", "start", "end", "left", "hit", "right"}}
	for _, h := range o.Hits {
		for _, m := range h.Matches {
			lines = append(lines, []string{h.Source, fmt.Sprint(m.Start), fmt.Sprint(m.End), m.Left, m.Text, m.Right})
		}
		if len(h.Matches) == 0 {
			lines = append(lines, []string{h.Source, "", "", "", "", ""})
		}
	}
	if err := out.WriteAll(lines); err != nil {
		return fmt.Errorf("print the outcome: %w", err)
	}
	return nil
}

func oneLine(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r == '\n' || r == '\t' || r == '\r' {
			out[i] = ' '
		}
	}
	return string(out)
}
