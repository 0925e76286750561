package cli

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"concord/coding"
)

type memoRow struct {
	ID    coding.MemoID   `json:"id"`
	Kind  coding.MemoKind `json:"kind"`
	About string          `json:"about"`
	Start *int            `json:"start,omitempty"`
	End   *int            `json:"end,omitempty"`
	Round string          `json:"round"`
	By    string          `json:"by"`
	At    time.Time       `json:"at"`
	Text  string          `json:"text"`
}

const memoAbout = `What a memo is about is written as one of

  project
  source:NAME               case:NAME
  excerpt:NAME:START-END    round:NAME
  code:PATH                 coding:ID (of excerpts --json)
  decision:ID (of disagreements --json)`

func (e *env) memoCommand() *cobra.Command {
	var about string
	cmd := &cobra.Command{
		Use:   "memo PROJECT [add TEXT --about WHAT | edit ID TEXT | remove ID] [--about WHAT]",
		Short: "List the memos, or write, change or remove one",
		Long:  "List the memos, or write, change or remove one. A memo written about a source or an excerpt belongs to the open round that gives you the source. While you code in a blind round, whatever else you write belongs to that one: the others read it when it is closed.\n\n" + memoAbout,
		Args:  cobra.RangeArgs(1, 4),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			switch {
			case len(args) == 1 || len(args) == 2 && args[1] == "list":
				return e.with(ctx, args[0], func(p *project) error { return e.listMemos(ctx, p, about) })
			case args[1] == "add" && len(args) == 3 && about == "":
				return usage("--about is missing: what is the memo about? For instance --about code:PATH, or --about project")
			case args[1] == "add" && len(args) == 3:
				return e.with(ctx, args[0], func(p *project) error { return e.addMemo(ctx, p, about, args[2]) })
			case args[1] == "edit" && len(args) == 4 && about == "":
				return e.with(ctx, args[0], func(p *project) error { return e.editMemo(ctx, p, args[2], args[3]) })
			case args[1] == "remove" && len(args) == 3 && about == "":
				return e.with(ctx, args[0], func(p *project) error { return e.editMemo(ctx, p, args[2], "") })
			}
			return usage("write: concord memo PROJECT, memo PROJECT add TEXT --about WHAT, memo PROJECT edit ID TEXT, or memo PROJECT remove ID")
		},
	}
	cmd.Flags().StringVar(&about, "about", "", "what it is about, as in project, source:R1, excerpt:R1:0-12, code:Theme/Code, case:R1")
	return cmd
}

func (e *env) listMemos(ctx context.Context, p *project, about string) error {
	var filter coding.MemoFilter
	var only coding.Memo
	if about != "" {
		var err error
		if only, err = p.subject(ctx, about); err != nil {
			return err
		}
		filter = coding.MemoFilter{Kind: only.Kind, About: only.About}
	}
	memos, err := p.Memos(ctx, filter)
	if err != nil {
		return err
	}
	names, err := p.subjects(ctx)
	if err != nil {
		return err
	}
	rows := []memoRow{}
	for _, m := range memos {
		if only.Kind != coding.AboutExcerpt || m.Excerpt == only.Excerpt {
			rows = append(rows, p.memoRow(m, names))
		}
	}
	return e.print(rows, func(w io.Writer) {
		for _, r := range rows {
			_, _ = fmt.Fprintf(w, "%s  %s, %s, %s\n    %s\n", r.ID, r.subject(), r.By, r.At.Local().Format("2006-01-02 15:04"), strings.ReplaceAll(r.Text, "\n", "\n    "))
		}
	})
}

func (e *env) addMemo(ctx context.Context, p *project, about, text string) error {
	memo, err := p.subject(ctx, about)
	if err != nil {
		return err
	}
	if memo.Text = text; strings.TrimSpace(text) == "" {
		return usage("the memo is empty")
	}
	memo, err = p.WriteMemo(ctx, memo)
	return e.printMemo(ctx, p, memo, err)
}

// editMemo gives a memo another text; without one it is removed.
func (e *env) editMemo(ctx context.Context, p *project, id, text string) error {
	memos, err := p.Memos(ctx, coding.MemoFilter{})
	if err != nil {
		return err
	}
	for _, m := range memos {
		if string(m.ID) != id {
			continue
		}
		if m.Text = text; text != "" {
			m, err = p.WriteMemo(ctx, m)
			return e.printMemo(ctx, p, m, err)
		}
		if _, err := p.WriteMemo(ctx, m); err != nil {
			return err
		}
		return e.print(map[string]any{"id": id, "removed": true}, func(w io.Writer) { _, _ = fmt.Fprintln(w, "Removed the memo.") })
	}
	return fmt.Errorf("%w: no memo %s; they are listed by: concord memo PROJECT", coding.ErrNotFound, id)
}

// printMemo prints a memo as it was written, unless that failed.
func (e *env) printMemo(ctx context.Context, p *project, m coding.Memo, err error) error {
	if err != nil {
		return err
	}
	names, err := p.subjects(ctx)
	if err != nil {
		return err
	}
	row := p.memoRow(m, names)
	return e.print(row, func(w io.Writer) {
		_, _ = fmt.Fprintf(w, "Memo %s, %s", row.ID, row.subject())
		if row.Round != "" {
			_, _ = fmt.Fprintf(w, ", in %s", row.Round)
		}
		_, _ = fmt.Fprintln(w)
	})
}
