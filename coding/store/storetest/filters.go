package storetest

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"concord/coding"
)

func testFilters(t *testing.T, open Open) {
	s := newStudy(t, open)
	r := s.as(s.ann)
	ctx := t.Context()
	in := s.round("Round 1", false)
	in.All, in.Sources = false, []coding.SourceID{s.sources[3].ID, s.sources[1].ID}
	before, err := r.Seq(ctx)
	ok(t, err)
	s.done(s.sue, "open", coding.Add(in))
	late := coding.NewSource(coding.NewID[coding.SourceID](s.mint), "Late", coding.Document, s.texts[0])
	s.done(s.sue, "late", coding.Add(late))

	names := func(f coding.SourceFilter) (names []string) {
		for _, x := range gather(t, r.Sources(ctx, f)) {
			names = append(names, x.Name)
		}
		texts := gather(t, r.Texts(ctx, f))
		if len(texts) != len(names) {
			t.Errorf("%+v gives %d sources and %d texts", f, len(names), len(texts))
		}
		return names
	}
	for _, c := range []struct {
		name string
		f    coding.SourceFilter
		want []string
	}{
		{"all, as they came", coding.SourceFilter{}, []string{"S1", "S2", "S3", "S4", "Late"}},
		{"named ones in the project's order", coding.SourceFilter{IDs: []coding.SourceID{s.sources[2].ID, s.sources[0].ID, "none"}}, []string{"S1", "S3"}},
		{"an empty list takes none", coding.SourceFilter{IDs: []coding.SourceID{}}, nil},
		{"documents", coding.SourceFilter{Kind: coding.Document}, []string{"S4", "Late"}},
		{"of a round", coding.SourceFilter{Round: in.ID}, []string{"S2", "S4"}},
		{"later ones", coding.SourceFilter{After: before}, []string{"Late"}},
	} {
		if got := names(c.f); !slices.Equal(got, c.want) {
			t.Errorf("sources, %s: got %v, want %v", c.name, got, c.want)
		}
	}
	if got, err := r.RoundSources(ctx, in.ID); err != nil || !slices.Equal(got, []coding.SourceID{s.sources[1].ID, s.sources[3].ID}) {
		t.Errorf("sources of the round: got %v, %v", got, err)
	}
	if _, err := r.RoundSources(ctx, "none"); !errors.Is(err, coding.ErrNotFound) {
		t.Errorf("sources of no round: got error %v, want %v", err, coding.ErrNotFound)
	}
	if got := gather(t, r.Cases(ctx, s.cases[2].ID, s.cases[0].ID)); len(got) != 2 || got[0].Name != "R1" {
		t.Errorf("cases by identity: got %v", got)
	}
	s.filterCodings(in)
	s.filterMemos()
}

func (s *study) filterCodings(in coding.Round) {
	t, r, ctx := s.t, s.as(s.sue), s.t.Context()
	a := s.coding(s.ann, "", 3, 2, 8)
	b := s.coding(s.ann, in.ID, 3, 0, 8)
	c := s.coding(s.ben, "", 0, 0, 6)
	d := s.coding(s.ann, "", 3, 0, 4)
	d.Code = s.other.ID
	s.done(s.ann, "code", coding.Add(a), coding.Add(b), coding.Add(c), coding.Add(d))
	for _, x := range []struct {
		name string
		f    coding.CodingFilter
		want []coding.Coding
	}{
		{"all by source, start, end", coding.CodingFilter{}, []coding.Coding{c, d, b, a}},
		{"by identity", coding.CodingFilter{IDs: []coding.CodingID{a.ID, c.ID, "none"}}, []coding.Coding{c, a}},
		{"by very many identities", coding.CodingFilter{IDs: append(make([]coding.CodingID, 2000), a.ID)}, []coding.Coding{a}},
		{"by no identity", coding.CodingFilter{IDs: []coding.CodingID{}}, nil},
		{"by source", coding.CodingFilter{Sources: []coding.SourceID{s.sources[0].ID}}, []coding.Coding{c}},
		{"by no source", coding.CodingFilter{Sources: []coding.SourceID{}}, nil},
		{"by code", coding.CodingFilter{Codes: []coding.CodeID{s.other.ID}}, []coding.Coding{d}},
		{"by coder", coding.CodingFilter{Coders: []coding.CoderID{s.ben.ID}}, []coding.Coding{c}},
		{"by round", coding.CodingFilter{Rounds: []coding.RoundID{in.ID}}, []coding.Coding{b}},
		{"outside rounds", coding.CodingFilter{Rounds: []coding.RoundID{""}}, []coding.Coding{c, d, a}},
		{"in a round or none", coding.CodingFilter{Rounds: []coding.RoundID{"", in.ID}, Codes: []coding.CodeID{s.code.ID}}, []coding.Coding{c, b, a}},
		{"by what isn't there", coding.CodingFilter{Coders: []coding.CoderID{"none"}}, nil},
	} {
		if got := gather(t, r.Codings(ctx, x.f)); !reflect.DeepEqual(got, x.want) {
			t.Errorf("codings, %s:\ngot  %v\nwant %v", x.name, got, x.want)
		}
	}
	for range r.Codings(ctx, coding.CodingFilter{}) {
		break // leaving early must not hold anything up
	}
	s.done(s.ann, "mark", coding.Add(s.mark(s.ann, in.ID, 1)), coding.Add(s.mark(s.ann, in.ID, 3)))
	s.done(s.ben, "mark", coding.Add(s.mark(s.ben, in.ID, 1)))
	for _, x := range []struct {
		f    coding.DoneFilter
		want int
	}{
		{coding.DoneFilter{}, 3},
		{coding.DoneFilter{Round: in.ID, Coder: s.ann.ID}, 2},
		{coding.DoneFilter{Sources: []coding.SourceID{s.sources[1].ID}}, 2},
		{coding.DoneFilter{Sources: []coding.SourceID{}}, 0},
		{coding.DoneFilter{Round: "none"}, 0},
	} {
		if got := gather(t, r.Done(ctx, x.f)); len(got) != x.want {
			t.Errorf("done marks %+v: got %v, want %d", x.f, got, x.want)
		}
	}
}

