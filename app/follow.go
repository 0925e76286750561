package app

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/coding"
	"concord/coding/progress"
)

// news are the events after those that the window has heard of, and the last
// event of the log, which may be hidden from the person at work.
type news struct {
	last   coding.Seq
	events []coding.Event
}

// heard takes in a step that this window did.
func (s *Shell) heard(events []coding.Event) {
	p := s.project
	if p == nil || len(events) == 0 || events[len(events)-1].Seq <= p.seq {
		return
	}
	if events[0].Seq != p.seq+1 {
		s.lookOutside() // somebody else did something before
		return
	}
	p.saved, p.label = s.Now(), events[0].Label
	s.frame.notice.close() // what the person does works again
	s.happened(news{last: events[len(events)-1].Seq, events: events})
}

// lookOutside asks the log whether somebody else, in another window or a
// script, has done something. It is called every second and costs one number.
func (s *Shell) lookOutside() {
	p := s.project
	if p == nil || p.catch.Busy() {
		return
	}
	session, known := p.session, p.seq
	p.catch.Start(p.tasks, "", func(ctx context.Context, _ *progress.Counter) (news, error) {
		last, err := session.Seq(ctx)
		if err != nil || last <= known {
			return news{last: last}, err
		}
		n := news{last: last}
		for event, err := range session.Events(ctx, known) {
			if err != nil {
				return n, fmt.Errorf("read the log after %d: %w", known, err)
			}
			n.events = append(n.events, event)
			n.last = max(n.last, event.Seq)
		}
		return n, nil
	}, func(n news, err error) {
		if err == nil && n.last > p.seq {
			s.happened(n)
		}
	})
}

// happened brings the window up to date with what was done.
func (s *Shell) happened(n news) {
	p := s.project
	p.seq = n.last
	s.refreshSteps()
	p.index.follow(concerns(n.events, coding.KindSource))
	if len(n.events) > 0 {
		if concerns(n.events, coding.KindProject, coding.KindCoder) {
			s.refreshPeople()
		}
		s.refreshFacts(n.events)
		if screen := s.current(); screen != nil {
			screen.Changed(n.events)
		}
	}
	s.frame.status.refresh()
}

// concerns reports whether any event changes one of these kinds.
func concerns(events []coding.Event, kinds ...coding.Kind) bool {
	return slices.ContainsFunc(events, func(e coding.Event) bool { return slices.Contains(kinds, e.Change.Kind()) })
}

// refreshFacts reads again what the events concern; nil reads everything.
func (s *Shell) refreshFacts(events []coding.Event) {
	p := s.project
	session, facts := p.session, p.facts
	if p.factual.Busy() || !p.known {
		events = nil // what was being read is forgotten, so read everything
	}
	p.factual.Start(p.tasks, "", func(ctx context.Context, _ *progress.Counter) (Facts, error) {
		return facts.after(ctx, session, events)
	}, func(f Facts, err error) {
		if err != nil {
			s.Fail(err, lang.L("count what is in the project"))
			return
		}
		p.facts, p.known = f, true
		s.remember(p)
		s.frame.refreshBars()
	})
}

// people are the project's name and its coders.
type people struct {
	info   coding.Project
	coders []coding.Coder
}

// refreshPeople reads the project's name and coders again.
func (s *Shell) refreshPeople() {
	p := s.project
	session := p.session
	task.Start(p.tasks, "", func(ctx context.Context, _ *progress.Counter) (people, error) {
		info, err := session.Project(ctx)
		if err != nil {
			return people{}, err
		}
		coders, err := session.Coders(ctx)
		return people{info, coders}, err
	}, func(now people, err error) {
		if err != nil {
			s.Fail(err, lang.L("read who is in the project"))
			return
		}
		p.info, p.coders = now.info, now.coders
		p.me = p.coder(p.me.ID)
		s.frame.refreshBars()
	})
}
