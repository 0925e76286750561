package coding

import (
	"context"
	"fmt"
)

// RoundPlan says what a round to be opened is like.
type RoundPlan struct {
	Name   string
	Coders []CoderID
	Blind  bool
	// Sources, if not nil, are those that the round is about; Size, Percent,
	// Seed and Stratify are then not used.
	Sources []SourceID
	// Size, if not 0, is how many sources are drawn; Percent, if not 0, which
	// share of them. With neither, all sources are in the round.
	Size    int
	Percent float64
	Seed    uint64
	// Stratify, if not empty, is the attribute whose values keep their shares.
	Stratify AttributeID
	// Threshold is the agreement wanted, or 0.
	Threshold float64
}

// OpenRound opens a round on the codebook as it now stands, of which a version
// is kept, as one step.
func (s *Session) OpenRound(ctx context.Context, plan RoundPlan) (Round, error) {
	if !(plan.Threshold >= 0 && plan.Threshold <= 1) {
		return Round{}, invalid("open round %q: the agreement wanted lies between 0 and 1, not at %v", plan.Name, plan.Threshold)
	}
	round := Round{
		ID: NewID[RoundID](s.mint), Name: plan.Name, Blind: plan.Blind, Coders: plan.Coders,
		Threshold: plan.Threshold, Opened: s.mint.Now(),
	}
	if err := s.assign(ctx, &round, plan); err != nil {
		return Round{}, fmt.Errorf("open round %q: %w", plan.Name, err)
	}
	changes, err := s.version(ctx, &round)
	if err != nil {
		return Round{}, fmt.Errorf("open round %q: %w", plan.Name, err)
	}
	if err := s.Make(ctx, fmt.Sprintf("open round “%s”", round.Name), append(changes, Add(round))...); err != nil {
		return Round{}, fmt.Errorf("open round %q: %w", plan.Name, err)
	}
	return round, nil
}

// assign settles which sources are in the round.
func (s *Session) assign(ctx context.Context, round *Round, plan RoundPlan) error {
	if plan.Sources != nil {
		round.Sources = plan.Sources
		return nil
	}
	if plan.Size < 0 || plan.Percent < 0 || plan.Percent > 100 {
		return invalid("a sample is a number of sources, or a share from 0 to 100 %%")
	}
	var all []SourceID
	respondent := map[SourceID]CaseID{}
	own := map[SourceID]string{}
	for source, err := range s.Sources(ctx, SourceFilter{}) {
		if err != nil {
			return err
		}
		all = append(all, source.ID)
		if len(source.Cases) > 0 {
			respondent[source.ID] = source.Cases[0]
		}
		own[source.ID] = source.Values[plan.Stratify]
	}
	if len(all) == 0 {
		return invalid("the project has no sources to code")
	}
	if plan.Size == 0 && plan.Percent == 0 {
		round.All = true
		return nil
	}
	size := plan.Size
	if size == 0 {
		size = max(1, int(float64(len(all))*plan.Percent/100+0.5))
	}
	var stratum func(SourceID) string
	if plan.Stratify != "" {
		values := map[CaseID]string{}
		for c, err := range s.Cases(ctx) {
			if err != nil {
				return err
			}
			values[c.ID] = c.Values[plan.Stratify]
		}
		stratum = func(id SourceID) string {
			if v := own[id]; v != "" {
				return v
			}
			return values[respondent[id]]
		}
	}
	round.Sources = Draw(all, size, plan.Seed, stratum)
	round.Sample = Sample{Size: len(round.Sources), Of: len(all), Seed: plan.Seed, Stratify: plan.Stratify}
	return nil
}

// version keeps the codebook's present state for the round, unless the last
// version kept still is that state.
func (s *Session) version(ctx context.Context, round *Round) ([]Change, error) {
	versions, err := s.Versions(ctx)
	if err != nil {
		return nil, err
	}
	var last Version
	if len(versions) > 0 {
		last = versions[len(versions)-1]
		changed := false
		for e, err := range s.Events(ctx, last.Seq) {
			if err != nil {
				return nil, err
			}
			if e.Change.Kind() == KindCode {
				changed = true
				break
			}
		}
		if !changed {
			round.Version = last.ID
			return nil, nil
		}
	}
	seq, err := s.Seq(ctx)
	if err != nil {
		return nil, err
	}
	kept := Version{
		ID: NewID[VersionID](s.mint), Number: last.Number + 1, Note: fmt.Sprintf("opened %s", round.Name),
		At: s.mint.Now(), Seq: seq,
	}
	round.Version = kept.ID
	return []Change{Add(kept)}, nil
}

// CloseRound closes a round: from then on it takes no coding, hides nothing,
// and its disagreements can be resolved.
func (s *Session) CloseRound(ctx context.Context, was Round) (Round, error) {
	if was.Closed {
		return was, nil
	}
	now := was
	now.Closed, now.ClosedAt = true, s.mint.Now()
	return now, s.Make(ctx, fmt.Sprintf("close round “%s”", was.Name), Alter(was, now))
}

// RoundFor is the round that a source is coded in now: the one open round that
// gives the source to the person, or none ("") where there is none, or several.
func (s *Session) RoundFor(ctx context.Context, source SourceID) (RoundID, error) {
	rounds, err := s.RoundsFor(ctx, source)
	return rounds[source], err
}

// RoundsFor is RoundFor of many sources.
func (s *Session) RoundsFor(ctx context.Context, sources ...SourceID) (map[SourceID]RoundID, error) {
	rounds, err := s.Rounds(ctx)
	if err != nil {
		return nil, err
	}
	in, several := map[SourceID]RoundID{}, map[SourceID]bool{}
	for _, r := range rounds {
		if r.Closed || !r.Has(s.Viewer()) {
			continue
		}
		for source, err := range s.Sources(ctx, SourceFilter{Round: r.ID, IDs: sources}) {
			if err != nil {
				return nil, err
			}
			_, several[source.ID] = in[source.ID]
			in[source.ID] = r.ID
		}
	}
	for source, found := range several {
		if found {
			delete(in, source)
		}
	}
	return in, nil
}
