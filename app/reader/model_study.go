package reader

import (
	"context"
	"fmt"

	"concord/coding"
)

// Study is what the screen holds of a project all the time: everything but
// texts and codings. It is read as a whole and never changes.
type Study struct {
	Outline    *Outline
	Book       *coding.Codebook
	Coders     []coding.Coder
	Attributes []coding.Attribute
	Rounds     []coding.Round
	// Version is the number of the codebook's last version, or 0.
	Version int
	// Assigned are the sources of those open rounds that the viewer codes in.
	Assigned map[coding.RoundID]map[coding.SourceID]bool
	// Seq is the last event that the study includes.
	Seq coding.Seq
}

// ReadStudy reads a project as the reader's viewer may see it. The outline of
// the study before it, if there is one, is kept unless sources is set.
func ReadStudy(ctx context.Context, r coding.Reader, before *Study, sources bool) (*Study, error) {
	s := &Study{Assigned: map[coding.RoundID]map[coding.SourceID]bool{}}
	for _, part := range []struct {
		name string
		read func(context.Context, coding.Reader) error
	}{
		{"the log", s.readSeq},
		{"the codebook", s.readBook},
		{"the coders", s.readCoders},
		{"the attributes", s.readAttributes},
		{"the rounds", s.readRounds},
	} {
		if err := part.read(ctx, r); err != nil {
			return nil, fmt.Errorf("read %s: %w", part.name, err)
		}
	}
	if before != nil && !sources {
		s.Outline = before.Outline
		return s, nil
	}
	var err error
	s.Outline, err = ReadOutline(ctx, r)
	return s, err
}

func (s *Study) readSeq(ctx context.Context, r coding.Reader) (err error) {
	s.Seq, err = r.Seq(ctx)
	return err
}

func (s *Study) readBook(ctx context.Context, r coding.Reader) error {
	codes, err := r.Codes(ctx)
	if err != nil {
		return err
	}
	s.Book = coding.NewCodebook(codes)
	versions, err := r.Versions(ctx)
	if len(versions) > 0 {
		s.Version = versions[len(versions)-1].Number
	}
	return err
}

func (s *Study) readCoders(ctx context.Context, r coding.Reader) (err error) {
	s.Coders, err = r.Coders(ctx)
	return err
}

func (s *Study) readAttributes(ctx context.Context, r coding.Reader) (err error) {
	s.Attributes, err = r.Attributes(ctx)
	return err
}

func (s *Study) readRounds(ctx context.Context, r coding.Reader) (err error) {
	if s.Rounds, err = r.Rounds(ctx); err != nil {
		return err
	}
	for _, round := range s.Rounds {
		if round.Closed || !round.Has(r.Viewer()) {
			continue
		}
		sources, err := r.RoundSources(ctx, round.ID)
		if err != nil {
			return err
		}
		assigned := make(map[coding.SourceID]bool, len(sources))
		for _, id := range sources {
			assigned[id] = true
		}
		s.Assigned[round.ID] = assigned
	}
	return nil
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

// Round finds a round.
func (s *Study) Round(id coding.RoundID) (coding.Round, bool) {
	for _, r := range s.Rounds {
		if r.ID == id {
			return r, true
		}
	}
	return coding.Round{}, false
}

// ByDigit is the code that a digit from 1 to 9 applies, retired ones left out.
func (s *Study) ByDigit(digit int) (coding.Code, bool) {
	for _, c := range s.Book.Codes() {
		if c.Shortcut == digit && !c.Retired {
			return c, true
		}
	}
	return coding.Code{}, false
}
