package sqlite_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/store"
)

const (
	comments  = 100_000
	perChange = 500
	coders    = 3
	codes     = 12
)

// survey is the step of a large import: a case and a comment a row.
func survey(mint *coding.Mint, cohort coding.Attribute) coding.Step {
	step := coding.Step{By: "sue", Label: "import", Changes: []coding.Change{coding.Add(cohort)}}
	for i := 0; i < comments; i += perChange {
		var cases coding.Edit[coding.Case]
		var sources coding.Edit[coding.Source]
		for j := i; j < i+perChange; j++ {
			c := coding.Case{
				ID: coding.NewID[coding.CaseID](mint), Name: fmt.Sprintf("R%07d", j),
				Values: coding.Values{cohort.ID: fmt.Sprintf("Y%d", j%5)},
			}
			text := strings.Repeat("The group helped me to speak. ", 1+j%11) + c.Name
			s := coding.NewSource(coding.NewID[coding.SourceID](mint), c.Name+" · What did you take from it?", coding.Comment, text)
			s.Question, s.Cases = "What did you take from it?", []coding.CaseID{c.ID}
			cases.Now, sources.Now = append(cases.Now, c), append(sources.Now, s)
			step.Texts = append(step.Texts, text)
		}
		step.Changes = append(step.Changes, cases, sources)
	}
	return step
}

func newCohort() coding.Attribute {
	return coding.Attribute{ID: "cohort", Name: "Cohort", Level: coding.Nominal}
}

// large makes a project of many comments, and the codings of three coders in a round.
func large(b *testing.B) string {
	ctx := context.Background()
	path := create(b)
	db := open(b, path, options())
	_, err := db.As("sue").Do(ctx, survey(db.Mint(), newCohort()))
	must(b, err)
	step := coding.Step{By: "sue", Label: "codes"}
	var people []coding.CoderID
	for i := range coders {
		id := coding.CoderID(fmt.Sprintf("coder%d", i))
		people = append(people, id)
		step.Changes = append(step.Changes, coding.Add(coding.Coder{ID: id, Name: string(id)}))
	}
	for i := range codes {
		step.Changes = append(step.Changes, coding.Add(coding.Code{ID: coding.CodeID(fmt.Sprintf("code%d", i)), Name: fmt.Sprintf("Code %d", i)}))
	}
	round := coding.Round{ID: "round", Name: "Round 1", Coders: people, All: true, Closed: true}
	step.Changes = append(step.Changes, coding.Add(round))
	n := 0
	for s, err := range db.As("sue").Sources(ctx, coding.SourceFilter{}) {
		must(b, err)
		for _, coder := range people {
			step.Changes = append(step.Changes, coding.Add(coding.Done{
				ID: coding.NewID[coding.DoneID](db.Mint()), Round: round.ID, Source: s.ID, Coder: coder,
			}))
			for k := range 1 + n%5/4 {
				step.Changes = append(step.Changes, coding.Add(coding.Coding{
					ID: coding.NewID[coding.CodingID](db.Mint()), Coder: coder, Round: round.ID,
					Code:    coding.CodeID(fmt.Sprintf("code%d", (n+k)%codes)),
					Excerpt: coding.Excerpt{Source: s.ID, Span: coding.Span{Start: k, End: 10}},
				}))
			}
			n++
		}
	}
	_, err = db.As("sue").Do(ctx, gathered(step))
	must(b, err)
	shut(b, db)
	return path
}

// gathered puts what is added one by one into changes of many.
func gathered(step coding.Step) coding.Step {
	var rest []coding.Change
	dones, codings := map[coding.CoderID][]coding.Done{}, map[coding.CoderID][]coding.Coding{}
	for _, change := range step.Changes {
		switch e := change.(type) {
		case coding.Edit[coding.Done]:
			dones[e.Now[0].Coder] = append(dones[e.Now[0].Coder], e.Now...)
		case coding.Edit[coding.Coding]:
			codings[e.Now[0].Coder] = append(codings[e.Now[0].Coder], e.Now...)
		default:
			rest = append(rest, change)
		}
	}
	for coder := range dones {
		rest = append(rest, coding.Add(dones[coder]...), coding.Add(codings[coder]...))
	}
	step.Changes = rest
	return step
}

