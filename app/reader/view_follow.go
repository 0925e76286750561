package reader

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"concord/coding"
	"concord/coding/progress"
)

// catchUp reads what happened while the screen wasn't in view.
func (s *Screen) catchUp() {
	session, after := s.shell.Session(), s.model.Seq()
	s.news.Start(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) ([]coding.Event, error) {
		var events []coding.Event
		for e, err := range session.Events(ctx, after) {
			if err != nil {
				return nil, err
			}
			events = append(events, e)
		}
		return events, nil
	}, func(events []coding.Event, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("read what has changed"))
			return
		}
		s.Changed(events)
	})
}

// Changed shows what a step has done.
func (s *Screen) Changed(events []coding.Event) {
	if !s.loaded || len(events) == 0 {
		return
	}
	news := s.model.Follow(events)
	places := s.places(news.Touched)
	s.text.RefreshBlocks(places...)
	for _, place := range places {
		s.keepChosen(place)
	}
	if news.Sources || news.Rounds || news.Book {
		s.read(news.Sources)
	} else if news.Codings {
		s.count()
	}
	s.panel.refresh()
}

// keepChosen lets go of a chosen band that is gone.
func (s *Screen) keepChosen(place int) {
	at, id := s.text.SelectedMark()
	if at != place || id == "" {
		return
	}
	if _, there := s.model.Band(place, id); !there {
		s.text.SelectMark(place, "")
	}
}

// count counts the excerpts of each code anew.
func (s *Screen) count() {
	session, at := s.shell.Session(), s.model.At
	s.counts.Start(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) (map[coding.CodeID]int, error) {
		return Count(ctx, session, at)
	}, func(counts map[coding.CodeID]int, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("count the codings"))
			return
		}
		s.model.Counts = counts
		s.book.showCodes()
	})
}

// nextUncoded goes to the next source that is neither coded nor done.
func (s *Screen) nextUncoded() {
	if s.model.Shown.Len() == 0 {
		return
	}
	session, shown, at, from := s.shell.Session(), s.model.Shown, s.model.At, s.current()
	s.search.Start(s.shell.Tasks(), lang.L("Look for what isn't coded yet"), func(ctx context.Context, _ *progress.Counter) (int, error) {
		place, found, err := NextUncoded(ctx, session, shown, at, from)
		if !found {
			place = -1
		}
		return place, err
	}, func(place int, err error) {
		switch {
		case err != nil:
			s.shell.Fail(err, lang.L("look for what isn't coded yet"))
		case place < 0:
			s.shell.Say("%s", lang.L("Everything here is coded or done."))
		case shown == s.model.Shown:
			s.goTo(place)
		}
	})
}
