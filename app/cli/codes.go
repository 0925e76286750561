package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"concord/coding"
)

type codeRow struct {
	ID         coding.CodeID `json:"id"`
	Path       string        `json:"path"`
	Color      string        `json:"color"`
	Codings    int           `json:"codings"`
	Sources    int           `json:"sources"`
	Cases      int           `json:"cases"`
	Definition string        `json:"definition,omitempty"`
	Include    string        `json:"include,omitempty"`
	Exclude    string        `json:"exclude,omitempty"`
	Digit      int           `json:"digit,omitempty"`
	Retired    bool          `json:"retired,omitempty"`
	Examples   []exampleRow  `json:"examples,omitempty"`
	// Stale is asked for with --stale: how many codings are older than the rules.
	Stale int `json:"stale,omitempty"`
}

// codeEdit is what the flags of a change to the codebook say.
type codeEdit struct {
	flags                               *pflag.FlagSet
	definition, include, exclude, color string
	under                               string
	digit, place                        int
	preview, create                     bool
	borderline, takeOut, stale          bool
	excerpts                            []string
}

// codeVerb is something that can be done to the codebook.
type codeVerb struct {
	name string
	args []string // what stands behind the verb
	// flags are those that the verb heeds.
	flags []string
	run   func(ctx context.Context, e *env, p *project, edit *codeEdit, args []string) error
}

func codeVerbs() []codeVerb {
	entry := []string{"definition", "include", "exclude", "color", "digit"}
	return []codeVerb{
		{"add", []string{"PATH"}, entry, addCode},
		{"edit", []string{"PATH"}, entry, editCode},
		{"rename", []string{"PATH", "NAME"}, nil, renameCode},
		{"move", []string{"PATH"}, []string{"under", "place"}, moveCode},
		{"merge", []string{"FROM", "INTO"}, []string{"preview"}, mergeCodes},
		{"split", []string{"FROM", "INTO"}, []string{"excerpt", "create"}, splitCode},
		{"example", []string{"PATH", "SOURCE:START-END"}, []string{"borderline", "take-out"}, exampleOfCode},
		{"retire", []string{"PATH"}, nil, retireCode},
		{"unretire", []string{"PATH"}, nil, unretireCode},
		{"remove", []string{"PATH"}, nil, removeCode},
	}
}

