package compare

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"concord/coding"
)

// Grounds are the decisions that stood when entries of the codebook were
// changed, as the log tells it: a codebook is sharpened by what had to be decided.
type Grounds struct {
	changes []change
	decided []decided
	settled map[coding.CodingID]coding.Coding
}

// change is when what a coder goes by changed in an entry.
type change struct {
	seq  coding.Seq
	code coding.CodeID
}

// decided is when decisions were made and taken back.
type decided struct {
	seq  coding.Seq
	edit coding.Edit[coding.Decision]
}

// Ground is how many decisions of one kind, in one round, went before a change.
type Ground struct {
	Round     coding.RoundID
	Kind      Kind // empty where the codings that were decided on are gone
	Decisions int
}

// Learn takes in an event of the log. Events come in their order, each once.
func (g *Grounds) Learn(e coding.Event) {
	switch edit := e.Change.(type) {
	case coding.Edit[coding.Decision]:
		g.decided = append(g.decided, decided{e.Seq, edit})
	case coding.Edit[coding.Code]:
		for _, now := range edit.Now {
			at := slices.IndexFunc(edit.Was, func(was coding.Code) bool { return was.ID == now.ID })
			if at < 0 || len(coding.CodeDifferences(edit.Was[at:at+1], []coding.Code{now})) > 0 {
				g.changes = append(g.changes, change{e.Seq, now.ID})
			}
		}
	}
}

// Clone is a copy that can learn more while the other stays as it is.
func (g *Grounds) Clone() *Grounds {
	return &Grounds{slices.Clip(g.changes), slices.Clip(g.decided), maps.Clone(g.settled)}
}

// Settle reads the codings that were decided on, which say of what kind each
// decision is.
func (g *Grounds) Settle(ctx context.Context, r coding.Reader) error {
	var ids []coding.CodingID
	for _, d := range g.decided {
		for _, decision := range d.edit.Now {
			for _, id := range decision.Settles {
				if _, known := g.settled[id]; !known {
					ids = append(ids, id)
				}
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	if g.settled == nil {
		g.settled = map[coding.CodingID]coding.Coding{}
	}
	for c, err := range r.Codings(ctx, coding.CodingFilter{IDs: ids}) {
		if err != nil {
			return fmt.Errorf("read what was decided on: %w", err)
		}
		g.settled[c.ID] = c
	}
	return nil
}

// Of are the decisions on a code that went before its last change between two
// events of the log, and came after its last change until the first of them.
// They are in the order of the rounds' first decisions and of the kinds.
func (g *Grounds) Of(code coding.CodeID, from, to coding.Seq) []Ground {
	var before, changed coding.Seq
	for _, c := range g.changes {
		switch {
		case c.code != code || c.seq > to:
		case c.seq <= from:
			before = c.seq
		default:
			changed = c.seq
		}
	}
	var standing []coding.Decision
	for _, d := range g.decided {
		if d.seq < before || d.seq > changed {
			continue
		}
		for _, was := range d.edit.Was {
			standing = slices.DeleteFunc(standing, func(s coding.Decision) bool { return s.ID == was.ID })
		}
		standing = append(standing, d.edit.Now...)
	}
	var grounds []Ground
	var rounds []coding.RoundID
	for _, d := range standing {
		kind, on := g.about(d, code)
		if !on {
			continue
		}
		if !slices.Contains(rounds, d.Round) {
			rounds = append(rounds, d.Round)
		}
		at := slices.IndexFunc(grounds, func(x Ground) bool { return x.Round == d.Round && x.Kind == kind })
		if at < 0 {
			at = len(grounds)
			grounds = append(grounds, Ground{Round: d.Round, Kind: kind})
		}
		grounds[at].Decisions++
	}
	slices.SortStableFunc(grounds, func(a, b Ground) int {
		return cmp.Or(cmp.Compare(slices.Index(rounds, a.Round), slices.Index(rounds, b.Round)),
			cmp.Compare(slices.Index(Kinds(), a.Kind), slices.Index(Kinds(), b.Kind)))
	})
	return grounds
}

// about tells of what kind a decision is, and whether it is on a code: one of
// those that the coders gave there, or that stand there now.
func (g *Grounds) about(d coding.Decision, code coding.CodeID) (kind Kind, on bool) {
	on = slices.ContainsFunc(d.Marks, func(m coding.Mark) bool { return m.Code == code })
	var codings []coding.Coding
	for _, id := range d.Settles {
		if c, known := g.settled[id]; known {
			codings = append(codings, c)
			on = on || c.Code == code
		}
	}
	return kindOf(codings), on
}

// kindOf says in what the coders of some codings differ; nothing where there are none.
func kindOf(codings []coding.Coding) Kind {
	if len(codings) == 0 {
		return ""
	}
	var coders []coding.CoderID
	for _, c := range codings {
		if !slices.Contains(coders, c.Coder) {
			coders = append(coders, c.Coder)
		}
	}
	kind, all := Omission, marks(codings)
	for i, x := range coders {
		for _, y := range coders[i+1:] {
			pairs, _, _ := align(all, x, y)
			for _, pair := range pairs {
				kind = farther(kind, pair.kind)
			}
		}
	}
	return kind
}
