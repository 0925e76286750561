package app

import "concord/coding"

// ShowSource shows a source in Read & code, and a span of it.
func (s *Shell) ShowSource(id coding.SourceID, span coding.Span) {
	if screen, ok := s.goTo(atRead).(interface {
		ShowSource(coding.SourceID, coding.Span)
	}); ok {
		screen.ShowSource(id, span)
	}
}

// ShowAmong shows places in Read & code, of all texts those alone in which they lie.
func (s *Shell) ShowAmong(title string, places []coding.Excerpt) {
	if screen, ok := s.goTo(atRead).(interface {
		ShowAmong(string, []coding.Excerpt)
	}); ok {
		screen.ShowAmong(title, places)
	}
}

// ShowLibrary shows the sources and the rounds.
func (s *Shell) ShowLibrary() { s.goTo(atLibrary) }

// ShowAgreement shows how far the coders agree.
func (s *Shell) ShowAgreement() { s.goTo(atAgreement) }

// DraftCoder shows the form for a new coder in Library.
func (s *Shell) DraftCoder() {
	if screen, ok := s.goTo(atLibrary).(interface{ DraftCoder() }); ok {
		screen.DraftCoder()
	}
}

// ShowDisagreements shows the disagreements of a round on a code ("" for all
// codes) in Resolve.
func (s *Shell) ShowDisagreements(round coding.RoundID, code coding.CodeID) {
	if screen, ok := s.goTo(atResolve).(interface {
		ShowDisagreements(coding.RoundID, coding.CodeID)
	}); ok {
		screen.ShowDisagreements(round, code)
	}
}

// ShowDisputes shows some disagreements of a round in Resolve, by the name of
// what they have in common: two coders, a source, the value of an attribute.
func (s *Shell) ShowDisputes(round coding.RoundID, name string, disputes []coding.DisagreementID) {
	if screen, ok := s.goTo(atResolve).(interface {
		ShowDisputes(coding.RoundID, string, []coding.DisagreementID)
	}); ok {
		screen.ShowDisputes(round, name, disputes)
	}
}

// ShowCode shows a code in Codebook.
func (s *Shell) ShowCode(id coding.CodeID) {
	if screen, ok := s.goTo(atCodebook).(interface{ ShowCode(coding.CodeID) }); ok {
		screen.ShowCode(id)
	}
}

// ShowSearch searches.
func (s *Shell) ShowSearch(query string) {
	if screen, ok := s.goTo(atSearch).(interface{ ShowSearch(string) }); ok {
		screen.ShowSearch(query)
	}
}

// ShowImport shows the import of a file in Library; without a path it asks for one.
func (s *Shell) ShowImport(path string) {
	if path == "" {
		s.askImport()
		return
	}
	if screen, ok := s.goTo(atLibrary).(interface{ ShowImport(string) }); ok {
		screen.ShowImport(path)
	}
}

// goTo shows a place and gives its screen; nil where no project is open.
func (s *Shell) goTo(id placeID) Screen {
	s.Go(id)
	if s.project == nil {
		return nil
	}
	return s.project.screens[id]
}
