package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
)

// Screen is Read & code.
type Screen struct {
	shell  Shell
	model  *Model
	object *fyne.Container

	text   *ui.CodedText
	book   *bookPanel
	panel  *excerptPanel
	quick  *ui.CodeBox
	middle *fyne.Container
	strip  *fyne.Container // over the texts, where not all of them are shown

	study  task.Latest[*Study]
	counts task.Latest[map[coding.CodeID]int]
	news   task.Latest[[]coding.Event]
	search task.Latest[int]
	// reading are the pages that are being read.
	reading map[int]*task.Task
	// waiting is what is to be done once a page is at hand.
	waiting map[int][]func()
	queue   queue

	loaded bool
	// unordered says that the order of the sources is still to be read: a
	// reading without it that overtakes one with it must not forget it.
	unordered bool
	// wanted is a source to be shown once the study is read.
	wanted  coding.SourceID
	wantsAt coding.Span
}

// New builds the screen for the shell's session. It reads nothing before it is
// shown.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, model: NewModel(shell.Me()), reading: map[int]*task.Task{}, waiting: map[int][]func(){}}
	s.queue.runner = shell.Tasks()
	s.text = ui.NewCodedText(s.blocks())
	s.listen()
	s.book = newBookPanel(s)
	s.quick = newQuick(s)
	s.panel = newExcerptPanel(s)
	s.middle = container.NewStack(s.text, s.quick.Layer())
	s.strip = ui.NewColumn(0)
	s.object = container.NewStack()
	s.arrange()
	return s
}

// Object is what the screen shows.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// arrange shows the reading page, or what to do where there is nothing to read.
func (s *Screen) arrange() {
	s.refreshStrip()
	var content fyne.CanvasObject = s.empty()
	if !s.loaded || s.model.Study.Outline.Len() > 0 {
		content = ui.NewDock(nil, nil, s.book.object, s.panel.object, ui.NewDock(s.strip, nil, nil, nil, s.middle))
	}
	s.object.Objects = []fyne.CanvasObject{content}
	s.object.Refresh()
}

// focus puts the keyboard into the text.
func (s *Screen) focus() {
	if s.loaded && s.model.Shown.Len() > 0 {
		s.shell.Window().Canvas().Focus(s.text)
	}
}

// current is the place that the person is at.
func (s *Screen) current() int { return s.text.CurrentBlock() }

// chosen is the band that is chosen, if one is.
func (s *Screen) chosen() (place int, band Band, ok bool) {
	place, id := s.text.SelectedMark()
	if id == "" {
		return place, Band{}, false
	}
	band, ok = s.model.Band(place, id)
	return place, band, ok
}

// excerpt is what a gesture is about: the selected words, or else those of the
// chosen band.
func (s *Screen) excerpt() (place int, span coding.Span, ok bool) {
	if sel := s.text.Selection(); !sel.Span.Empty() && s.model.Passage(sel.Block) != nil {
		return sel.Block, sel.Span, true
	}
	place, band, ok := s.chosen()
	return place, band.Span, ok
}
