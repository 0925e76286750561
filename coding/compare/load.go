package compare

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"concord/coding"
)

// Load reads what the question is about. It needs two coders or more to
// compare, but takes one as well, whose work stands unopposed in a consensus.
func Load(ctx context.Context, r coding.Reader, q Question) (*Material, error) {
	q, err := q.complete()
	if err != nil {
		return nil, err
	}
	if q.Against != "" {
		return loadAgainst(ctx, r, q)
	}
	round, err := Choose(ctx, r, q.Round)
	if err != nil {
		return nil, err
	}
	codes, err := r.Codes(ctx)
	if err != nil {
		return nil, err
	}
	m := &loading{Material: &Material{
		Round: round, Book: coding.NewCodebook(codes), AllLooked: q.AllLooked,
		Unit: q.Unit, weighted: q.Weighted, overlap: q.Overlap,
		seat: map[coding.CoderID]int{},
	}}
	if err := m.seatCoders(ctx, r, q.Coders); err != nil {
		return nil, err
	}
	if err := m.placeSources(ctx, r); err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	// The two are most of the work, and neither waits for the other.
	var done error
	var reading sync.WaitGroup
	reading.Go(func() { done = m.readDone(ctx, r) })
	err = m.readCodings(ctx, r)
	reading.Wait()
	if err = errors.Join(err, done); err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	if err := m.readSources(ctx, r, q); err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	m.layOut()
	return m.Material, nil
}

// loading is material that is being read.
type loading struct {
	*Material
	place map[coding.SourceID]int
}

func (m *loading) seatCoders(ctx context.Context, r coding.Reader, names []string) error {
	all, err := r.Coders(ctx)
	if err != nil {
		return err
	}
	for _, name := range names {
		c, err := coding.FindCoder(all, name)
		if err != nil {
			return err
		}
		if m.Round.ID != "" && !m.Round.Has(c.ID) {
			return fmt.Errorf("%w: %s isn't a coder of round %q", coding.ErrInvalid, c.Name, m.Round.Name)
		}
		if _, twice := m.seat[c.ID]; twice {
			return fmt.Errorf("%w: coder %s is named twice", coding.ErrInvalid, c.Name)
		}
		m.seat[c.ID] = len(m.Coders)
		m.Coders = append(m.Coders, c)
	}
	if len(names) > 0 {
		return nil
	}
	var coded map[coding.CoderID]bool
	if m.Round.ID == "" {
		if coded, err = codersOutside(ctx, r); err != nil {
			return err
		}
	}
	for _, c := range all {
		if m.Round.Has(c.ID) || coded[c.ID] {
			m.seat[c.ID] = len(m.Coders)
			m.Coders = append(m.Coders, c)
		}
	}
	return nil
}

// codersOutside are those who coded outside rounds.
func codersOutside(ctx context.Context, r coding.Reader) (map[coding.CoderID]bool, error) {
	coded := map[coding.CoderID]bool{}
	for c, err := range r.Codings(ctx, coding.CodingFilter{Rounds: []coding.RoundID{""}}) {
		if err != nil {
			return nil, err
		}
		coded[c.Coder] = true
	}
	return coded, nil
}

func (m *loading) placeSources(ctx context.Context, r coding.Reader) error {
	var err error
	if m.Round.ID != "" {
		m.Sources, err = r.RoundSources(ctx, m.Round.ID)
		if err != nil {
			return err
		}
	} else {
		for s, err := range r.Sources(ctx, coding.SourceFilter{}) {
			if err != nil {
				return err
			}
			m.Sources = append(m.Sources, s.ID)
		}
	}
	m.place = make(map[coding.SourceID]int, len(m.Sources))
	for i, id := range m.Sources {
		m.place[id] = i
	}
	m.codings = make([][]coding.Coding, len(m.Sources))
	m.looked = make([]looked, len(m.Sources)*len(m.Coders))
	return nil
}

func (m *loading) readCodings(ctx context.Context, r coding.Reader) error {
	var all []coding.Coding
	numbers := map[coding.CodeID]int32{}
	at := m.finder()
	for c, err := range r.Codings(ctx, coding.CodingFilter{Rounds: []coding.RoundID{m.Round.ID}}) {
		if err != nil {
			return err
		}
		place, seat, compared := at(c.Source, c.Coder)
		if !compared {
			continue
		}
		code, known := numbers[c.Code]
		if !known {
			code = int32(len(m.codes))
			numbers[c.Code] = code
			m.codes = append(m.codes, c.Code)
		}
		all = append(all, c)
		m.given = append(m.given, given{int32(place), int32(seat), code})
		if m.Round.ID == "" {
			m.looked[place*len(m.Coders)+seat].all = true
		}
	}
	// They come by source.
	for from := 0; from < len(all); {
		to, place := from+1, m.given[from].place
		for to < len(all) && m.given[to].place == place {
			to++
		}
		m.codings[place] = all[from:to:to]
		from = to
	}
	if m.Round.ID == "" && m.AllLooked {
		for i := range m.looked {
			m.looked[i].all = true
		}
	}
	return nil
}

func (m *loading) readDone(ctx context.Context, r coding.Reader) error {
	if m.Round.ID == "" {
		return nil
	}
	at := m.finder()
	for d, err := range r.Done(ctx, coding.DoneFilter{Round: m.Round.ID}) {
		if err != nil {
			return err
		}
		place, seat, compared := at(d.Source, d.Coder)
		if !compared {
			continue
		}
		l := &m.looked[place*len(m.Coders)+seat]
		if len(d.Codes) == 0 {
			l.all = true
		}
		l.codes = append(l.codes, d.Codes...)
	}
	return nil
}

// finder gives the place of a source and the seat of a coder, or says that they
// aren't compared. It remembers the source, since what is read comes by source.
func (m *loading) finder() func(coding.SourceID, coding.CoderID) (place, seat int, compared bool) {
	var last coding.SourceID
	var place int
	var there bool
	return func(source coding.SourceID, coder coding.CoderID) (int, int, bool) {
		if source != last {
			last = source
			place, there = m.place[source]
		}
		seat, seated := m.seat[coder]
		return place, seat, there && seated
	}
}
