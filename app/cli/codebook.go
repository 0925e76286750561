package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"concord/coding"
)

type versionRow struct {
	Number int       `json:"number"`
	Note   string    `json:"note"`
	At     time.Time `json:"at"`
	Codes  int       `json:"codes"`
}

// bookDifference is how two versions differ; without a To it is the codebook as it stands.
type bookDifference struct {
	From    int        `json:"from"`
	To      *int       `json:"to"`
	Changes []codeDiff `json:"changes"`
}

type codeDiff struct {
	id      coding.CodeID
	Code    string              `json:"code"`
	Added   bool                `json:"added,omitempty"`
	Removed bool                `json:"removed,omitempty"`
	Parts   []coding.PartChange `json:"parts"`
	// After are the decisions on the code that went before its change.
	After []groundRow `json:"after,omitempty"`
}

func (e *env) codebookCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "codebook PROJECT versions | diff [V1 [V2]]",
		Short: "List the codebook's versions, or tell how two of them differ",
		Long: "List the codebook's versions, of which one is kept whenever a round is opened, or tell how two of them differ." +
			"\nWithout V2 it is how the codebook stands now, without V1 the last version.",
		Args: cobra.RangeArgs(2, 4),
		RunE: func(cmd *cobra.Command, args []string) error {
			var numbers []int
			for _, written := range args[2:] {
				n, err := strconv.Atoi(written)
				if err != nil {
					return usage("version %q: write its number, as in: concord codebook PROJECT diff 1 2", written)
				}
				numbers = append(numbers, n)
			}
			switch {
			case args[1] == "versions" && len(numbers) == 0:
				return e.with(cmd.Context(), args[0], func(p *project) error { return e.listVersions(cmd.Context(), p) })
			case args[1] == "diff":
				return e.with(cmd.Context(), args[0], func(p *project) error {
					found, err := p.bookDifference(cmd.Context(), numbers)
					if err != nil {
						return err
					}
					return e.print(found, found.tell)
				})
			}
			return usage("write: concord codebook PROJECT versions, or codebook PROJECT diff [V1 [V2]]")
		},
	}
}

func (e *env) listVersions(ctx context.Context, p *project) error {
	versions, err := p.Versions(ctx)
	if err != nil {
		return err
	}
	rows := []versionRow{}
	for _, v := range versions {
		codes, err := coding.CodesAt(ctx, p, v.Seq)
		if err != nil {
			return err
		}
		rows = append(rows, versionRow{v.Number, v.Note, v.At, len(codes)})
	}
	return printTable(e, []string{"VERSION", "KEPT", "CODES", "NOTE"}, rows, func(r versionRow) []string {
		return []string{fmt.Sprint(r.Number), minute(r.At), fmt.Sprint(r.Codes), r.Note}
	})
}

// bookDifference compares the versions with these numbers: none is the last
// one with the present, one is that one with the present.
func (p *project) bookDifference(ctx context.Context, numbers []int) (bookDifference, error) {
	found := bookDifference{Changes: []codeDiff{}}
	versions, err := p.Versions(ctx)
	if err != nil {
		return found, err
	}
	if len(versions) == 0 {
		return found, fmt.Errorf("%w: no version of the codebook is kept yet; one is whenever a round is opened", coding.ErrNotFound)
	}
	if len(numbers) == 0 {
		numbers = []int{versions[len(versions)-1].Number}
	}
	from, err := versionOf(versions, numbers[0])
	if err != nil {
		return found, err
	}
	found.From = from.Number
	was, err := coding.CodesAt(ctx, p, from.Seq)
	if err != nil {
		return found, err
	}
	now, until, err := p.laterCodes(ctx, versions, numbers[1:])
	if err != nil {
		return found, err
	}
	if len(numbers) == 2 {
		found.To = &numbers[1]
	}
	for _, d := range coding.CodeDifferences(was, now) {
		found.Changes = append(found.Changes, codeDiff{
			id: d.Code.ID, Code: d.Path, Added: d.Added, Removed: d.Removed, Parts: append([]coding.PartChange{}, d.Parts...),
		})
	}
	return found, p.readGrounds(ctx, found.Changes, from.Seq, until)
}

// laterCodes are the codes of the version with the number, or where there is
// none those of now, and the event up to which they were made.
func (p *project) laterCodes(ctx context.Context, versions []coding.Version, number []int) ([]coding.Code, coding.Seq, error) {
	if len(number) == 0 {
		until, err := p.Seq(ctx)
		if err != nil {
			return nil, 0, err
		}
		codes, err := p.Codes(ctx)
		return codes, until, err
	}
	v, err := versionOf(versions, number[0])
	if err != nil {
		return nil, 0, err
	}
	codes, err := coding.CodesAt(ctx, p, v.Seq)
	return codes, v.Seq, err
}

// versionOf is the version with this number.
func versionOf(versions []coding.Version, number int) (coding.Version, error) {
	var there []string
	for _, v := range versions {
		if v.Number == number {
			return v, nil
		}
		there = append(there, fmt.Sprint(v.Number))
	}
	return coding.Version{}, fmt.Errorf("%w: no version %d of the codebook: there are %s", coding.ErrNotFound, number, strings.Join(there, ", "))
}

func (d bookDifference) tell(w io.Writer) {
	to := "now"
	if d.To != nil {
		to = fmt.Sprintf("version %d", *d.To)
	}
	if len(d.Changes) == 0 {
		_, _ = fmt.Fprintf(w, "Nothing that a coder goes by differs between version %d and %s.\n", d.From, to)
		return
	}
	_, _ = fmt.Fprintf(w, "From version %d to %s:\n", d.From, to)
	for _, c := range d.Changes {
		state := ""
		switch {
		case c.Added:
			state = " (new)"
		case c.Removed:
			state = " (gone)"
		}
		_, _ = fmt.Fprintf(w, "%s%s\n", c.Code, state)
		for _, part := range c.Parts {
			_, _ = fmt.Fprintf(w, "    %s: “%s” is now “%s”\n", part.Part, part.Was, part.Now)
		}
		for _, g := range c.After {
			_, _ = fmt.Fprintf(w, "    after %s\n", g)
		}
	}
}
