package reader

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"concord/coding"
)

// sayChoose says what a gesture needs that finds nothing selected.
func (s *Screen) sayChoose() {
	s.shell.Say("%s", lang.L("Select some words first: drag, double-click a word, press S for the sentence or C for the whole comment."))
}

// apply gives the selected excerpt a code.
func (s *Screen) apply(code coding.Code) {
	s.code(code, func(ctx context.Context, round coding.RoundID, e coding.Excerpt) (coding.Coding, error) {
		codings, err := s.shell.Session().Apply(ctx, code, round, e)
		if err != nil {
			return coding.Coding{}, err
		}
		return codings[0], nil
	})
}

// applyNew gives the selected excerpt a code that is made for it.
func (s *Screen) applyNew(path string) {
	s.code(coding.Code{Name: path}, func(ctx context.Context, round coding.RoundID, e coding.Excerpt) (coding.Coding, error) {
		codings, err := s.shell.Session().ApplyAnew(ctx, path, coding.Place{Excerpt: e, Round: round})
		if err != nil {
			return coding.Coding{}, err
		}
		return codings[0], nil
	})
}

// inVivo names a code by the selected words and gives it to them.
func (s *Screen) inVivo() {
	place, span, ok := s.excerpt()
	if !ok {
		s.sayChoose()
		return
	}
	name := InVivo(coding.Slice(s.model.Passage(place).Text, span))
	if name == "" {
		s.shell.Say("%s", lang.L("A code is named by words, and there are none in what is selected."))
		return
	}
	s.applyNew(name)
}

// code does a coding of the selected excerpt, and chooses what came of it.
func (s *Screen) code(code coding.Code, give func(context.Context, coding.RoundID, coding.Excerpt) (coding.Coding, error)) {
	s.queue.add(func() (func(context.Context) error, func(error)) {
		place, span, ok := s.excerpt()
		if !ok {
			s.sayChoose()
			return nil, nil
		}
		e := coding.Excerpt{Source: s.model.Shown.ID(place), Span: span}
		round := s.model.RoundAt(place)
		var given coding.Coding
		work := func(ctx context.Context) (err error) {
			given, err = give(ctx, round, e)
			return err
		}
		return work, func(err error) {
			if err != nil {
				s.shell.Fail(err, lang.L("code “{{.Code}}”", map[string]any{"Code": code.Name}))
				return
			}
			s.model.Last = given.Code
			s.choose(given)
		}
	})
}

// choose makes the band of a coding the chosen one.
func (s *Screen) choose(c coding.Coding) {
	place, ok := s.model.Shown.Place(c.Source)
	if !ok {
		return
	}
	if band, there := s.model.Band(place, string(c.ID)); there {
		s.text.SelectMark(place, band.ID)
	}
	s.panel.refresh()
}

// byDigit applies the code that a digit stands for.
func (s *Screen) byDigit(digit int) {
	code, ok := s.model.Study.ByDigit(digit)
	if !ok {
		s.shell.Say("%s", lang.L("No code has the digit {{.Digit}}. Give it to one in Codebook.", map[string]any{"Digit": digit}))
		return
	}
	s.apply(code)
}

// again applies the code that was applied last.
func (s *Screen) again() {
	code, ok := s.model.Study.Book.Code(s.model.Last)
	if !ok {
		s.shell.Say("%s", lang.L("No code was applied yet."))
		return
	}
	s.apply(code)
}

// onOwn does something with the viewer's own codings of the chosen band, or of
// the one band on just the selected words.
func (s *Screen) onOwn(doing string, do func(ctx context.Context, place int, b Band, own []coding.Coding) error) {
	s.queue.add(func() (func(context.Context) error, func(error)) {
		place, band, ok := s.ownBand()
		if !ok {
			s.shell.Say("%s", lang.L("Choose an excerpt first: click on its band, or on its name in the margin."))
			return nil, nil
		}
		own := s.model.Study.Own(s.model.At, band, s.model.Me.ID)
		if len(own) == 0 && !band.Note() {
			s.sayForeign(band)
			return nil, nil
		}
		return func(ctx context.Context) error { return do(ctx, place, band, own) },
			func(err error) { s.shell.Fail(err, doing) }
	})
}

// sayForeign says why a band can't be changed.
func (s *Screen) sayForeign(band Band) {
	if slices.Contains(band.Who, s.model.Me.ID) {
		s.shell.Say("%s", lang.L("This was coded in a closed round, which stays as it is."))
		return
	}
	s.shell.Say("%s", lang.L("This is another coder's; only they can change it."))
}

