package find

import (
	"context"
	"time"

	"concord/coding"
	"concord/index"
	"concord/index/query"
)

// Found is what a query found, as the screen shows it.
type Found struct {
	Query string
	// Sources and Places count all hits; Of is how many sources there are.
	Sources, Places, Of int
	Took                time.Duration
	Families            []index.Family
	Lines               []Line
	// Left is how many places aren't among the Lines, which are at most MostLines.
	Left    int
	Tallies []index.Tally
}

// Line is one place, as keyword in context.
type Line struct {
	index.Line
	// Name is the respondent's, or the source's where it has no case.
	Name   string
	Codes  []coding.Code // those that the viewer may see on the place
	Ticked bool
}

// MostLines is how many places are shown; more can't be read.
const MostLines = 20000

// Search looks a query up. A *query.Error says what is wrong with it.
func Search(ctx context.Context, x *index.Index, r coding.Reader, text string) (*Found, error) {
	started := time.Now()
	q, err := query.Parse(text)
	if err != nil {
		return nil, err
	}
	hits, err := x.Search(ctx, r, q, index.Page{})
	if err != nil {
		return nil, err
	}
	found := &Found{Query: text, Sources: hits.Sources, Places: hits.Places, Families: hits.Families, Took: time.Since(started)}
	if found.Tallies, err = index.TallyUp(ctx, r, hits.List); err != nil {
		return nil, err
	}
	if err := found.readLines(ctx, r, hits.List); err != nil {
		return nil, err
	}
	err = found.readCodes(ctx, r)
	return found, err
}

// readLines puts the places into their context.
func (f *Found) readLines(ctx context.Context, r coding.Reader, hits []index.Hit) error {
	cases := map[coding.CaseID]string{}
	for c, err := range r.Cases(ctx) {
		if err != nil {
			return err
		}
		cases[c.ID] = c.Name
	}
	names := map[coding.SourceID]string{}
	for s, err := range r.Sources(ctx, coding.SourceFilter{}) {
		if err != nil {
			return err
		}
		names[s.ID] = s.Name
		if len(s.Cases) > 0 {
			names[s.ID] = cases[s.Cases[0]]
		}
	}
	f.Of = len(names)
	for line, err := range index.Concordance(ctx, r, hits, index.Context{Characters: 90}) {
		if err != nil {
			return err
		}
		if len(f.Lines) == MostLines {
			f.Left = max(0, f.Places-MostLines)
			break
		}
		f.Lines = append(f.Lines, Line{Line: line, Name: names[line.Source]})
	}
	return nil
}

// readCodes finds what is coded at the places.
func (f *Found) readCodes(ctx context.Context, r coding.Reader) error {
	places := make([]coding.Excerpt, len(f.Lines))
	for i, line := range f.Lines {
		places[i] = coding.Excerpt{Source: line.Source, Span: line.Span}
	}
	codes, err := r.Codes(ctx)
	if err != nil {
		return err
	}
	given, err := index.CodesOn(ctx, r, coding.NewCodebook(codes), places)
	if err != nil {
		return err
	}
	for i := range f.Lines {
		f.Lines[i].Codes = given[i]
	}
	return nil
}

// Ticked are the places that are ticked.
func (f *Found) Ticked() []Line {
	var ticked []Line
	for _, line := range f.Lines {
		if line.Ticked {
			ticked = append(ticked, line)
		}
	}
	return ticked
}

// AllTicked reports whether every line is ticked, and there is one.
func (f *Found) AllTicked() bool {
	for _, line := range f.Lines {
		if !line.Ticked {
			return false
		}
	}
	return len(f.Lines) > 0
}

// TickAll ticks every line, or none.
func (f *Found) TickAll(ticked bool) {
	for i := range f.Lines {
		f.Lines[i].Ticked = ticked
	}
}
