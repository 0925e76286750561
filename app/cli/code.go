package cli

import (
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"concord/app/reach"
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

// codeFlags say which excerpt is meant, and of which code.
type codeFlags struct {
	source, code, round, to string
	reach                   string
	start, end              int
	create                  bool
}

func (e *env) codeCommand() *cobra.Command {
	var f codeFlags
	cmd := &cobra.Command{
		Use:   "code PROJECT [VERB [CODING]...] --source SOURCE --start N --end N --code PATH [--reach REACH] [--round ROUND]",
		Short: "Give a code to an excerpt, or change what was given: " + recodeVerbs,
		Long: "Give a code to an excerpt, or change what was given. A CODING is its id, which excerpts --json tells;" +
			"\nwithout one, the coding of yours that --source, --start, --end and --code name is meant.\n" +
			"\n  concord code PROJECT remove CODING..." +
			"\n  concord code PROJECT move CODING --to START-END" +
			"\n  concord code PROJECT unsure CODING" +
			"\n  concord code PROJECT sure CODING",
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var change *recoding
			if len(args) > 1 {
				change = &recoding{args[1], args[2:], f.to}
			}
			if err := f.check(cmd, change); err != nil {
				return err
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				if change == nil {
					return e.give(cmd.Context(), p, f)
				}
				codings, err := p.codingsBy(cmd.Context(), change.ids)
				if len(change.ids) == 0 {
					codings, err = p.codingAt(cmd.Context(), f)
				}
				if err != nil {
					return err
				}
				return e.recode(cmd.Context(), p, *change, codings)
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.source, "source", "", "name or id of the source")
	flags.IntVar(&f.start, "start", 0, "first character of the excerpt; the text's first is 0")
	flags.IntVar(&f.end, "end", 0, "the character behind the excerpt's last")
	flags.StringVar(&f.reach, "reach", string(reach.Hit), "how far the code reaches: hit (just these characters), sentence (the one they stand in), comment (all of it, without --start and --end)")
	flags.StringVar(&f.code, "code", "", "the code, as Theme/Code")
	flags.StringVar(&f.round, "round", "", "the round; without it the one open round that gives you this source, else none")
	flags.StringVar(&f.to, "to", "", "START-END, what an excerpt that is moved is to cover")
	flags.BoolVar(&f.create, "create", false, "make the code if the codebook hasn't got it")
	return cmd
}

// check says what is wrong with how the command is written.
func (f codeFlags) check(cmd *cobra.Command, change *recoding) error {
	if !slices.Contains(reach.All(), reach.Reach(f.reach)) {
		return usage("--reach %q: there are hit, sentence, comment", f.reach)
	}
	if change != nil && cmd.Flags().Changed("reach") {
		return usage("--reach says how far a code is given: %s changes what was given", change.verb)
	}
	needed := []string{"source", "start", "end", "code"}
	if f.reach == string(reach.Comment) {
		needed = []string{"source", "code"}
	}
	if change != nil {
		if err := change.check(cmd); err != nil || len(change.ids) > 0 {
			return err
		}
	} else if f.to != "" {
		return usage("--to belongs to: concord code PROJECT move CODING --to START-END")
	}
	for _, name := range needed {
		if !cmd.Flags().Changed(name) {
			return usage("--%s is missing", name)
		}
	}
	return nil
}

// excerpt finds the excerpt that is meant.
func (f codeFlags) excerpt(ctx context.Context, p *project) (coding.Source, coding.Excerpt, error) {
	s, err := coding.FindSource(ctx, p, f.source)
	if err != nil {
		return s, coding.Excerpt{}, err
	}
	span := coding.Span{Start: f.start, End: f.end}
	if f.reach == string(reach.Comment) {
		span = coding.Span{End: s.Length}
	}
	if err := span.Within(s.Length); err != nil {
		return s, coding.Excerpt{}, fmt.Errorf("source %s: %w", s.Name, err)
	}
	return s, coding.Excerpt{Source: s.ID, Span: span}, nil
}

// give gives the excerpt the code.
func (e *env) give(ctx context.Context, p *project, f codeFlags) error {
	s, excerpt, err := f.excerpt(ctx, p)
	if err != nil {
		return err
	}
	text, err := textOf(ctx, p, s.ID)
	if err != nil {
		return err
	}
	excerpt.Span = reach.Reach(f.reach).Of(text, excerpt.Span)
	in, err := p.RoundFor(ctx, s.ID)
	if err != nil {
		return err
	}
	if f.round != "" {
		r, err := p.findRound(ctx, f.round)
		if err != nil {
			return err
		}
		in = r.ID
	}
	codings, err := p.apply(ctx, f.code, f.create, coding.Place{Excerpt: excerpt, Round: in})
	if err != nil {
		return err
	}
	made := codings[0]
	outcome := codeOutcome{made.ID, codedExcerpt{s.Name, made.Start, made.End, coding.Slice(text, made.Span)}}
	return e.print(outcome, func(w io.Writer) {
		_, _ = fmt.Fprintf(w, "%s %d to %d: “%s” is %s\n", s.Name, made.Start, made.End, outcome.Excerpt.Text, f.code)
	})
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
