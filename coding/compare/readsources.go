package compare

import (
	"context"
	"sync"

	"concord/coding"
)

// readSources reads what the unit and the question need to know of the
// sources: their lengths, their sentences, whose they are. Texts are read only
// where units lie in them.
func (m *loading) readSources(ctx context.Context, r coding.Reader, q Question) error {
	measured := m.Unit == Character || m.Unit == Continuum
	if measured || q.Described {
		if err := m.describe(ctx, r, measured); err != nil {
			return err
		}
	}
	if m.Unit.inTexts() {
		q.Progress.Start("find each "+string(m.Unit), len(m.Sources))
		return m.readTexts(ctx, r, q)
	}
	return nil
}

func (m *loading) describe(ctx context.Context, r coding.Reader, measured bool) error {
	m.about = make([]coding.Source, len(m.Sources))
	if measured {
		m.lengths = make([]int, len(m.Sources))
	}
	for s, err := range r.Sources(ctx, m.filter()) {
		if err != nil {
			return err
		}
		place, compared := m.place[s.ID]
		if !compared {
			continue
		}
		m.about[place] = s
		if measured {
			m.lengths[place] = s.Length
		}
	}
	return nil
}

// filter takes the sources of the comparison, and perhaps some more.
func (m *loading) filter() coding.SourceFilter { return coding.SourceFilter{Round: m.Round.ID} }

// readTexts divides every text into the unit's pieces, some while others are read.
func (m *loading) readTexts(ctx context.Context, r coding.Reader, q Question) error {
	m.pieces = make([][]coding.Span, len(m.Sources))
	texts := make(chan coding.Text, 16)
	var dividing sync.WaitGroup
	for range 2 {
		dividing.Go(func() {
			for t := range texts {
				if ctx.Err() != nil {
					continue
				}
				m.pieces[m.place[t.Source]] = m.Unit.pieces(t.Body)
				q.Progress.Add(1)
			}
		})
	}
	err := m.sendTexts(ctx, r, texts)
	close(texts)
	dividing.Wait()
	if err == nil {
		err = ctx.Err()
	}
	return err
}

func (m *loading) sendTexts(ctx context.Context, r coding.Reader, texts chan<- coding.Text) error {
	for t, err := range r.Texts(ctx, m.filter()) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if _, compared := m.place[t.Source]; compared {
			texts <- t
		}
	}
	return nil
}
