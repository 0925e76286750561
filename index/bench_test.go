package index_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"concord/coding"
	"concord/index"
	"concord/index/query"
)

// comments is how many the benchmarks search.
const comments = 100_000

// sentences are those of the comments in the folder that CONCORD_SHARED names,
// or beside the repository; where that isn't there, made-up ones with words as
// frequent and rare as in a language.
func sentences(b *testing.B) []string {
	b.Helper()
	shared := os.Getenv("CONCORD_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(shared, "data", "sight-comments.csv"))
	if err != nil {
		b.Logf("no comments to recombine (%v): words are made up", err)
		return inventedSentences()
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	column := slices.Index(rows[0], "comment")
	ends := regexp.MustCompile(`[.!?]\s+|\n+`)
	var all []string
	for _, row := range rows[1:] {
		for _, s := range ends.Split(row[column], -1) {
			if s = strings.TrimSpace(s); len(s) >= 2 && len(s) <= 400 {
				all = append(all, s+".")
			}
		}
	}
	return all
}

func inventedSentences() []string {
	random := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(random, 1.1, 3, 20_000)
	all := make([]string, 20_000)
	for i := range all {
		words := make([]string, 3+random.IntN(20))
		for j := range words {
			n := zipf.Uint64()
			words[j] = []string{"the", "of", "thank", "you", "determinant", "matrix"}[min(5, n)]
			if n >= 5 {
				words[j] = fmt.Sprintf("%c%s", 'a'+n%26, strings.Repeat("xo", int(n%5))) + fmt.Sprint(n)
			}
		}
		all[i] = strings.Join(words, " ") + "."
	}
	return all
}

// corpus is a project of many comments in few cohorts.
func corpus(b *testing.B) *study {
	b.Helper()
	random := rand.New(rand.NewPCG(1, 1))
	pieces := sentences(b)
	s := newStudy(b)
	changes := []coding.Change{coding.Add(coding.Attribute{ID: "cohort", Name: "cohort", Level: coding.Nominal})}
	var texts []string
	for len(texts) < comments {
		var sources []coding.Source
		for range 500 {
			parts := make([]string, min(12, 1+int(random.ExpFloat64()/0.45)))
			for i := range parts {
				parts[i] = pieces[random.IntN(len(pieces))]
			}
			text := strings.Join(parts, " ")
			texts = append(texts, text)
			source := coding.NewSource(coding.NewID[coding.SourceID](s.mint), fmt.Sprintf("R%d", len(texts)), coding.Comment, text)
			source.Values = coding.Values{"cohort": fmt.Sprintf("Y%d", 1+random.IntN(5))}
			sources = append(sources, source)
			s.ids[source.Name] = source.ID
		}
		changes = append(changes, coding.Add(sources...))
	}
	s.do(texts, changes...)
	return s
}

// settled waits until bleve has merged what an open index was left with: its
// files stay the same for a second. Searches meanwhile share the processor with it.
func settled(b *testing.B, dir string) {
	b.Helper()
	list := func() (names []string) {
		err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
			names = append(names, path)
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
		return names
	}
	for before := []string(nil); ; {
		now := list()
		if slices.Equal(now, before) {
			return
		}
		before = now
		time.Sleep(time.Second)
	}
}

func BenchmarkIndex(b *testing.B) {
	s := corpus(b)
	dir := b.TempDir()
	x := s.index(dir)
	if err := x.Close(); err != nil {
		b.Fatal(err)
	}

	b.Run("build", func(b *testing.B) {
		for b.Loop() {
			x, err := index.Open(b.Context(), s, index.Options{Dir: b.TempDir()})
			if err != nil {
				b.Fatal(err)
			}
			x.Close()
		}
	})
	b.Run("build in memory", func(b *testing.B) {
		for b.Loop() {
			s.index("").Close()
		}
	})
	b.Run("open, search, close", func(b *testing.B) {
		for b.Loop() {
			x := s.index(dir)
			s.search(x, s, "understanding", index.Page{Limit: 50, Order: index.BestFirst})
			x.Close()
		}
	})

	x = s.index(dir)
	settled(b, dir)
	best := index.Page{Limit: 50, Order: index.BestFirst}
	for _, search := range []struct {
		name, query string
		page        index.Page
	}{
		{"word, best 50", "determinant", best},
		{"quoted word, best 50", `"determinant"`, best},
		{"family, best 50", "understanding", best},
		{"common word, best 50", "the", best},
		{"common word, first 50", "the", index.Page{Limit: 50}},
		{"rare word, all places", "eigenvalue", index.Page{}},
		{"common word, all places", "the", index.Page{}},
		{"common word, count", "the", index.Page{CountOnly: true}},
		{"phrase thank you, best 50", `"thank you"`, best},
		{"phrase thank you, all places", `"thank you"`, index.Page{}},
		{"phrase of the, all places", `"of the"`, index.Page{}},
		{"phrase not useful, all places", `"not useful"`, index.Page{}},
		{"prefix, all places", "integr*", index.Page{}},
		{"nearly, all places", "matirx~", index.Page{}},
		{"not, all places", "matrix NOT determinant", index.Page{}},
		{"or, best 50", "afraid OR fear OR scared", best},
		{"attribute and word, best 50", "cohort:Y3 eigenvalue", best},
		{"attribute, again", "cohort:Y3", best},
	} {
		q, err := query.Parse(search.query)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(search.name, func(b *testing.B) {
			b.ReportAllocs()
			var hits index.Hits
			for b.Loop() {
				if hits, err = x.Search(b.Context(), s, q, search.page); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(hits.Sources), "sources")
			b.ReportMetric(float64(hits.Places), "places")
		})
	}
	hits := s.search(x, s, "the", best)
	b.Run("concordance of 50", func(b *testing.B) {
		for b.Loop() {
			for _, err := range index.Concordance(b.Context(), s, hits.List, index.Context{Characters: 40}) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("follow one comment", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			s.comments("one more")
			b.StartTimer()
			if err := x.Follow(b.Context(), s, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}
