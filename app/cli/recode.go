package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"concord/coding"
)

// codingChange is a coding as it stands after a change, and whether it is gone.
type codingChange struct {
	Coding  coding.CodingID `json:"coding"`
	Excerpt codedExcerpt    `json:"excerpt"`
	Code    string          `json:"code"`
	Unsure  bool            `json:"unsure"`
	Removed bool            `json:"removed,omitempty"`
}

// recoding is a change of codings that there are: what the verb is followed by,
// and the span that they are to have.
type recoding struct {
	verb string
	ids  []string
	to   string
}

const recodeVerbs = "remove, move, unsure, sure"

// check says what is wrong with how a change of codings is written.
func (r recoding) check(cmd *cobra.Command) error {
	placed := false
	for _, flag := range []string{"source", "start", "end", "code"} {
		placed = placed || cmd.Flags().Changed(flag)
	}
	switch {
	case r.verb != "remove" && r.verb != "move" && r.verb != "unsure" && r.verb != "sure":
		return usage("there is no code PROJECT %s: there are %s", r.verb, recodeVerbs)
	case cmd.Flags().Changed("create"):
		return usage("--create doesn't belong here")
	case placed == (len(r.ids) > 0):
		return usage("name the codings by their ids (concord excerpts PROJECT --json has them), or one of yours by --source, --start, --end and --code")
	case (r.verb == "move") != (r.to != ""):
		return usage("--to START-END says where an excerpt moves, and belongs to move alone")
	case r.verb != "remove" && len(r.ids) > 1:
		return usage("only remove takes several codings at once; write: concord code PROJECT %s CODING", r.verb)
	}
	return nil
}

// codingAt is the person's own coding at a place, in the round named where one is.
func (p *project) codingAt(ctx context.Context, f codeFlags) ([]coding.Coding, error) {
	_, at, err := f.excerpt(ctx, p)
	if err != nil {
		return nil, err
	}
	code, err := p.findCode(ctx, f.code)
	if err != nil {
		return nil, err
	}
	filter := coding.CodingFilter{Sources: []coding.SourceID{at.Source}, Codes: []coding.CodeID{code.ID}, Coders: []coding.CoderID{p.me.ID}}
	if f.round != "" {
		in, err := p.findRound(ctx, f.round)
		if err != nil {
			return nil, err
		}
		filter.Rounds = []coding.RoundID{in.ID}
	}
	var codings []coding.Coding
	for c, err := range p.Codings(ctx, filter) {
		if err != nil {
			return nil, err
		}
		if c.Excerpt == at {
			codings = append(codings, c)
		}
	}
	switch len(codings) {
	case 0:
		return nil, fmt.Errorf("%w: %s has not given %s to just this excerpt", coding.ErrNotFound, p.me.Name, code.Name)
	case 1:
		return codings, nil
	}
	return nil, fmt.Errorf("%w: %s has given %s to this excerpt in several rounds; name one with --round", coding.ErrInvalid, p.me.Name, code.Name)
}

// recode carries out a change of codings that there are.
func (e *env) recode(ctx context.Context, p *project, r recoding, codings []coding.Coding) error {
	var err error
	ids := make([]coding.CodingID, len(codings))
	for i, c := range codings {
		ids[i] = c.ID
	}
	switch r.verb {
	case "remove":
		err = p.Unapply(ctx, ids...)
	case "move":
		err = p.reshape(ctx, codings[0], r.to)
	default:
		err = p.MarkUnsure(ctx, ids[0], r.verb == "unsure")
	}
	if err != nil {
		return err
	}
	rows, err := p.recoded(ctx, codings, r.verb == "remove")
	if err != nil {
		return err
	}
	return e.print(rows, func(w io.Writer) {
		for _, row := range rows {
			state := map[string]string{"remove": "is no longer", "unsure": "is, perhaps,"}[r.verb]
			if state == "" {
				state = "is"
			}
			_, _ = fmt.Fprintf(w, "%s %d to %d: “%s” %s %s\n", row.Excerpt.Source, row.Excerpt.Start, row.Excerpt.End, row.Excerpt.Text, state, row.Code)
		}
	})
}

// codingsBy are the codings with these ids.
func (p *project) codingsBy(ctx context.Context, ids []string) ([]coding.Coding, error) {
	var codings []coding.Coding
	for _, id := range ids {
		before := len(codings)
		for c, err := range p.Codings(ctx, coding.CodingFilter{IDs: []coding.CodingID{coding.CodingID(id)}}) {
			if err != nil {
				return nil, err
			}
			codings = append(codings, c)
		}
		if len(codings) == before {
			return nil, fmt.Errorf("%w: no coding %s; their ids are told by: concord excerpts PROJECT --json", coding.ErrNotFound, id)
		}
	}
	return codings, nil
}

// reshape gives a coding of the person's own the span written as START-END.
func (p *project) reshape(ctx context.Context, c coding.Coding, to string) error {
	start, end, cut := strings.Cut(to, "-")
	from, err := strconv.Atoi(start)
	until, wrong := strconv.Atoi(end)
	if !cut || err != nil || wrong != nil {
		return usage("--to %q: write START-END, as in 12-48", to)
	}
	if c.Coder != p.me.ID {
		return fmt.Errorf("%w: the coding is %s's, who alone moves it", coding.ErrForbidden, p.coderName(c.Coder))
	}
	return p.Reshape(ctx, c.ID, coding.Span{Start: from, End: until})
}

// recoded are codings after a change: as they stand, or as they were where they
// are gone. One that became part of another is told as that one.
func (p *project) recoded(ctx context.Context, was []coding.Coding, removed bool) ([]codingChange, error) {
	book, err := p.Codebook(ctx)
	if err != nil {
		return nil, err
	}
	names, err := namesOf(ctx, p)
	if err != nil {
		return nil, err
	}
	rows := []codingChange{}
	for _, c := range was {
		for now, err := range p.Codings(ctx, coding.CodingFilter{IDs: []coding.CodingID{c.ID}}) {
			if err != nil {
				return nil, err
			}
			c = now
		}
		text, err := textOf(ctx, p, c.Source)
		if err != nil {
			return nil, err
		}
		rows = append(rows, codingChange{
			Coding: c.ID, Excerpt: codedExcerpt{names[c.Source], c.Start, c.End, coding.Slice(text, c.Span)},
			Code: book.Path(c.Code), Unsure: c.Unsure, Removed: removed,
		})
	}
	return rows, nil
}
