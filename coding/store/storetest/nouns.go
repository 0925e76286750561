package storetest

import (
	"encoding/json"
	"reflect"
	"testing"

	"concord/coding"
)

// testNouns walks every kind of change: it is applied, logged, read back from
// the log as it was, undone, done again; a stale one is refused.
func testNouns(t *testing.T, open Open) {
	t.Run("project", func(t *testing.T) {
		s := newStudy(t, open)
		p := readAll(t, s.as(s.sue)).Project
		renamed := p
		renamed.Name = "Better"
		s.walk(s.sue, coding.Alter(p, renamed))
		s.refused(coding.ErrConflict, s.sue, "alter what is no longer so", coding.Alter(p, renamed))
		s.refused(coding.ErrInvalid, s.sue, "remove the project", coding.Remove(renamed))
		p.ID = coding.NewID[coding.ProjectID](s.mint)
		s.refused(coding.ErrConflict, s.sue, "a second project", coding.Add(p))
	})
	t.Run("coder", func(t *testing.T) {
		s := newStudy(t, open)
		walkNoun(s, s.sue, coding.Coder{ID: coding.NewID[coding.CoderID](s.mint), Name: "Cid"},
			func(c *coding.Coder) { c.Color = "#123456" })
	})
	t.Run("attribute", func(t *testing.T) {
		s := newStudy(t, open)
		a := coding.Attribute{
			ID: coding.NewID[coding.AttributeID](s.mint), Name: "Support", Level: coding.Scaled,
			Levels: []string{"no", "yes"}, Agreeing: []string{"yes"},
		}
		walkNoun(s, s.ann, a, func(a *coding.Attribute) { a.Level = coding.Nominal })
	})
	t.Run("case", func(t *testing.T) {
		s := newStudy(t, open)
		walkNoun(s, s.ann, coding.Case{ID: coding.NewID[coding.CaseID](s.mint), Name: "R9"},
			func(c *coding.Case) { c.Values = coding.Values{s.cohort.ID: "Y5"} })
	})
	t.Run("source", func(t *testing.T) {
		s := newStudy(t, open)
		// Its text is in the project already, under another source.
		source := coding.NewSource(coding.NewID[coding.SourceID](s.mint), "S9", coding.Comment, s.texts[2])
		walkNoun(s, s.ann, source, func(x *coding.Source) {
			x.Cases = []coding.CaseID{s.cases[2].ID, s.cases[0].ID}
			x.Values = coding.Values{s.cohort.ID: "Y1"}
		})
	})
	t.Run("code", func(t *testing.T) {
		s := newStudy(t, open)
		code := coding.Code{
			ID: coding.NewID[coding.CodeID](s.mint), Name: "New", Color: "#abcdef", Definition: "<new> & \"old\"",
			Examples: []coding.Example{{Excerpt: s.coding(s.ann, "", 0, 2, 9).Excerpt}},
		}
		walkNoun(s, s.ann, code, func(c *coding.Code) { c.Parent, c.Retired = s.theme.ID, true })
	})
	t.Run("version", func(t *testing.T) {
		s := newStudy(t, open)
		walkNoun(s, s.ann, coding.Version{ID: coding.NewID[coding.VersionID](s.mint), Number: 1, At: s.mint.Now(), Seq: 6},
			func(v *coding.Version) { v.Note = "opened Round 1" })
	})
	t.Run("round", func(t *testing.T) {
		s := newStudy(t, open)
		walkNoun(s, s.sue, s.round("Round 1", true), func(r *coding.Round) { r.Closed, r.ClosedAt = true, s.mint.Now() })
	})
	t.Run("round of some sources", func(t *testing.T) {
		s := newStudy(t, open)
		r := s.round("Round 1", false)
		r.All, r.Sources = false, []coding.SourceID{s.sources[2].ID, s.sources[0].ID}
		r.Sample = coding.Sample{Size: 2, Of: 4, Seed: 7}
		walkNoun(s, s.sue, r, func(r *coding.Round) { r.Threshold = 0.8 })
	})
	t.Run("coding", func(t *testing.T) {
		s := newStudy(t, open)
		walkNoun(s, s.ann, s.coding(s.ann, "", 1, 0, 11), func(c *coding.Coding) { c.End, c.Unsure, c.Code = 13, true, s.other.ID })
	})
	t.Run("done", func(t *testing.T) {
		s := newStudy(t, open)
		r := s.round("Round 1", true)
		s.done(s.sue, "open", coding.Add(r))
		walkNoun(s, s.ann, s.mark(s.ann, r.ID, 0), func(d *coding.Done) { d.Codes = []coding.CodeID{s.code.ID, s.other.ID} })
	})
	t.Run("memo", func(t *testing.T) {
		s := newStudy(t, open)
		m := s.memo(s.ann, "", coding.AboutExcerpt, "", "odd")
		m.Excerpt = s.coding(s.ann, "", 0, 0, 4).Excerpt
		walkNoun(s, s.ann, m, func(m *coding.Memo) { m.Title, m.Text = "First", "not so odd" })
	})
	t.Run("decision", func(t *testing.T) {
		s := newStudy(t, open)
		a, b := s.coding(s.ann, "", 0, 0, 4), s.coding(s.ben, "", 0, 2, 9)
		s.done(s.sue, "import", coding.Add(a), coding.Add(b))
		walkNoun(s, s.sue, s.decision(s.sue, coding.KeepOne, a, b), func(d *coding.Decision) { d.ReasonKind = coding.Slip })
	})
	t.Run("search", func(t *testing.T) {
		s := newStudy(t, open)
		q := coding.Search{ID: coding.NewID[coding.SearchID](s.mint), Name: "Safe", Query: "safe*", By: s.ann.ID}
		walkNoun(s, s.ann, q, func(q *coding.Search) { q.Query = `"not safe"` })
	})
}

