package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Scrolled scrolls its content up and down. The content's height is asked for
// at the width that it gets, so that wrapped text has its room at once.
// Refresh it after its content has changed in height.
type Scrolled struct {
	widget.BaseWidget
	// Scroll is the scrolling itself, for its offset.
	Scroll *container.Scroll
}

// NewScrolled scrolls content up and down.
func NewScrolled(content fyne.CanvasObject) *Scrolled {
	s := &Scrolled{Scroll: container.NewVScroll(content)}
	s.ExtendBaseWidget(s)
	return s
}

// NewPage is a screen's page: objects one under another, gap apart, with the
// page's room around them, scrolling where they don't fit. Width limits the
// line length on wide windows; 0 uses all.
func NewPage(gap, width float32, objects ...fyne.CanvasObject) *Scrolled {
	return NewScrolled(NewInsetSides(Space6, PageInset, Space6, PageInset, NewLimited(width, NewColumn(gap, objects...))))
}

// NewLimited keeps content no wider than a width; 0 uses all.
func NewLimited(width float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(limited{width}, content)
}

// NewPanel is a side panel's content: objects one under another with the
// panel's room around them, scrolling where they don't fit.
func NewPanel(gap float32, objects ...fyne.CanvasObject) *Scrolled {
	return NewScrolled(NewInset(PanelInset, NewColumn(gap, objects...)))
}

// SetContent shows other content, from its top.
func (s *Scrolled) SetContent(content fyne.CanvasObject) {
	s.Scroll.Content = content
	s.Scroll.Offset = fyne.Position{}
	s.Refresh()
}

// Reveal scrolls as little as shows an object of the content.
func (s *Scrolled) Reveal(o fyne.CanvasObject) { s.reveal(o, 0, o.Size().Height) }

// reveal scrolls as little as shows a stretch of an object in the content.
func (s *Scrolled) reveal(o fyne.CanvasObject, top, height float32) {
	driver := fyne.CurrentApp().Driver()
	if s.Scroll.Content == nil || driver.CanvasForObject(o) == nil {
		return
	}
	top += driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.Scroll).Y
	by := float32(0)
	switch view := s.Scroll.Size().Height; {
	case top < 0:
		by = top
	case top+height > view:
		by = top + height - view
	}
	if by != 0 {
		s.Scroll.ScrollToOffset(s.Scroll.Offset.AddXY(0, by))
	}
}

// CreateRenderer is for Fyne.
func (s *Scrolled) CreateRenderer() fyne.WidgetRenderer {
	fit := func() {
		if s.Scroll.Content != nil && s.Size().Width > 0 {
			heightFor(s.Scroll.Content, s.Size().Width)
			// The scroll asks for no repaint where its bar is hidden, and new
			// content is on no canvas yet.
			canvas.Refresh(s)
		}
	}
	least := func() fyne.Size {
		if s.Scroll.Content == nil {
			return fyne.Size{}
		}
		return fyne.NewSize(s.Scroll.Content.MinSize().Width, 32)
	}
	arrange := func(size fyne.Size) {
		if s.Scroll.Content != nil {
			heightFor(s.Scroll.Content, size.Width)
		}
		place(s.Scroll, 0, 0, size.Width, size.Height)
	}
	return draw(fit, least, arrange, s.Scroll)
}

// limited keeps content no wider than a line should be.
type limited struct{ width float32 }

// Layout fills the size up to the width.
func (l limited) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.width > 0 {
		size.Width = min(size.Width, l.width)
	}
	for _, o := range objects {
		place(o, 0, 0, size.Width, size.Height)
	}
}

// MinSize is the content's.
func (l limited) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}
