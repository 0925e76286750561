package compare

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"concord/coding"
)

// Kind says in what coders differ.
type Kind string

// The kinds of disagreement, from the nearest to the farthest: one coder
// marked nothing there; same code, other boundaries; same span, other code;
// both differ.
const (
	Omission      Kind = "omission"
	Boundary      Kind = "boundary"
	DifferentCode Kind = "code"
	Both          Kind = "both"
)

// Kinds are all kinds, from the nearest to the farthest.
func Kinds() []Kind { return []Kind{Omission, Boundary, DifferentCode, Both} }

func farther(a, b Kind) Kind {
	if slices.Index(Kinds(), a) > slices.Index(Kinds(), b) {
		return a
	}
	return b
}

// View is what one coder did at the place of a disagreement.
type View struct {
	Coder coding.Coder
	// Codings are the coder's there; none says "nothing here" if Looked, else
	// that the coder hasn't looked yet.
	Codings []coding.Coding
	Looked  bool
}

// Disagreement is a place where coders of a round differ.
type Disagreement struct {
	// ID stays the same as long as the codings that take part do.
	ID     coding.DisagreementID
	Round  coding.RoundID
	Source coding.SourceID
	// Span covers all codings that take part.
	coding.Span
	Kind  Kind
	Views []View
	// Decision is how it was settled, or nil.
	Decision *coding.Decision
}

// Unsure reports whether a coder marked one of the codings as unsure.
func (d Disagreement) Unsure() bool {
	for _, v := range d.Views {
		for _, c := range v.Codings {
			if c.Unsure {
				return true
			}
		}
	}
	return false
}

// Codes are those that take part, each once, in the order of the text.
func (d Disagreement) Codes() []coding.CodeID {
	var codes []coding.CodeID
	for _, v := range d.Views {
		for _, c := range v.Codings {
			if !slices.Contains(codes, c.Code) {
				codes = append(codes, c.Code)
			}
		}
	}
	return codes
}

// Involves reports whether one of the codings has the code.
func (d Disagreement) Involves(code coding.CodeID) bool { return slices.Contains(d.Codes(), code) }

// Disagreements is the queue: every place where coders differ, in the order of
// the sources and of the text, each with the decision that settled it, if any.
func (m *Material) Disagreements(decisions []coding.Decision) []Disagreement {
	settled := map[coding.DisagreementID]*coding.Decision{}
	for i := range decisions {
		settled[decisions[i].Disagreement] = &decisions[i]
	}
	var queue []Disagreement
	for place := range m.Sources {
		for _, p := range m.places(place) {
			if p.agreed {
				continue
			}
			d := m.disagreement(place, p)
			d.Decision = settled[d.ID]
			queue = append(queue, d)
		}
	}
	return queue
}

// site is a group of marks of one source that hang together.
type site struct {
	marks  []mark
	kind   Kind
	agreed bool
}

// places groups the marks of a source: those that any two coders matched hang
// together. A group in which nobody differs is agreed.
func (m *Material) places(place int) []site {
	all := marks(m.codings[place])
	group := make([]int, len(all))
	kinds := make([]Kind, len(all))
	for i := range group {
		group[i] = i
	}
	var matches []match
	note := func(at int, kind Kind) { kinds[at] = farther(kinds[at], kind) }
	for x := range m.Coders {
		for y := x + 1; y < len(m.Coders); y++ {
			pairs, onlyX, onlyY := align(all, m.Coders[x].ID, m.Coders[y].ID)
			matches = append(matches, pairs...)
			for _, pair := range pairs {
				note(pair.a, pair.kind)
			}
			m.noteOmissions(all, onlyX, place, y, note)
			m.noteOmissions(all, onlyY, place, x, note)
		}
	}
	for _, pair := range matches {
		from, to := group[pair.a], group[pair.b]
		for i, g := range group {
			if g == from {
				group[i] = to
			}
		}
	}
	var sites []site
	at := map[int]int{}
	for i, g := range group {
		if _, begun := at[g]; !begun {
			at[g] = len(sites)
			sites = append(sites, site{agreed: true})
		}
		s := &sites[at[g]]
		s.marks = append(s.marks, all[i])
		if kinds[i] != "" {
			s.agreed, s.kind = false, farther(s.kind, kinds[i])
		}
	}
	return sites
}

// noteOmissions says of marks that stand alone that the other coder left them
// out, if that coder looked for their code.
func (m *Material) noteOmissions(all []mark, alone []int, place, other int, note func(int, Kind)) {
	for _, at := range alone {
		if m.looked[place*len(m.Coders)+other].covers(all[at].code) {
			note(at, Omission)
		}
	}
}

func (m *Material) disagreement(place int, s site) Disagreement {
	d := Disagreement{Round: m.Round.ID, Source: m.Sources[place], Span: s.marks[0].span, Kind: s.kind}
	var ids []string
	views := make([]View, len(m.Coders))
	for seat, c := range m.Coders {
		views[seat] = View{Coder: c, Looked: m.looked[place*len(m.Coders)+seat].any()}
	}
	for _, mk := range s.marks {
		d.Span = d.Union(mk.span)
		for _, c := range mk.codings {
			ids = append(ids, string(c.ID))
			v := &views[m.seat[c.Coder]]
			v.Codings = append(v.Codings, c)
		}
	}
	for i := range views {
		slices.SortFunc(views[i].Codings, func(a, b coding.Coding) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.ID, b.ID))
		})
	}
	d.Views = views
	d.ID = identify(ids)
	return d
}

// identify names a disagreement by the codings that take part in it.
func identify(codings []string) coding.DisagreementID {
	slices.Sort(codings)
	sum := sha256.Sum256([]byte(strings.Join(codings, " ")))
	return coding.DisagreementID(hex.EncodeToString(sum[:6]))
}