func (e *env) codesCommand() *cobra.Command {
	edit := &codeEdit{}
	var forms strings.Builder
	for _, verb := range codeVerbs() {
		forms.WriteString("\n  concord codes PROJECT " + verb.form())
	}
	cmd := &cobra.Command{
		Use:   "codes PROJECT [VERB PATH]",
		Short: "List the codebook, or change it: " + strings.Join(verbNames(), ", "),
		Long: "List the codebook, or change it. A PATH is Theme/Code, or the code's name where only one has it." +
			"\n" + forms.String(),
		Args: cobra.RangeArgs(1, 4),
		RunE: func(cmd *cobra.Command, args []string) error {
			edit.flags = cmd.Flags()
			verb, err := edit.verb(args[1:])
			if err != nil {
				return err
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				if verb == nil {
					return e.listCodes(cmd.Context(), p, edit.stale)
				}
				return verb.run(cmd.Context(), e, p, edit, args[2:])
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&edit.definition, "definition", "", "what the code means")
	flags.StringVar(&edit.include, "include", "", "when to use it")
	flags.StringVar(&edit.exclude, "exclude", "", "when not to use it")
	flags.StringVar(&edit.color, "color", "", "its colour, as #rrggbb")
	flags.IntVar(&edit.digit, "digit", 0, "the digit 1 to 9 that gives it in the window; 0 for none")
	flags.StringVar(&edit.under, "under", "", "where it moves: the code above it; without it, it becomes a theme")
	flags.IntVar(&edit.place, "place", 0, "its place among the codes there, the first is 1; without it, the last")
	flags.BoolVar(&edit.preview, "preview", false, "tell what would move, and change nothing")
	flags.StringArrayVar(&edit.excerpts, "excerpt", nil, "SOURCE:START-END, what goes to the other code; as often as needed")
	flags.BoolVar(&edit.borderline, "borderline", false, "the example lies at the edge of the code; without it, it is typical")
	flags.BoolVar(&edit.takeOut, "take-out", false, "take the example out")
	flags.BoolVar(&edit.stale, "stale", false, "list only codes with codings older than their definition and rules, and how many")
	flags.BoolVar(&edit.create, "create", false, "make the other code if the codebook hasn't got it")
	return cmd
}

func verbNames() []string {
	var names []string
	for _, verb := range codeVerbs() {
		names = append(names, verb.name)
	}
	return names
}

// form is how the verb is written.
func (v codeVerb) form() string {
	words := append([]string{v.name}, v.args...)
	for _, flag := range v.flags {
		words = append(words, "[--"+flag+"]")
	}
	return strings.Join(words, " ")
}

// verb finds what is to be done; nil is the list.
func (c *codeEdit) verb(args []string) (*codeVerb, error) {
	if len(args) == 0 {
		return nil, c.unheeded([]string{"stale"})
	}
	for _, verb := range codeVerbs() {
		switch {
		case verb.name != args[0]:
			continue
		case len(args)-1 != len(verb.args):
			return nil, usage("write: concord codes PROJECT %s", verb.form())
		}
		return &verb, c.unheeded(verb.flags)
	}
	return nil, usage("there is no codes PROJECT %s: there are %s", args[0], strings.Join(verbNames(), ", "))
}

// unheeded refuses a flag that would do nothing.
func (c *codeEdit) unheeded(heeded []string) (err error) {
	own := []string{"definition", "include", "exclude", "color", "digit", "under", "place", "preview", "excerpt", "create", "borderline", "take-out", "stale"}
	for _, flag := range own {
		if c.flags.Changed(flag) && !slices.Contains(heeded, flag) {
			err = cmp.Or(err, usage("--%s doesn't belong here", flag))
		}
	}
	return err
}

// listCodes prints the codebook, or what of it has stale codings.
func (e *env) listCodes(ctx context.Context, p *project, stale bool) error {
	rows, err := p.codeRows(ctx)
	head := []string{"CODE", "CODINGS", "SOURCES", "RESPONDENTS"}
	if err == nil && stale {
		head = append(head, "STALE")
		rows, err = p.staleRows(ctx, rows)
	}
	if err != nil {
		return err
	}
	return printTable(e, head, rows, func(r codeRow) []string {
		path := r.Path
		if r.Retired {
			path += " (retired)"
		}
		line := []string{path, fmt.Sprint(r.Codings), fmt.Sprint(r.Sources), fmt.Sprint(r.Cases)}
		if stale {
			line = append(line, fmt.Sprint(r.Stale))
		}
		return line
	})
}

// codeRows are the codes with what they were given to, in the book's order.
func (p *project) codeRows(ctx context.Context) ([]codeRow, error) {
	book, err := p.Codebook(ctx)
	if err != nil {
		return nil, err
	}
	counts, err := p.Counts(ctx, coding.CodingFilter{})
	if err != nil {
		return nil, err
	}
	codings := map[coding.CodeID]int{}
	for c, err := range p.Codings(ctx, coding.CodingFilter{}) {
		if err != nil {
			return nil, err
		}
		codings[c.Code]++
	}
	names, err := p.exampleNames(ctx, book)
	if err != nil {
		return nil, err
	}
	rows := []codeRow{}
	for _, c := range book.Codes() {
		n := counts[c.ID]
		rows = append(rows, codeRow{
			c.ID, book.Path(c.ID), c.Color, codings[c.ID], n.Sources, n.Cases,
			c.Definition, c.Include, c.Exclude, c.Shortcut, c.Retired, exampleRows(c, names), 0,
		})
	}
	return rows, nil
}