// walkNoun adds a noun, changes it, takes it out, and tries what must not work.
func walkNoun[T coding.Noun](s *study, by coding.Coder, noun T, change func(*T)) {
	s.t.Helper()
	s.refused(coding.ErrNotFound, by, "remove what isn't there", coding.Remove(noun))
	s.walk(by, coding.Add(noun))
	s.refused(coding.ErrConflict, by, "add what is there", coding.Add(noun))
	changed := noun
	change(&changed)
	s.walk(by, coding.Alter(noun, changed))
	s.refused(coding.ErrConflict, by, "alter what is no longer so", coding.Alter(noun, changed))
	s.refused(coding.ErrConflict, by, "remove what is no longer so", coding.Remove(noun))
	s.walk(by, coding.Remove(changed))
	s.refused(coding.ErrConflict, by, "remove what is gone", coding.Remove(changed))
	s.sound()
}

// walk makes a change, takes it back, and makes it again.
func (s *study) walk(by coding.Coder, change coding.Change) {
	s.t.Helper()
	if twice := change.Inverse().Inverse(); !reflect.DeepEqual(twice, change) {
		s.t.Errorf("the inverse of the inverse is %+v, not %+v", twice, change)
	}
	payload, err := json.Marshal(change)
	ok(s.t, err)
	back, err := coding.DecodeChange(change.Kind(), payload)
	ok(s.t, err)
	if asText(s.t, back) != string(payload) {
		s.t.Errorf("from the log it comes back as %+v, not %+v", back, change)
	}

	before := s.dump(s.sue.ID)
	events := s.done(by, "walk", change)
	after := s.dump(s.sue.ID)
	if before == after {
		s.t.Errorf("%s %s changed nothing", change.Kind(), payload)
	}
	undo := s.undone(events)
	if now := s.dump(s.sue.ID); now != before {
		s.t.Errorf("%s: undone, the project isn't what it was\nwas %s\nis  %s", change.Kind(), before, now)
	}
	s.undone(undo)
	if now := s.dump(s.sue.ID); now != after {
		s.t.Errorf("%s: done again, the project isn't what it was\nwas %s\nis  %s", change.Kind(), after, now)
	}
}

// sound checks that the state is what the log makes.
func (s *study) sound() {
	s.t.Helper()
	problems, err := s.db.Check(s.t.Context())
	ok(s.t, err)
	for _, p := range problems {
		s.t.Errorf("%s: %s", p.Where, p.What)
	}
}
