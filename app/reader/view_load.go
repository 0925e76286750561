package reader

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/coding"
	"concord/coding/progress"
)

// keptPlace is under what name the source at which the person was is remembered.
const keptPlace = "reader.source"

// Shown reads the study, or what has happened since, and focuses the text.
func (s *Screen) Shown() {
	if !s.loaded {
		s.read(true)
		return
	}
	s.catchUp()
	s.focus()
}

// read reads the study; with sources, the order of its sources as well.
func (s *Screen) read(sources bool) {
	s.unordered = s.unordered || sources
	sources = s.unordered
	session, before := s.shell.Session(), s.model.Study
	if !s.loaded {
		before = nil
	}
	s.study.Start(s.shell.Tasks(), lang.L("Read the study"), func(ctx context.Context, _ *progress.Counter) (*Study, error) {
		return ReadStudy(ctx, session, before, sources)
	}, func(study *Study, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("read the study"))
			return
		}
		s.unordered = false
		s.take(study)
	})
}

// take shows a study that was read.
func (s *Screen) take(study *Study) {
	first, empty := !s.loaded, s.model.Shown.Len() == 0
	var at coding.SourceID
	if !first && !empty {
		at = s.model.Shown.ID(min(s.current(), s.model.Shown.Len()-1))
	}
	others := s.model.Take(study)
	s.loaded = true
	if first {
		at = coding.SourceID(s.shell.Recall(keptPlace))
	}
	switch {
	case s.model.Among != nil && (others || first):
		s.showAmong()
	case others || first:
		s.show(at)
	default:
		s.text.RefreshAll()
	}
	s.book.refresh()
	s.count()
	s.panel.refresh()
	if s.wanted != "" {
		s.ShowSource(s.wanted, s.wantsAt)
	}
	if first || empty {
		s.focus()
	}
}

// show shows the outline anew, at a source.
func (s *Screen) show(at coding.SourceID) {
	s.stopReading()
	s.text.SetBlocks(s.blocks())
	s.arrange()
	if place, ok := s.model.Shown.Place(at); ok && place > 0 {
		s.goTo(place)
		return
	}
	s.want(0, 0)
}

// want reads the pages that are to be seen and the ones beside them.
func (s *Screen) want(first, last int) {
	missing := s.model.Pages.Missing(first, last)
	for number, reading := range s.reading {
		if !slices.Contains(missing, number) && len(s.waiting[number]) == 0 {
			reading.Cancel()
			delete(s.reading, number)
		}
	}
	for _, number := range missing {
		s.readPage(number)
	}
}

// readPage reads a page, if it isn't being read already.
func (s *Screen) readPage(number int) {
	if s.reading[number] != nil {
		return
	}
	session, outline := s.shell.Session(), s.model.Shown
	var mine *task.Task
	mine = task.Start(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) (*Page, error) {
		return ReadPage(ctx, session, outline, number)
	}, func(page *Page, err error) {
		if s.reading[number] != mine {
			return
		}
		delete(s.reading, number)
		switch {
		case err != nil:
			s.shell.Fail(err, lang.L("read the texts"))
		case !s.model.Keep(page):
			s.readPage(number)
		default:
			s.pageCame(number)
		}
	})
	s.reading[number] = mine
}

// pageCame shows a page in place of its blanks, and does what waited for it.
func (s *Screen) pageCame(number int) {
	s.text.RefreshBlocks(s.places(s.model.Shown.onPage(number))...)
	waiting := s.waiting[number]
	delete(s.waiting, number)
	for _, do := range waiting {
		do()
	}
	s.panel.refresh()
}

// places are where those of the sources stand that are shown.
func (s *Screen) places(ids []coding.SourceID) []int {
	var places []int
	for _, id := range ids {
		if place, ok := s.model.Shown.Place(id); ok {
			places = append(places, place)
		}
	}
	return places
}

// stopReading forgets all pages under way.
func (s *Screen) stopReading() {
	for number, reading := range s.reading {
		reading.Cancel()
		delete(s.reading, number)
	}
	clear(s.waiting)
}

// with does something once the passage at a place is at hand.
func (s *Screen) with(place int, do func()) {
	if s.model.Passage(place) != nil {
		do()
		return
	}
	number := s.model.Shown.page(place)
	s.waiting[number] = append(s.waiting[number], do)
	s.readPage(number)
}

// goTo puts the caret at the beginning of a source.
func (s *Screen) goTo(place int) {
	if s.model.Shown.Len() == 0 {
		return
	}
	place = min(max(place, 0), s.model.Shown.Len()-1)
	s.with(place, func() { s.text.GoTo(place) })
}

// ShowSource shows a source and selects a span of it, if that isn't empty.
func (s *Screen) ShowSource(id coding.SourceID, span coding.Span) {
	if !s.loaded {
		s.wanted, s.wantsAt = id, span
		return
	}
	s.wanted = ""
	place, ok := s.model.Shown.Place(id)
	if !ok && s.model.Among != nil {
		s.model.Look(nil)
		s.show(id)
		place, ok = s.model.Shown.Place(id)
	}
	if !ok && s.model.Only {
		s.model.Choose(s.model.At, false)
		s.show(id)
		s.book.refresh()
		place, ok = s.model.Shown.Place(id)
	}
	if !ok {
		s.shell.Fail(coding.ErrNotFound, lang.L("show the text"))
		return
	}
	s.with(place, func() {
		s.text.GoTo(place)
		if !span.Empty() {
			s.text.Select(place, span)
		}
		s.focus()
	})
}
