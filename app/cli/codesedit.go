package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"concord/coding"
)

// into takes over what the flags say of an entry, but for its digit.
func (c *codeEdit) into(code *coding.Code) {
	for flag, part := range map[string]*string{
		"definition": &code.Definition, "include": &code.Include, "exclude": &code.Exclude, "color": &code.Color,
	} {
		if c.flags.Changed(flag) {
			*part = map[string]string{
				"definition": c.definition, "include": c.include, "exclude": c.exclude, "color": c.color,
			}[flag]
		}
	}
}

func addCode(ctx context.Context, e *env, p *project, edit *codeEdit, args []string) error {
	code := coding.Code{Name: args[0]}
	if at := strings.LastIndex(args[0], coding.PathSeparator); at >= 0 {
		parent, err := p.findCode(ctx, args[0][:at])
		if err != nil {
			return fmt.Errorf("%w; add the code above it first", err)
		}
		code.Parent, code.Name = parent.ID, args[0][at+1:]
	}
	edit.into(&code)
	added, err := p.AddCode(ctx, code)
	if err == nil && edit.digit > 0 {
		err = p.GiveDigit(ctx, added.ID, edit.digit)
	}
	return e.printCode(ctx, p, added.ID, err)
}

func editCode(ctx context.Context, e *env, p *project, edit *codeEdit, args []string) error {
	code, err := p.findCode(ctx, args[0])
	if err != nil {
		return err
	}
	err = p.ReviseCode(ctx, code.ID, edit.into)
	if err == nil && edit.flags.Changed("digit") {
		err = p.GiveDigit(ctx, code.ID, edit.digit)
	}
	return e.printCode(ctx, p, code.ID, err)
}

func renameCode(ctx context.Context, e *env, p *project, _ *codeEdit, args []string) error {
	return e.revise(ctx, p, args[0], func(c *coding.Code) { c.Name = args[1] })
}

func retireCode(ctx context.Context, e *env, p *project, _ *codeEdit, args []string) error {
	return e.revise(ctx, p, args[0], func(c *coding.Code) { c.Retired = true })
}

func unretireCode(ctx context.Context, e *env, p *project, _ *codeEdit, args []string) error {
	return e.revise(ctx, p, args[0], func(c *coding.Code) { c.Retired = false })
}

// revise changes the entry of a code and prints it.
func (e *env) revise(ctx context.Context, p *project, path string, change func(*coding.Code)) error {
	code, err := p.findCode(ctx, path)
	if err != nil {
		return err
	}
	return e.printCode(ctx, p, code.ID, p.ReviseCode(ctx, code.ID, change))
}

func moveCode(ctx context.Context, e *env, p *project, edit *codeEdit, args []string) error {
	code, err := p.findCode(ctx, args[0])
	if err != nil {
		return err
	}
	var under coding.Code
	if edit.under != "" {
		if under, err = p.findCode(ctx, edit.under); err != nil {
			return err
		}
	}
	book, err := p.Codebook(ctx)
	if err != nil {
		return err
	}
	place := book.Len() // behind all others
	if edit.flags.Changed("place") {
		if place = edit.place - 1; place < 0 {
			return usage("--place %d: the first place is 1", edit.place)
		}
	}
	return e.printCode(ctx, p, code.ID, p.MoveCode(ctx, code.ID, under.ID, place))
}

func removeCode(ctx context.Context, e *env, p *project, _ *codeEdit, args []string) error {
	code, err := p.findCode(ctx, args[0])
	if err != nil {
		return err
	}
	if err := p.RemoveCode(ctx, code); err != nil {
		return err
	}
	return e.print(map[string]any{"id": code.ID, "removed": code.Name}, func(w io.Writer) {
		_, _ = fmt.Fprintf(w, "Removed %s.\n", code.Name)
	})
}

// findCode looks a code up as a person would name it.
func (p *project) findCode(ctx context.Context, path string) (coding.Code, error) {
	book, err := p.Codebook(ctx)
	if err != nil {
		return coding.Code{}, err
	}
	return book.Find(path)
}

// printCode prints a code as it stands after a change, unless that failed.
func (e *env) printCode(ctx context.Context, p *project, id coding.CodeID, err error) error {
	if err != nil {
		return err
	}
	rows, err := p.codeRows(ctx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.ID == id {
			return e.print(r, func(w io.Writer) { _, _ = fmt.Fprintln(w, r.Path) })
		}
	}
	return fmt.Errorf("%w: code %s", coding.ErrNotFound, id)
}