// ownBand is the chosen band, or the only one on just the selected words.
func (s *Screen) ownBand() (place int, band Band, ok bool) {
	if place, band, ok = s.chosen(); ok {
		return place, band, true
	}
	sel := s.text.Selection()
	for _, b := range s.model.Bands(sel.Block) {
		if b.Span == sel.Span && !b.Note() {
			if ok {
				return 0, Band{}, false
			}
			place, band, ok = sel.Block, b, true
		}
	}
	return place, band, ok
}

// remove takes the chosen code off.
func (s *Screen) remove() {
	s.onOwn(lang.L("remove the code"), func(ctx context.Context, _ int, b Band, own []coding.Coding) error {
		if b.Note() {
			memo := b.Memos[0]
			memo.Text = ""
			_, err := s.shell.Session().WriteMemo(ctx, memo)
			return err
		}
		return s.shell.Session().Unapply(ctx, own[0].ID)
	})
}

// unsure says of the chosen coding that the coder is unsure, or no longer.
func (s *Screen) unsure() {
	s.onOwn(lang.L("mark the coding as unsure"), func(ctx context.Context, _ int, b Band, own []coding.Coding) error {
		if b.Note() {
			return nil
		}
		return s.shell.Session().MarkUnsure(ctx, own[0].ID, !own[0].Unsure)
	})
}

// move moves the chosen excerpt, or one of its edges, by a word.
func (s *Screen) move(move Move) {
	place, band, ok := s.ownBand()
	if !ok {
		s.moveSelection(move)
		return
	}
	id := band.ID
	s.queue.add(func() (func(context.Context) error, func(error)) {
		band, there := s.model.Band(place, id)
		if !there {
			return nil, nil
		}
		return s.reshape(place, band, Moved(s.model.Passage(place).Text, band.Span, move))
	})
}

// turned reports whether what move moves is in a paragraph that runs from right
// to left.
func (s *Screen) turned() bool {
	if place, band, ok := s.ownBand(); ok {
		return s.text.RightToLeft(place, band.Span.Start)
	}
	sel := s.text.Selection()
	return s.text.RightToLeft(sel.Block, sel.Span.Start)
}

// moveSelection does with selected words what move does with an excerpt.
func (s *Screen) moveSelection(move Move) {
	sel := s.text.Selection()
	if p := s.model.Passage(sel.Block); p != nil && !sel.Span.Empty() {
		s.text.Select(sel.Block, Moved(p.Text, sel.Span, move))
	}
}

// moved gives a band the span to which its edge was dragged.
func (s *Screen) moved(place int, id string, span coding.Span) {
	s.queue.add(func() (func(context.Context) error, func(error)) {
		band, there := s.model.Band(place, id)
		if !there {
			return nil, nil
		}
		return s.reshape(place, band, span)
	})
}

// reshape is the gesture that gives a band another span.
func (s *Screen) reshape(place int, band Band, span coding.Span) (func(context.Context) error, func(error)) {
	own := s.model.Study.Own(s.model.At, band, s.model.Me.ID)
	if span == band.Span || len(own) == 0 {
		if len(own) == 0 {
			s.sayForeign(band)
		}
		s.text.RefreshBlocks(place)
		return nil, nil
	}
	s.text.ClearSelection()
	session := s.shell.Session()
	return func(ctx context.Context) error { return Reshape(ctx, session, own[:1], span) }, func(err error) {
		s.text.RefreshBlocks(place)
		s.shell.Fail(err, lang.L("move the excerpt"))
		s.choose(own[0])
	}
}

// done marks the source as finished in the round and goes on to the next; one
// that is finished is taken back.
func (s *Screen) done() {
	s.queue.add(func() (func(context.Context) error, func(error)) {
		place := s.current()
		switch {
		case s.model.Shown.Len() == 0 || s.model.Passage(place) == nil:
			return nil, nil
		case s.model.At.Open():
			s.shell.Say("%s", lang.L("Comments are marked done in a round. No round is open for you."))
			return nil, nil
		case s.model.RoundAt(place) == "":
			s.shell.Say("%s", lang.L("This comment isn't part of {{.Round}}.", map[string]any{"Round": s.model.At.Round.Name}))
			return nil, nil
		}
		round, source, finished := s.model.At.Round, s.model.Shown.ID(place), s.model.Done(place)
		session := s.shell.Session()
		return func(ctx context.Context) error {
				if finished {
					return session.MarkNotDone(ctx, round, source)
				}
				_, err := session.MarkDone(ctx, round, source)
				return err
			}, func(err error) {
				s.shell.Fail(err, lang.L("mark the comment as done"))
				if err == nil && !finished && place+1 < s.model.Shown.Len() && s.current() == place {
					s.goTo(place + 1)
				}
			}
	})
}
