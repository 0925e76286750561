package library

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"concord/coding"
	"concord/coding/progress"
)

// Study is what the library shows of a project: all but the texts, read at
// once. It never changes; what is shown anew is read anew.
type Study struct {
	Seq        coding.Seq
	Me         coding.Coder
	Coders     []coding.Coder
	Attributes []coding.Attribute
	Rows       []Row
	Cases      []Respondent
	Rounds     []Round
	// Current is the round that the states of the rows are about; -1 without any.
	Current             int
	Comments, Documents int
}

// Row is a source as the table shows it.
type Row struct {
	coding.Source
	// Case is the first of the source's cases, by name.
	Case string
	// Codings by the viewer, in all rounds and outside them.
	Codings int
	State   State

	known coding.Values // of the case
}

// Answers reports whether every source is a respondent's answer to a question,
// so that the two name it.
func (s *Study) Answers() bool {
	return !slices.ContainsFunc(s.Rows, func(r Row) bool { return r.Case == "" || r.Question == "" })
}

// State is how far a source is in the current round.
type State struct {
	// Assigned says that the source is in the round.
	Assigned bool
	// Done counts those of its coders who have finished it: of the viewer alone
	// where the viewer codes in the round.
	Done int
}

// Value is what is known under an attribute: of the source itself before that
// of its case.
func (r Row) Value(a coding.AttributeID) string {
	if v := r.Values[a]; v != "" {
		return v
	}
	return r.known[a]
}

// Respondent is a case with the number of its texts.
type Respondent struct {
	coding.Case
	Texts int
}

// Load reads the project.
func Load(ctx context.Context, r coding.Reader, p *progress.Counter) (*Study, error) {
	s := &Study{Current: -1}
	l := loading{Study: s, cases: map[coding.CaseID]int{}, rows: map[coding.SourceID]int{}}
	for _, part := range []func(context.Context, coding.Reader) error{l.lists, l.readCases, l.readRounds} {
		if err := part(ctx, r); err != nil {
			return nil, fmt.Errorf("load the library: %w", err)
		}
	}
	p.Start("load the library", 0)
	if err := l.readSources(ctx, r, p); err != nil {
		return nil, fmt.Errorf("load the library: %w", err)
	}
	if err := l.readWork(ctx, r); err != nil {
		return nil, fmt.Errorf("load the library: %w", err)
	}
	return s, nil
}

// Reload reads what has changed since: where texts, respondents and attributes
// are as they were, only the work on them is read anew. Where nothing has
// changed it returns the study itself.
func (s *Study) Reload(ctx context.Context, r coding.Reader, p *progress.Counter) (*Study, error) {
	seq, err := r.Seq(ctx)
	if err != nil {
		return nil, fmt.Errorf("load the library: %w", err)
	}
	if seq == s.Seq {
		return s, nil
	}
	for e, err := range r.Events(ctx, s.Seq) {
		if err != nil {
			return nil, fmt.Errorf("load the library: %w", err)
		}
		switch e.Change.Kind() {
		case coding.KindSource, coding.KindCase, coding.KindAttribute:
			return Load(ctx, r, p)
		}
	}
	now := &Study{Current: -1, Cases: s.Cases, Comments: s.Comments, Documents: s.Documents, Rows: slices.Clone(s.Rows)}
	l := loading{Study: now, rows: make(map[coding.SourceID]int, len(now.Rows))}
	for i := range now.Rows {
		now.Rows[i].Codings, now.Rows[i].State = 0, State{}
		l.rows[now.Rows[i].ID] = i
	}
	for _, part := range []func(context.Context, coding.Reader) error{l.lists, l.readRounds, l.readWork} {
		if err := part(ctx, r); err != nil {
			return nil, fmt.Errorf("load the library: %w", err)
		}
	}
	return now, nil
}

// loading is a study being read.
type loading struct {
	*Study
	cases map[coding.CaseID]int
	rows  map[coding.SourceID]int
}

// lists reads what is short.
func (l *loading) lists(ctx context.Context, r coding.Reader) (err error) {
	if l.Seq, err = r.Seq(ctx); err != nil {
		return err
	}
	if l.Coders, err = r.Coders(ctx); err != nil {
		return err
	}
	for _, c := range l.Coders {
		if c.ID == r.Viewer() {
			l.Me = c
		}
	}
	l.Attributes, err = r.Attributes(ctx)
	return err
}

func (l *loading) readCases(ctx context.Context, r coding.Reader) error {
	for c, err := range r.Cases(ctx) {
		if err != nil {
			return err
		}
		l.cases[c.ID] = len(l.Cases)
		l.Cases = append(l.Cases, Respondent{Case: c})
	}
	return nil
}

func (l *loading) readSources(ctx context.Context, r coding.Reader, p *progress.Counter) error {
	for source, err := range r.Sources(ctx, coding.SourceFilter{}) {
		if err != nil {
			return err
		}
		p.Add(1)
		row := Row{Source: source}
		for i, id := range source.Cases {
			at, ok := l.cases[id]
			if !ok {
				continue
			}
			l.Cases[at].Texts++
			if i == 0 {
				row.Case, row.known = l.Cases[at].Name, l.Cases[at].Values
			}
		}
		if source.Kind == coding.Comment {
			l.Comments++
		} else {
			l.Documents++
		}
		l.rows[source.ID] = len(l.Rows)
		l.Rows = append(l.Rows, row)
	}
	return nil
}

// readWork reads what the viewer coded, and how far the rows are in the current round.
func (l *loading) readWork(ctx context.Context, r coding.Reader) error {
	for c, err := range r.Codings(ctx, coding.CodingFilter{Coders: []coding.CoderID{r.Viewer()}}) {
		if err != nil {
			return err
		}
		if at, ok := l.rows[c.Source]; ok {
			l.Rows[at].Codings++
		}
	}
	if l.Current < 0 {
		return nil
	}
	round := l.Rounds[l.Current]
	assigned, err := r.RoundSources(ctx, round.ID)
	if err != nil {
		return err
	}
	for _, id := range assigned {
		if at, ok := l.rows[id]; ok {
			l.Rows[at].State.Assigned = true
		}
	}
	filter := coding.DoneFilter{Round: round.ID}
	if round.Mine {
		filter.Coder = r.Viewer()
	}
	for d, err := range r.Done(ctx, filter) {
		if err != nil {
			return err
		}
		if at, ok := l.rows[d.Source]; ok {
			l.Rows[at].State.Done++
		}
	}
	return nil
}

// Attribute finds an attribute.
func (s *Study) Attribute(id coding.AttributeID) (coding.Attribute, bool) {
	for _, a := range s.Attributes {
		if a.ID == id {
			return a, true
		}
	}
	return coding.Attribute{}, false
}

// Has reports whether a source is in the project.
func (s *Study) Has(id coding.SourceID) bool {
	return slices.ContainsFunc(s.Rows, func(r Row) bool { return r.ID == id })
}

// HasCoder reports whether a coder of this name is in the project.
func (s *Study) HasCoder(name string) bool {
	return slices.ContainsFunc(s.Coders, func(c coding.Coder) bool { return strings.EqualFold(c.Name, name) })
}

// CurrentRound is the round that the states are about.
func (s *Study) CurrentRound() (Round, bool) {
	if s.Current < 0 {
		return Round{}, false
	}
	return s.Rounds[s.Current], true
}
