package sample_test

import (
	"context"
	"math"
	"path/filepath"
	"testing"

	"concord/app/sample"
	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
	"concord/coding/report"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// built builds the sample study and opens it as its supervisor does.
func built(t *testing.T) (db *store.DB, lead coding.Reader) {
	t.Helper()
	path := filepath.Join(t.TempDir(), sample.File)
	if err := sample.Build(t.Context(), path, nil); err != nil {
		t.Fatal(err)
	}
	db, err := sqlite.Open(t.Context(), path, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	coders, err := db.As("").Coders(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	mira, err := coding.FindCoder(coders, "Mira Kessler")
	if err != nil {
		t.Fatal(err)
	}
	lead = db.As(mira.ID)
	return db, lead
}

// The sample study is what mission and window promise of it: who took part, what
// they answered, and how two coders differ.
func TestSampleStudyHasItsShape(t *testing.T) {
	ctx := context.Background()
	db, r := built(t)

	t.Run("58 respondents in sessions of 8 to 10", func(t *testing.T) {
		attributes, err := r.Attributes(ctx)
		if err != nil {
			t.Fatal(err)
		}
		session, err := coding.FindAttribute(attributes, "session")
		if err != nil {
			t.Fatal(err)
		}
		sizes := map[string]int{}
		for c, err := range r.Cases(ctx) {
			if err != nil {
				t.Fatal(err)
			}
			sizes[c.Values[session.ID]]++
		}
		total := 0
		for name, n := range sizes {
			total += n
			if n < 8 || n > 10 {
				t.Errorf("session %s has %d students", name, n)
			}
		}
		if total != 58 || len(sizes) != 6 {
			t.Errorf("%d students in %d sessions", total, len(sizes))
		}
	})

	t.Run("about 70 percent agree", func(t *testing.T) {
		items, err := report.ReadItems(ctx, r)
		if err != nil {
			t.Fatal(err)
		}
		if len(items) != 6 {
			t.Fatalf("there are %d scaled items", len(items))
		}
		if share := items[1].Share; share == nil || math.Abs(share.Percent-70) > 2 {
			t.Errorf("%s: %+v", items[1].Item, share)
		}
	})

	t.Run("two coders agree neither perfectly nor poorly, in every way", func(t *testing.T) {
		material, err := compare.Load(ctx, r, compare.Question{})
		if err != nil {
			t.Fatal(err)
		}
		answer, err := material.Agreement(ctx, compare.Request{Measures: []agreement.Measure{agreement.KrippendorffAlphaNominal}})
		if err != nil {
			t.Fatal(err)
		}
		if alpha, known := answer.Results[0].Value.Float64(); !known || alpha < 0.6 || alpha > 0.9 {
			t.Errorf("the mean alpha is %v", answer.Results[0].Value)
		}
		decisions, err := r.Decisions(ctx, material.Round.ID)
		if err != nil {
			t.Fatal(err)
		}
		kinds, decided := map[compare.Kind]int{}, 0
		for _, d := range material.Disagreements(decisions) {
			kinds[d.Kind]++
			if d.Decision != nil {
				decided++
			}
		}
		for _, k := range compare.Kinds() {
			if kinds[k] == 0 {
				t.Errorf("no disagreement is of kind %s: %v", k, kinds)
			}
		}
		if decided == 0 || decided != len(decisions) {
			t.Errorf("%d disagreements are decided, by %d decisions", decided, len(decisions))
		}
	})

	t.Run("state is the log replayed", func(t *testing.T) {
		problems, err := db.Check(ctx)
		if err != nil || len(problems) > 0 {
			t.Errorf("check finds %v, %v", problems, err)
		}
	})
}