func (s *study) filterMemos() {
	t, r, ctx := s.t, s.as(s.sue), s.t.Context()
	onCode := s.memo(s.ann, "", coding.AboutCode, string(s.code.ID), "on the code")
	onText := s.memo(s.ann, "", coding.AboutExcerpt, "", "on the text")
	onText.Excerpt = s.coding(s.ann, "", 2, 0, 3).Excerpt
	onAll := s.memo(s.ann, "", coding.AboutProject, "", "on all")
	s.done(s.ann, "write", coding.Add(onCode), coding.Add(onText), coding.Add(onAll))
	for _, x := range []struct {
		name string
		f    coding.MemoFilter
		want []coding.Memo
	}{
		{"all, as they were written", coding.MemoFilter{}, []coding.Memo{onCode, onText, onAll}},
		{"by kind", coding.MemoFilter{Kind: coding.AboutProject}, []coding.Memo{onAll}},
		{"by what they are about", coding.MemoFilter{Kind: coding.AboutCode, About: string(s.code.ID)}, []coding.Memo{onCode}},
		{"by several that they may be about", coding.MemoFilter{Abouts: []string{"nothing", string(s.code.ID)}}, []coding.Memo{onCode}},
		{"about none of none", coding.MemoFilter{Abouts: []string{}}, nil},
		{"by the source of the excerpt", coding.MemoFilter{Sources: []coding.SourceID{s.sources[2].ID}}, []coding.Memo{onText}},
		{"by no source", coding.MemoFilter{Sources: []coding.SourceID{}}, nil},
	} {
		got, err := r.Memos(ctx, x.f)
		if err != nil || !reflect.DeepEqual(got, x.want) {
			t.Errorf("memos, %s: got %v, %v, want %v", x.name, got, err, x.want)
		}
	}
}

func testCounts(t *testing.T, open Open) {
	s := newStudy(t, open)
	in := s.round("Round 1", false)
	s.done(s.sue, "open", coding.Add(in))
	one := s.coding(s.ann, "", 0, 0, 6)
	again := s.coding(s.ann, in.ID, 0, 0, 6) // the same excerpt, in a round
	s.done(s.ann, "code", coding.Add(one), coding.Add(again), coding.Add(s.coding(s.ann, "", 3, 0, 4)))
	s.done(s.ben, "code", coding.Add(s.coding(s.ben, "", 0, 0, 6)))
	got, err := s.as(s.ann).Counts(t.Context(), coding.CodingFilter{})
	ok(t, err)
	want := map[coding.CodeID]coding.Count{s.code.ID: {Excerpts: 3, Sources: 2, Cases: 2}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	got, err = s.as(s.ann).Counts(t.Context(), coding.CodingFilter{Coders: []coding.CoderID{s.ben.ID}})
	ok(t, err)
	if want := (coding.Count{Excerpts: 1, Sources: 1, Cases: 1}); got[s.code.ID] != want {
		t.Errorf("of Ben: got %v, want %v", got, want)
	}
}
