package codebook

import (
	"context"
	"fmt"
	"slices"

	"concord/coding"
)

// Study is what the screen holds of a project. It is read as a whole and never
// changes.
type Study struct {
	Book     *coding.Codebook
	Coders   []coding.Coder
	Versions []coding.Version
	// Counts are what was given each code, Cases how many respondents there are.
	Counts map[coding.CodeID]coding.Count
	Cases  int
	Past   *Past
	// Rounds are the names of the rounds.
	Rounds map[coding.RoundID]string
	// Own is the name of a round of which the counts hold the viewer's own work
	// alone: it is blind and open. It is empty where there is none.
	Own string
	// Quiet is the name of a blind, open round that the viewer codes in: nobody
	// else reads the viewer's memos until it is closed. Empty where there is none.
	Quiet string
	// Seq is an event that the study includes.
	Seq coding.Seq
}

// ReadStudy reads a project as the reader's viewer may see it, going on from
// the study before it, if there is one.
func ReadStudy(ctx context.Context, r coding.Reader, before *Study) (*Study, error) {
	s := &Study{}
	var err error
	if s.Seq, err = r.Seq(ctx); err != nil {
		return nil, fmt.Errorf("read the log: %w", err)
	}
	codes, err := r.Codes(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the codes: %w", err)
	}
	s.Book = coding.NewCodebook(codes)
	if s.Coders, err = r.Coders(ctx); err != nil {
		return nil, fmt.Errorf("read the coders: %w", err)
	}
	if s.Versions, err = r.Versions(ctx); err != nil {
		return nil, fmt.Errorf("read the codebook's versions: %w", err)
	}
	if s.Counts, err = r.Counts(ctx, coding.CodingFilter{}); err != nil {
		return nil, fmt.Errorf("count the codings: %w", err)
	}
	visible, err := coding.VisibleRounds(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("read the rounds: %w", err)
	}
	rounds, err := r.Rounds(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the rounds: %w", err)
	}
	s.Rounds = map[coding.RoundID]string{}
	for _, round := range rounds {
		s.Rounds[round.ID] = round.Name
		if !slices.ContainsFunc(visible, func(v coding.Round) bool { return v.ID == round.ID }) {
			s.Own = round.Name
		}
		if round.Blinds(r.Viewer()) {
			s.Quiet = round.Name
		}
	}
	for _, err := range r.Cases(ctx) {
		if err != nil {
			return nil, fmt.Errorf("count the respondents: %w", err)
		}
		s.Cases++
	}
	var known *Past
	if before != nil {
		known = before.Past
	}
	s.Past, err = ReadPast(ctx, r, known)
	return s, err
}

// Coder finds a coder; one who isn't known has no name.
func (s *Study) Coder(id coding.CoderID) coding.Coder {
	for _, c := range s.Coders {
		if c.ID == id {
			return c
		}
	}
	return coding.Coder{ID: id}
}

// Themes is how many codes have none above them, and how many have.
func (s *Study) Themes() (themes, codes int) {
	for _, c := range s.Book.Codes() {
		if s.Book.Depth(c.ID) == 0 {
			themes++
		} else {
			codes++
		}
	}
	return themes, codes
}

// Since are the differences that a version made, or for number 0 those of the
// present book since the last version. base is the number of the version that
// was compared with; 0 where there was none.
func (s *Study) Since(number int) (found []Difference, base int) {
	now, until, at := s.Book.Codes(), s.Past.Seq, len(s.Versions)
	for i, v := range s.Versions {
		if v.Number == number {
			now, until, at = s.Past.At(v.Seq), v.Seq, i
		}
	}
	if at == 0 {
		return Differences(nil, now), 0
	}
	last := s.Versions[at-1]
	found = Differences(s.Past.At(last.Seq), now)
	for i, d := range found {
		if !d.Removed {
			found[i].After = s.grounds(d.Code.ID, last.Seq, until)
		}
	}
	return found, last.Number
}

// grounds are the decisions that a code's last change between two events came after.
func (s *Study) grounds(code coding.CodeID, from, until coding.Seq) []Ground {
	var grounds []Ground
	for _, g := range s.Past.grounds.Of(code, from, until) {
		grounds = append(grounds, Ground{Round: s.Rounds[g.Round], Kind: g.Kind, Decisions: g.Decisions})
	}
	return grounds
}

// Unused reports whether nothing hangs on a code, so that it can be deleted.
func (s *Study) Unused(id coding.CodeID) bool {
	return s.Book.Leaf(id) && s.Counts[id].Excerpts == 0
}

// inside reports whether a code is another one or lies under it.
func (s *Study) inside(id, under coding.CodeID) bool {
	return slices.Contains(s.Book.Under(under), id)
}
