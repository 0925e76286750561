package compare

import (
	"context"
	"fmt"
	"slices"

	"concord/coding"
)

// Material is what coders did in one round, or outside rounds, as it is read
// from a project once and then compared in memory.
type Material struct {
	// Round is empty (its ID is "") for a comparison outside rounds.
	Round  coding.Round
	Coders []coding.Coder
	// Sources are those that the comparison is about, in the project's order.
	Sources []coding.SourceID
	Book    *coding.Codebook
	// AllLooked is as in the Question.
	AllLooked bool

	place   map[coding.SourceID]int
	seat    map[coding.CoderID]int
	codings [][]coding.Coding // by source, then as the Reader orders them
	looked  []looked          // by source and coder: source*len(Coders)+coder
}

// looked says for which codes a coder has looked at a source.
type looked struct {
	all   bool
	codes []coding.CodeID // where not all
}

func (l looked) any() bool { return l.all || len(l.codes) > 0 }

func (l looked) covers(code coding.CodeID) bool { return l.all || slices.Contains(l.codes, code) }

// Load reads what the question is about. It needs two coders or more to
// compare, but takes one as well, whose work stands unopposed in a consensus.
func Load(ctx context.Context, r coding.Reader, q Question) (*Material, error) {
	round, err := Choose(ctx, r, q.Round)
	if err != nil {
		return nil, err
	}
	codes, err := r.Codes(ctx)
	if err != nil {
		return nil, err
	}
	m := &Material{
		Round: round, Book: coding.NewCodebook(codes), AllLooked: q.AllLooked,
		place: map[coding.SourceID]int{}, seat: map[coding.CoderID]int{},
	}
	if err := m.seatCoders(ctx, r, q.Coders); err != nil {
		return nil, err
	}
	if err := m.placeSources(ctx, r); err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	if err := m.readCodings(ctx, r); err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	if err := m.readDone(ctx, r); err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	return m, nil
}

func (m *Material) seatCoders(ctx context.Context, r coding.Reader, names []string) error {
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

func (m *Material) placeSources(ctx context.Context, r coding.Reader) error {
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
	for i, id := range m.Sources {
		m.place[id] = i
	}
	m.codings = make([][]coding.Coding, len(m.Sources))
	m.looked = make([]looked, len(m.Sources)*len(m.Coders))
	return nil
}

func (m *Material) readCodings(ctx context.Context, r coding.Reader) error {
	filter := coding.CodingFilter{Rounds: []coding.RoundID{m.Round.ID}}
	for c, err := range r.Codings(ctx, filter) {
		if err != nil {
			return err
		}
		seat, compared := m.seat[c.Coder]
		place, there := m.place[c.Source]
		if !compared || !there {
			continue
		}
		m.codings[place] = append(m.codings[place], c)
		if m.Round.ID == "" {
			m.looked[place*len(m.Coders)+seat].all = true
		}
	}
	if m.Round.ID == "" && m.AllLooked {
		for i := range m.looked {
			m.looked[i].all = true
		}
	}
	return nil
}

func (m *Material) readDone(ctx context.Context, r coding.Reader) error {
	if m.Round.ID == "" {
		return nil
	}
	for d, err := range r.Done(ctx, coding.DoneFilter{Round: m.Round.ID}) {
		if err != nil {
			return err
		}
		seat, compared := m.seat[d.Coder]
		place, there := m.place[d.Source]
		if !compared || !there {
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

// Finished counts the sources that every coder has looked at, for some code at least.
func (m *Material) Finished() int {
	n := 0
	for place := range m.Sources {
		all := len(m.Coders) > 0
		for seat := range m.Coders {
			all = all && m.looked[place*len(m.Coders)+seat].any()
		}
		if all {
			n++
		}
	}
	return n
}

// CoderNames are the names of the coders compared, in order.
func (m *Material) CoderNames() []string {
	names := make([]string, len(m.Coders))
	for i, c := range m.Coders {
		names[i] = c.Name
	}
	return names
}
