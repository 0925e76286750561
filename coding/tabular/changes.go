package tabular

import (
	"context"
	"slices"
	"strings"

	"concord/coding"
)

// changes are those of the import, in the order in which each can stand on what
// comes before it.
func (im *importing) changes(ctx context.Context, r coding.Reader) ([]coding.Change, error) {
	cases := make([]coding.Case, 0, len(im.cases))
	for _, c := range im.cases {
		cases = append(cases, c.Case)
	}
	changes := slices.Concat(
		coding.AddMany(im.marks.added),
		coding.AddMany(im.attributes),
		coding.AddMany(im.marks.codes),
	)
	codebookStands := len(changes)
	changes = append(changes, coding.AddMany(cases)...)
	for some := range slices.Chunk(im.altered, 500) {
		var e coding.Edit[coding.Case]
		for _, a := range some {
			e.Was = append(e.Was, a.was)
			e.Now = append(e.Now, a.now)
		}
		changes = append(changes, e)
	}
	changes = append(changes, im.sources.changes()...)
	im.outcome.Codes = len(im.marks.codes)
	if len(im.marks.made) == 0 {
		return changes, nil
	}
	round, version, err := im.marks.round(ctx, r, codebookStands)
	if err != nil {
		return nil, err
	}
	changes = append(changes, version...)
	changes = append(changes, coding.Add(round))
	changes = append(changes, im.marks.codings(round)...)
	changes = append(changes, im.marks.done(round)...)
	round.Sources = nil // they never change
	closed := round
	closed.Closed, closed.ClosedAt = true, im.mint.Now()
	im.outcome.Round = round.Name
	return append(changes, coding.Alter(round, closed)), nil
}

// round is the one that holds the codings: open to see, and closed at the end
// of the step. codes is the number of the step's changes that make its codebook.
func (ms *marks) round(ctx context.Context, r coding.Reader, codes int) (coding.Round, []coding.Change, error) {
	name := ms.roundName()
	for n := 2; ms.earlier.names[strings.ToLower(name)]; n++ {
		name = numberedName(ms.roundName(), n)
	}
	round := coding.Round{ID: coding.NewID[coding.RoundID](ms.im.mint), Name: name, Opened: ms.im.mint.Now()}
	for _, c := range ms.coders {
		round.Coders = append(round.Coders, c.ID)
	}
	switch {
	case !ms.im.present.anySources:
		round.All = true // nothing is in the project but what the table brings
	case len(ms.earlier.rounds) == 0:
		round.Sources = ms.order
	default:
		for _, j := range ms.made {
			if n := len(round.Sources); n == 0 || round.Sources[n-1] != j.source { // a comment's marks stand together
				round.Sources = append(round.Sources, j.source)
			}
		}
	}
	versions, err := r.Versions(ctx)
	if err != nil {
		return round, nil, err
	}
	var last coding.Version
	if len(versions) > 0 {
		last = versions[len(versions)-1]
		changed := len(ms.codes) > 0
		for e, err := range r.Events(ctx, last.Seq) {
			if err != nil {
				return round, nil, err
			}
			changed = changed || e.Change.Kind() == coding.KindCode
		}
		if !changed {
			round.Version = last.ID
			return round, nil, nil
		}
	}
	seq, err := r.Seq(ctx)
	if err != nil {
		return round, nil, err
	}
	kept := coding.Version{
		ID: coding.NewID[coding.VersionID](ms.im.mint), Number: last.Number + 1, Note: "opened " + name,
		At: ms.im.mint.Now(), Seq: seq + coding.Seq(codes),
	}
	round.Version = kept.ID
	return round, []coding.Change{coding.Add(kept)}, nil
}

// codings of the whole comment, one for each 1.
func (ms *marks) codings(round coding.Round) []coding.Change {
	var changes []coding.Change
	for _, coder := range ms.coders {
		var made []coding.Coding
		for _, j := range ms.made {
			if c := ms.columns[j.column]; j.found && c.coder == coder.ID {
				made = append(made, coding.Coding{
					ID:      coding.NewID[coding.CodingID](ms.im.mint),
					Excerpt: coding.Excerpt{Source: j.source, Span: coding.Span{End: ms.texts[j.source]}},
					Code:    c.code, Coder: coder.ID, Round: round.ID, At: round.Opened,
				})
			}
		}
		ms.im.outcome.Codings += len(made)
		changes = append(changes, coding.AddMany(made)...)
	}
	return changes
}

// done marks say for which codes each coder looked. One who looked for every
// code that nothing lies under looked for all.
func (ms *marks) done(round coding.Round) []coding.Change {
	book := coding.NewCodebook(ms.book)
	leaves := 0
	for _, c := range book.Codes() {
		if book.Leaf(c.ID) {
			leaves++
		}
	}
	var changes []coding.Change
	for _, coder := range ms.coders {
		var marked []coding.Done
		for _, j := range ms.made {
			c := ms.columns[j.column]
			if c.coder != coder.ID {
				continue
			}
			if n := len(marked); n == 0 || marked[n-1].Source != j.source {
				marked = append(marked, coding.Done{
					ID: coding.NewID[coding.DoneID](ms.im.mint), Round: round.ID, Source: j.source, Coder: coder.ID, At: round.Opened,
				})
			}
			d := &marked[len(marked)-1]
			d.Codes = append(d.Codes, c.code)
		}
		for i := range marked {
			if all := !slices.ContainsFunc(marked[i].Codes, func(c coding.CodeID) bool { return !book.Leaf(c) }); all && len(marked[i].Codes) == leaves {
				marked[i].Codes = nil
			}
		}
		changes = append(changes, coding.AddMany(marked)...)
	}
	return changes
}

// piles are sources, some hundred to a change, which don't have to be moved to
// make room for more.
type piles struct {
	full [][]coding.Source
	n    int
}

func (p *piles) add(s coding.Source) {
	const together = 500
	if p.n%together == 0 {
		p.full = append(p.full, make([]coding.Source, 0, together))
	}
	last := &p.full[len(p.full)-1]
	*last = append(*last, s)
	p.n++
}

func (p *piles) changes() []coding.Change {
	var changes []coding.Change
	for _, pile := range p.full {
		changes = append(changes, coding.Add(pile...))
	}
	return changes
}
