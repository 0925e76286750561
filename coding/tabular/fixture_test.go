package tabular_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/progress"
	"concord/coding/store/sqlite"
	"concord/coding/tabular"
)

// newProject makes an empty project that AN works on.
func newProject(t testing.TB) (coding.Store, *coding.Mint) {
	t.Helper()
	now := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	mint := coding.NewMint(func() time.Time { now = now.Add(time.Millisecond); return now }, rand.NewChaCha8([32]byte{7}))
	an := coding.NewCoder(mint, "AN", false, 0)
	db, err := sqlite.Create(t.Context(), filepath.Join(t.TempDir(), "p.concord"), sqlite.Options{Mint: mint, NoBackup: true},
		coding.Project{Name: "Test", Stance: coding.StanceCodebook}, an)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db.As(an.ID), mint
}

// bring imports a table with its plan corrected, and makes the step.
func bring(t testing.TB, s coding.Store, m *coding.Mint, table *tabular.Table, correct ...func(*tabular.Plan) error) (tabular.Outcome, error) {
	t.Helper()
	plan, err := table.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range correct {
		if err := c(&plan); err != nil {
			return tabular.Outcome{}, err
		}
	}
	step, outcome, err := table.Import(t.Context(), s, m, plan, &progress.Counter{})
	if err != nil {
		return outcome, err
	}
	if outcome.New() && len(step.Changes) == 0 {
		t.Fatalf("the outcome %+v comes from no change", outcome)
	}
	if len(step.Changes) > 0 {
		if _, err := s.Do(t.Context(), step); err != nil {
			t.Fatal(err)
		}
	}
	return outcome, nil
}

func where(table *tabular.Table, rules ...string) func(*tabular.Plan) error {
	return func(p *tabular.Plan) error {
		for _, r := range rules {
			if err := p.Where(table, r); err != nil {
				return err
			}
		}
		return nil
	}
}

// told is an outcome in words and as JSON.
func told(t *testing.T, o tabular.Outcome) string {
	t.Helper()
	body, err := json.MarshalIndent(o, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s\n%s\n", o, body)
}

// dump is what the project holds, a line a noun, without identities.
func dump(t testing.TB, r coding.Reader) string {
	t.Helper()
	ctx := t.Context()
	var b strings.Builder
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	attributes, err := r.Attributes(ctx)
	check(err)
	named := map[coding.AttributeID]string{}
	for _, a := range attributes {
		named[a.ID] = a.Name
		fmt.Fprintf(&b, "attribute %s: %s %s; %s\n", a.Name, a.Level, strings.Join(a.Levels, " < "), strings.Join(a.Agreeing, ", "))
	}
	values := func(v coding.Values) string {
		var parts []string
		for id, x := range v {
			parts = append(parts, named[id]+"="+x)
		}
		slices.Sort(parts)
		return strings.Join(parts, ", ")
	}
	respondents := map[coding.CaseID]string{}
	for c, err := range r.Cases(ctx) {
		check(err)
		respondents[c.ID] = c.Name
		fmt.Fprintf(&b, "case %s: %s\n", c.Name, values(c.Values))
	}
	texts := map[coding.SourceID]string{}
	for x, err := range r.Texts(ctx, coding.SourceFilter{}) {
		check(err)
		texts[x.Source] = x.Body
	}
	sources := map[coding.SourceID]string{}
	for s, err := range r.Sources(ctx, coding.SourceFilter{}) {
		check(err)
		sources[s.ID] = s.Name
		fmt.Fprintf(&b, "source %s of %s to %q: %q %s\n", s.Name, respondents[s.Cases[0]], s.Question, texts[s.ID], values(s.Values))
	}
	codes, err := r.Codes(ctx)
	check(err)
	book := coding.NewCodebook(codes)
	coders, err := r.Coders(ctx)
	check(err)
	people := map[coding.CoderID]string{}
	for _, c := range coders {
		people[c.ID] = c.Name
	}
	rounds, err := r.Rounds(ctx)
	check(err)
	for _, round := range rounds {
		in, err := r.RoundSources(ctx, round.ID)
		check(err)
		fmt.Fprintf(&b, "round %s: %d coders, %d sources, closed %v, blind %v\n", round.Name, len(round.Coders), len(in), round.Closed, round.Blind)
		for c, err := range r.Codings(ctx, coding.CodingFilter{Rounds: []coding.RoundID{round.ID}}) {
			check(err)
			fmt.Fprintf(&b, "\t%s %s %d–%d %s\n", people[c.Coder], sources[c.Source], c.Start, c.End, book.Path(c.Code))
		}
		for d, err := range r.Done(ctx, coding.DoneFilter{Round: round.ID}) {
			check(err)
			var of []string
			for _, c := range d.Codes {
				of = append(of, book.Path(c))
			}
			fmt.Fprintf(&b, "\t%s done %s %s\n", people[d.Coder], sources[d.Source], strings.Join(of, ", "))
		}
	}
	return b.String()
}

// readAll reads a table's rows, of which there must be so many.
func readAll(b *testing.B, table *tabular.Table, want int) {
	b.Helper()
	n := 0
	for _, err := range table.Rows(b.Context()) {
		if err != nil {
			b.Fatal(err)
		}
		n++
	}
	if n != want {
		b.Fatalf("%d rows, want %d", n, want)
	}
}
