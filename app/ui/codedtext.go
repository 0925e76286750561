package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"concord/coding"
)

// HeadingPart is a piece of the small line above a block.
type HeadingPart struct {
	Text string
	Bold bool
	Tone Tone
	// Trailing puts it at the right end, as "✓ done".
	Trailing bool
}

// Mark is one coding of a block, shown as a band under its words and as a
// named stripe in the margin.
type Mark struct {
	ID   string
	Span coding.Span
	// Hex is the code's stored colour, Name its name.
	Hex, Name string
	// Who stands after the name, where several coders are shown.
	Who string
	// Dimmed marks stand back; Unsure ones have a dashed line and a "?".
	Dimmed, Unsure bool
}

// Block is one text in the sequence: a comment, or a whole document.
type Block struct {
	ID      string
	Heading []HeadingPart
	Text    string
	Marks   []Mark
}

// Blocks is what a coded text shows. It is asked on the UI goroutine while
// the person scrolls, so it answers from memory: it reads around OnVisible's
// range ahead and keeps what it read.
type Blocks interface {
	// Len is how many blocks there are.
	Len() int
	// Length is how long a block's text is, in code points; it may be a guess.
	Length(i int) int
	// Block is the block itself.
	Block(i int) Block
}

// Selection is a stretch of one block's text; an empty span is a caret.
type Selection struct {
	Block int
	Span  coding.Span
}

// CodedText is the text that people read, select and code: blocks one under
// another, each with a heading, its codings as coloured bands under the words
// and as stripes in the margin.
//
// It scrolls by itself and holds objects only for the lines on screen.
// Heights of blocks are estimated until they are laid out; what is on screen
// hangs on an anchor and never moves by a correction. Positions are code
// points, and no selection cuts a grapheme cluster.
type CodedText struct {
	widget.BaseWidget

	// OnSelect is told when the selection or the caret's block has changed.
	OnSelect func(Selection)
	// OnMark is told when a mark was chosen by a click, or, with "", when none is.
	OnMark func(block int, markID string)
	// OnMove is told when an edge of the chosen mark was dragged.
	OnMove func(block int, markID string, span coding.Span)
	// OnVisible is told which blocks are on screen when that changes.
	OnVisible func(first, last int)
	// OnKey, OnRune and OnShortcut come before the widget's own keys; they
	// return true for what they have dealt with. A shortcut that neither
	// knows goes on to the window.
	OnKey      func(*fyne.KeyEvent) bool
	OnRune     func(rune) bool
	OnShortcut func(fyne.Shortcut) bool
	// OnMenu is told of a click with the second button.
	OnMenu func(at fyne.Position)
	// SelectedLabel words the margin's note on a selection of n characters;
	// nil or "" leaves it out.
	SelectedLabel func(n int) string

	blocks  Blocks
	geo     geometry
	lengths []int // of the blocks' texts, for estimates
	heights heights
	loaded  map[int]*codedBlock
	anchor  anchor
	placed  []placedPiece
	words   wordWidths
	first   int
	last    int

	sel     caretRange
	chosen  markRef
	hovered markRef
	moving  *edgeMove
	mouse   mouseState
	shift   bool
	focused bool
	view    *codedView
	pending *Selection // to be shown once there is a size
}

// markRef names a mark on screen.
type markRef struct {
	block int
	id    string
}

// NewCodedText shows blocks from the first.
func NewCodedText(blocks Blocks) *CodedText {
	w := &CodedText{}
	w.ExtendBaseWidget(w)
	w.SetBlocks(blocks)
	return w
}

// SetBlocks shows other blocks from the first, with the caret at its beginning.
func (w *CodedText) SetBlocks(blocks Blocks) {
	w.blocks, w.lengths = blocks, nil
	w.loaded = map[int]*codedBlock{}
	w.anchor, w.sel, w.chosen, w.hovered = anchor{}, caretRange{}, markRef{}, markRef{}
	w.first, w.last = -1, -1
	w.estimate()
	w.Refresh()
}

// RefreshBlocks shows these blocks anew, after their marks, headings or texts
// have changed. Nothing above the first line on screen moves it.
func (w *CodedText) RefreshBlocks(indices ...int) {
	for _, i := range indices {
		if b := w.loaded[i]; b != nil {
			w.reload(i, b)
		}
	}
	w.redraw()
}

// RefreshAll shows every block anew, after that has changed by which all are
// shown, such as the names of codes. Blocks far from the screen are asked for
// when they come into view.
func (w *CodedText) RefreshAll() {
	for i, b := range w.loaded {
		if w.near(i) {
			w.reload(i, b)
		} else {
			delete(w.loaded, i)
		}
	}
	w.redraw()
}

// Selection is what is selected; its span is empty where there is only a caret.
func (w *CodedText) Selection() Selection {
	return Selection{w.sel.block, w.sel.span()}
}

// SelectedText is the selected text.
func (w *CodedText) SelectedText() string {
	span := w.sel.span()
	if w.blocks == nil || span.Empty() || w.sel.block >= w.blocks.Len() {
		return ""
	}
	return string(w.load(w.sel.block).slice(span))
}

// CurrentBlock is the block with the caret.
func (w *CodedText) CurrentBlock() int { return w.sel.block }

// VisibleBlocks are the first and the last block on screen.
func (w *CodedText) VisibleBlocks() (first, last int) { return w.first, w.last }

// SelectMark chooses a mark without telling OnMark; "" chooses none.
func (w *CodedText) SelectMark(block int, id string) {
	w.chosen = markRef{block, id}
	w.redraw()
}

// SelectedMark is the chosen mark; its ID is "" where there is none.
func (w *CodedText) SelectedMark() (block int, id string) { return w.chosen.block, w.chosen.id }

// MinSize leaves room for a few words beside a margin.
func (w *CodedText) MinSize() fyne.Size {
	w.ExtendBaseWidget(w)
	return fyne.NewSize(320, 120)
}
