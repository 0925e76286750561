package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"concord/coding"
)

// mergeOutcome is what a merge moved, or would move.
type mergeOutcome struct {
	From     string `json:"from"`
	Into     string `json:"into"`
	Codings  int    `json:"codings"`
	Excerpts int    `json:"excerpts"`
	Sources  int    `json:"sources"`
	Joined   int    `json:"joined"`
	// Coders are the excerpts of each coder.
	Coders   map[string]int `json:"coders"`
	Codes    int            `json:"codes"`
	Memos    int            `json:"memos"`
	Examples int            `json:"examples"`
	// Refused says why it can't be done; a preview alone has it.
	Refused string `json:"refused,omitempty"`
}

func mergeCodes(ctx context.Context, e *env, p *project, edit *codeEdit, args []string) error {
	from, err := p.findCode(ctx, args[0])
	if err != nil {
		return err
	}
	into, err := p.findCode(ctx, args[1])
	if err != nil {
		return err
	}
	book, err := p.Codebook(ctx)
	if err != nil {
		return err
	}
	work := p.MergeCodes
	if edit.preview {
		work = p.PlanMerge
	}
	m, err := work(ctx, from.ID, into.ID)
	if err != nil {
		return err
	}
	outcome := mergeOutcome{
		From: book.Path(from.ID), Into: book.Path(into.ID), Codings: m.Codings, Excerpts: m.Excerpts, Sources: m.Sources,
		Joined: m.Joined, Coders: map[string]int{}, Codes: m.Codes, Memos: m.Memos, Examples: m.Examples,
	}
	for _, share := range m.Shares {
		outcome.Coders[p.coderName(share.Coder)] = share.Excerpts
	}
	if refusal := m.Refusal(); refusal != nil {
		outcome.Refused = refusal.Error()
	}
	return e.print(outcome, func(w io.Writer) {
		verb := "merged"
		if edit.preview {
			verb = "would be merged"
		}
		_, _ = fmt.Fprintf(w, "%s %s into %s: %d codings in %d sources, %d of them joined with others; %d codes, %d memos, %d examples.\n",
			outcome.From, verb, outcome.Into, m.Codings, m.Sources, m.Joined, m.Codes, m.Memos, m.Examples)
		for _, share := range m.Shares {
			_, _ = fmt.Fprintf(w, "  %s: %d\n", p.coderName(share.Coder), share.Excerpts)
		}
		if outcome.Refused != "" {
			_, _ = fmt.Fprintf(w, "It can't be done: %s\n", outcome.Refused)
		}
	})
}

// splitOutcome is what a split moved, and what it had to leave.
type splitOutcome struct {
	From  string `json:"from"`
	Into  string `json:"into"`
	Moved int    `json:"moved"`
	// Left are codings at the excerpts named that aren't this person's to move.
	Left int `json:"left"`
}

func splitCode(ctx context.Context, e *env, p *project, edit *codeEdit, args []string) error {
	if len(edit.excerpts) == 0 {
		return usage("--excerpt is missing: SOURCE:START-END, as concord excerpts lists them")
	}
	from, err := p.findCode(ctx, args[0])
	if err != nil {
		return err
	}
	wanted := map[coding.Excerpt]bool{}
	for _, written := range edit.excerpts {
		excerpt, err := p.excerpt(ctx, "--excerpt ", written)
		if err != nil {
			return err
		}
		wanted[excerpt] = true
	}
	part, err := p.splitTarget(ctx, args[1], edit.create)
	if err != nil {
		return err
	}
	plan, err := p.PlanSplit(ctx, from.ID)
	if err != nil {
		return err
	}
	there := 0
	for c, err := range p.Codings(ctx, coding.CodingFilter{Codes: []coding.CodeID{from.ID}}) {
		if err != nil {
			return err
		}
		if wanted[c.Excerpt] {
			there++
		}
	}
	for _, c := range plan.Codings {
		if wanted[c.Excerpt] {
			part.Codings = append(part.Codings, c.ID)
		}
	}
	if len(part.Codings) == 0 {
		return fmt.Errorf("%w: of the %d codings of %q at these excerpts none is yours to move: closed rounds stay as they are, and in a round each codes for themself",
			coding.ErrForbidden, there, from.Name)
	}
	moved, err := p.SplitCode(ctx, from.ID, part)
	if err != nil {
		return err
	}
	outcome := splitOutcome{from.Name, part.Code.Name, moved, there - moved}
	err = e.print(outcome, func(w io.Writer) {
		_, _ = fmt.Fprintf(w, "%d codings of %s are %s now.\n", moved, from.Name, part.Code.Name)
		if outcome.Left > 0 {
			_, _ = fmt.Fprintf(w, "%d stay: they lie in closed rounds or are others' work.\n", outcome.Left)
		}
	})
	if err == nil && outcome.Left > 0 {
		err = errPartly
	}
	return err
}

// splitTarget is the code that excerpts go to: one of the book, or a new one
// where that may be made.
func (p *project) splitTarget(ctx context.Context, path string, create bool) (coding.SplitPart, error) {
	book, err := p.Codebook(ctx)
	if err != nil {
		return coding.SplitPart{}, err
	}
	code, err := book.Find(path)
	if err == nil {
		return coding.SplitPart{Code: code}, nil
	}
	if !create {
		return coding.SplitPart{}, fmt.Errorf("%w (--create makes it)", err)
	}
	var parent coding.CodeID
	name := path
	if at := strings.LastIndex(path, coding.PathSeparator); at >= 0 {
		above, err := book.Find(path[:at])
		if err != nil {
			return coding.SplitPart{}, err
		}
		parent, name = above.ID, path[at+1:]
	}
	return coding.SplitPart{Code: p.NewCode(book, name, parent), New: true}, nil
}

// excerpt reads SOURCE:START-END; what stands before it is for the hint.
func (p *project) excerpt(ctx context.Context, before, written string) (coding.Excerpt, error) {
	at := strings.LastIndex(written, ":")
	start, end, cut := strings.Cut(written[at+1:], "-")
	from, err := strconv.Atoi(start)
	to, wrong := strconv.Atoi(end)
	if at < 0 || !cut || err != nil || wrong != nil {
		return coding.Excerpt{}, usage("%s%q: write SOURCE:START-END, as in R-017:12-48", before, written)
	}
	source, err := coding.FindSource(ctx, p, written[:at])
	if err != nil {
		return coding.Excerpt{}, err
	}
	if from < 0 || from >= to || to > source.Length {
		return coding.Excerpt{}, fmt.Errorf("%w: %s has %d characters: %d to %d lies outside the text", coding.ErrInvalid, source.Name, source.Length, from, to)
	}
	return coding.Excerpt{Source: source.ID, Span: coding.Span{Start: from, End: to}}, nil
}
