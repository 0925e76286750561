package coding

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// FindCoder looks a coder up by name (case ignored) or identity.
func FindCoder(coders []Coder, name string) (Coder, error) {
	return findNamed("coder", name, coders, func(c Coder) (string, string) { return string(c.ID), c.Name })
}

// FindRound looks a round up by name (case ignored) or identity.
func FindRound(rounds []Round, name string) (Round, error) {
	return findNamed("round", name, rounds, func(r Round) (string, string) { return string(r.ID), r.Name })
}

// VisibleRounds are the rounds that hide nothing from the viewer, in the order
// in which they were opened.
func VisibleRounds(ctx context.Context, r Reader) ([]Round, error) {
	rounds, err := r.Rounds(ctx)
	if err != nil {
		return nil, err
	}
	coders, err := r.Coders(ctx)
	if err != nil {
		return nil, err
	}
	viewer := Coder{ID: r.Viewer()}
	for _, c := range coders {
		if c.ID == viewer.ID {
			viewer = c
		}
	}
	return slices.DeleteFunc(rounds, func(round Round) bool { return round.HiddenFrom(viewer) }), nil
}

// FindSource looks a source up by name (case ignored) or identity.
func FindSource(ctx context.Context, r Reader, name string) (Source, error) {
	for source, err := range r.Sources(ctx, SourceFilter{}) {
		if err != nil {
			return Source{}, err
		}
		if strings.EqualFold(source.Name, name) || string(source.ID) == name {
			return source, nil
		}
	}
	return Source{}, notFound("no source %q", name)
}

func findNamed[T any](noun, name string, all []T, names func(T) (id, name string)) (T, error) {
	var known []string
	for _, one := range all {
		id, called := names(one)
		if id == name || strings.EqualFold(called, name) {
			return one, nil
		}
		known = append(known, called)
	}
	var none T
	if len(known) == 0 {
		return none, notFound("no %s %q: the project has none", noun, name)
	}
	return none, notFound("no %s %q: there are %s", noun, name, strings.Join(known, ", "))
}

// counted is "1 source", "2 sources".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
