package report

import (
	"context"
	"time"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
	"concord/coding/report/paper"
)

// Ratings are what coders said of every unit: 1 where a code was given, 0 where
// a coder looked and left it out, nothing where the coder didn't look. Other
// programs compute agreement from them.
type Ratings struct {
	Project string
	Date    time.Time
	Rated   compare.Rated
}

// ReadRatings reads them for the codes named, or for all codes or themes.
func ReadRatings(ctx context.Context, r coding.Reader, date time.Time, q compare.Question, codes []coding.CodeID, themes bool) (*Ratings, error) {
	q.Described = true
	m, err := compare.Load(ctx, r, q)
	if err != nil {
		return nil, err
	}
	project, err := r.Project(ctx)
	if err != nil {
		return nil, err
	}
	if codes == nil && themes {
		codes = m.Themes()
	}
	rated, err := m.Rated(codes)
	return &Ratings{Project: project.Name, Date: date, Rated: rated}, err
}

// Paper lays them out to be read.
func (r *Ratings) Paper() paper.Paper {
	return asPaper("Ratings", sentence(r.Project, tongue{}.day(r.Date), "1 is present, 0 absent; an empty cell is a coder who didn't look"), r.Date, r.Sheets()[0])
}

// Sheets has one table: a row a unit and a column a coder, and before these a
// column of codes where there are several.
func (r *Ratings) Sheets() []paper.Sheet {
	several := len(r.Rated.Codes) != 1
	s := paper.Sheet{Name: "Ratings", Columns: []paper.Field{{Head: "unit", Width: 36}}}
	if several {
		s.Columns = append(s.Columns, paper.Field{Head: "code", Width: 36})
	}
	for _, coder := range r.Rated.Coders {
		s.Columns = append(s.Columns, paper.Field{Head: coder, Width: 16})
	}
	for at, ratings := range r.Rated.Ratings {
		for unit, said := range ratings {
			row := []any{r.Rated.Units[unit]}
			if several {
				row = append(row, r.Rated.Paths[at])
			}
			for _, rating := range said {
				row = append(row, cellOf(rating))
			}
			s.Rows = append(s.Rows, row)
		}
	}
	return []paper.Sheet{s}
}

func cellOf(r agreement.Rating) any {
	switch r {
	case agreement.Present:
		return 1
	case agreement.Absent:
		return 0
	}
	return nil
}
