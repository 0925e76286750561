package report

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"concord/coding"
	"concord/coding/report/paper"
)

// Matrix counts, for each source, how often each code was given in it.
type Matrix struct {
	Project string
	Date    time.Time
	// Codes are the paths of the codes, in the codebook's order.
	Codes []string
	Rows  []MatrixRow
}

// MatrixRow is one source of a Matrix.
type MatrixRow struct {
	Source, Case string
	// Counts are the codings of each code.
	Counts []int
}

// ReadMatrix counts the codings that are selected, in every source that meets
// the selection's rules, coded or not.
func ReadMatrix(ctx context.Context, r coding.Reader, date time.Time, s Selection) (*Matrix, error) {
	f, err := readFrame(ctx, r)
	if err != nil {
		return nil, err
	}
	rules, err := bindRules(s.Where, f.attributes)
	if err != nil {
		return nil, err
	}
	m := &Matrix{Project: f.project.Name, Date: date}
	chosen := f.under(s.Codes)
	column := map[coding.CodeID]int{}
	for _, c := range f.book.Codes() {
		if chosen == nil || slices.Contains(chosen, c.ID) {
			column[c.ID] = len(m.Codes)
			m.Codes = append(m.Codes, f.book.Path(c.ID))
		}
	}
	order := make([]coding.SourceID, len(f.place))
	for id, at := range f.place {
		order[at] = id
	}
	row := map[coding.SourceID]int{}
	for _, id := range order {
		source := f.sources[id]
		if !f.meets(source, rules) {
			continue
		}
		var cases []string
		for _, c := range source.Cases {
			cases = append(cases, f.cases[c].Name)
		}
		row[id] = len(m.Rows)
		m.Rows = append(m.Rows, MatrixRow{source.Name, strings.Join(cases, "; "), make([]int, len(m.Codes))})
	}
	for c, err := range f.codings(ctx, r, s) {
		if err != nil {
			return nil, err
		}
		if at, counted := column[c.Code]; counted {
			m.Rows[row[c.Source]].Counts[at]++
		}
	}
	return m, nil
}

// Paper lays it out to be read.
func (m *Matrix) Paper() paper.Paper {
	return asPaper("Codes by source", sentence(m.Project, tongue{}.day(m.Date), "how often each code was given in each source"), m.Date, m.Sheets()[0])
}

// Sheets has one table: a row a source and a column a code.
func (m *Matrix) Sheets() []paper.Sheet {
	s := paper.Sheet{Name: "Codes by source", Columns: []paper.Field{{Head: "source", Width: 36}, {Head: "case", Width: 16}}}
	for _, code := range m.Codes {
		s.Columns = append(s.Columns, paper.Field{Head: code, Width: 16})
	}
	for _, r := range m.Rows {
		row := []any{r.Source, r.Case}
		for _, n := range r.Counts {
			row = append(row, n)
		}
		s.Rows = append(s.Rows, row)
	}
	return []paper.Sheet{s}
}

// asPaper shows a sheet as a paper of one table.
func asPaper(title, note string, date time.Time, s paper.Sheet) paper.Paper {
	t := &paper.Table{Caption: title}
	for _, c := range s.Columns {
		t.Columns = append(t.Columns, paper.Column{Head: c.Head})
	}
	for _, values := range s.Rows {
		cells := make([]string, len(values))
		for i, v := range values {
			if v != nil {
				cells[i] = fmt.Sprint(v)
			}
		}
		t.Rows = append(t.Rows, paper.Row{Cells: cells})
	}
	return paper.Paper{Title: title, Note: note, Date: date, Blocks: []paper.Block{t}}
}
