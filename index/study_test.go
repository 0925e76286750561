package index_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/store"
	"concord/coding/store/sqlite"
	"concord/index"
	"concord/index/query"
)

// ticking is a clock that goes on a second at each look, and randomness that is
// always the same.
type ticking struct{ n int64 }

func (c *ticking) now() time.Time {
	c.n++
	return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(c.n) * time.Second)
}

func (c *ticking) Read(p []byte) (int, error) {
	for i := range p {
		c.n = c.n*6364136223846793005 + 1442695040888963407
		p[i] = byte(c.n >> 56)
	}
	return len(p), nil
}

// study is a project on disk for a test, seen by its first coder, Ana.
type study struct {
	testing.TB
	path string
	db   *store.DB
	coding.Store
	mint *coding.Mint
	ana  coding.CoderID
	ids  map[string]coding.SourceID // by name
}

func newStudy(t testing.TB, coders ...string) *study {
	t.Helper()
	mint := coding.NewMint((&ticking{}).now, &ticking{n: 1})
	people := []coding.Coder{{Name: "Ana Novak"}}
	for _, name := range coders {
		people = append(people, coding.Coder{Name: name})
	}
	path := filepath.Join(t.TempDir(), "study.concord")
	db, err := sqlite.Create(t.Context(), path, sqlite.Options{Mint: mint, NoBackup: true}, coding.Project{Name: "Study"}, people...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	s := &study{TB: t, path: path, db: db, Store: db.As(""), mint: mint, ids: map[string]coding.SourceID{}}
	s.ana = s.coder("Ana Novak")
	s.Store = db.As(s.ana)
	return s
}

func (s *study) coder(name string) coding.CoderID {
	s.Helper()
	all, err := s.Coders(s.Context())
	if err != nil {
		s.Fatal(err)
	}
	for _, c := range all {
		if c.Name == name {
			return c.ID
		}
	}
	s.Fatalf("no coder %s", name)
	return ""
}

// do makes a step of Ana's.
func (s *study) do(texts []string, changes ...coding.Change) []coding.Event {
	s.Helper()
	events, err := s.Do(s.Context(), coding.Step{By: s.ana, Label: "test", Changes: changes, Texts: texts})
	if err != nil {
		s.Fatal(err)
	}
	return events
}

// comments adds comments named R1, R2 and so on.
func (s *study) comments(texts ...string) {
	s.Helper()
	var sources []coding.Source
	for _, text := range texts {
		source := coding.NewSource(coding.NewID[coding.SourceID](s.mint), fmt.Sprintf("R%d", len(s.ids)+1), coding.Comment, text)
		s.ids[source.Name] = source.ID
		sources = append(sources, source)
	}
	s.do(texts, coding.Add(sources...))
}

// source reads one back.
func (s *study) source(name string) coding.Source {
	s.Helper()
	for source, err := range s.Sources(s.Context(), coding.SourceFilter{IDs: []coding.SourceID{s.ids[name]}}) {
		if err != nil {
			s.Fatal(err)
		}
		return source
	}
	s.Fatalf("no source %s", name)
	return coding.Source{}
}

// index opens the project's index in a folder; in memory where that is empty.
func (s *study) index(dir string) *index.Index {
	s.Helper()
	x, err := index.Open(s.Context(), s, index.Options{Dir: dir})
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { x.Close() })
	return x
}

// search looks up a query as the reader may see it.
func (s *study) search(x *index.Index, r coding.Reader, text string, page index.Page) index.Hits {
	s.Helper()
	q, err := query.Parse(text)
	if err != nil {
		s.Fatal(err)
	}
	hits, err := x.Search(s.Context(), r, q, page)
	if err != nil {
		s.Fatalf("%s: %v", text, err)
	}
	return hits
}

// shown prints hits as "R1[word] R4[word|word]".
func (s *study) shown(hits []index.Hit) string {
	s.Helper()
	var parts []string
	for _, hit := range hits {
		name := string(hit.Source)
		for n, id := range s.ids {
			if id == hit.Source {
				name = n
			}
		}
		var words []string
		for text, err := range s.Texts(s.Context(), coding.SourceFilter{IDs: []coding.SourceID{hit.Source}}) {
			if err != nil {
				s.Fatal(err)
			}
			for _, span := range hit.Spans {
				words = append(words, coding.Slice(text.Body, span))
			}
		}
		if len(words) > 0 {
			name += "[" + strings.Join(words, "|") + "]"
		}
		parts = append(parts, name)
	}
	return strings.Join(parts, " ")
}

// expect checks what a query finds.
func (s *study) expect(x *index.Index, text, want string) {
	s.Helper()
	hits := s.search(x, s, text, index.Page{})
	if got := s.shown(hits.List); got != want {
		s.Errorf("%s\n got %s\nwant %s", text, got, want)
	}
	places := 0
	for _, hit := range hits.List {
		places += len(hit.Spans)
	}
	if hits.Sources != len(hits.List) || hits.Places != places {
		s.Errorf("%s: counted %d places in %d sources, listed %d in %d", text, hits.Places, hits.Sources, places, len(hits.List))
	}
	counted := s.search(x, s, text, index.Page{CountOnly: true})
	if counted.Sources != hits.Sources || counted.Places != hits.Places || counted.List != nil {
		s.Errorf("%s: counted alone %+v, with hits %d in %d", text, counted, hits.Places, hits.Sources)
	}
	s.expectPages(x, text, hits)
}

// expectPages checks that pages are the parts of the whole, in both orders.
func (s *study) expectPages(x *index.Index, text string, whole index.Hits) {
	s.Helper()
	for _, order := range []index.Order{index.InOrder, index.BestFirst} {
		all := s.search(x, s, text, index.Page{Order: order}).List
		var paged []index.Hit
		for offset := 0; offset == 0 || offset < whole.Sources; offset += 2 {
			page := s.search(x, s, text, index.Page{Order: order, Offset: offset, Limit: 2})
			if page.Sources != whole.Sources || page.Places != whole.Places {
				s.Errorf("%s: a page counts %d places in %d sources, the whole %d in %d",
					text, page.Places, page.Sources, whole.Places, whole.Sources)
			}
			paged = append(paged, page.List...)
		}
		if !slices.EqualFunc(all, paged, func(a, b index.Hit) bool {
			return a.Source == b.Source && slices.Equal(a.Spans, b.Spans) && a.Score == b.Score
		}) {
			s.Errorf("%s: pages %s\nall %s", text, s.shown(paged), s.shown(all))
		}
	}
}