func BenchmarkImport(b *testing.B) {
	for range b.N {
		b.StopTimer()
		db := open(b, create(b), options())
		step := survey(db.Mint(), newCohort())
		b.StartTimer()
		_, err := db.As("sue").Do(context.Background(), step)
		must(b, err)
		shut(b, db)
	}
}

func BenchmarkLarge(b *testing.B) {
	ctx := context.Background()
	path := large(b)
	b.Run("Open", func(b *testing.B) {
		for range b.N {
			db := open(b, path, options())
			firstScreen(b, db.As("sue"))
			shut(b, db)
		}
	})
	db := open(b, path, options())
	read := db.As("sue")
	b.Run("Codings", func(b *testing.B) {
		for range b.N {
			n := 0
			for _, err := range read.Codings(ctx, coding.CodingFilter{Rounds: []coding.RoundID{"round"}}) {
				must(b, err)
				n++
			}
			b.ReportMetric(float64(n), "codings")
		}
	})
	b.Run("Done", func(b *testing.B) {
		for range b.N {
			n := 0
			for _, err := range read.Done(ctx, coding.DoneFilter{Round: "round"}) {
				must(b, err)
				n++
			}
			b.ReportMetric(float64(n), "marks")
		}
	})
	b.Run("Counts", func(b *testing.B) {
		for range b.N {
			_, err := read.Counts(ctx, coding.CodingFilter{})
			must(b, err)
		}
	})
	b.Run("Page", func(b *testing.B) {
		var ids []coding.SourceID
		for s, err := range read.Sources(ctx, coding.SourceFilter{}) {
			must(b, err)
			if ids = append(ids, s.ID); len(ids) == 50 {
				break
			}
		}
		b.ResetTimer()
		for range b.N {
			for _, err := range read.Codings(ctx, coding.CodingFilter{Sources: ids}) {
				must(b, err)
			}
		}
	})
	b.Run("Sources", func(b *testing.B) {
		for range b.N {
			for _, err := range read.Sources(ctx, coding.SourceFilter{}) {
				must(b, err)
			}
		}
	})
	b.Run("Texts", func(b *testing.B) {
		for range b.N {
			for _, err := range read.Texts(ctx, coding.SourceFilter{}) {
				must(b, err)
			}
		}
	})
	b.Run("Code", func(b *testing.B) { benchmarkCode(b, db) })
	b.Run("Check", func(b *testing.B) {
		for range b.N {
			sound(b, db)
		}
	})
}

// firstScreen reads what the first screen shows.
func firstScreen(b *testing.B, read coding.Reader) {
	ctx := context.Background()
	_, err := read.Project(ctx)
	must(b, err)
	_, err = read.Coders(ctx)
	must(b, err)
	_, err = read.Codes(ctx)
	must(b, err)
	_, err = read.Rounds(ctx)
	must(b, err)
	_, err = read.Entries(ctx, coding.EntryFilter{Limit: 10})
	must(b, err)
	n := 0
	for _, err := range read.Texts(ctx, coding.SourceFilter{}) {
		must(b, err)
		if n++; n == 50 {
			break
		}
	}
}

// benchmarkCode is one gesture: a code given to a passage or taken away, on disk.
// A disk that others use as well makes some of them slow, so it reports the median.
func benchmarkCode(b *testing.B, db *store.DB) {
	ctx := context.Background()
	var source coding.Source
	for s, err := range db.As("sue").Sources(ctx, coding.SourceFilter{}) {
		must(b, err)
		source = s
	}
	var took []time.Duration
	do := func(change coding.Change) {
		begun := time.Now()
		_, err := db.As("sue").Do(ctx, coding.Step{By: "sue", Label: "code", Changes: []coding.Change{change}})
		must(b, err)
		took = append(took, time.Since(begun))
	}
	b.ResetTimer()
	for i := range b.N {
		c := coding.Coding{
			ID: coding.NewID[coding.CodingID](db.Mint()), Code: "code1", Coder: "sue", At: db.Mint().Now(),
			Excerpt: coding.Excerpt{Source: source.ID, Span: coding.Span{Start: 0, End: 1 + i%2}},
		}
		do(coding.Add(c))
		do(coding.Remove(c))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
}
