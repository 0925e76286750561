package compare

import (
	"cmp"
	"slices"

	"concord/coding"
)

// mark is a code on a span, with the codings of all coders who chose just that.
type mark struct {
	span    coding.Span
	code    coding.CodeID
	codings []coding.Coding
}

func (m mark) by(coder coding.CoderID) bool {
	return slices.ContainsFunc(m.codings, func(c coding.Coding) bool { return c.Coder == coder })
}

// marks gathers the codings of one source: equal code and equal span are one mark.
func marks(codings []coding.Coding) []mark {
	var all []mark
	for _, c := range codings {
		at := slices.IndexFunc(all, func(m mark) bool { return m.code == c.Code && m.span == c.Span })
		if at < 0 {
			all = append(all, mark{span: c.Span, code: c.Code})
			at = len(all) - 1
		}
		all[at].codings = append(all[at].codings, c)
	}
	return all
}

// match is a pair of marks that two coders set against each other.
type match struct {
	a, b int
	kind Kind
}

// align matches the marks of two coders within a source: what both chose drops
// out; of the rest, overlapping marks are matched one to one, largest overlap
// first, equal codes before different ones. What is left alone is returned for each.
func align(all []mark, x, y coding.CoderID) (matches []match, onlyX, onlyY []int) {
	for i, m := range all {
		switch {
		case m.by(x) && m.by(y):
		case m.by(x):
			onlyX = append(onlyX, i)
		case m.by(y):
			onlyY = append(onlyY, i)
		}
	}
	for _, sameCode := range []bool{true, false} {
		candidates := overlaps(all, onlyX, onlyY, sameCode)
		for _, c := range candidates {
			if !slices.Contains(onlyX, c.a) || !slices.Contains(onlyY, c.b) {
				continue
			}
			matches = append(matches, c)
			onlyX = without(onlyX, c.a)
			onlyY = without(onlyY, c.b)
		}
	}
	return matches, onlyX, onlyY
}

// overlaps lists the pairs of marks that overlap, the largest overlap first;
// equal ones stand in the order of the marks.
func overlaps(all []mark, xs, ys []int, sameCode bool) []match {
	var found []match
	for _, a := range xs {
		for _, b := range ys {
			m, n := all[a], all[b]
			if !m.span.Overlaps(n.span) || (m.code == n.code) != sameCode {
				continue
			}
			kind := Both
			switch {
			case sameCode:
				kind = Boundary
			case m.span == n.span:
				kind = DifferentCode
			}
			found = append(found, match{a, b, kind})
		}
	}
	shared := func(m match) int { return all[m.a].span.Intersect(all[m.b].span).Len() }
	slices.SortStableFunc(found, func(p, q match) int { return cmp.Compare(shared(q), shared(p)) })
	return found
}

func without(list []int, x int) []int {
	return slices.DeleteFunc(slices.Clone(list), func(y int) bool { return y == x })
}
