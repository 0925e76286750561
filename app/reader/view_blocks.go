package reader

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// blocks is an outline as the coded text asks for it.
type blocks struct {
	*Screen
	outline *Outline
}

// blocks are those that are to be shown now.
func (s *Screen) blocks() blocks { return blocks{s, s.model.Shown} }

// Len is the number of sources.
func (b blocks) Len() int { return b.outline.Len() }

// Length is that of a source's text.
func (b blocks) Length(place int) int { return b.outline.Length(place) }

// Block is a source. While its page is being read, empty words of about its
// length stand for it, so that nothing moves when it comes.
func (b blocks) Block(place int) ui.Block {
	var p *Passage
	if b.outline == b.model.Shown {
		p = b.model.Passage(place)
	}
	if p == nil {
		return ui.Block{
			ID: string(b.outline.ID(place)), Heading: []ui.HeadingPart{{Text: "…"}},
			Text: blank(b.outline.Length(place)),
		}
	}
	return ui.Block{ID: string(p.Source.ID), Heading: b.heading(place), Text: p.Text, Marks: b.marks(place)}
}

// longestBlank is how much is left blank at the most: some screens full.
const longestBlank = 6000

// blank is a text of a length that shows nothing: figure spaces, which are as
// wide as letters, in words of five.
func blank(length int) string {
	const word = "\u2007\u2007\u2007\u2007\u2007 "
	n := min(length, longestBlank)
	return strings.Repeat(word, n/6) + strings.Repeat("\u2007", n%6)
}

// heading words what stands above a source.
func (b blocks) heading(place int) []ui.HeadingPart {
	h := b.model.Heading(place)
	parts := []ui.HeadingPart{{Text: h.Name, Bold: true}}
	for _, detail := range h.Details {
		parts = append(parts, ui.HeadingPart{Text: detail})
	}
	if h.Question != "" {
		parts = append(parts, ui.HeadingPart{Text: h.Question})
	}
	if h.Done {
		parts = append(parts, ui.HeadingPart{Text: "✓ " + lang.L("done"), Tone: ui.ToneGood, Trailing: true})
	}
	if h.Outside {
		parts = append(parts, ui.HeadingPart{Text: lang.L("not in {{.Round}}", map[string]any{"Round": b.model.At.Round.Name}), Tone: ui.ToneLook, Trailing: true})
	}
	if h.Noted {
		parts = append(parts, ui.HeadingPart{Text: memoSign + " " + lang.L("memo"), Tone: ui.ToneAccent, Trailing: true})
	}
	return parts
}

// memoSign stands where something has a memo.
const memoSign = "✎"

// marks words the bands of a source.
func (b blocks) marks(place int) []ui.Mark {
	bands := b.model.Bands(place)
	marks := make([]ui.Mark, len(bands))
	for i, band := range bands {
		m := ui.Mark{ID: band.ID, Span: band.Span, Hex: band.Code.Color, Name: band.Code.Name, Unsure: band.Unsure}
		switch {
		case band.Note():
			m.Name = memoSign + " " + Cut(band.Memos[0].Text, longestNote)
			m.Hex = noteColor
		case len(band.Memos) > 0:
			m.Name += "\u00a0" + memoSign
		}
		if who := b.who(band.Who); who != "" {
			m.Name = who + " · " + m.Name // before the name, which may be cut
		}
		m.Dimmed = !b.model.At.Open() && !band.Mine && !band.Note()
		marks[i] = m
	}
	return marks
}

// A memo about words that have no code is shown in grey, with its beginning.
const (
	noteColor   = "#8A8F98"
	longestNote = 40
)

// who are the initials of coders; nothing where the viewer alone is meant.
func (b blocks) who(coders []coding.CoderID) string {
	if len(coders) == 1 && coders[0] == b.model.Me.ID {
		return ""
	}
	initials := make([]string, len(coders))
	for i, id := range coders {
		initials[i] = b.model.Study.Coder(id).Initials()
	}
	return strings.Join(initials, " ")
}
