package cli

import (
	"context"
	"slices"

	"concord/coding"
)

// exampleRow is an excerpt that shows in a code's entry what is meant.
type exampleRow struct {
	Source     string `json:"source"`
	Start      int    `json:"start"`
	End        int    `json:"end"`
	Borderline bool   `json:"borderline,omitempty"`
}

// exampleOfCode makes an excerpt an example of a code, typical or borderline, or
// takes it out.
func exampleOfCode(ctx context.Context, e *env, p *project, edit *codeEdit, args []string) error {
	if edit.takeOut && edit.borderline {
		return usage("--take-out and --borderline: an example that is taken out is neither; leave one of them out")
	}
	excerpt, err := p.excerpt(ctx, "codes PROJECT example "+args[0]+" ", args[1])
	if err != nil {
		return err
	}
	code, err := p.findCode(ctx, args[0])
	if err != nil {
		return err
	}
	at := slices.IndexFunc(code.Examples, func(x coding.Example) bool { return x.Excerpt == excerpt })
	if at < 0 && edit.takeOut {
		return usage("%s isn't an example of %s; its examples are listed by: concord codes PROJECT --json", args[1], code.Name)
	}
	return e.revise(ctx, p, args[0], func(c *coding.Code) {
		switch {
		case edit.takeOut:
			c.Examples = slices.Delete(c.Examples, at, at+1)
		case at >= 0:
			c.Examples[at].Borderline = edit.borderline
		default:
			c.Examples = append(c.Examples, coding.Example{Excerpt: excerpt, Borderline: edit.borderline})
		}
	})
}

// exampleNames are the names of the sources, where a code has an example.
func (p *project) exampleNames(ctx context.Context, book *coding.Codebook) (map[coding.SourceID]string, error) {
	if !slices.ContainsFunc(book.Codes(), func(c coding.Code) bool { return len(c.Examples) > 0 }) {
		return nil, nil
	}
	return namesOf(ctx, p)
}

func exampleRows(c coding.Code, names map[coding.SourceID]string) []exampleRow {
	var rows []exampleRow
	for _, x := range c.Examples {
		rows = append(rows, exampleRow{names[x.Excerpt.Source], x.Excerpt.Start, x.Excerpt.End, x.Borderline})
	}
	return rows
}
