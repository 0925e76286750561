package reader_test

import (
	"testing"

	"concord/app/reader"
	"concord/coding"
)

// open is a model of the study with all its pages at hand.
func open(s *study, me coding.Coder) *reader.Model {
	s.TB.Helper()
	m := reader.NewModel(me)
	read, err := reader.ReadStudy(s.TB.Context(), s.DB.As(me.ID), nil, true)
	s.OK(err)
	m.Take(read)
	load(s, m)
	return m
}

func load(s *study, m *reader.Model) {
	s.TB.Helper()
	for _, number := range m.Pages.Missing(0, m.Shown.Len()-1) {
		page, err := reader.ReadPage(s.TB.Context(), s.DB.As(m.Me.ID), m.Shown, number)
		s.OK(err)
		if !m.Keep(page) {
			s.TB.Fatalf("page %d is refused", number)
		}
	}
}

// since are the events that coder sees after a number.
func since(s *study, coder coding.Coder, after coding.Seq) []coding.Event {
	s.TB.Helper()
	var events []coding.Event
	for e, err := range s.DB.As(coder.ID).Events(s.TB.Context(), after) {
		s.OK(err)
		events = append(events, e)
	}
	return events
}

func TestAssignmentIsTheOpenRoundOfTheCoder(t *testing.T) {
	s := newStudy(t, texts())
	if m := open(s, s.ana); !m.At.Open() {
		t.Errorf("without a round Ana codes in %q", m.At.Round.Name)
	}
	pilot := s.round("Pilot", true, 2)
	m := open(s, s.ana)
	if m.At.Round.ID != pilot.ID || !m.Partial() || m.Shown.Len() != 2 {
		t.Errorf("Ana is at %q, partial %v, with %d sources", m.At.Round.Name, m.Partial(), m.Shown.Len())
	}
	m.Choose(m.At, false)
	if m.Shown.Len() != 5 || m.RoundAt(1) != pilot.ID || m.RoundAt(2) != "" {
		t.Error("a source that the round leaves out is coded in it")
	}
	if lead := open(s, s.lead); !lead.At.Open() {
		t.Error("the supervisor, who isn't assigned, codes in the round")
	}
}

func TestBandsJoinCodersAndHideWhatIsBlind(t *testing.T) {
	s := newStudy(t, texts())
	round := s.round("Round 1", true, 0)
	s.apply(s.ana, round.ID, 0, "Not the only one", 10, 30)
	s.apply(s.ben, round.ID, 0, "Not the only one", 10, 30)
	s.apply(s.ben, round.ID, 0, "Own limits", 20, 40)

	bands := open(s, s.ana).Bands(0)
	if len(bands) != 1 || len(bands[0].Who) != 1 || !bands[0].Mine {
		t.Errorf("in the blind round Ana sees %+v", bands)
	}
	if _, err := s.As(s.lead).CloseRound(t.Context(), round); err != nil {
		t.Fatal(err)
	}
	m := open(s, s.ana)
	bands = m.Bands(0)
	if len(bands) != 2 || len(bands[0].Who) != 2 || bands[0].Who[0] != s.ana.ID || bands[0].Mine {
		t.Errorf("after the round Ana sees %+v", bands)
	}
	if own := m.Study.Own(m.At, bands[0], s.ana.ID); len(own) != 0 {
		t.Error("codings of a closed round can be changed")
	}
}

func TestFollowPatchesPassages(t *testing.T) {
	s := newStudy(t, texts())
	m := open(s, s.ana)
	c := s.apply(s.ana, "", 1, "Awkward at first", 27, 39)
	news := m.Follow(since(s, s.ana, m.Study.Seq))
	if !news.Codings || len(news.Touched) != 1 || news.Touched[0] != c.Source {
		t.Errorf("news %+v", news)
	}
	band, found := m.Band(1, string(c.ID))
	if !found || band.Code.Name != "Awkward at first" {
		t.Fatalf("no band for the coding: %+v", m.Bands(1))
	}
	at := since(s, s.ana, 0)
	if _, err := s.As(s.ana).Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	m.Follow(since(s, s.ana, at[len(at)-1].Seq))
	if len(m.Bands(1)) != 0 {
		t.Error("the band stays after undo")
	}
}

func TestKeepRefusesAPageThatIsOlderThanTheNews(t *testing.T) {
	s := newStudy(t, texts())
	m := open(s, s.ana)
	old, err := reader.ReadPage(t.Context(), s.DB.As(s.ana.ID), m.Shown, 0)
	if err != nil {
		t.Fatal(err)
	}
	s.apply(s.ana, "", 1, "Awkward at first", 27, 39)
	m.Follow(since(s, s.ana, m.Study.Seq))
	if m.Keep(old) {
		t.Error("the page without the coding is taken")
	}
}

