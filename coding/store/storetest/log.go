package storetest

import (
	"reflect"
	"testing"

	"concord/coding"
)

func testLog(t *testing.T, open Open) {
	s := newStudy(t, open)
	ctx := t.Context()
	r := s.as(s.out)
	before, err := r.Seq(ctx)
	ok(t, err)
	c := s.coding(s.ann, "", 0, 0, 6)
	did := s.done(s.ann, `code "Trust"`, coding.Add(c), coding.Add(s.memo(s.ann, "", coding.AboutProject, "", "so")))
	s.done(s.ben, "code", coding.Add(s.coding(s.ben, "", 0, 0, 6)))

	events := gather(t, r.Events(ctx, before))
	if len(events) != 3 || !reflect.DeepEqual(events[:2], did) {
		t.Errorf("events after %d:\ngot  %+v\nwant %+v and one", before, events, did)
	}
	for i, e := range gather(t, r.Events(ctx, 0)) {
		if e.Seq != coding.Seq(i+1) {
			t.Errorf("event %d has number %d", i+1, e.Seq)
		}
	}
	if e := did[0]; e.By != s.ann.ID || e.Label != `code "Trust"` || e.At.IsZero() || e.Step != did[1].Step {
		t.Errorf("got %+v", e)
	}
	last, err := r.Seq(ctx)
	if ok(t, err); last != before+3 {
		t.Errorf("the last event is %d, want %d", last, before+3)
	}
	for _, x := range []struct {
		name   string
		f      coding.EntryFilter
		labels []string
	}{
		{"all, the newest first", coding.EntryFilter{}, []string{"code", `code "Trust"`, "import survey", `create project "Study"`}},
		{"of one person", coding.EntryFilter{By: s.ann.ID}, []string{`code "Trust"`}},
		{"before an event", coding.EntryFilter{Before: did[0].Seq}, []string{"import survey", `create project "Study"`}},
		{"so many", coding.EntryFilter{Limit: 1}, []string{"code"}},
	} {
		entries, err := r.Entries(ctx, x.f)
		ok(t, err)
		var labels []string
		for _, e := range entries {
			labels = append(labels, e.Label)
		}
		if !reflect.DeepEqual(labels, x.labels) {
			t.Errorf("entries, %s: got %q, want %q", x.name, labels, x.labels)
		}
	}
	entries, err := r.Entries(ctx, coding.EntryFilter{By: s.ann.ID})
	ok(t, err)
	want := coding.Entry{
		Step: did[0].Step, First: did[0].Seq, Last: did[1].Seq, At: did[0].At, By: s.ann.ID, Label: did[0].Label,
	}
	if entries[0] != want {
		t.Errorf("got %+v, want %+v", entries[0], want)
	}
}
