package compare

import (
	"context"
	"fmt"

	"concord/coding"
)

// Question says what is compared. Its zero value takes what Choose would: the
// project's one round, all of its coders, all codes.
type Question struct {
	// Round is the round's name or identity.
	Round string
	// Coders are names or identities; none takes those of the round or, outside
	// rounds, all who coded.
	Coders []string
	// AllLooked counts, outside rounds, every source as looked at by every
	// coder. Otherwise a coder has looked at the sources that carry the coder's codings.
	AllLooked bool
}

// Choose finds the round that a comparison is about: the named one; without a
// name the only round there is, or the one closed last. A project without
// rounds is compared outside them: the round is then empty. A round that is
// hidden from the viewer is refused with ErrForbidden.
func Choose(ctx context.Context, r coding.Reader, name string) (coding.Round, error) {
	rounds, err := r.Rounds(ctx)
	if err != nil {
		return coding.Round{}, err
	}
	round, err := pick(rounds, name)
	if err != nil || round.ID == "" {
		return round, err
	}
	viewer := coding.Coder{ID: r.Viewer()}
	coders, err := r.Coders(ctx)
	if err != nil {
		return coding.Round{}, err
	}
	for _, c := range coders {
		if c.ID == viewer.ID {
			viewer = c
		}
	}
	if round.HiddenFrom(viewer) {
		return coding.Round{}, fmt.Errorf("%w: round %q is blind and still open; its codings can be compared once it is closed",
			coding.ErrForbidden, round.Name)
	}
	return round, nil
}

func pick(rounds []coding.Round, name string) (coding.Round, error) {
	if name != "" {
		return coding.FindRound(rounds, name)
	}
	var last coding.Round
	for _, r := range rounds {
		if r.Closed && (last.ID == "" || r.ClosedAt.After(last.ClosedAt)) {
			last = r
		}
	}
	switch {
	case len(rounds) == 1:
		return rounds[0], nil
	case len(rounds) > 1 && last.ID == "":
		return coding.Round{}, fmt.Errorf("%w: several rounds are open and none is closed; say which one is meant", coding.ErrInvalid)
	}
	return last, nil
}
