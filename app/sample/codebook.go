package sample

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"concord/coding"
)

// writeCodebook enters the codebook as it stood before the pilot.
func (b *builder) writeCodebook(ctx context.Context) error {
	b.wait(3)
	var changes []coding.Change
	for i, theme := range b.book.Themes {
		top, err := b.code(theme, "", theme.Name, i)
		if err != nil {
			return err
		}
		changes = append(changes, coding.Add(top))
		for j, e := range theme.Codes {
			code, err := b.code(e, top.ID, theme.Name+coding.PathSeparator+e.Name, j)
			if err != nil {
				return err
			}
			changes = append(changes, coding.Add(code))
		}
	}
	_, err := b.lead.Do(ctx, coding.Step{By: b.lead.Viewer(), Label: "write the codebook", Changes: changes})
	return err
}

// code is an entry of the codebook before any change was made to it.
func (b *builder) code(e entry, parent coding.CodeID, path string, order int) (coding.Code, error) {
	c := coding.Code{
		ID: coding.NewID[coding.CodeID](b.mint), Parent: parent, Name: e.Name, Order: order, Color: e.Color,
		Definition: e.Definition, Include: e.Include, Exclude: e.Exclude, Shortcut: e.Shortcut,
	}
	for _, v := range slices.Backward(b.book.Changes) {
		if ch := v; ch.Code == path && ch.After == b.study.Rounds[0].Name {
			if field := fieldOf(&c, ch.Field); *field == ch.Now {
				*field = ch.Was
			}
		}
	}
	for _, ex := range e.Examples {
		excerpt, err := b.find(place{ex.Respondent, ex.Question}, ex.Quote, 1)
		if err != nil {
			return c, err
		}
		c.Examples = append(c.Examples, coding.Example{Excerpt: excerpt, Borderline: ex.Kind == "borderline"})
	}
	return c, nil
}

// sharpen makes the changes to the codebook that followed a round.
func (b *builder) sharpen(ctx context.Context, after string) error {
	for _, ch := range b.book.Changes {
		if ch.After != after {
			continue
		}
		codebook, err := b.lead.Codebook(ctx)
		if err != nil {
			return err
		}
		was, err := codebook.Find(ch.Code)
		if err != nil {
			return err
		}
		now := was
		*fieldOf(&now, ch.Field) = ch.Now
		if err := b.lead.EditCode(ctx, was, now); err != nil {
			return err
		}
		memo := coding.Memo{Kind: coding.AboutCode, About: string(was.ID), Text: ch.Why}
		if _, err := b.lead.WriteMemo(ctx, memo); err != nil {
			return err
		}
	}
	return nil
}

func fieldOf(c *coding.Code, name string) *string {
	switch name {
	case "definition":
		return &c.Definition
	case "include":
		return &c.Include
	}
	return &c.Exclude
}

// find looks up a quotation in a comment: its occurrence-th, counted from 1.
func (b *builder) find(at place, quote string, occurrence int) (coding.Excerpt, error) {
	source, ok := b.sources[at]
	if !ok {
		return coding.Excerpt{}, fmt.Errorf("%s has no answer to %q", at.respondent, at.question)
	}
	text, from := b.texts[source.ID], 0
	for {
		i := strings.Index(text[from:], quote)
		if i < 0 {
			return coding.Excerpt{}, fmt.Errorf("%s, %s: the words %q aren't there %d times", at.respondent, at.question, quote, occurrence)
		}
		if occurrence--; occurrence == 0 {
			start := coding.Length(text[:from+i])
			return coding.Excerpt{Source: source.ID, Span: coding.Span{Start: start, End: start + coding.Length(quote)}}, nil
		}
		from += i + len(quote)
	}
}
