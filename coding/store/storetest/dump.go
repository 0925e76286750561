package storetest

import (
	"context"
	"encoding/json"
	"iter"

	"concord/coding"
)

// everything is what a person can read of a project, apart from its history.
type everything struct {
	Project    coding.Project
	Coders     []coding.Coder
	Attributes []coding.Attribute
	Codes      []coding.Code
	Versions   []coding.Version
	Searches   []coding.Search
	Cases      []coding.Case
	Sources    []coding.Source
	Texts      []coding.Text
	Rounds     []coding.Round
	Assigned   map[coding.RoundID][]coding.SourceID
	Done       []coding.Done
	Codings    []coding.Coding
	Counts     map[coding.CodeID]coding.Count
	Memos      []coding.Memo
	Decisions  map[coding.RoundID][]coding.Decision
}

// history is what a person can read of a project's history.
type history struct {
	Events  []coding.Event
	Entries []coding.Entry
}

// dump is all that a person can read of the state, as text.
func (s *study) dump(viewer coding.CoderID) string {
	s.t.Helper()
	return asText(s.t, readAll(s.t, s.db.As(viewer)))
}

// dumpHistory is all that a person can read of the history, as text.
func (s *study) dumpHistory(viewer coding.CoderID) string {
	s.t.Helper()
	r := s.db.As(viewer)
	entries, err := r.Entries(context.Background(), coding.EntryFilter{})
	ok(s.t, err)
	return asText(s.t, history{Events: gather(s.t, r.Events(context.Background(), 0)), Entries: entries})
}

func readAll(t fataler, r coding.Reader) everything {
	t.Helper()
	ctx := context.Background()
	all := everything{
		Assigned:  map[coding.RoundID][]coding.SourceID{},
		Decisions: map[coding.RoundID][]coding.Decision{},
		Cases:     gather(t, r.Cases(ctx)),
		Sources:   gather(t, r.Sources(ctx, coding.SourceFilter{})),
		Texts:     gather(t, r.Texts(ctx, coding.SourceFilter{})),
		Done:      gather(t, r.Done(ctx, coding.DoneFilter{})),
		Codings:   gather(t, r.Codings(ctx, coding.CodingFilter{})),
	}
	var err error
	all.Project, err = r.Project(ctx)
	ok(t, err)
	all.Coders, err = r.Coders(ctx)
	ok(t, err)
	all.Attributes, err = r.Attributes(ctx)
	ok(t, err)
	all.Codes, err = r.Codes(ctx)
	ok(t, err)
	all.Versions, err = r.Versions(ctx)
	ok(t, err)
	all.Searches, err = r.Searches(ctx)
	ok(t, err)
	all.Rounds, err = r.Rounds(ctx)
	ok(t, err)
	for _, round := range all.Rounds {
		all.Assigned[round.ID], err = r.RoundSources(ctx, round.ID)
		ok(t, err)
		all.Decisions[round.ID], err = r.Decisions(ctx, round.ID)
		ok(t, err)
	}
	all.Decisions[""], err = r.Decisions(ctx, "")
	ok(t, err)
	all.Counts, err = r.Counts(ctx, coding.CodingFilter{})
	ok(t, err)
	all.Memos, err = r.Memos(ctx, coding.MemoFilter{})
	ok(t, err)
	return all
}

// fataler is the part of a test, or of a property, that is needed here.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

func ok(t fataler, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("unexpected error: %v", err)
	}
}

func gather[T any](t fataler, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var all []T
	for one, err := range seq {
		ok(t, err)
		all = append(all, one)
	}
	return all
}

func asText(t fataler, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	ok(t, err)
	return string(text)
}
