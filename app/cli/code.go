package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"concord/coding"
)

type codeOutcome struct {
	Coding  coding.CodingID `json:"coding"`
	Excerpt codedExcerpt    `json:"excerpt"`
}

type codedExcerpt struct {
	Source string `json:"source"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Text   string `json:"text"`
}

func (e *env) codeCommand() *cobra.Command {
	var source, code, round, to string
	var start, end int
	var create bool
	cmd := &cobra.Command{
		Use:   "code PROJECT [VERB [CODING]...] --source SOURCE --start N --end N --code PATH [--round ROUND]",
		Short: "Give a code to an excerpt, or change what was given: " + recodeVerbs,
		Long: "Give a code to an excerpt, or change what was given. A CODING is its id, which excerpts --json tells;" +
			"\nwithout one, the coding of yours that --source, --start, --end and --code name is meant.\n" +
			"\n  concord code PROJECT remove CODING..." +
			"\n  concord code PROJECT move CODING --to START-END" +
			"\n  concord code PROJECT unsure CODING..." +
			"\n  concord code PROJECT sure CODING...",
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var change recoding
			if len(args) > 1 {
				change = recoding{args[1], args[2:], to}
				if err := change.check(cmd); err != nil {
					return err
				}
			} else if to != "" {
				return usage("--to belongs to: concord code PROJECT move CODING --to START-END")
			}
			if len(change.ids) > 0 {
				return e.with(cmd.Context(), args[0], func(p *project) error {
					codings, err := p.codingsBy(cmd.Context(), change.ids)
					if err != nil {
						return err
					}
					return e.recode(cmd.Context(), p, change, codings)
				})
			}
			for _, needed := range []string{"source", "start", "end", "code"} {
				if !cmd.Flags().Changed(needed) {
					return usage("--%s is missing", needed)
				}
			}
			ctx := cmd.Context()
			return e.with(ctx, args[0], func(p *project) error {
				s, err := coding.FindSource(ctx, p, source)
				if err != nil {
					return err
				}
				span := coding.Span{Start: start, End: end}
				if err := span.Within(s.Length); err != nil {
					return fmt.Errorf("source %s: %w", s.Name, err)
				}
				if change.verb != "" {
					return e.recodeAt(ctx, p, change, coding.Excerpt{Source: s.ID, Span: span}, code, round)
				}
				in, err := p.RoundFor(ctx, s.ID)
				if err != nil {
					return err
				}
				if round != "" {
					r, err := p.findRound(ctx, round)
					if err != nil {
						return err
					}
					in = r.ID
				}
				codings, err := p.apply(ctx, code, create, coding.Place{Excerpt: coding.Excerpt{Source: s.ID, Span: span}, Round: in})
				if err != nil {
					return err
				}
				made := codings[0]
				text, err := textOf(ctx, p, s.ID)
				if err != nil {
					return err
				}
				outcome := codeOutcome{made.ID, codedExcerpt{s.Name, made.Start, made.End, coding.Slice(text, made.Span)}}
				return e.print(outcome, func(w io.Writer) {
					_, _ = fmt.Fprintf(w, "%s %d to %d: “%s” is %s\n", s.Name, made.Start, made.End, outcome.Excerpt.Text, code)
				})
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&source, "source", "", "name or id of the source")
	flags.IntVar(&start, "start", 0, "first character of the excerpt; the text's first is 0")
	flags.IntVar(&end, "end", 0, "the character behind the excerpt's last")
	flags.StringVar(&code, "code", "", "the code, as Theme/Code")
	flags.StringVar(&round, "round", "", "the round; without it the one open round that gives you this source, else none")
	flags.StringVar(&to, "to", "", "START-END, what an excerpt that is moved is to cover")
	flags.BoolVar(&create, "create", false, "make the code if the codebook hasn't got it")
	return cmd
}

// apply gives places a code, which it makes where the person allows that, as
// one step.
func (p *project) apply(ctx context.Context, path string, create bool, places ...coding.Place) ([]coding.Coding, error) {
	if create {
		return p.ApplyAnew(ctx, path, places...)
	}
	book, err := p.Codebook(ctx)
	if err != nil {
		return nil, err
	}
	code, err := book.Find(path)
	if err != nil {
		return nil, fmt.Errorf("%w (--create makes it)", err)
	}
	return p.ApplyAt(ctx, code, places...)
}
