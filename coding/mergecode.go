package coding

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// CodeMerge is what merging one code into another does, as it would be done now.
type CodeMerge struct {
	From, Into Code
	// Codings, and the Excerpts (as in Count) and Sources that they lie in, are
	// given Into in place of From. Joined of them overlap what the same coder gave Into in the
	// same round, and become one with it.
	Codings  int
	Excerpts int
	Sources  int
	Joined   int
	// Shares are whose the excerpts are, the largest first.
	Shares []MergeShare
	// Codes right under From come to lie under Into; Memos and Examples go over.
	Codes    int
	Memos    int
	Examples int
	// Obstacles are why it can't be done; none where it can.
	Obstacles []MergeObstacle

	changes []Change
}

// MergeShare is how many of the excerpts that move are one coder's.
type MergeShare struct {
	Coder    CoderID
	Excerpts int
}

// PlanMerge works out what merging one code into another does, without doing
// it. Without a code to merge into it tells what would move anywhere, and what
// stands against that.
func (s *Session) PlanMerge(ctx context.Context, from, into CodeID) (CodeMerge, error) {
	book, err := s.Codebook(ctx)
	if err != nil {
		return CodeMerge{}, err
	}
	m := CodeMerge{}
	var known, there bool
	m.From, known = book.Code(from)
	m.Into, there = book.Code(into)
	switch {
	case !known || !there && into != "":
		return m, notFound("a code that is to be merged isn't in the codebook any more")
	case from == into:
		return m, invalid("code %q can't be merged into itself", m.From.Name)
	}
	codings, err := s.given(ctx, from)
	if err != nil {
		return m, err
	}
	memos, err := s.Memos(ctx, MemoFilter{Kind: AboutCode, About: string(from)})
	if err != nil {
		return m, err
	}
	m.count(codings)
	me, judges, err := s.judges(ctx)
	if err != nil {
		return m, err
	}
	if m.Obstacles, err = s.unmovable(ctx, m.From, codings, memos); err != nil {
		return m, err
	}
	if others := othersWork(me, codings, memos); others > 0 && !judges {
		m.Obstacles = append(m.Obstacles, MergeObstacle{Kind: ObstacleOthers, N: others})
	}
	m.Obstacles = append(m.Obstacles, misplaced(book, m)...)
	if into == "" {
		m.Codes, m.Memos, m.Examples = len(book.Children(from)), len(memos), len(m.From.Examples)
		return m, nil
	}
	to := make(map[CodingID]CodeID, len(codings))
	for _, c := range codings {
		to[c.ID] = into
	}
	if m.changes, m.Joined, err = s.recode(ctx, codings, to, judges); err != nil {
		return m, err
	}
	m.takeOver(book, memos)
	return m, nil
}

// MergeCodes gives Into to all that has the code From, moves what hangs on From
// there, and takes From out of the book, as one step. Where something stands
// against it nothing is done, and the error says what.
func (s *Session) MergeCodes(ctx context.Context, from, into CodeID) (CodeMerge, error) {
	m, err := s.PlanMerge(ctx, from, into)
	if err != nil {
		return m, err
	}
	if err := m.Refusal(); err != nil {
		return m, err
	}
	if into == "" {
		return m, invalid("code %q: say which code it is merged into", m.From.Name)
	}
	return m, s.Make(ctx, fmt.Sprintf("merge code “%s” into “%s”", m.From.Name, m.Into.Name), m.changes...)
}

// given are all codings of a code that the person may see.
func (s *Session) given(ctx context.Context, code CodeID) ([]Coding, error) {
	var codings []Coding
	for c, err := range s.Codings(ctx, CodingFilter{Codes: []CodeID{code}}) {
		if err != nil {
			return nil, err
		}
		codings = append(codings, c)
	}
	return codings, nil
}

// count counts the codings that move.
func (m *CodeMerge) count(codings []Coding) {
	type given struct {
		Excerpt
		by CoderID
	}
	excerpts, sources, by := map[given]bool{}, map[SourceID]bool{}, map[CoderID]int{}
	for _, c := range codings {
		sources[c.Source] = true
		if one := (given{c.Excerpt, c.Coder}); !excerpts[one] {
			excerpts[one] = true
			by[c.Coder]++
		}
	}
	m.Codings, m.Excerpts, m.Sources = len(codings), len(excerpts), len(sources)
	for coder, n := range by {
		m.Shares = append(m.Shares, MergeShare{coder, n})
	}
	slices.SortFunc(m.Shares, func(a, b MergeShare) int {
		return cmp.Or(b.Excerpts-a.Excerpts, strings.Compare(string(a.Coder), string(b.Coder)))
	})
}

// takeOver adds the changes to the book and its memos, which follow those to
// the codings.
func (m *CodeMerge) takeOver(book *Codebook, memos []Memo) {
	next := lastOrder(book.Children(m.Into.ID)) + 1
	for i, child := range book.Children(m.From.ID) {
		moved := child
		moved.Parent, moved.Order = m.Into.ID, next+i
		m.changes = append(m.changes, Alter(child, moved))
		m.Codes++
	}
	into := m.Into
	into.Examples = slices.Clone(into.Examples)
	for _, example := range m.From.Examples {
		known := func(e Example) bool { return e.Excerpt == example.Excerpt }
		if !slices.ContainsFunc(into.Examples, known) {
			into.Examples = append(into.Examples, example)
			m.Examples++
		}
	}
	if m.Examples > 0 {
		m.changes = append(m.changes, Alter(m.Into, into))
	}
	for _, memo := range memos {
		moved := memo
		moved.About = string(m.Into.ID)
		m.changes = append(m.changes, Alter(memo, moved))
		m.Memos++
	}
	m.changes = append(m.changes, Remove(m.From))
}