func TestPagesLeaveAgain(t *testing.T) {
	bodies := make([]string, 3000)
	for i := range bodies {
		bodies[i] = texts()[i%5]
	}
	s := newStudy(t, bodies)
	m := reader.NewModel(s.ana)
	read, err := reader.ReadStudy(t.Context(), s.DB.As(s.ana.ID), nil, true)
	if err != nil {
		t.Fatal(err)
	}
	m.Take(read)
	for place := 0; place < m.Shown.Len(); place += 10 {
		for _, number := range m.Pages.Missing(place, place+3) {
			page, err := reader.ReadPage(t.Context(), s.DB.As(s.ana.ID), m.Shown, number)
			if err != nil {
				t.Fatal(err)
			}
			m.Keep(page)
		}
		if m.Passage(place) == nil || m.Passage(place).Text == "" {
			t.Fatalf("place %d isn't at hand", place)
		}
	}
	if m.Passage(0) != nil {
		t.Error("the first page is still held after 3,000 comments")
	}
}

func TestMovedGoesByWords(t *testing.T) {
	text := "Honestly, the 👩‍⚕️ first half-hour was awkward."
	span := coding.Span{Start: 10, End: 13} // the
	for _, c := range []struct {
		name string
		move reader.Move
		want string
	}{
		{"the end goes on over the emoji", reader.EndOn, "the 👩‍⚕️"},
		{"the end can't go back over the only word", reader.EndBack, "the"},
		{"the start goes back", reader.StartBack, "Honestly, the"},
		{"all goes on", reader.AllOn, "👩‍⚕️"},
		{"all goes back", reader.AllBack, "Honestly"},
	} {
		if got := coding.Slice(text, reader.Moved(text, span, c.move)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	last := coding.Span{Start: 0, End: coding.Length(text)}
	if reader.Moved(text, last, reader.EndOn) != last || reader.Moved(text, last, reader.AllOn) != last {
		t.Error("the whole text moves on")
	}
}

func TestNextUncodedSkipsWhatIsCodedOrDone(t *testing.T) {
	s := newStudy(t, texts())
	round := s.round("Round 1", true, 0)
	s.apply(s.ana, round.ID, 1, "Own limits", 0, 8)
	if _, err := s.As(s.ana).MarkDone(t.Context(), round, s.Sources()[2].ID); err != nil {
		t.Fatal(err)
	}
	m := open(s, s.ana)
	next := func(from int) int {
		place, found, err := reader.NextUncoded(t.Context(), s.DB.As(s.ana.ID), m.Shown, m.At, from)
		if err != nil || !found {
			t.Fatalf("from %d: found %v, %v", from, found, err)
		}
		return place
	}
	if next(0) != 3 || next(4) != 0 {
		t.Errorf("after 0 comes %d, after 4 comes %d", next(0), next(4))
	}
	if counts, err := reader.Count(t.Context(), s.DB.As(s.ana.ID), m.At); err != nil || counts[s.Code("Own limits").ID] != 1 {
		t.Errorf("counts %v, %v", counts, err)
	}
}

func TestExcerptTellsWhatIsKnown(t *testing.T) {
	s := newStudy(t, texts())
	round := s.round("Round 1", true, 0)
	c := s.apply(s.ana, round.ID, 0, "Not the only one", 10, 30)
	wide := s.apply(s.ana, round.ID, 0, "Own limits", 5, 40)
	memo := coding.Memo{Kind: coding.AboutCoding, About: string(c.ID), Text: "Really?"}
	if _, err := s.As(s.ana).WriteMemo(t.Context(), memo); err != nil {
		t.Fatal(err)
	}
	e, known := open(s, s.ana).Excerpt(0, coding.Span{}, string(c.ID))
	if !known || e.Name != "R-017" || len(e.Here) != 2 || !e.Here[0].Chosen || e.Here[1].ID != string(wide.ID) || e.Here[1].Same {
		t.Errorf("excerpt %+v", e)
	}
	if e.Memo.Text != "Really?" || len(e.Others) != 1 || e.Others[0].Name != "Ben Okoye" {
		t.Errorf("memo %q, others %v", e.Memo.Text, e.Others)
	}
	happened, err := reader.History(t.Context(), s.DB.As(s.ana.ID), e.Here[0].Codings, nil)
	if err != nil || len(happened) != 1 {
		t.Errorf("history %v, %v", happened, err)
	}
}

func TestInVivoNamesACodeByTheWords(t *testing.T) {
	for words, want := range map[string]string{
		" “a bit awkward,” ": "a bit awkward", "and/or": "and or", "…!": "",
		"everyone looking at their shoes and nobody daring to say the first word of all": "everyone looking at their shoes and nobody daring to say…",
	} {
		if got := reader.InVivo(words); got != want {
			t.Errorf("%q names %q, want %q", words, got, want)
		}
	}
}
