package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"concord/coding"
)

type attributeRow struct {
	ID       coding.AttributeID `json:"id"`
	Name     string             `json:"name"`
	Kind     coding.Level       `json:"kind"`
	Levels   []string           `json:"levels"`
	Agreeing []string           `json:"agreeing"`
}

// attributeEdit is what the flags say of an attribute.
type attributeEdit struct {
	name, kind       string
	levels, agreeing []string
}

func (e *env) attributesCommand() *cobra.Command {
	var edit attributeEdit
	cmd := &cobra.Command{
		Use:   "attributes PROJECT [add NAME | edit NAME]",
		Short: "List what can be known of respondents and sources, add to it, or change it",
		Args:  cobra.RangeArgs(1, 3),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, given := cmd.Context(), cmd.Flags().Changed
			named := given("name") || given("kind") || given("level") || given("agreeing")
			switch {
			case len(args) == 1 && named:
				return usage("write: concord attributes PROJECT add NAME, or attributes PROJECT edit NAME, and what it is to be")
			case len(args) == 1:
				return e.with(ctx, args[0], func(p *project) error { return e.listAttributes(ctx, p) })
			case len(args) == 3 && args[1] == "add" && !given("name"):
				return e.with(ctx, args[0], func(p *project) error {
					a := coding.Attribute{Name: args[2], Level: coding.Nominal}
					edit.into(given, &a)
					a, err := p.AddAttribute(ctx, a)
					return e.printAttribute(a, err)
				})
			case len(args) == 3 && args[1] == "edit" && named:
				return e.with(ctx, args[0], func(p *project) error {
					all, err := p.Attributes(ctx)
					if err != nil {
						return err
					}
					was, err := coding.FindAttribute(all, args[2])
					if err != nil {
						return err
					}
					now := was
					edit.into(given, &now)
					return e.printAttribute(now, p.EditAttribute(ctx, was, now))
				})
			}
			return usage("write: concord attributes PROJECT add NAME [--kind K] [--level L]... [--agreeing L]..., or the same with edit NAME [--name NEW]")
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&edit.name, "name", "", "its new name")
	flags.StringVar(&edit.kind, "kind", "", "nominal (names), numeric (numbers) or scaled (an item to agree with)")
	flags.StringArrayVar(&edit.levels, "level", nil, "a value, in their order, from least to most (as often as needed)")
	flags.StringArrayVar(&edit.agreeing, "agreeing", nil, "a level of a scaled item that counts as agreeing (as often as needed)")
	return cmd
}

// into takes over what the flags say.
func (d attributeEdit) into(given func(string) bool, a *coding.Attribute) {
	if given("name") {
		a.Name = d.name
	}
	if given("kind") {
		a.Level = coding.Level(d.kind)
	}
	if given("level") {
		a.Levels = d.levels
	}
	if given("agreeing") {
		a.Agreeing = d.agreeing
	}
}

func rowOfAttribute(a coding.Attribute) attributeRow {
	return attributeRow{a.ID, a.Name, a.Level, append([]string{}, a.Levels...), append([]string{}, a.Agreeing...)}
}

func (e *env) listAttributes(ctx context.Context, p *project) error {
	all, err := p.Attributes(ctx)
	if err != nil {
		return err
	}
	rows := []attributeRow{}
	for _, a := range all {
		rows = append(rows, rowOfAttribute(a))
	}
	return printTable(e, []string{"NAME", "KIND", "LEVELS", "AGREEING"}, rows, func(r attributeRow) []string {
		return []string{r.Name, string(r.Kind), strings.Join(r.Levels, ", "), strings.Join(r.Agreeing, ", ")}
	})
}

// printAttribute prints an attribute as it stands after a change, unless that failed.
func (e *env) printAttribute(a coding.Attribute, err error) error {
	if err != nil {
		return err
	}
	return e.print(rowOfAttribute(a), func(w io.Writer) { _, _ = fmt.Fprintf(w, "%s (%s)\n", a.Name, a.Level) })
}
