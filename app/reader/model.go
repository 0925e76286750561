package reader

import "concord/coding"

// Model is what the screen knows. It belongs to the UI goroutine; what takes
// time is in functions that read and touch no model.
type Model struct {
	Me    coding.Coder
	Study *Study
	// At is what the person is at.
	At Assignment
	// Only leaves out the sources that aren't assigned in At's round.
	Only bool
	// Among, if not nil, leaves out all sources but those in which places lie
	// that the person wants to look at.
	Among *Among
	// Shown are the sources on the page, Pages their passages.
	Shown *Outline
	Pages *Pages
	// Counts are how many excerpts each code has, as Count found them.
	Counts map[coding.CodeID]int
	// Last is the code that was applied last.
	Last coding.CodeID

	// chosen says that the person chose the assignment.
	chosen bool
	// bands are those worked out since something last changed.
	bands map[coding.SourceID][]Band
}

// NewModel knows nothing yet but who looks.
func NewModel(me coding.Coder) *Model {
	m := &Model{Me: me, Study: &Study{Outline: &Outline{}, Book: coding.NewCodebook(nil)}}
	m.Study.Outline.divide()
	m.show()
	return m
}

// Take takes over a study that was read. It reports whether the sources that
// are shown, or their order, are others now. Until the person chooses, the work
// at hand is the round opened last, and of all sources only those in it.
func (m *Model) Take(s *Study) bool {
	before, assigned := m.Study, len(m.Study.Assigned[m.At.Round.ID])
	round, all := m.At.Round.ID, m.At.All
	m.Study = s
	m.bands = nil
	if m.Pages.followed == 0 {
		m.Pages.followed = s.Seq
	}
	m.At = s.Assignments(m.Me.ID)[0]
	if m.chosen {
		m.At = s.Assignment(m.Me.ID, round)
	}
	m.At.All = all
	only := m.Only
	if !m.chosen {
		only = m.Partial()
	}
	same := before.Outline == s.Outline && (m.Among != nil || m.At.Round.ID == round && only == m.Only)
	if same && (m.Among != nil || !only || assigned == len(s.Assigned[round])) {
		m.Only = only
		return false
	}
	m.Only = only
	m.show()
	return true
}

// Choose puts the person at an assignment; only leaves out what isn't in its
// round.
func (m *Model) Choose(a Assignment, only bool) {
	m.chosen = true
	m.bands = nil
	m.At, m.Only = a, only && !a.Open()
	m.show()
}

// show begins anew with the sources that are to be shown.
func (m *Model) show() {
	switch {
	case m.Among != nil:
		m.Shown = m.Study.Outline.Only(m.Among.sources())
	case m.Only && !m.At.Open():
		m.Shown = m.Study.Outline.Only(m.Study.Assigned[m.At.Round.ID])
	default:
		m.Shown = m.Study.Outline
	}
	followed := coding.Seq(0)
	if m.Pages != nil {
		followed = m.Pages.followed
	}
	m.Pages = NewPages(m.Shown)
	m.Pages.followed = followed
}

// Partial reports whether the round leaves sources out, so that Only makes a
// difference.
func (m *Model) Partial() bool {
	return !m.At.Open() && len(m.Study.Assigned[m.At.Round.ID]) < m.Study.Outline.Len()
}

// mostBands is for how many sources the bands are kept.
const mostBands = 500

// Bands are those of the passage at a place; none while it isn't at hand. The
// caller must not change them.
func (m *Model) Bands(place int) []Band {
	p := m.Passage(place)
	if p == nil {
		return nil
	}
	bands, known := m.bands[p.Source.ID]
	if known {
		return bands
	}
	if m.bands == nil || len(m.bands) >= mostBands {
		m.bands = map[coding.SourceID][]Band{}
	}
	bands = m.Study.Bands(m.At, p, m.Me.ID)
	m.bands[p.Source.ID] = bands
	return bands
}

// Keep takes a page in; false says that it is too old and must be read again.
func (m *Model) Keep(page *Page) bool {
	for id := range page.Passages {
		delete(m.bands, id)
	}
	return m.Pages.Keep(page)
}

// Follow brings what is at hand up to date with events, and says what else
// they mean.
func (m *Model) Follow(events []coding.Event) News {
	news := m.Pages.Follow(events, m.Me.ID)
	for _, id := range news.Touched {
		delete(m.bands, id)
	}
	return news
}

// Band finds the band at a place that holds a coding or stands for a memo.
func (m *Model) Band(place int, id string) (Band, bool) { return With(m.Bands(place), id) }

// RoundAt is the round in which the source at a place is coded.
func (m *Model) RoundAt(place int) coding.RoundID {
	return m.Study.RoundOf(m.At, m.Shown.ID(place))
}

// Done reports whether the viewer has finished the source at a place in the
// round that is coded.
func (m *Model) Done(place int) bool {
	p := m.Passage(place)
	return p != nil && !m.At.Open() && p.Done[m.At.Round.ID]
}

// Passage is what is known of the source at a place, nil while it isn't at hand.
func (m *Model) Passage(place int) *Passage {
	if place < 0 || place >= m.Shown.Len() {
		return nil
	}
	return m.Pages.At(place)
}

// Seq is the last event that the model has taken in.
func (m *Model) Seq() coding.Seq { return m.Pages.followed }
