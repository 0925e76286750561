package adjudicate

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"concord/coding"
	"concord/coding/compare"
)

// Detail is what is needed to decide one disagreement.
type Detail struct {
	Item
	Source coding.Source
	Text   string
	// Respondent and Known head the comment: who, and what is known of them.
	Respondent string
	Known      []string
	// Window is the part of the text that is shown, with context on both sides.
	Window coding.Span
	Memos  map[coding.CodingID][]coding.Memo
	// Before are earlier decisions that involve the same code.
	Before []Before
}

// Before is an earlier decision, as a precedent.
type Before struct {
	Name   string
	Kind   compare.Kind
	Reason string
}

// Open reads what is needed to decide an item.
func (q *Queue) Open(ctx context.Context, r coding.Reader, item Item) (*Detail, error) {
	d := &Detail{Item: item, Memos: map[coding.CodingID][]coding.Memo{}}
	only := coding.SourceFilter{IDs: []coding.SourceID{item.Disagreement.Source}}
	for s, err := range r.Sources(ctx, only) {
		if err != nil {
			return nil, err
		}
		d.Source = s
	}
	for t, err := range r.Texts(ctx, only) {
		if err != nil {
			return nil, err
		}
		d.Text = t.Body
	}
	d.Window = around(d.Text, item.Span)
	if err := d.introduce(ctx, r); err != nil {
		return nil, err
	}
	about := []string{}
	for _, v := range item.Views {
		for _, c := range v.Codings {
			about = append(about, string(c.ID))
		}
	}
	memos, err := r.Memos(ctx, coding.MemoFilter{Kind: coding.AboutCoding, Abouts: about})
	if err != nil {
		return nil, err
	}
	for _, m := range memos {
		d.Memos[coding.CodingID(m.About)] = append(d.Memos[coding.CodingID(m.About)], m)
	}
	d.Before = q.precedents(item)
	return d, nil
}

// introduce finds the respondent and what is known of them.
func (d *Detail) introduce(ctx context.Context, r coding.Reader) error {
	if len(d.Source.Cases) == 0 {
		return nil
	}
	attributes, err := r.Attributes(ctx)
	if err != nil {
		return err
	}
	for c, err := range r.Cases(ctx, d.Source.Cases[0]) {
		if err != nil {
			return err
		}
		d.Respondent = c.Name
		for _, a := range attributes {
			const few = 3
			if v := c.Values[a.ID]; v != "" && a.Level != coding.Scaled && len(d.Known) < few {
				d.Known = append(d.Known, a.Name+" "+v)
			}
		}
	}
	return nil
}

// precedents are the last decisions about one of the item's codes.
func (q *Queue) precedents(item Item) []Before {
	const few = 4
	var before []Before
	for _, other := range q.Items {
		if other.Decision == nil || other.ID == item.ID || !share(other.Codes, item.Codes) {
			continue
		}
		before = append(before, Before{Name: other.Name, Kind: other.Kind, Reason: other.Decision.Reason})
	}
	if len(before) > few {
		before = before[len(before)-few:]
	}
	return before
}

func share(a, b []coding.Code) bool {
	return slices.ContainsFunc(a, func(x coding.Code) bool {
		return slices.ContainsFunc(b, func(y coding.Code) bool { return x.ID == y.ID })
	})
}

// around is the span with some context, cut between words.
func around(text string, span coding.Span) coding.Span {
	const context = 220
	runes := []rune(text)
	wide := coding.Span{Start: max(0, span.Start-context), End: min(len(runes), span.End+context)}
	for wide.Start > 0 && wide.Start < span.Start && !unicode.IsSpace(runes[wide.Start-1]) {
		wide.Start++
	}
	for wide.End < len(runes) && wide.End > span.End && !unicode.IsSpace(runes[wide.End]) {
		wide.End--
	}
	return wide
}

// Overlap is the share of characters, in percent, that two coders' codings of a
// boundary disagreement have in common, with the lengths; ok is false for other kinds.
func (i Item) Overlap() (a, b coding.Coding, shared, percent int, ok bool) {
	var codings []coding.Coding
	for _, v := range i.Views {
		codings = append(codings, v.Codings...)
	}
	if i.Kind != compare.Boundary || len(codings) != 2 {
		return a, b, 0, 0, false
	}
	a, b = codings[0], codings[1]
	shared = a.Intersect(b.Span).Len()
	return a, b, shared, 100 * shared / a.Union(b.Span).Len(), true
}

// Verdict is what the supervisor says.
type Verdict struct {
	// Keep are the coders whose codings stand; None lets nothing stand; else
	// Marks stand.
	Keep   []coding.CoderID
	None   bool
	Marks  []coding.Mark
	Kind   coding.ReasonKind
	Reason string
}

// Chosen reports whether the verdict says what stands.
func (v Verdict) Chosen() bool { return len(v.Keep) > 0 || v.None || len(v.Marks) > 0 }

// Decide settles an item.
func Decide(ctx context.Context, s *coding.Session, item Item, v Verdict) (coding.Decision, error) {
	decision := item.KeepNone()
	switch {
	case len(v.Keep) > 0:
		var err error
		if decision, err = item.Keep(v.Keep...); err != nil {
			return coding.Decision{}, err
		}
	case len(v.Marks) > 0:
		decision = item.Replace(v.Marks...)
	}
	decision.Reason, decision.ReasonKind = strings.TrimSpace(v.Reason), v.Kind
	return s.Decide(ctx, decision)
}

// Next is the place of the first open item behind at, or before it where none
// is behind; -1 when all are decided.
func Next(items []Item, at int) int {
	for step := 1; step <= len(items); step++ {
		if i := (at + step) % len(items); items[i].Decision == nil {
			return i
		}
	}
	return -1
}
