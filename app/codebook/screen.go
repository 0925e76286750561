package codebook

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// Screen is Codebook.
type Screen struct {
	shell  Shell
	object *fyne.Container

	study *Study
	page  *Page
	// agreement is nil until it is known.
	agreement *Agreement
	// chosen is the code whose page is shown, cut the one that was cut.
	chosen, cut coding.CodeID
	// version is the number of the version whose changes are shown; 0 is the
	// present book.
	version int

	tree  *treePanel
	entry *entryPage
	// merging and splitting are the pages that stand in the entry's place while
	// a code is merged or split; nil else.
	merging   *mergePage
	splitting *splitPage
	versions  *versionPanel

	studies task.Latest[*Study]
	pages   task.Latest[*Page]
	agreed  task.Latest[*Agreement]
	// waiting are edits that are done one after another.
	waiting []edit
	busy    bool
}

// edit is something to be done to the project; then is for what follows it.
type edit struct {
	doing string
	work  func(context.Context) error
	then  func()
	// failed is called where the work has failed; it may be nil.
	failed func()
}

// New builds the screen for the shell's session. It reads nothing before it is
// shown.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, object: container.NewStack()}
	s.tree = newTreePanel(s)
	s.entry = newEntryPage(s)
	s.versions = newVersionPanel(s)
	s.arrange()
	return s
}

// Object is what the screen shows.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// arrange puts the tree, a code's page and the versions side by side.
func (s *Screen) arrange() {
	var middle fyne.CanvasObject = ui.NewSpace(0, 0)
	switch {
	case s.merging != nil:
		middle = s.merging.object
	case s.splitting != nil:
		middle = s.splitting.object
	case s.page != nil && s.chosen != "":
		middle = s.entry.object
	case s.study != nil && s.study.Book.Len() == 0:
		middle = ui.NewEmptyState(lang.L("No codes yet"),
			lang.L("A codebook says what each code means, when to use it, and when not. Codes made while reading stand here as well."),
			ui.NewPrimaryButton(lang.L("Add the first theme"), func() { s.tree.ask("") }))
	}
	s.object.Objects = []fyne.CanvasObject{ui.NewDock(nil, nil, s.tree.object, s.versions.object, middle)}
	s.object.Refresh()
}

// Shown reads the codebook and focuses the tree.
func (s *Screen) Shown() {
	if s.chosen == "" {
		s.chosen = coding.CodeID(s.shell.Recall(keptCode))
	}
	s.load()
	s.compare()
	if s.study != nil {
		s.focus()
	}
}

// keptCode is under what name the code whose page was shown is remembered.
const keptCode = "codebook.code"

// focus puts the keyboard into the tree.
func (s *Screen) focus() {
	if s.chosen != "" {
		s.shell.Window().Canvas().Focus(s.tree.tree.Focusable())
	}
}

// Changed reads the codebook anew where a step concerns it.
func (s *Screen) Changed(events []coding.Event) {
	if s.agreement != nil && slices.ContainsFunc(events, func(e coding.Event) bool { return s.agreement.Touches(e) }) {
		s.compare()
	}
	for _, e := range events {
		switch e.Change.Kind() {
		case coding.KindCode, coding.KindVersion, coding.KindCoding, coding.KindMemo, coding.KindSource, coding.KindCase, coding.KindRound:
			s.load()
			return
		}
	}
}

// load reads the codebook.
func (s *Screen) load() {
	session, before := s.shell.Session(), s.study
	s.studies.Start(s.shell.Tasks(), lang.L("Read the codebook"), func(ctx context.Context, _ *progress.Counter) (*Study, error) {
		return ReadStudy(ctx, session, before)
	}, func(study *Study, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("read the codebook"))
			return
		}
		first := s.study == nil
		s.study = study
		s.refresh()
		if first {
			s.focus()
		}
	})
}

// compare computes how far coders agree on each code; until it is known, the
// page says nothing of it.
func (s *Screen) compare() {
	session := s.shell.Session()
	s.agreed.Start(s.shell.Tasks(), lang.L("Compare the coders"), func(ctx context.Context, _ *progress.Counter) (*Agreement, error) {
		return ReadAgreement(ctx, session)
	}, func(found *Agreement, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("compute agreement"))
			return
		}
		s.agreement = found
		if s.page != nil {
			s.entry.showHead()
		}
	})
}

// refresh shows the study, and reads the chosen code's page.
func (s *Screen) refresh() {
	if _, there := s.study.Book.Code(s.chosen); !there {
		s.chosen = ""
		if codes := s.study.Book.Codes(); len(codes) > 0 {
			s.chosen = codes[0].ID
			if under := s.study.Book.Children(s.chosen); len(under) > 0 {
				s.chosen = under[0].ID
			}
		}
	}
	s.tree.refresh()
	s.versions.refresh()
	s.readPage()
	s.followCode()
}

// readPage reads what the chosen code's page needs.
func (s *Screen) readPage() {
	if s.chosen == "" {
		s.page = nil
		s.arrange()
		return
	}
	session, study, id := s.shell.Session(), s.study, s.chosen
	s.pages.Start(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) (*Page, error) {
		return ReadPage(ctx, session, study, id)
	}, func(page *Page, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("read the code's entry"))
			return
		}
		first := s.page == nil
		s.page = page
		s.entry.refresh()
		if first {
			s.arrange()
		}
	})
}

// choose shows a code's page.
func (s *Screen) choose(id coding.CodeID) {
	if id == "" || id == s.chosen || s.study == nil {
		return
	}
	s.entry.leave()
	s.chosen = id
	s.shell.Remember(keptCode, string(id))
	s.readPage()
}

// ShowCode shows a code's page.
func (s *Screen) ShowCode(id coding.CodeID) {
	if s.study == nil {
		s.chosen = id
		return
	}
	s.endWork()
	s.choose(id)
	s.tree.tree.Select(string(id))
}

// do does an edit when those before it are done. doing completes "Concord
// could not …"; then may be nil.
func (s *Screen) do(doing string, work func(context.Context) error, then func()) {
	s.begin(edit{doing: doing, work: work, then: then})
}

// begin puts an edit at the queue's end.
func (s *Screen) begin(e edit) {
	s.waiting = append(s.waiting, e)
	s.next()
}

// next begins the edit whose turn it is.
func (s *Screen) next() {
	if s.busy || len(s.waiting) == 0 {
		return
	}
	e := s.waiting[0]
	s.waiting, s.busy = s.waiting[1:], true
	task.Keep(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) (struct{}, error) {
		return struct{}{}, e.work(ctx)
	}, func(_ struct{}, err error) {
		s.busy = false
		switch {
		case err != nil:
			s.shell.Fail(err, e.doing)
			if e.failed != nil {
				e.failed()
			}
			s.load() // the rest gives way to what is true
		case e.then != nil:
			e.then()
		}
		s.next()
	})
}
