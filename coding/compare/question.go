package compare

import (
	"context"
	"fmt"

	"concord/coding"
	"concord/coding/progress"
)

// Question says what is compared. Its zero value takes what Choose would: the
// project's one round, all of its coders, all codes, counted by comment.
type Question struct {
	// Round is the round's name or identity.
	Round string
	// Coders are names or identities; none takes those of the round or, outside
	// rounds, all who coded.
	Coders []string
	// AllLooked counts, outside rounds, every source as looked at by every
	// coder. Otherwise a coder has looked at the sources that carry the coder's codings.
	AllLooked bool
	// Against is a second round, in which the one coder named is compared with
	// what the same coder did in Round. The sources are those of both.
	Against string
	// Unit is what is counted; empty is the comment.
	Unit Unit
	// Weighted lets each source count alike where the unit is the character, so
	// that long texts don't drown short ones.
	Weighted bool
	// Overlap is the share of the characters of two excerpts, taken together,
	// that both must have for them to be matched; 0 is 0.5.
	Overlap float64
	// Described reads of each source its name, whose it is and what is known of
	// it: resampling respondents and dividing by source or attribute need that.
	Described bool
	// Progress, if not nil, counts the sources that are read.
	Progress *progress.Counter
}

// complete checks what can be checked without a project.
func (q Question) complete() (Question, error) {
	var err error
	if q.Unit, err = q.Unit.complete(); err != nil {
		return q, err
	}
	if q.Overlap == 0 {
		q.Overlap = 0.5
	}
	switch {
	case !(q.Overlap > 0 && q.Overlap <= 1):
		return q, fmt.Errorf("%w: overlap %v: it lies above 0 and is 1 at the most, as in 0.5", coding.ErrInvalid, q.Overlap)
	case q.Against != "" && len(q.Coders) != 1:
		return q, fmt.Errorf("%w: two rounds of one coder are compared: name that coder; here %d are named", coding.ErrInvalid, len(q.Coders))
	case q.Against != "" && q.Round == "":
		return q, fmt.Errorf("%w: name the round that %q is compared with", coding.ErrInvalid, q.Against)
	}
	return q, nil
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
