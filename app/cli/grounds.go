package cli

import (
	"context"
	"fmt"

	"concord/coding"
	"concord/coding/compare"
)

// groundRow is how many decisions of a kind were made on a code in a round.
type groundRow struct {
	Round     *string      `json:"round"` // null for coding outside rounds
	Kind      compare.Kind `json:"kind,omitempty"`
	Decisions int          `json:"decisions"`
}

// readGrounds says of codes that changed between two events after how many
// decisions each did.
func (p *project) readGrounds(ctx context.Context, changes []codeDiff, from, until coding.Seq) error {
	var grounds compare.Grounds
	for e, err := range p.Events(ctx, 0) {
		if err != nil {
			return err
		}
		grounds.Learn(e)
	}
	if err := grounds.Settle(ctx, p); err != nil {
		return err
	}
	rounds, err := p.Rounds(ctx)
	if err != nil {
		return err
	}
	names := map[coding.RoundID]*string{}
	for i := range rounds {
		names[rounds[i].ID] = &rounds[i].Name
	}
	for i, c := range changes {
		if c.Removed {
			continue
		}
		for _, g := range grounds.Of(c.id, from, until) {
			changes[i].After = append(changes[i].After, groundRow{names[g.Round], g.Kind, g.Decisions})
		}
	}
	return nil
}

// String is as in "2 boundary decisions in Round 1".
func (g groundRow) String() string {
	of := string(g.Kind) + " "
	switch g.Kind {
	case "":
		of = ""
	case compare.Both:
		of = "code and boundary "
	}
	noun := "decisions"
	if g.Decisions == 1 {
		noun = "decision"
	}
	where := "outside rounds"
	if g.Round != nil {
		where = "in " + *g.Round
	}
	return fmt.Sprintf("%d %s%s %s", g.Decisions, of, noun, where)
}
