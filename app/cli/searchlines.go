package cli

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"concord/coding"
	"concord/index"
)

// foundLine is a place as it is listed: its number in the list, and what stands
// around it, as far as lines are sorted by that.
type foundLine struct {
	coding.Excerpt
	number      int
	name        string
	match       *searchMatch // nil where the query asks for no words
	codes       []string     // that the place has already
	left, right string
}

// sortWidth is how many characters around a place lines are sorted by.
const sortWidth = 90

// The orders of the list.
const (
	sortPlace  = "place"
	sortSource = "source"
	sortLeft   = "left"
	sortRight  = "right"
)

func searchSorts() []string { return []string{sortPlace, sortSource, sortLeft, sortRight} }

// lines are the places of hits, numbered in the order asked for, with so many
// characters of context.
func (p *project) lines(ctx context.Context, hits []index.Hit, width int, order string) ([]foundLine, error) {
	ids := make([]coding.SourceID, len(hits))
	for i, h := range hits {
		ids[i] = h.Source
	}
	texts, err := textsOf(ctx, p, ids)
	if err != nil {
		return nil, err
	}
	names := map[coding.SourceID]string{}
	for s, err := range p.Sources(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return nil, err
		}
		names[s.ID] = s.Name
	}
	var lines []foundLine
	for _, h := range hits {
		if _, there := names[h.Source]; !there {
			continue // taken out meanwhile
		}
		runes := []rune(texts[h.Source])
		around := func(s coding.Span, width int) (left, right string) {
			return string(runes[max(0, s.Start-width):s.Start]), string(runes[s.End:min(len(runes), s.End+width)])
		}
		if len(h.Spans) == 0 {
			line := foundLine{Excerpt: coding.Excerpt{Source: h.Source}, name: names[h.Source]}
			_, line.right = around(coding.Span{}, sortWidth)
			lines = append(lines, line)
		}
		for _, s := range h.Spans {
			m := searchMatch{Start: s.Start, End: s.End, Text: string(runes[s.Start:s.End])}
			m.Left, m.Right = around(s, width)
			line := foundLine{Excerpt: coding.Excerpt{Source: h.Source, Span: s}, name: names[h.Source], match: &m}
			line.left, line.right = around(s, sortWidth)
			lines = append(lines, line)
		}
	}
	sortFound(lines, order)
	for i := range lines {
		lines[i].number = i + 1
	}
	return lines, nil
}

// readCodes finds what the places have already been given, each code once.
func (p *project) readCodes(ctx context.Context, lines []foundLine) error {
	places := make([]coding.Excerpt, len(lines))
	for i, line := range lines {
		places[i] = line.Excerpt
	}
	book, err := p.Codebook(ctx)
	if err != nil {
		return err
	}
	codes, err := index.CodesOn(ctx, p, book, places)
	if err != nil {
		return err
	}
	for i := range lines {
		for _, code := range codes[i] {
			lines[i].codes = append(lines[i].codes, book.Path(code.ID))
		}
	}
	return nil
}

// sortFound orders lines; alike ones stay in the project's order.
func sortFound(lines []foundLine, order string) {
	switch order {
	case sortSource:
		slices.SortStableFunc(lines, func(a, b foundLine) int { return cmp.Compare(a.name, b.name) })
	case sortLeft:
		index.SortByLeft(lines, func(l foundLine) string { return l.left })
	case sortRight:
		index.SortByRight(lines, func(l foundLine) string { return l.right })
	}
}

// first are the lines of so many sources, from the beginning; 0 is all.
func first(lines []foundLine, limit int) []foundLine {
	if limit == 0 {
		return lines
	}
	seen := map[coding.SourceID]bool{}
	for i, line := range lines {
		seen[line.Source] = true
		if len(seen) > limit {
			return lines[:i]
		}
	}
	return lines
}

// parseNumbers reads numbers of places, as in 1,3-5, into stretches of a list,
// whose first has the number 0 there.
func parseNumbers(written string) ([]coding.Span, error) {
	var numbers []coding.Span
	for part := range strings.SplitSeq(written, ",") {
		low, high, several := strings.Cut(part, "-")
		from, err := strconv.Atoi(strings.TrimSpace(low))
		to := from
		if err == nil && several {
			to, err = strconv.Atoi(strings.TrimSpace(high))
		}
		if err != nil || from < 1 || to < from {
			return nil, usage("--only %q: write the numbers of places in the list, as in 1,3-5", written)
		}
		numbers = append(numbers, coding.Span{Start: from - 1, End: to})
	}
	return numbers, nil
}

// only are the lines with some numbers, in the order of the list.
func only(lines []foundLine, numbers []coding.Span) ([]foundLine, error) {
	chosen := make([]bool, len(lines))
	for _, n := range numbers {
		if n.End > len(lines) {
			return nil, usage("--only: there is no place %d; %s found", n.End, found(len(lines)))
		}
		for i := n.Start; i < n.End; i++ {
			chosen[i] = true
		}
	}
	var out []foundLine
	for i, line := range lines {
		if chosen[i] {
			out = append(out, line)
		}
	}
	return out, nil
}

// found says how many places there are, for an error.
func found(places int) string {
	if places == 1 {
		return "1 place is"
	}
	return counted(places, "place") + " are"
}

// hitsOf are lines as they are told: those of one source that follow each other
// stand together.
func hitsOf(lines []foundLine) []searchHit {
	hits := []searchHit{}
	for i, line := range lines {
		if line.match == nil {
			hits = append(hits, searchHit{line.name, []searchMatch{}, line.number, line.codes})
			continue
		}
		if i == 0 || lines[i-1].Source != line.Source {
			hits = append(hits, searchHit{Source: line.name, Matches: []searchMatch{}})
		}
		m := *line.match
		m.Number, m.Codes = line.number, line.codes
		last := &hits[len(hits)-1]
		last.Matches = append(last.Matches, m)
	}
	return hits
}
