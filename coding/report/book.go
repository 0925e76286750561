package report

import (
	"context"
	"fmt"
	"time"

	"concord/coding"
)

// Book is a codebook as a paper's appendix shows it: every code with its rules,
// examples from the data, and how much was coded.
type Book struct {
	Project string
	Date    time.Time
	// Sample says that the data are invented: the study that comes with Concord.
	Sample bool
	// Version is the number of the version kept last, 0 where none was; Changed
	// says that codes were changed since.
	Version int
	Changed bool
	// Coders code, Supervisors see to it.
	Coders      []string
	Supervisors []string
	// Texts says that not all sources are comments.
	Texts bool
	// All counts the project's sources and cases, Coded what of it has any code.
	All   coding.Count
	Coded coding.Count
	// Themes are the top-level codes in reading order, each with its codes.
	Themes []Entry
	// Words are the language; English where nil.
	Words Words
}

// Entry is a code in a Book.
type Entry struct {
	Code coding.Code
	// Path is the code's name behind those above it, Depth 0 for a theme.
	Path  string
	Depth int
	// Own counts what was given the code itself, Whole also what lies under it.
	Own   coding.Count
	Whole coding.Count
	// Examples are the code's own; where it has none, up to two passages that
	// were given the code.
	Examples []Example
	Entries  []Entry
}

// Example is a passage of the data in a Book.
type Example struct {
	Text string
	// From is whose words these are: the case, or the source where it has none.
	From       string
	Borderline bool
	// Found says that nobody chose the example: it is one of the passages coded.
	Found bool
}

// ReadBook reads the codebook, with counts and examples from the codings that
// are selected. Of what the reader may not see, nothing is counted or quoted.
func ReadBook(ctx context.Context, r coding.Reader, date time.Time, s Selection) (*Book, error) {
	f, err := readFrame(ctx, r)
	if err != nil {
		return nil, err
	}
	b := &Book{
		Words:   s.Words,
		Project: f.project.Name, Date: date, Sample: f.project.Sample, Texts: f.texts,
		All: coding.Count{Sources: len(f.sources), Cases: len(f.cases)},
	}
	for _, c := range f.coders {
		if c.Supervisor {
			b.Supervisors = append(b.Supervisors, c.Name)
		} else {
			b.Coders = append(b.Coders, c.Name)
		}
	}
	if b.Version, b.Changed, err = version(ctx, r); err != nil {
		return nil, fmt.Errorf("read the codebook's versions: %w", err)
	}
	own, whole, coded := tallies[coding.CodeID]{}, tallies[coding.CodeID]{}, newTally()
	found := candidates{}
	for c, err := range f.codings(ctx, r, s) {
		if err != nil {
			return nil, err
		}
		cases := f.sources[c.Source].Cases
		own.of(c.Code).add(c, cases...)
		coded.add(c, cases...)
		for _, id := range upward(f.book, c.Code) {
			whole.of(id).add(c, cases...)
		}
		found.consider(c)
	}
	b.Coded = coded.count()
	examples, err := f.examples(ctx, r, found)
	if err != nil {
		return nil, err
	}
	var entries func(parent coding.CodeID) []Entry
	entries = func(parent coding.CodeID) []Entry {
		var list []Entry
		for _, c := range f.book.Children(parent) {
			list = append(list, Entry{
				Code: c, Path: f.book.Path(c.ID), Depth: f.book.Depth(c.ID),
				Own: own[c.ID].count(), Whole: whole[c.ID].count(),
				Examples: examples[c.ID], Entries: entries(c.ID),
			})
		}
		return list
	}
	b.Themes = entries("")
	return b, nil
}

// version is the codebook's last version, and whether codes were changed since.
func version(ctx context.Context, r coding.Reader) (number int, changed bool, err error) {
	versions, err := r.Versions(ctx)
	if err != nil || len(versions) == 0 {
		return 0, false, err
	}
	last := versions[0]
	for _, v := range versions {
		if v.Number > last.Number {
			last = v
		}
	}
	for e, err := range r.Events(ctx, last.Seq) {
		if err != nil {
			return 0, false, err
		}
		if e.Change.Kind() == coding.KindCode {
			return last.Number, true, nil
		}
	}
	return last.Number, false, nil
}
