package cli

import (
	"context"
	"fmt"
	"strings"

	"concord/coding"
)

// subject reads what a memo is about, and gives an empty memo about it.
func (p *project) subject(ctx context.Context, written string) (coding.Memo, error) {
	kind, name, _ := strings.Cut(written, ":")
	m := coding.Memo{Kind: coding.MemoKind(kind)}
	var err error
	switch m.Kind {
	case coding.AboutProject:
		return m, nil
	case coding.AboutSource:
		var s coding.Source
		s, err = coding.FindSource(ctx, p, name)
		m.About = string(s.ID)
	case coding.AboutExcerpt:
		m.Excerpt, err = p.excerpt(ctx, "--about excerpt:", name)
	case coding.AboutCode:
		var c coding.Code
		c, err = p.findCode(ctx, name)
		m.About = string(c.ID)
	case coding.AboutCase:
		var c coding.Case
		c, err = coding.FindCase(ctx, p, name)
		m.About = string(c.ID)
	case coding.AboutRound:
		var r coding.Round
		r, err = p.findRound(ctx, name)
		m.About = string(r.ID)
	case coding.AboutCoding, coding.AboutDecision:
		m.About = name
	default:
		err = usage("--about %q: there are project, source:NAME, excerpt:NAME:START-END, code:PATH, case:NAME, round:NAME, coding:ID, decision:ID", written)
	}
	if err == nil && m.About == "" && m.Excerpt.Source == "" {
		err = usage("--about %q: which %s?", written, kind)
	}
	return m, err
}

// subjects are what things that memos are about are called now, by identity.
func (p *project) subjects(ctx context.Context) (map[string]string, error) {
	names := map[string]string{}
	book, err := p.Codebook(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range book.Codes() {
		names[string(c.ID)] = book.Path(c.ID)
	}
	sources, err := namesOf(ctx, p)
	if err != nil {
		return nil, err
	}
	for id, name := range sources {
		names[string(id)] = name
	}
	for c, err := range p.Cases(ctx) {
		if err != nil {
			return nil, err
		}
		names[string(c.ID)] = c.Name
	}
	rounds, err := p.Rounds(ctx)
	if err != nil {
		return nil, err
	}
	for _, r := range rounds {
		names[string(r.ID)] = r.Name
	}
	return names, nil
}

func (p *project) memoRow(m coding.Memo, names map[string]string) memoRow {
	row := memoRow{ID: m.ID, Kind: m.Kind, About: m.About, Round: names[string(m.Round)], By: p.coderName(m.By), At: m.At, Text: m.Text}
	if name, known := names[m.About]; known {
		row.About = name
	}
	if m.Kind == coding.AboutExcerpt {
		row.About, row.Start, row.End = names[string(m.Excerpt.Source)], &m.Excerpt.Start, &m.Excerpt.End
	}
	return row
}

// subject says in words what the memo is about.
func (r memoRow) subject() string {
	switch {
	case r.Kind == coding.AboutProject:
		return "about the project"
	case r.Start != nil:
		return fmt.Sprintf("about %s %d to %d", r.About, *r.Start, *r.End)
	}
	return fmt.Sprintf("about the %s %s", r.Kind, r.About)
}
